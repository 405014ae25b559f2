import GapAnalysis
import Standards
import VectorFiles

/// How the layers of a network audit look.
struct NetworkStyles {
    /// By the verdict on each figure that the standard asks for; outlines where it asks for none.
    func units(_ table: ResultTable, by requirements: [NetworkRequirement]) -> StyledLayer {
        let label = LayerStyle.Label("name", "id", size: 10)
        guard !requirements.isEmpty else {
            return StyledLayer(
                table,
                LayerStyle(
                    classes: .single(LayerSymbol(stroke: MapPalette.unit, width: 0.5, pen: "dash dot")),
                    label: label, columns: table.columns))
        }
        return StyledLayer(
            table,
            requirements.enumerated().map { place, requirement in
                let column = NetworkLayers.verdictColumn(requirement).name
                return (
                    String("\(place + 1) \(requirement.title)".prefix(30)),
                    LayerStyle(
                        classes: .values(of: column, verdicts), label: label, columns: table.columns)
                )
            })
    }

    private var verdicts: [LayerStyle.Category] {
        NetworkVerdict.allCases.map {
            LayerStyle.Category(
                value: $0.rawValue, label: $0.wording,
                symbol: LayerSymbol(fill: $0.colour, stroke: MapPalette.unit, width: 0.4))
        } + [
            LayerStyle.Category(
                value: nil, label: Wording("not asked there", "不适用"),
                symbol: LayerSymbol(stroke: MapPalette.unit, width: 0.4))
        ]
    }

    func offending(_ table: ResultTable) -> LayerStyle {
        let classes = NetworkProblem.allCases.map {
            LayerStyle.Category(value: $0.rawValue, label: $0.wording, symbol: $0.symbol)
        }
        return LayerStyle(classes: .values(of: "problem", classes), columns: table.columns)
    }
}

extension NetworkVerdict {
    /// What the verdict is called.
    var wording: Wording {
        switch self {
        case .met: Verdict.met.wording
        case .notMet: Wording("not met", "未达标")
        case .notAssessable: Verdict.notAssessable.wording
        }
    }

    fileprivate var colour: String {
        switch self {
        case .met: MapPalette.colour(of: .met)
        case .notMet: MapPalette.colour(of: .gap)
        case .notAssessable: MapPalette.notAssessable
        }
    }
}

extension NetworkProblem {
    fileprivate var symbol: LayerSymbol {
        switch self {
        case .longLink: LayerSymbol(fill: "#a50f15", stroke: "#a50f15", width: 0.8)
        case .deadEnd: LayerSymbol(fill: "#f4a03f", stroke: "#4d4d4d", width: 0.2, diameter: 2.4)
        case .largeStreetBlock:
            LayerSymbol(fill: "#fe9929", stroke: "#993404", width: 0.3, brush: "b_diagonal")
        case .largeClosedCompound:
            LayerSymbol(fill: "#7b3294", stroke: "#7b3294", width: 0.3, brush: "f_diagonal")
        }
    }
}
