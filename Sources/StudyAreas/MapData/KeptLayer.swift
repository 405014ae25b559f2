public import Geometry
public import VectorFiles

/// What an OpenStreetMap file has besides ways and is passed on with them: entrances and gates, walls and water.
public struct KeptLayer: Sendable {
    static let entrances = "map_entrances"

    /// What to call the layer.
    public let name: String
    /// The names of its columns.
    public let fields: [String]
    /// Shapes in the plane, with one value a column.
    public let features: [(shape: Shape, values: [FieldValue])]

    /// A layer without anything in it.
    public static func none(_ name: String) -> KeptLayer { KeptLayer(name: name, fields: [], features: []) }
}

/// An object of an OpenStreetMap file that is no walkable way, and why.
public struct MapLeftOut: Hashable, Sendable {
    /// Its name in OpenStreetMap.
    public let id: String
    /// The rule or the defect that left it out.
    public let reason: String
}

extension ProjectedLayers {
    /// The layers of maps that are passed on.
    public var kept: [KeptLayer] {
        [("entrances", KeptLayer.entrances), ("barriers", "barriers")].compactMap { name, role in
            let layers = layers(role).filter(\.raw.input.source.isMap)
            guard let first = layers.first else { return nil }
            return KeptLayer(
                name: name, fields: first.table.fields,
                features: layers.flatMap { layer in
                    zip(layer.table.features, layer.shapes).compactMap { feature, shape in
                        shape.map { ($0, feature.values) }
                    }
                })
        }
    }

    /// The objects of maps that are not used as ways, in the order of the files.
    public var mapLeftOut: [MapLeftOut] { layers("network").flatMap(\.raw.leftOut) }
}
