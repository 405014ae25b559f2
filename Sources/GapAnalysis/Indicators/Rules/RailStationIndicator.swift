import Standards
import WalkAccess

/// Every block has a rail station within the strict limit on foot.
struct RailStationIndicator: IndicatorRule {
    static let id = "rail_station_within"
    private let rule: IndicatorJudgement

    init(_ judgement: IndicatorJudgement) { rule = judgement }

    func outcome(_ context: IndicatorContext, _ search: inout NearestFacilitySearch) -> RuleOutcome {
        WalkedCoverage(rule: rule, kinds: ["rail_station"]).outcome(context, &search)
    }
}
