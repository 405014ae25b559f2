import VectorFiles

/// How a layer looks in QGIS: classes of a value with their symbols, labels, and what its columns are called.
struct LayerStyle {
    /// Features with one value.
    struct Category {
        /// Nil for every value that no other category has.
        let value: String?
        let label: Wording
        let symbol: LayerSymbol
    }

    /// What the features are told apart by.
    enum Classes {
        /// All look the same.
        case single(LayerSymbol)
        /// By a column, or by an expression.
        case categories(of: String, [Category])
    }

    /// What stands beside features.
    struct Label {
        /// An expression of QGIS.
        let expression: String
        /// The scale's denominator above which there are no labels; nil for labels at every scale.
        var upTo: Int?
        var size = 8
    }

    let classes: Classes
    var label: Label?
    let columns: [ResultColumn]

    /// The style for features of `family`, as QGIS 3 reads it.
    func qml(for family: ShapeFamily) -> String {
        let scale = [("hasScaleBasedVisibilityFlag", "0"), ("minScale", "1e+08"), ("maxScale", "0")]
        let head = [
            ("version", "3.22.0"), ("styleCategories", "LayerConfiguration|Symbology|Labeling|Fields"),
        ]
        return MarkupElement(
            "qgis", head + scale + [("labelsEnabled", label == nil ? "0" : "1")],
            [renderer(family)] + [label?.xml(for: family)].compactMap { $0 } + [
                aliases, MarkupElement("previewExpression"), geometryType(family),
            ]
        ).text
    }

    private func renderer(_ family: ShapeFamily) -> MarkupElement {
        switch classes {
        case .single(let symbol):
            MarkupElement(
                "renderer-v2", [("type", "singleSymbol")],
                [MarkupElement("symbols", [], [symbol.xml("0", for: family)])])
        case .categories(let value, let categories):
            MarkupElement(
                "renderer-v2", [("type", "categorizedSymbol"), ("attr", value)],
                [
                    MarkupElement(
                        "categories", [], categories.enumerated().map { Self.category($1, symbol: $0) }),
                    MarkupElement(
                        "symbols", [], categories.enumerated().map { $1.symbol.xml("\($0)", for: family) }),
                ])
        }
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

    private func geometryType(_ family: ShapeFamily) -> MarkupElement {
        let number = ShapeFamily.allCases.firstIndex(of: family) ?? 0
        var element = MarkupElement("layerGeometryType")
        // QGIS counts points, lines and areas from 0.
        element.content = "\(number)"
        return element
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
