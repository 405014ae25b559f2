import Standards
import StudyAreas

/// Where nothing serves a block, what the document lets stand in is said, and never counted (线上、室外替代).
///
/// A substitute that only communities of some ages may use is said of blocks that are known to be of these.
/// Source: Chongqing's draft of 2024, 三、（七）1.（3）, （八）5.（3） and others.
struct SubstituteRemark: RemarkRule {
    func remarks(on assessment: Assessment, ofBlock block: Int, _ context: RemarkContext) -> Remarks {
        guard assessment.verdict.isShortfall else { return [] }
        let age = context.area.blocks[block].age
        return context.requirement.substitutes.filter { $0.isAllowed(at: age) }
            .reduce(into: []) { $0.formUnion(.substitute($1.form)) }
    }

    func findings(_ assessments: [Assessment], _ context: RemarkContext) -> [Finding] {
        context.requirement.substitutes.compactMap { substitute in
            let places = assessments.indices.filter {
                assessments[$0].verdict.isShortfall && substitute.isAllowed(at: context.area.blocks[$0].age)
            }
            guard !places.isEmpty else { return nil }
            return Finding(
                .substituteAllowed, layer: "blocks",
                arguments: [
                    context.requirement.title, context.requirement.titleEn, "\(places.count)",
                    substitute.text.zh, substitute.text.en,
                ], population: places.reduce(0) { $0 + (context.area.blocks[$1].population ?? 0) })
        }
    }
}

extension Substitute {
    /// Whether a community of this age may do so; of an unknown age only if every age may.
    func isAllowed(at age: CommunityAge?) -> Bool {
        age.map(ages.contains) ?? (ages.count == CommunityAge.allCases.count)
    }
}
