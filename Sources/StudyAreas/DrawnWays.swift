import Geometry
public import PedestrianNetworks
public import VectorFiles

/// The lines of the network layers as they were drawn: what the network is diagnosed and repaired by.
public struct DrawnWays: Sendable {
    /// Which feature a line is part of.
    public struct Origin: Hashable, Sendable {
        /// The place of the layer in `tables`.
        public let table: Int
        /// The place of the feature in its table.
        public let feature: Int
        /// What the feature is called: its id, or `#12` for the twelfth.
        public let name: String
    }

    /// The lines in the plane, one for each part of a feature, in the order in which the network is built.
    public private(set) var ways: [DrawnWay] = []
    /// By line.
    public private(set) var origins: [Origin] = []
    /// The layers as they were read.
    public private(set) var tables: [FeatureTable] = []
    /// What could not be understood about the heights of ways.
    public private(set) var findings: [Finding] = []

    /// The lines of every network layer.
    ///
    /// - Throws: `StudyAreaError` when a layer has no usable line.
    public init(_ projected: ProjectedLayers) throws {
        let interior = InteriorPoint()
        for var layer in projected.layers("network") {
            // Told already by whoever builds the network.
            var known: [Finding] = []
            try layer.checkShapes([.lines], interior, findings: &known)
            try append(layer)
        }
    }

    private mutating func append(_ layer: ProjectedLayer) throws {
        let levels = try LevelReader(layer)
        for (place, feature) in layer.table.features.enumerated() {
            guard let shape = layer.shapes[place] else { continue }
            let name = layer.naming.name(of: feature)
            let level = levels.level(of: feature, id: name, findings: &findings)
            ways += shape.lines.map { DrawnWay($0, level: level) }
            origins += repeatElement(
                Origin(table: tables.count, feature: place, name: name), count: shape.lines.count)
        }
        tables.append(layer.table)
    }
}
