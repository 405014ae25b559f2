import GapAnalysis
import VectorFiles

/// How the layers of a park audit look.
struct ParkStyles {
    func parks(_ table: ResultTable) -> LayerStyle {
        let classes = ParkStanding.allCases.map { standing in
            LayerStyle.Category(
                value: standing.rawValue, label: standing.wording, symbol: symbol(of: standing))
        }
        return LayerStyle(
            classes: .values(of: "standing", classes), label: .init("name", "id", upTo: 15_000),
            columns: table.columns)
    }

    private func symbol(of standing: ParkStanding) -> LayerSymbol {
        switch standing {
        case .counted: LayerSymbol(fill: "#4d9a5b", stroke: "#1f5a2c", width: 0.3)
        case .tooSmall: LayerSymbol(fill: "#ffffff", stroke: "#1f5a2c", width: 0.4)
        case .sizeUnknown:
            LayerSymbol(fill: MapPalette.notAssessable, stroke: "#1f5a2c", width: 0.4, pen: "dash")
        }
    }

    /// On foot goes before by radius: who walks there is within the radius too.
    func blocks(_ table: ResultTable) -> LayerStyle {
        let (radius, lost, walk) = (
            StyleCondition.isTrue("by_radius"), StyleCondition.isTrue("lost_on_foot"),
            StyleCondition.isTrue("on_foot")
        )
        func category(
            _ value: String, _ label: Wording, _ verdict: Verdict, _ condition: StyleCondition?
        ) -> LayerStyle.Category {
            LayerStyle.Category(
                value: value, label: label, symbol: ResultStyles.block(MapPalette.colour(of: verdict)),
                condition: condition)
        }
        return LayerStyle(
            classes: .conditions([
                category("on_foot", Wording("within the walk", "步行可达"), .met, walk),
                category(
                    "by_radius", Wording("within the radius, walk not known", "半径内，步行未知"), .marginal,
                    .all([radius, .not(walk), .not(lost)])),
                category(
                    "lost_on_foot", Wording("within the radius, lost on foot", "半径内，步行不达"), .undersized, lost),
                category("uncovered", Wording("outside the radius", "半径外"), .gap, nil),
            ]), label: .init("name", "id", upTo: 10_000), columns: table.columns)
    }

    func uncovered(_ table: ResultTable) -> LayerStyle {
        LayerStyle(
            classes: .single(.uncovered),
            label: .init(expression: "concat('#', \"id\")", column: "id", upTo: 15_000),
            columns: table.columns)
    }
}

extension ParkStanding {
    /// What the standing is called.
    var wording: Wording {
        switch self {
        case .counted: Wording("counted", "计入")
        case .tooSmall: Wording("too small", "面积不足，不计入")
        case .sizeUnknown: Wording("size unknown, not counted", "规模未知，不计入")
        }
    }
}
