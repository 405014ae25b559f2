import Standards
import StudyAreas
import WalkAccess

/// The network's own figures, by the network audit: in the unit that is assessed, else in every one, else in the hull
/// of the ways (Docs/Methods: The walking network's own figures).
struct NetworkIndicator: IndicatorRule {
    let rule: IndicatorJudgement

    func outcome(_ context: IndicatorContext, _ search: inout NearestFacilitySearch) -> RuleOutcome {
        guard let figure = rule.networkFigure else { return .unknown(rule, .networkUnknown) }
        let zones = context.unit.map { [context.network.units[$0]] } ?? context.network.units
        let judgements = zones.compactMap { zone in
            zone.judgements.first { $0.requirement.figure == figure }
        }
        let values = judgements.compactMap(\.value)
        let worst = rule.isLeast ? values.min() : values.max()
        let measured = worst.map { RuleOutcome.Figure.measured($0) }
        if judgements.contains(where: { $0.verdict == .notMet }) {
            return RuleOutcome(rule, .notMet, measured)
        }
        guard !judgements.isEmpty, judgements.allSatisfy({ $0.verdict == .met }) else {
            return .unknown(rule, .networkUnknown, measured)
        }
        return RuleOutcome(rule, .met, measured)
    }
}

extension IndicatorJudgement {
    /// The rule as a figure for the network; nil for rules on facilities.
    var networkFigure: NetworkFigure? {
        switch self {
        case .networkDensity(let minimum): .density(minimum: minimum)
        case .junctionSpacing(let maximum): .junctionSpacing(minimum: nil, maximum: maximum)
        case .closedCompoundSize(let side): .closedSide(maximum: side)
        default: nil
        }
    }

    /// Whether the smallest figure is the worst.
    fileprivate var isLeast: Bool { rule == .networkDensity }
}

extension IndicatorSystem {
    /// The figures for the network that the items of the system are judged by, as a standard of nothing else.
    func networkStandard(_ circles: [LifeCircle]) -> FacilityStandard {
        var figures: [NetworkFigure] = []
        for figure in items.flatMap({ $0.judgement.judgements.compactMap(\.networkFigure) })
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
