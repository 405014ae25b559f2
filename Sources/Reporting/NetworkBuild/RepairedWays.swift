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

    private var layer: LayerContent {
        let (fields, runs, columns) = (fields, runs, columns)
        return LayerContent(
            name: "ways", reference: network.plane.reference?.definition,
            fields: fields.enumerated().map { column, name in
                .init(
                    name: name,
                    kind: VectorLayer.Field.kind(of: runs.lazy.map { value(column, of: $0, columns) })
                )
            },
            count: runs.count, shape: { shape(of: runs[$0]) }, values: { values(of: runs[$0], columns) })
    }

    private func layer(_ kept: KeptLayer) -> LayerContent {
        LayerContent(
            name: kept.name, reference: network.plane.reference?.definition,
            fields: kept.fields.map { .init(name: $0, kind: .text) }, count: kept.features.count,
            shape: { kept.features[$0].shape }, values: { kept.features[$0].values })
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
        let columns = columns
        for run in runs {
            writer.write(
                shape: try outward.moved(shape(of: run)),
                properties: zip(fields, values(of: run, columns)).map { ($0, $1.json) })
        }
        writer.finish()
    }

    /// The lines of each feature.
    private var runs: [Range<Int>] {
        let origins = network.drawn.origins
        var runs: [Range<Int>] = []
        var start = 0
        while start < origins.count {
            let end = origins[start...].firstIndex { $0 != origins[start] } ?? origins.count
            runs.append(start..<end)
            start = end
        }
        return runs
    }

    /// By table and field: the column of the table; nil where it has none of that name.
    private var columns: [[Int?]] {
        let fields = fields
        return network.drawn.tables.map { table in fields.map { table.fields.firstIndex(of: $0) } }
    }

    private func shape(of run: Range<Int>) -> Shape {
        let ways = network.outcome.ways[run]
        return ways.count == 1
            ? .lineString(ways[run.lowerBound].line) : .multiLineString(ways.map(\.line))
    }

    private func values(of run: Range<Int>, _ columns: [[Int?]]) -> [FieldValue] {
        columns[network.drawn.origins[run.lowerBound].table].indices.map { value($0, of: run, columns) }
    }

    private func value(_ field: Int, of run: Range<Int>, _ columns: [[Int?]]) -> FieldValue {
        let origin = network.drawn.origins[run.lowerBound]
        guard let column = columns[origin.table][field] else { return .null }
        return network.drawn.tables[origin.table].features[origin.feature].value(column)
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
