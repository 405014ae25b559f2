import GapAnalysis
import VectorFiles

/// How features of one class are drawn; QGIS draws points, lines and areas by symbols of their own.
struct LayerSymbol {
    /// What fills areas and points, as `#rrggbb`; nil for nothing.
    var fill: String?
    /// What lines and outlines are drawn in, as `#rrggbb`.
    var stroke: String
    /// In millimetres of paper.
    var width = 0.15
    /// The diameter of points in millimetres of paper.
    var diameter = 2.2
    /// A pen of Qt.
    var pen = "solid"
    /// A brush of Qt.
    var brush = "solid"
    /// An expression of QGIS for the features that are outlined as uncertain; nil for none.
    var uncertainWhere: String?
    /// In what they are outlined, as `#rrggbb`: the outline has to stand out from the fill.
    var uncertainStroke = "#111111"

    /// Land that nothing adequate reaches.
    static let uncovered = LayerSymbol(
        fill: MapPalette.colour(of: .gap), stroke: MapPalette.colour(of: .gap), width: 0.3,
        brush: "b_diagonal")

    /// The symbol as QGIS stores it under `name`.
    func xml(_ name: String, for family: ShapeFamily) -> MarkupElement {
        let (type, layer, properties) =
            switch family {
            case .points: ("marker", "SimpleMarker", marker)
            case .lines: ("line", "SimpleLine", line)
            case .areas: ("fill", "SimpleFill", area)
            }
        return MarkupElement(
            "symbol", [("name", name), ("type", type), ("alpha", "1"), ("clip_to_extent", "1")],
            [
                MarkupElement(
                    "layer", [("class", layer), ("enabled", "1"), ("locked", "0"), ("pass", "0")],
                    properties.map { MarkupElement("prop", [("k", $0), ("v", $1)]) }
                        + [outline(family)].compactMap { $0 })
            ])
    }

    /// Dashes, and a line wide enough to show them, on the features concerned; points are too small for dashes.
    private func outline(_ family: ShapeFamily) -> MarkupElement? {
        guard let condition = uncertainWhere, family != .lines else { return nil }
        func option(_ name: String, _ type: String, _ value: String) -> MarkupElement {
            MarkupElement("Option", [("name", name), ("type", type), ("value", value)])
        }
        func property(_ name: String, _ expression: String) -> MarkupElement {
            MarkupElement(
                "Option", [("name", name), ("type", "Map")],
                [
                    option("active", "bool", "true"), option("expression", "QString", expression),
                    option("type", "int", "3"),
                ])
        }
        let properties = [
            property(
                "outlineStyle",
                "CASE WHEN \(condition) THEN '\(family == .points ? "solid" : "dash")' ELSE '\(pen)' END"),
            property("outlineWidth", "CASE WHEN \(condition) THEN 0.5 ELSE \(width) END"),
            property(
                "outlineColor", "CASE WHEN \(condition) THEN '\(uncertainStroke)' ELSE '\(stroke)' END"),
        ]
        return MarkupElement(
            "data_defined_properties", [],
            [
                MarkupElement(
                    "Option", [("type", "Map")],
                    [
                        option("name", "QString", ""),
                        MarkupElement("Option", [("name", "properties"), ("type", "Map")], properties),
                        option("type", "QString", "collection"),
                    ])
            ])
    }

    private var marker: [(String, String)] {
        [
            ("name", "circle"), ("color", Self.colour(fill)), ("outline_color", Self.colour(stroke)),
            ("outline_style", pen), ("outline_width", "\(width)"), ("outline_width_unit", "MM"),
            ("size", "\(diameter)"), ("size_unit", "MM"),
        ]
    }

    private var line: [(String, String)] {
        [
            ("line_color", Self.colour(stroke)), ("line_style", pen), ("line_width", "\(width)"),
            ("line_width_unit", "MM"), ("capstyle", "round"), ("joinstyle", "round"),
        ]
    }

    private var area: [(String, String)] {
        [
            ("color", Self.colour(fill ?? stroke)), ("style", fill == nil ? "no" : brush),
            ("outline_color", Self.colour(stroke)), ("outline_style", pen), ("outline_width", "\(width)"),
            ("outline_width_unit", "MM"), ("joinstyle", "bevel"),
        ]
    }

    /// `#rrggbb` as QGIS writes it: red, green, blue and how opaque.
    static func colour(_ hexadecimal: String?) -> String {
        guard let hexadecimal, let value = Int(hexadecimal.dropFirst(), radix: 16) else { return "0,0,0,0" }
        return "\(value >> 16),\(value >> 8 & 255),\(value & 255),255"
    }
}
