import Standards
import WalkAccess

/// No two neighbouring junctions are further apart.
struct JunctionIndicator: IndicatorRule {
    static let id = "junction_spacing"
    private let rule: IndicatorJudgement

    init(_ judgement: IndicatorJudgement) { rule = judgement }

    var networkFigure: NetworkFigure? {
        rule.figures["max_m"].map { NetworkFigure(JunctionLimitRule.id, maximum: $0) }
    }

    func outcome(_ context: IndicatorContext, _ search: inout NearestFacilitySearch) -> RuleOutcome {
        MeasuredNetwork(rule: rule, figure: networkFigure, unit: "m", isLeastWorst: false)
            .outcome(context)
    }
}
