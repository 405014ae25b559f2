public import Geometry

/// A layer to write whose features are made one at a time, so that a city's need not be in memory together.
public struct LayerContent {
    /// A style of QGIS that is stored with a layer.
    public struct Style: Hashable, Sendable {
        /// What it is called; at most 30 characters, and different for each style of a layer.
        public let name: String
        /// The style as QML.
        public let qml: String
        /// The style as SLD, for programs that do not read QML; empty for none.
        public let sld: String

        /// A style from its name, QML and SLD.
        public init(name: String, qml: String, sld: String = "") {
            self.name = name
            self.qml = qml
            self.sld = sld
        }
    }

    /// The name of the layer.
    public let name: String
    /// What people call the layer; nil for no name but its own.
    public var title: String?
    /// A remark on it.
    public var note: String?
    /// The coordinate system of the shapes, such as `EPSG:4549`; nil for a local grid.
    public let reference: String?
    /// The columns.
    public let fields: [VectorLayer.Field]
    /// The styles, the one that is used when nobody chooses first.
    public var styles: [Style] = []
    /// Whether shapes can be found by place quickly; making that possible takes as long as writing them.
    public var hasSpatialIndex = true
    /// How many features there are.
    public let count: Int
    /// The shape of each.
    public let shape: (Int) -> Shape
    /// One value a column of each.
    public let values: (Int) -> [FieldValue]

    /// A layer of `count` features, whose shapes and values are asked for by place.
    public init(
        name: String, reference: String?, fields: [VectorLayer.Field], count: Int,
        shape: @escaping (Int) -> Shape, values: @escaping (Int) -> [FieldValue]
    ) {
        self.name = name
        self.reference = reference
        self.fields = fields
        self.count = count
        self.shape = shape
        self.values = values
    }

    /// A layer that is in memory.
    public init(_ layer: VectorLayer) {
        self.init(
            name: layer.name, reference: layer.reference, fields: layer.fields, count: layer.features.count,
            shape: { layer.features[$0].shape }, values: { layer.features[$0].values })
    }

    var shapes: some Sequence<Shape> { (0..<count).lazy.map(shape) }
}

/// What programs can show in one layer: they do not mix points, lines and surfaces.
public enum ShapeFamily: String, Sendable, CaseIterable {
    case points
    case lines
    case areas

    /// The family that `shape` is of.
    public init(_ shape: Shape) {
        switch shape {
        case .point, .multiPoint: self = .points
        case .lineString, .multiLineString: self = .lines
        case .polygon, .multiPolygon: self = .areas
        }
    }
}

extension LayerContent {
    /// The layer, or when it mixes points, lines and surfaces a layer of each: the family that most features are of
    /// keeps the name, the others are called `name_points` and so on.
    ///
    /// Styles are left out: they are made for a family.
    public var byFamily: [(family: ShapeFamily, layer: LayerContent)] {
        let families = (0..<count).map { ShapeFamily(shape($0)) }
        let present = ShapeFamily.byFrequency(in: families)
        guard present.count > 1 else { return [(present.first ?? .areas, self)] }
        return present.map { family in
            let places = families.indices.filter { families[$0] == family }
            return (family, part(places, family == present.first ? "" : "_\(family)"))
        }
    }

    private func part(_ places: [Int], _ suffix: String) -> LayerContent {
        var part = LayerContent(
            name: name + suffix, reference: reference, fields: fields, count: places.count,
            shape: { shape(places[$0]) }, values: { values(places[$0]) })
        (part.title, part.note) = (title.map { $0 + suffix }, note)
        part.hasSpatialIndex = hasSpatialIndex
        return part
    }
}

extension ShapeFamily {
    /// The families of `families`, the most frequent first, areas before lines before points.
    public static func byFrequency(in families: [ShapeFamily]) -> [ShapeFamily] {
        let counted = allCases.reversed().map { family in (family, families.count { $0 == family }) }
        return counted.enumerated().filter { $0.element.1 > 0 }
            .sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }.map(\.element.0)
    }
}
