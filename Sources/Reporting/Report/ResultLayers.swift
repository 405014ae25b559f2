import Geometry
import StudyAreas
import VectorFiles

/// One of the GeoJSON files of a results folder, with its attributes by name.
struct ResultLayer {
    private let table: FeatureTable
    private let places: [String: Int]

    /// - Parameter filter: Which features are held; nil for all.
    /// - Throws: `VectorFileError` when the file is missing or damaged.
    init(_ path: String, keeping filter: RowFilter? = nil) throws {
        let source = VectorSource(path: path)
        table = try filter.map { try FeatureReader.read(source, keeping: $0) } ?? FeatureReader.read(source)
        places = Dictionary(table.fields.enumerated().map { ($1, $0) }) { first, _ in first }
    }

    var count: Int { table.features.count }
    /// How many features the file has, held or not.
    var total: Int { table.total }
    var shapes: [Shape?] { table.features.map(\.shape) }

    /// The texts of a column, nil where there is none.
    func texts(_ name: String) -> [String?] {
        guard let place = places[name] else { return Array(repeating: nil, count: count) }
        return table.features.map { $0.value(place).text }
    }

    /// The numbers of a column, nil where there is none.
    func numbers(_ name: String) -> [Double?] {
        guard let place = places[name] else { return Array(repeating: nil, count: count) }
        return table.features.map { feature in
            switch feature.value(place) {
            case .integer(let value): Double(value)
            case .real(let value) where value.isFinite: value
            case .text(let text): Double(text)
            default: nil
            }
        }
    }
}

/// Everything a results folder of `analyze` says, read back from its files.
struct ResultContent {
    let folder: String
    let summary: ResultSummary
    let summaryText: String
    let manifest: ResultManifest
    let manifestText: String
    let blocks: ResultLayer
    let blockIDs: [String]
    let facilities: ResultLayer
    let facilityIDs: [String]
    /// Those of the first ranks: a city has tens of thousands.
    let blindSpots: ResultLayer
    let access: AccessColumns
    /// By finding: the columns of `findings.csv`.
    let findings: [[String]]

    /// Blind spots of a requirement that are held, those with the most residents; all are in `blind_spots.geojson`.
    private static let mostSpots: Double = 200

    /// Reads the folder at `path`.
    ///
    /// - Throws: `VectorFileError` when a file is missing, damaged, or does not fit the others.
    init(folder path: String) throws {
        let folder = path.isEmpty || path.hasSuffix("/") ? path : path + "/"
        self.folder = folder
        summary = try ResultJSON.decode(ResultSummary.self, from: folder + "summary.json")
        summaryText = try TextFile.contents(of: folder + "summary.json")
        manifest = try ResultJSON.decode(ResultManifest.self, from: folder + "manifest.json")
        manifestText = try TextFile.contents(of: folder + "manifest.json")
        blocks = try ResultContent.layer(folder + "blocks.geojson", count: summary.input.blocks)
        facilities = try ResultContent.layer(folder + "facilities.geojson", count: summary.input.facilities)
        blindSpots = try ResultLayer(
            folder + "blind_spots.geojson", keeping: RowFilter("rank", upTo: ResultContent.mostSpots))
        blockIDs = blocks.texts("id").map { $0 ?? "" }
        facilityIDs = facilities.texts("id").map { $0 ?? "" }
        access = try AccessColumns(
            path: folder + "access.csv", blocks: blockIDs,
            requirements: summary.requirements.map(\.requirement_id), facilities: facilityIDs)
        findings = try ResultContent.rows(folder + "findings.csv")
    }

    private static func layer(_ path: String, count: Int) throws -> ResultLayer {
        let layer = try ResultLayer(path)
        guard layer.count == count else {
            throw VectorFileError(
                problem: .damaged, path: path,
                detail: "\(layer.count) features, the summary has \(count); run the analysis again")
        }
        return layer
    }

    private static func rows(_ path: String) throws -> [[String]] {
        var table = try TextTable(contentsOf: path)
        let places = try ["severity", "code", "layer", "feature", "message", "population"].map {
            try table.place(of: $0)
        }
        var rows: [[String]] = []
        while let row = try table.next() { rows.append(places.map { row[$0] }) }
        return rows
    }
}
