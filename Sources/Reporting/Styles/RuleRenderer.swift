import VectorFiles

/// A renderer of QGIS for a layer that mixes families: rules by family, and below each the classes with symbols for
/// that family.
struct RuleRenderer {
    private let classes: [LayerStyle.Category]
    /// The column whose values the classes are; nil where they have conditions.
    private let column: String?
    private let families: [ShapeFamily]

    init(_ classes: LayerStyle.Classes, families: [ShapeFamily]) {
        self.families = families
        switch classes {
        case .single(let symbol):
            self.classes = [.init(value: nil, label: Wording("all", "全部"), symbol: symbol)]
            column = nil
        case .values(let column, let categories): (self.classes, self.column) = (categories, column)
        case .conditions(let categories): (self.classes, column) = (categories, nil)
        }
    }

    var xml: MarkupElement {
        let symbols = families.enumerated().flatMap { place, family in
            classes.enumerated().map { $1.symbol.xml("\(number($0, place))", for: family) }
        }
        return MarkupElement(
            "renderer-v2", [("type", "RuleRenderer"), ("symbollevels", "0")],
            [
                MarkupElement(
                    "rules", [("key", "all")], families.enumerated().map { rule(of: $1, place: $0) }),
                MarkupElement("symbols", [], symbols),
            ])
    }

    private func number(_ category: Int, _ family: Int) -> Int { family * classes.count + category }

    private func rule(of family: ShapeFamily, place: Int) -> MarkupElement {
        MarkupElement(
            "rule",
            [
                ("key", "\(family)"), ("label", family.wording.both),
                ("filter", "geometry_type($geometry) = '\(family.nameInQGIS)'"),
            ],
            classes.enumerated().map { category, one in
                MarkupElement(
                    "rule",
                    [
                        ("key", "\(family)\(category)"), ("symbol", "\(number(category, place))"),
                        ("label", one.label.both),
                    ] + (filter(one).map { [("filter", $0)] } ?? []))
            })
    }

    /// Nil where there is but one class.
    private func filter(_ category: LayerStyle.Category) -> String? {
        guard classes.count > 1 else { return nil }
        if let column, let value = category.value {
            return StyleCondition.text(column, value).expression
        }
        return category.condition?.expression ?? "ELSE"
    }
}

extension ShapeFamily {
    fileprivate var nameInQGIS: String {
        switch self {
        case .points: "Point"
        case .lines: "Line"
        case .areas: "Polygon"
        }
    }

    fileprivate var wording: Wording {
        switch self {
        case .points: Wording("points", "点")
        case .lines: Wording("lines", "线")
        case .areas: Wording("areas", "面")
        }
    }
}
