import Standards
import StudyAreas

/// A building that provides several facilities satisfies the requirement of each (综合设置).
///
/// Source: Chongqing's draft of 2024, 三、（二）1. and 2.: the seven facilities of 街道综合服务中心 and of 社区综合服务中心.
struct BundleRemark: RemarkRule {
    var reason: (remark: Remarks, reason: Reason)? { (.byBundle, .byBundle) }

    func remarks(on assessment: Assessment, ofBlock block: Int, _ context: RemarkContext) -> Remarks {
        guard let facility = context.serving(assessment) else { return [] }
        return context.area.facilities[facility].kind == context.requirement.kind ? [] : .byBundle
    }

    func findings(_ assessments: [Assessment], _ context: RemarkContext) -> [Finding] {
        let (blocks, population) = context.count(.byBundle, assessments)
        guard blocks > 0 else { return [] }
        let kinds = context.standard.kinds(satisfying: context.requirement).dropFirst()
        return [
            Finding(
                .servedByBundle, layer: "blocks",
                arguments: [
                    context.requirement.title, context.requirement.titleEn, "\(blocks)",
                    kinds.joined(separator: ", "),
                ], population: population)
        ]
    }
}
