import Standards
import WalkAccess

/// Every block has a bus stop within the strict limit on foot.
struct BusStopIndicator: IndicatorRule {
    static let id = "bus_stop_within"
    private let rule: IndicatorJudgement

    init(_ judgement: IndicatorJudgement) { rule = judgement }

    func outcome(_ context: IndicatorContext, _ search: inout NearestFacilitySearch) -> RuleOutcome {
        WalkedCoverage(rule: rule, kinds: ["bus_stop"]).outcome(context, &search)
    }
}
