internal import CGDAL
internal import Geometry

/// Writes layers as a GeoPackage, the same bytes for the same layers.
///
/// SQLite needs a whole file to work on, which `StagedFile` is not; so the package is made in memory and then
/// written out. A few hundred megabytes of ways are the most that is sensible.
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
            try MemoryPackage(messages, target: file.target.given).write(layers, to: file)
        }
    }
}

/// A GeoPackage in GDAL's memory file system, inside the scope of its messages.
private struct MemoryPackage {
    private let messages: GDALMessages
    private let target: String
    private let path = "/vsimem/lifecircle-\(String(UInt64.random(in: .min ... .max), radix: 36)).gpkg"

    init(_ messages: GDALMessages, target: String) {
        self.messages = messages
        self.target = target
    }

    func write(_ layers: [LayerContent], to file: StagedFile) throws(VectorFileError) {
        defer { VSIUnlink(path) }
        try write(layers)
        var count: vsi_l_offset = 0
        guard let start = VSIGetMemFileBuffer(path, &count, 0), count > 0 else { throw failure() }
        // In parts, so that a large package is not in memory twice.
        for first in stride(from: 0, to: Int(count), by: 1 << 20) {
            let part = UnsafeBufferPointer(start: start + first, count: min(1 << 20, Int(count) - first))
            file.write(Array(part))
        }
    }

    private func write(_ layers: [LayerContent]) throws(VectorFileError) {
        let driver = GDALGetDriverByName("GPKG")
        guard let driver, let dataset = GDALCreate(driver, path, 0, 0, 0, GDT_Unknown, nil) else {
            throw failure()
        }
        do throws(VectorFileError) {
            GDALDatasetStartTransaction(dataset, 0)
            for layer in layers { try add(layer, to: dataset) }
            for statement in GeoPackageNotes(layers).statements { try run(statement, on: dataset) }
            GDALDatasetCommitTransaction(dataset)
        } catch {
            GDALClose(dataset)
            throw error
        }
        GDALClose(dataset)
        // What goes wrong while closing is told as a message alone.
        guard messages.failures.isEmpty else { throw failure() }
    }

    private func add(_ layer: LayerContent, to dataset: GDALDatasetH) throws(VectorFileError) {
        let type = GeometryMaker.commonType(of: layer.shapes)
        let names = ColumnNames(layer.fields.map(\.name))
        let notes = [("IDENTIFIER", layer.title), ("DESCRIPTION", layer.note)].compactMap { key, text in
            text.map { "\(key)=\($0)" }
        }
        let options = StringList(
            [
                "FID=\(names.fid)", "GEOMETRY_NAME=\(names.geometry)",
                "SPATIAL_INDEX=\(layer.hasSpatialIndex ? "YES" : "NO")",
            ] + notes)
        let reference = try OutputReference.make(layer.reference, else: failure)
        defer { OSRDestroySpatialReference(reference) }
        let made = options.withPointer { options in
            GDALDatasetCreateLayer(
                dataset, layer.name, reference, type,
                UnsafeMutableRawPointer(mutating: UnsafeRawPointer(options))?
                    .assumingMemoryBound(to: UnsafeMutablePointer<CChar>?.self))
        }
        guard let made else { throw failure() }
        for (field, name) in zip(layer.fields, names.unique) { try add(field, name, to: made) }
        for place in 0..<layer.count {
            try add(layer.shape(place), layer.values(place), type, to: made)
        }
    }

    private func run(_ statement: String, on dataset: GDALDatasetH) throws(VectorFileError) {
        let result = GDALDatasetExecuteSQL(dataset, statement, nil, nil)
        if let result { GDALDatasetReleaseResultSet(dataset, result) }
        guard messages.failures.isEmpty else { throw failure() }
    }

    private func add(
        _ field: VectorLayer.Field, _ name: String, to layer: OGRLayerH
    ) throws(VectorFileError) {
        let type =
            switch field.kind {
            case .integer: OFTInteger64
            case .real: OFTReal
            case .text: OFTString
            case .truth: OFTInteger
            }
        let definition = OGR_Fld_Create(name, type)
        defer { OGR_Fld_Destroy(definition) }
        if field.kind == .truth { OGR_Fld_SetSubType(definition, OFSTBoolean) }
        guard OGR_L_CreateField(layer, definition, 0) == OGRERR_NONE else { throw failure() }
    }

    private func add(
        _ shape: Shape, _ values: [FieldValue], _ type: OGRwkbGeometryType, to layer: OGRLayerH
    ) throws(VectorFileError) {
        let feature = OGR_F_Create(OGR_L_GetLayerDefn(layer))
        defer { OGR_F_Destroy(feature) }
        for (place, value) in values.enumerated() { set(value, CInt(place), of: feature) }
        OGR_F_SetGeometryDirectly(feature, GeometryMaker.geometry(shape, as: type))
        guard OGR_L_CreateFeature(layer, feature) == OGRERR_NONE else { throw failure() }
    }

    private func set(_ value: FieldValue, _ place: CInt, of feature: OGRFeatureH?) {
        switch value {
        case .null: OGR_F_SetFieldNull(feature, place)
        case .integer(let number): OGR_F_SetFieldInteger64(feature, place, number)
        case .real(let number): OGR_F_SetFieldDouble(feature, place, number)
        case .text(let text): OGR_F_SetFieldString(feature, place, text)
        }
    }

    private func failure() -> VectorFileError {
        VectorFileError(
            problem: .notWritable, path: target,
            detail: messages.failureText(otherwise: "the GeoPackage could not be made"))
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
