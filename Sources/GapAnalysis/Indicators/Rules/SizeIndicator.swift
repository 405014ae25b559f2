import Standards
import StudyAreas
import WalkAccess

/// There is a facility of one of these kinds that is large enough, in the unit that is assessed.
struct SizeIndicator: IndicatorRule {
    static let id = "facility_size"
    private let rule: IndicatorJudgement

    init(_ judgement: IndicatorJudgement) { rule = judgement }

    private var minimum: MinimumSize {
        MinimumSize(
            floorAreaM2: rule.figures["min_floor_area_m2"], siteAreaM2: rule.figures["min_site_area_m2"])
    }

    func outcome(_ context: IndicatorContext, _ search: inout NearestFacilitySearch) -> RuleOutcome {
        let size = MinimumSizeRule(minimum)
        let verdicts = context.facilities(of: rule.kinds).map {
            size.verdict(on: context.area.facilities[$0])
        }
        let unknown = verdicts.count { $0 == .unknown }
        let undersized = verdicts.count { $0 == .undersized }
        let figure = RuleOutcome.Figure.sizes(
            adequate: verdicts.count - unknown - undersized, unknown: unknown, undersized: undersized)
        if verdicts.count > unknown + undersized { return RuleOutcome(rule, .met, figure) }
        if unknown > 0 { return .unknown(rule, .sizeUnknown, figure) }
        guard context.isSurveyed(rule.kinds) else { return .unknown(rule, .notSurveyed) }
        return RuleOutcome(rule, .notMet, figure)
    }
}
