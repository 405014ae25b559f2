internal import CGDAL

/// Writes layers as a GeoPackage, the same bytes for the same layers.
///
/// SQLite needs a whole file to work on: it makes the temporary file beside the target itself, without a journal,
/// since half a package is never put in its place.
public enum GeoPackageWriter {
    /// Writes `layers` in this order to `file`.
    ///
    /// Column names that differ in letter case only get a number, since SQLite takes them for one.
    /// - Throws: `notWritable` when GDAL refuses a layer or a feature, with its words.
    public static func write(_ layers: [VectorLayer], to file: StagedFile) throws(VectorFileError) {
        try write(layers.map { LayerContent($0) }, to: file)
    }

    /// Writes `layers` in this order to `file`, with the names that people call columns by and with styles.
    ///
    /// The names are in `gpkg_data_columns`, the extension of GeoPackage for them; the styles in `layer_styles`,
    /// where QGIS looks for them.
    /// - Throws: `notWritable` when GDAL refuses a layer or a feature, with its words.
    public static func write(_ layers: [LayerContent], to file: StagedFile) throws(VectorFileError) {
        let messages = GDALMessages()
        try messages.collecting { () throws(VectorFileError) in
            // Nothing else beside the target either: no index in a file of its own while another thread builds it.
            let settings = [
                ("OGR_SQLITE_JOURNAL", "OFF"), ("OGR_SQLITE_SYNCHRONOUS", "OFF"),
                ("OGR_GPKG_ALLOW_THREADED_RTREE", "NO"),
            ]
            for (key, value) in settings { CPLSetThreadLocalConfigOption(key, value) }
            defer { for (key, _) in settings { CPLSetThreadLocalConfigOption(key, nil) } }
            try file.fillAnew { path throws(VectorFileError) in
                try WrittenPackage(messages, path: path, target: file.target.given).write(layers)
            }
        }
    }
}

/// A GeoPackage while it is written.
private struct WrittenPackage {
    private let messages: GDALMessages
    private let file: WrittenDataset

    init(_ messages: GDALMessages, path: String, target: String) {
        self.messages = messages
        file = WrittenDataset(
            driver: "GPKG", path: path,
            failure: {
                VectorFileError(
                    problem: .notWritable, path: target,
                    detail: messages.failureText(otherwise: "the GeoPackage could not be made"))
            }, messages: messages)
    }

    func write(_ layers: [LayerContent]) throws(VectorFileError) {
        try file.fill { dataset throws(VectorFileError) in
            GDALDatasetStartTransaction(dataset, 0)
            for layer in layers { try add(layer, to: dataset) }
            for statement in GeoPackageNotes(layers).statements { try run(statement, on: dataset) }
            GDALDatasetCommitTransaction(dataset)
        }
    }

    private func add(_ layer: LayerContent, to dataset: GDALDatasetH) throws(VectorFileError) {
        let names = ColumnNames(layer.fields.map(\.name))
        let notes = [("IDENTIFIER", layer.title), ("DESCRIPTION", layer.note)].compactMap { key, text in
            text.map { "\(key)=\($0)" }
        }
        let options = [
            "FID=\(names.fid)", "GEOMETRY_NAME=\(names.geometry)",
            "SPATIAL_INDEX=\(layer.hasSpatialIndex ? "YES" : "NO")",
        ]
        try file.add(
            layer, to: dataset, options: options + notes,
            columns: zip(layer.fields, names.unique).map { Self.column($0, name: $1) })
    }

    private static func column(_ field: VectorLayer.Field, name: String) -> OGRFieldDefnH? {
        let type =
            switch field.kind {
            case .integer: OFTInteger64
            case .real: OFTReal
            case .text: OFTString
            case .truth: OFTInteger
            }
        let column = OGR_Fld_Create(name, type)
        if field.kind == .truth { OGR_Fld_SetSubType(column, OFSTBoolean) }
        return column
    }

    private func run(_ statement: String, on dataset: GDALDatasetH) throws(VectorFileError) {
        let result = GDALDatasetExecuteSQL(dataset, statement, nil, nil)
        if let result { GDALDatasetReleaseResultSet(dataset, result) }
        guard messages.failures.isEmpty else { throw file.failure() }
    }
}

/// Column names as SQLite wants them: different without regard to letter case.
struct ColumnNames {
    let unique: [String]

    init(_ names: [String]) {
        var taken: Set<String> = []
        unique = names.map { name in
            var name = name
            var number = 2
            let stem = name
            while !taken.insert(name.lowercased()).inserted {
                name = "\(stem)_\(number)"
                number += 1
            }
            return name
        }
    }

    /// What the column of row numbers is called.
    var fid: String { free("fid") }
    /// What the column of shapes is called.
    var geometry: String { free("geom") }

    /// `name`, or with so many underscores that no column has it.
    private func free(_ name: String) -> String {
        var name = name
        while unique.contains(where: { $0.lowercased() == name }) { name += "_" }
        return name
    }
}
