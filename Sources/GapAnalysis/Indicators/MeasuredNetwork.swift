import Standards
import StudyAreas

/// The network's own figures, by the network audit: in the unit that is assessed, else in every one, else in the hull
/// of the ways (Docs/Methods: The walking network's own figures).
struct MeasuredNetwork {
    let rule: IndicatorJudgement
    let figure: NetworkFigure?
    /// What the figure is counted in.
    let unit: String
    /// Whether the smallest figure is the worst.
    let isLeastWorst: Bool

    func outcome(_ context: IndicatorContext) -> RuleOutcome {
        guard let figure else { return .unknown(rule, .networkUnknown) }
        let zones = context.unit.map { [context.network.units[$0]] } ?? context.network.units
        let judgements = zones.compactMap { zone in
            zone.judgements.first { $0.requirement.figure == figure }
        }
        let values = judgements.compactMap(\.value)
        let worst = isLeastWorst ? values.min() : values.max()
        let measured = worst.map { RuleOutcome.Figure.measured($0, unit: unit) }
        if judgements.contains(where: { $0.verdict == .notMet }) {
            return RuleOutcome(rule, .notMet, measured)
        }
        guard !judgements.isEmpty, judgements.allSatisfy({ $0.verdict == .met }) else {
            return .unknown(rule, .networkUnknown, measured)
        }
        return RuleOutcome(rule, .met, measured)
    }
}

extension IndicatorSystem {
    /// The figures for the network that the items of the system are judged by, as a standard of nothing else.
    func networkStandard(_ circles: [LifeCircle]) -> FacilityStandard {
        var figures: [NetworkFigure] = []
        let asked = items.flatMap(\.judgement.judgements)
        for figure in asked.compactMap({ IndicatorRules.rule(for: $0).networkFigure })
        where !figures.contains(figure) { figures.append(figure) }
        let requirements = figures.enumerated().map { place, figure in
            NetworkRequirement(
                id: "\(place)", title: "", titleEn: "", scope: .general, figure: figure,
                citation: Citation(document: source.title, place: "", quote: ""))
        }
        return FacilityStandard(
            id: id, version: version, title: title, titleEn: titleEn, source: source, draft: draft,
            circles: circles, requirements: [], network: requirements)
    }
}
