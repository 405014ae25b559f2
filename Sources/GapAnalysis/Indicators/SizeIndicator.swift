import Standards
import StudyAreas
import WalkAccess

/// There is a facility of one of these kinds that is large enough, in the unit that is assessed.
struct SizeIndicator: IndicatorRule {
    let rule: IndicatorJudgement
    let kinds: [FacilityKind.ID]
    let minimum: MinimumSize

    func outcome(_ context: IndicatorContext, _ search: inout NearestFacilitySearch) -> RuleOutcome {
        let size = MinimumSizeRule(minimum)
        let verdicts = context.facilities(of: kinds).map { size.verdict(on: context.area.facilities[$0]) }
        let unknown = verdicts.count { $0 == .unknown }
        let undersized = verdicts.count { $0 == .undersized }
        let figure = RuleOutcome.Figure.sizes(
            adequate: verdicts.count - unknown - undersized, unknown: unknown, undersized: undersized)
        if verdicts.count > unknown + undersized { return RuleOutcome(rule, .met, figure) }
        if unknown > 0 { return .unknown(rule, .sizeUnknown, figure) }
        guard context.isSurveyed(kinds) else { return .unknown(rule, .notSurveyed) }
        return RuleOutcome(rule, .notMet, figure)
    }
}
