import Standards
import WalkAccess

/// Every block has a facility of one of the named kinds, of whatever size, within the strict limit on foot.
struct CoverageIndicator: IndicatorRule {
    static let id = "facility_coverage"
    private let rule: IndicatorJudgement

    init(_ judgement: IndicatorJudgement) { rule = judgement }

    func outcome(_ context: IndicatorContext, _ search: inout NearestFacilitySearch) -> RuleOutcome {
        WalkedCoverage(rule: rule, kinds: rule.kinds).outcome(context, &search)
    }
}
