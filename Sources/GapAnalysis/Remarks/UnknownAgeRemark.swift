import Standards
import StudyAreas

/// Where sizes depend on the age of the community, blocks that do not say theirs are named.
struct UnknownAgeRemark: RemarkRule {
    func remarks(on assessment: Assessment, ofBlock block: Int, _ context: RemarkContext) -> Remarks { [] }

    func findings(_ assessments: [Assessment], _ context: RemarkContext) -> [Finding] {
        let providers = context.standard.providers(of: context.requirement)
        let kinds = Set(providers.filter(\.minimum.dependsOnAge).map(\.kind))
        guard context.area.facilities.contains(where: { kinds.contains($0.kind) }) else { return [] }
        let unknown = context.area.blocks.filter { $0.age == nil }
        guard !unknown.isEmpty else { return [] }
        return [
            Finding(
                .ageUnknown, layer: "blocks",
                arguments: [context.requirement.title, context.requirement.titleEn, "\(unknown.count)"],
                population: unknown.reduce(0) { $0 + ($1.population ?? 0) })
        ]
    }
}
