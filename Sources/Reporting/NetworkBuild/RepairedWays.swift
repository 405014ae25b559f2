public import GapAnalysis
import Geometry
import PedestrianNetworks
import Projections
public import StudyAreas
public import VectorFiles

/// Repaired ways as a layer, with the columns that their features had.
public struct RepairedWays {
    /// The formats that ways can be written in.
    public enum Format: String, Sendable, CaseIterable {
        /// In the plane of the run, exactly.
        case geoPackage = "gpkg"
        /// In longitude and latitude with seven decimals.
        case geoJSON = "geojson"
    }

    private let network: RepairedNetwork
    private let kept: [KeptLayer]
    private let outward: OutwardMove

    /// The ways of `network`, and layers to pass on with them.
    ///
    /// - Throws: `ProjectionError` when the plane cannot be left.
    public init(_ network: RepairedNetwork, kept: [KeptLayer] = []) throws {
        self.network = network
        self.kept = kept
        outward = try OutwardMove(from: network.plane)
    }

    /// Writes a feature for each feature that was read and is usable, in input order.
    ///
    /// Of several files each column of any of them is one; it is empty where a file has none of that name.
    public func write(to file: StagedFile, as format: Format) throws {
        switch format {
        case .geoPackage: try GeoPackageWriter.write([layer] + kept.map(layer), to: file)
        case .geoJSON: try writeGeoJSON(to: file)
        }
    }

    private var fields: [String] {
        network.drawn.tables.flatMap(\.fields).reduce(into: []) { names, name in
            if !names.contains(name) { names.append(name) }
        }
    }

    private var layer: VectorLayer {
        let (fields, features) = (fields, features(fields))
        var layer = VectorLayer(
            name: "ways", reference: network.plane.reference?.definition,
            fields: fields.enumerated().map { place, name in
                .init(name: name, kind: VectorLayer.Field.kind(of: features.lazy.map { $0.values[place] }))
            })
        for (shape, values) in features { layer.append(shape, values) }
        return layer
    }

    private func layer(_ kept: KeptLayer) -> VectorLayer {
        var layer = VectorLayer(
            name: kept.name, reference: network.plane.reference?.definition,
            fields: kept.fields.map { .init(name: $0, kind: .text) })
        for (shape, values) in kept.features { layer.append(shape, values) }
        return layer
    }

    /// Writes a layer that is passed on as a file of its own.
    public func write(_ kept: KeptLayer, to file: StagedFile) throws {
        var writer = outward.writer(file, name: kept.name)
        for (shape, values) in kept.features {
            writer.write(
                shape: try outward.moved(shape), properties: zip(kept.fields, values).map { ($0, $1.json) })
        }
        writer.finish()
    }

    private func writeGeoJSON(to file: StagedFile) throws {
        var writer = outward.writer(file, name: "ways")
        let fields = fields
        for (shape, values) in features(fields) {
            writer.write(
                shape: try outward.moved(shape), properties: zip(fields, values).map { ($0, $1.json) })
        }
        writer.finish()
    }

    private func features(_ fields: [String]) -> [(shape: Shape, values: [FieldValue])] {
        let columns = network.drawn.tables.map { table in fields.map { table.fields.firstIndex(of: $0) } }
        var features: [(shape: Shape, values: [FieldValue])] = []
        var start = 0
        let origins = network.drawn.origins
        while start < origins.count {
            let origin = origins[start]
            let end = origins[start...].firstIndex { $0 != origin } ?? origins.count
            let lines = network.outcome.ways[start..<end].map(\.line)
            let values = network.drawn.tables[origin.table].features[origin.feature].values
            features.append(
                (
                    lines.count == 1 ? .lineString(lines[0]) : .multiLineString(lines),
                    columns[origin.table].map { $0.map { values[$0] } ?? .null }
                ))
            start = end
        }
        return features
    }
}

extension FieldValue {
    /// The value as JSON; a real that is not finite is null.
    fileprivate var json: JSONValue {
        switch self {
        case .null: .null
        case .integer(let value): .integer(Int(value))
        case .real(let value): value.isFinite ? .number(value) : .null
        case .text(let value): .string(value)
        }
    }
}
