import Standards
import WalkAccess

/// No closed compound is longer on a side.
struct CompoundIndicator: IndicatorRule {
    static let id = "closed_compound_size"
    private let rule: IndicatorJudgement

    init(_ judgement: IndicatorJudgement) { rule = judgement }

    var networkFigure: NetworkFigure? {
        rule.figures["max_side_m"].map { NetworkFigure(ClosedSideRule.id, maximum: $0) }
    }

    func outcome(_ context: IndicatorContext, _ search: inout NearestFacilitySearch) -> RuleOutcome {
        MeasuredNetwork(rule: rule, figure: networkFigure, unit: "m", isLeastWorst: false)
            .outcome(context)
    }
}
