import VectorFiles

/// How a layer looks in QGIS: classes of a value with their symbols, labels, and what its columns are called.
struct LayerStyle {
    /// Features with one value, or of which one thing is true.
    struct Category {
        /// Nil for every value that no other category has.
        let value: String?
        let label: Wording
        let symbol: LayerSymbol
        /// What is true of its features alone, where the classes are not values of a column; nil for what is true of
        /// no other class.
        var condition: StyleCondition?
    }

    /// What the features are told apart by.
    enum Classes {
        /// All look the same.
        case single(LayerSymbol)
        /// By a column.
        case values(of: String, [Category])
        /// By conditions of which one holds at most.
        case conditions([Category])
    }

    /// What stands beside features.
    struct Label {
        /// An expression of QGIS.
        let expression: String
        /// The column that programs show which do not know such expressions.
        let column: String
        /// The scale's denominator above which there are no labels; nil for labels at every scale.
        var upTo: Int?
        var size = 8

        init(expression: String, column: String, upTo: Int? = nil, size: Int = 8) {
            (self.expression, self.column, self.upTo, self.size) = (expression, column, upTo, size)
        }

        /// The first of some columns that holds anything.
        init(_ columns: String..., upTo: Int? = nil, size: Int = 8) {
            let names = columns.map(StyleCondition.column).joined(separator: ", ")
            self.init(
                expression: "coalesce(\(names))", column: columns.first ?? "", upTo: upTo, size: size)
        }
    }

    let classes: Classes
    var label: Label?
    let columns: [ResultColumn]

    /// The style for features of `family`, as QGIS 3 reads it.
    func qml(for family: ShapeFamily) -> String {
        qml(renderer(family), label?.xml(for: family), MarkupElement.geometryType(family))
    }

    /// The style for a layer that mixes `families`, as QGIS 3 reads it: it shows such a file as a layer for each
    /// family, all of which take the same style.
    func qml(forMixed families: [ShapeFamily]) -> String {
        guard families.count > 1 else { return qml(for: families.first ?? .areas) }
        return qml(RuleRenderer(classes, families: families).xml, label?.xml(for: families[0]), nil)
    }

    private func qml(
        _ renderer: MarkupElement, _ labels: MarkupElement?, _ geometryType: MarkupElement?
    ) -> String {
        let scale = [("hasScaleBasedVisibilityFlag", "0"), ("minScale", "1e+08"), ("maxScale", "0")]
        let head = [
            ("version", "3.22.0"), ("styleCategories", "LayerConfiguration|Symbology|Labeling|Fields"),
        ]
        return MarkupElement(
            "qgis", head + scale + [("labelsEnabled", labels == nil ? "0" : "1")],
            [renderer] + [labels].compactMap { $0 } + [aliases, MarkupElement("previewExpression")]
                + [geometryType].compactMap { $0 }
        ).text
    }

    private func renderer(_ family: ShapeFamily) -> MarkupElement {
        switch classes {
        case .single(let symbol):
            MarkupElement(
                "renderer-v2", [("type", "singleSymbol")],
                [MarkupElement("symbols", [], [symbol.xml("0", for: family)])])
        case .values(let column, let categories): Self.categorized(column, categories, family)
        case .conditions(let categories):
            Self.categorized(Self.expression(categories), categories, family)
        }
    }

    /// The value of the category that a feature is of.
    private static func expression(_ categories: [Category]) -> String {
        let cases = categories.compactMap { category in
            category.condition.map {
                "WHEN \($0.expression) THEN \(StyleCondition.quoted(category.value ?? ""))"
            }
        }
        let rest = categories.first { $0.condition == nil }?.value ?? ""
        return "CASE \(cases.joined(separator: " ")) ELSE \(StyleCondition.quoted(rest)) END"
    }

    private static func categorized(
        _ value: String, _ categories: [Category], _ family: ShapeFamily
    ) -> MarkupElement {
        MarkupElement(
            "renderer-v2", [("type", "categorizedSymbol"), ("attr", value)],
            [
                MarkupElement(
                    "categories", [], categories.enumerated().map { Self.category($1, symbol: $0) }),
                MarkupElement(
                    "symbols", [], categories.enumerated().map { $1.symbol.xml("\($0)", for: family) }),
            ])
    }

    private static func category(_ category: Category, symbol: Int) -> MarkupElement {
        MarkupElement(
            "category",
            [
                ("value", category.value ?? ""), ("type", category.value == nil ? "NULL" : "string"),
                ("symbol", "\(symbol)"), ("label", category.label.both), ("render", "true"),
            ])
    }

    private var aliases: MarkupElement {
        MarkupElement(
            "aliases", [],
            columns.enumerated().map { place, column in
                MarkupElement(
                    "alias",
                    [
                        ("index", "\(place)"), ("field", column.name),
                        ("name", String(column.title.zh.prefix(120))),
                    ]
                )
            })
    }
}

extension MarkupElement {
    /// What a style is for: one that says so is refused by layers of another family.
    fileprivate static func geometryType(_ family: ShapeFamily) -> MarkupElement {
        // QGIS counts points, lines and areas from 0.
        MarkupElement("layerGeometryType", content: "\(ShapeFamily.allCases.firstIndex(of: family) ?? 0)")
    }
}

extension LayerStyle.Label {
    func xml(for family: ShapeFamily) -> MarkupElement {
        let text = MarkupElement(
            "text-style",
            [
                ("fieldName", expression), ("isExpression", "1"), ("fontSize", "\(size)"),
                ("fontSizeUnit", "Point"), ("textColor", LayerSymbol.colour("#1b1f24")), ("textOpacity", "1"),
            ],
            [
                MarkupElement(
                    "text-buffer",
                    [
                        ("bufferDraw", "1"), ("bufferSize", "0.8"), ("bufferSizeUnits", "MM"),
                        ("bufferColor", LayerSymbol.colour("#ffffff")), ("bufferOpacity", "0.9"),
                    ])
            ])
        // Points have their labels around them, areas inside.
        let placement = MarkupElement(
            "placement",
            [("placement", family == .points ? "6" : family == .lines ? "2" : "1"), ("dist", "1")])
        let rendering = MarkupElement(
            "rendering",
            [
                ("drawLabels", "1"), ("displayAll", upTo == nil ? "1" : "0"),
                ("scaleVisibility", upTo == nil ? "0" : "1"), ("scaleMin", "0"),
                ("scaleMax", "\(upTo ?? 0)"),
            ])
        return MarkupElement(
            "labeling", [("type", "simple")], [MarkupElement("settings", [], [text, placement, rendering])])
    }
}
