import Standards
import WalkAccess

/// The walkable ways are so dense in every unit: kilometres per square kilometre.
struct DensityIndicator: IndicatorRule {
    static let id = "network_density"
    private let rule: IndicatorJudgement

    init(_ judgement: IndicatorJudgement) { rule = judgement }

    var networkFigure: NetworkFigure? {
        rule.figures["min_km_per_km2"].map { NetworkFigure(DensityRule.id, minimum: $0) }
    }

    func outcome(_ context: IndicatorContext, _ search: inout NearestFacilitySearch) -> RuleOutcome {
        MeasuredNetwork(rule: rule, figure: networkFigure, unit: "km/km²", isLeastWorst: true)
            .outcome(context)
    }
}
