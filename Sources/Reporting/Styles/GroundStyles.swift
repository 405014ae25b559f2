import VectorFiles

/// How the layers look that results lie on, whichever command wrote them.
enum GroundStyles {
    /// The layers of `ground` with their styles.
    static func layers(of ground: GroundLayers) -> [StyledLayer] {
        ground.all.map { StyledLayer($0, style(of: $0)) }
    }

    /// The style of a layer; a plain outline for all that others lie on.
    static func style(of table: ResultTable) -> LayerStyle {
        switch table.name {
        case .network: single(LayerSymbol(stroke: MapPalette.network, width: 0.2), table)
        case .units:
            LayerStyle(
                classes: .single(LayerSymbol(stroke: MapPalette.unit, width: 0.5, pen: "dash dot")),
                label: .init("name", "id", size: 10), columns: table.columns)
        case .entrances:
            single(
                LayerSymbol(fill: "#ffffff", stroke: MapPalette.unit, width: 0.3, diameter: 1.2), table)
        case .barriers:
            single(LayerSymbol(fill: MapPalette.barrierFill, stroke: MapPalette.barrier, width: 0.5), table)
        default: single(LayerSymbol(stroke: MapPalette.facility, width: 0.4, pen: "dash"), table)
        }
    }

    private static func single(_ symbol: LayerSymbol, _ table: ResultTable) -> LayerStyle {
        LayerStyle(classes: .single(symbol), columns: table.columns)
    }
}
