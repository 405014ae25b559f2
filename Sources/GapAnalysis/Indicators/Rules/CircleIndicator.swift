import PedestrianNetworks
import Standards
import StudyAreas
import WalkAccess

/// Every block has, under each row of the facility table that is judged by this circle, what the row asks for.
struct CircleIndicator: IndicatorRule {
    static let id = "circle_services"
    private let rule: IndicatorJudgement

    init(_ judgement: IndicatorJudgement) { rule = judgement }

    func outcome(_ context: IndicatorContext, _ search: inout NearestFacilitySearch) -> RuleOutcome {
        guard !context.blocks.isEmpty else { return .unknown(rule, .noBlocks) }
        guard case .circle(let circle) = rule.limit, context.standard.circle(circle) != nil else {
            return .unknown(rule, .noCircle)
        }
        let rows = context.standard.requirements.filter { $0.distance.circle?.judgedBy == circle }
        guard !rows.isEmpty else { return .unknown(rule, .nothingAsked) }
        var assessed: [AssessedRow] = []
        for row in rows { assessed.append(assessments(of: row, context, &search)) }
        let served = assessed.count { row in context.blocks.allSatisfy { row.assessments[$0].verdict == .met }
        }
        return CoverageCount(context, assessed).outcome(rule) { _, _ in
            .services(served: served, of: rows.count)
        }
    }

    private func assessments(
        of row: FacilityRequirement, _ context: IndicatorContext, _ search: inout NearestFacilitySearch
    ) -> AssessedRow {
        let limits = AuditOptions().limits(of: row, in: context.standard)
        let reach = RuleContext(
            area: context.area, requirement: row, providers: context.standard.providers(of: row),
            limits: limits, searchLimit: limits.lenient)
        return AssessedRow(
            assessments: row.rule.assess(reach, &search), strict: limits.strict, isByRadius: row.isByRadius)
    }
}
