import VectorFiles

/// A style as SLD 1.1, for programs that do not read those of QGIS.
struct StyledLayerDescriptor {
    let style: LayerStyle
    let name: String
    let family: ShapeFamily

    var text: String {
        let spaces = [
            ("version", "1.1.0"), ("xmlns", "http://www.opengis.net/sld"),
            ("xmlns:se", "http://www.opengis.net/se"), ("xmlns:ogc", "http://www.opengis.net/ogc"),
        ]
        let named = MarkupElement("se:Name", content: name)
        // Labels apart: a rule that always holds leaves nothing to those for all else.
        let drawn = [rules, [labels].compactMap { $0 }].filter { !$0.isEmpty }
        let styled = MarkupElement(
            "UserStyle", [], [named] + drawn.map { MarkupElement("se:FeatureTypeStyle", [], $0) })
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + MarkupElement(
                "StyledLayerDescriptor", spaces, [MarkupElement("NamedLayer", [], [named, styled])]
            ).text
    }

    private var rules: [MarkupElement] {
        switch style.classes {
        case .single(let symbol): [rule(Wording("all", "全部"), nil, symbol)]
        case .values(let column, let categories):
            categories.map { category in
                let condition = category.value.map { StyleCondition.text(column, $0).filter }
                return rule(category.label, filter(condition), category.symbol)
            }
        case .conditions(let categories):
            categories.map { rule($0.label, filter($0.condition?.filter), $0.symbol) }
        }
    }

    private func filter(_ condition: MarkupElement?) -> MarkupElement {
        condition.map { MarkupElement("ogc:Filter", [], [$0]) } ?? MarkupElement("se:ElseFilter")
    }

    private func rule(_ title: Wording, _ filter: MarkupElement?, _ symbol: LayerSymbol) -> MarkupElement {
        let description = MarkupElement(
            "se:Description", [], [MarkupElement("se:Title", content: title.both)])
        return MarkupElement(
            "se:Rule", [],
            [MarkupElement("se:Name", content: title.en), description] + [filter].compactMap { $0 }
                + [symbol.descriptor(for: family)])
    }

    private var labels: MarkupElement? {
        guard let label = style.label else { return nil }
        let font = MarkupElement("se:Font", [], [parameter("font-size", "\(label.size)")])
        let halo = MarkupElement(
            "se:Halo", [],
            [
                MarkupElement("se:Radius", content: "2"),
                MarkupElement("se:Fill", [], [parameter("fill", "#ffffff")]),
            ])
        let symbolizer = MarkupElement(
            "se:TextSymbolizer", [],
            [
                MarkupElement(
                    "se:Label", [], [MarkupElement("ogc:PropertyName", content: label.column)]),
                font, halo, MarkupElement("se:Fill", [], [parameter("fill", "#1b1f24")]),
            ])
        let scale = label.upTo.map { [MarkupElement("se:MaxScaleDenominator", content: "\($0)")] } ?? []
        return MarkupElement(
            "se:Rule", [], [MarkupElement("se:Name", content: "labels")] + scale + [symbolizer])
    }

    private func parameter(_ name: String, _ value: String) -> MarkupElement {
        MarkupElement("se:SvgParameter", [("name", name)], content: value)
    }
}

extension LayerSymbol {
    /// The symbol as SLD 1.1 has it, which counts in pixels of 0.28 mm.
    fileprivate func descriptor(for family: ShapeFamily) -> MarkupElement {
        switch family {
        case .points:
            MarkupElement(
                "se:PointSymbolizer", [],
                [
                    MarkupElement(
                        "se:Graphic", [],
                        [mark("circle"), MarkupElement("se:Size", content: Self.pixels(diameter))])
                ])
        case .lines: MarkupElement("se:LineSymbolizer", [], [outline])
        case .areas: MarkupElement("se:PolygonSymbolizer", [], [area].compactMap { $0 } + [outline])
        }
    }

    private func mark(_ shape: String) -> MarkupElement {
        let plain = fill.map { MarkupElement("se:Fill", [], [Self.parameter("fill", $0)]) }
        return MarkupElement(
            "se:Mark", [],
            [MarkupElement("se:WellKnownName", content: shape)] + [plain].compactMap { $0 } + [outline])
    }

    private var area: MarkupElement? {
        guard let fill else { return nil }
        guard brush != "solid" else { return MarkupElement("se:Fill", [], [Self.parameter("fill", fill)]) }
        let stripes = MarkupElement(
            "se:Mark", [],
            [
                MarkupElement("se:WellKnownName", content: "shape://slash"),
                MarkupElement("se:Stroke", [], [Self.parameter("stroke", fill)]),
            ])
        let graphic = MarkupElement("se:Graphic", [], [stripes, MarkupElement("se:Size", content: "8")])
        return MarkupElement("se:Fill", [], [MarkupElement("se:GraphicFill", [], [graphic])])
    }

    private var outline: MarkupElement {
        let dashes =
            switch pen {
            case "dash": [Self.parameter("stroke-dasharray", "4 2")]
            case "dash dot": [Self.parameter("stroke-dasharray", "4 2 1 2")]
            default: [MarkupElement]()
            }
        return MarkupElement(
            "se:Stroke", [],
            [Self.parameter("stroke", stroke), Self.parameter("stroke-width", Self.pixels(width))] + dashes)
    }

    private static func parameter(_ name: String, _ value: String) -> MarkupElement {
        MarkupElement("se:SvgParameter", [("name", name)], content: value)
    }

    private static func pixels(_ millimetres: Double) -> String {
        Rounding.text(.decimal(millimetres / 0.28, places: 2))
    }
}
