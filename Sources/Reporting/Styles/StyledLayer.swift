import VectorFiles

/// A table with shapes, and how it looks in QGIS.
struct StyledLayer {
    let table: ResultTable
    /// The style that is used when nobody chooses first.
    let styles: [(name: String, style: LayerStyle)]

    /// A layer with one style, called as the layer is.
    init(_ table: ResultTable, _ style: LayerStyle) {
        self.init(table, [(table.name.wording.zh, style)])
    }

    /// A layer with several styles, whose names have 30 characters at most.
    init(_ table: ResultTable, _ styles: [(name: String, style: LayerStyle)]) {
        (self.table, self.styles) = (table, styles)
    }

    /// The styles for the features of one family.
    func styles(for family: ShapeFamily) -> [LayerContent.Style] {
        styles.map { name, style in
            LayerContent.Style(
                name: name, qml: style.qml(for: family),
                sld: StyledLayerDescriptor(style: style, name: table.name.rawValue, family: family).text)
        }
    }

    /// The style of the layer's GeoJSON file, which may mix families.
    var sidecar: String { styles.first?.style.qml(forMixed: table.families) ?? "" }
}
