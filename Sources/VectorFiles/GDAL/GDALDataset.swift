internal import CGDAL

/// The owner of one open GDAL dataset; it belongs to the task that opened it.
final class GDALDataset {
    let handle: GDALDatasetH
    /// What is open instead of the file itself; removed once the dataset is closed.
    private let copy: PrivateCopy?
    /// The `crs` member of GeoJSON; `absent` for other formats.
    let memberReference: GeoJSONReference

    /// Opens `file` for reading with one of the supported formats.
    ///
    /// - Throws: `unknownFormat` when no driver recognises it, `damaged` when one does and fails or a
    ///   coordinate system is given by a link.
    init(
        _ file: InputFile, messages: GDALMessages, options: [String] = [],
        drivers: [String] = GDALLibrary.drivers
    ) throws(VectorFileError) {
        memberReference = try GeoJSONReference(file, messages)
        let package = try GeoPackageFile(file)
        let all = options + (package?.openOptions ?? [])
        let path = package?.copy?.path ?? file.absolutePath
        let flags = UInt32(GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR)
        let opened = StringList(drivers).withPointer { drivers in
            StringList(all).withPointer { options in
                GDALOpenEx(path, flags, drivers, options, nil)
            }
        }
        guard let opened else { throw Self.failure(file, messages) }
        handle = opened
        copy = package?.copy
    }

    /// Connects to a database.
    ///
    /// - Throws: `unreachable` with what the server or libpq says, without the password.
    init(_ address: DatabaseAddress, path: String, messages: GDALMessages) throws(VectorFileError) {
        memberReference = .absent
        copy = nil
        let flags = UInt32(GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR)
        let opened = StringList(["PostgreSQL"]).withPointer { drivers in
            GDALOpenEx(address.connection, flags, drivers, nil, nil)
        }
        guard let opened else {
            var said = messages.failureText(otherwise: "the server did not answer").oneLine
            if let password = address.password, !password.isEmpty {
                said = said.replacing(password, with: "***")
            }
            throw VectorFileError(problem: .unreachable, path: path, detail: said)
        }
        handle = opened
    }

    deinit { GDALClose(handle) }

    private static func failure(_ file: InputFile, _ messages: GDALMessages) -> VectorFileError {
        let text = messages.failureText(otherwise: "not recognized")
        let isUnknown = text.contains("not recognized")
        let formats =
            file.fileExtension == "dwg"
            ? "save the drawing as DXF in ASCII"
            : "expected GeoJSON, GeoPackage, Shapefile, FlatGeobuf, KML, DXF, .gdb, .xlsx or .csv"
        return VectorFileError(
            problem: isUnknown ? .unknownFormat : .damaged, path: file.path,
            detail: isUnknown ? formats : text)
    }

    /// Lets SQLite compare the pages of a GeoPackage with each other: those of `table`, or all.
    ///
    /// A damaged page can shorten a table without an error while it is read. The check takes about half as long as
    /// reading the table; spatial indices, which are not read, would take twice as much again. All pages are
    /// compared when there is no such table, as for a view, and by SQLite before 3.33.
    /// - Throws: `damaged` with SQLite's finding.
    func checkIntegrity(
        _ file: InputFile, table: String? = nil, _ messages: GDALMessages
    ) throws(VectorFileError) {
        guard driver == "GPKG" else { return }
        let name = table.flatMap { hasTable($0) ? $0.quoted : nil }
        let finding = firstText("PRAGMA quick_check(\(name ?? "1"))")
        guard finding != "ok" else { return }
        let text = finding ?? messages.failureText(otherwise: "the integrity check gave no answer")
        throw VectorFileError(problem: .damaged, path: file.path, detail: text.oneLine)
    }

    /// Whether a copy is open instead of the file itself.
    var isCopy: Bool { copy != nil }

    /// GDAL's short name of the format.
    var driver: String {
        guard let driver = GDALGetDatasetDriver(handle), let name = GDALGetDriverShortName(driver)
        else { return "" }
        return String(cString: name)
    }

    /// All layers in file order.
    var layers: [GDALLayer] {
        (0..<GDALDatasetGetLayerCount(handle)).compactMap { index in
            GDALDatasetGetLayer(handle, index).map { GDALLayer(handle: $0, dataset: self) }
        }
    }

    /// The rows of a query's result, all columns as text; none when it cannot be run.
    func rows(_ query: String) -> [[String]] {
        guard let result = GDALDatasetExecuteSQL(handle, query, nil, nil) else { return [] }
        defer { GDALDatasetReleaseResultSet(handle, result) }
        let width = OGR_FD_GetFieldCount(OGR_L_GetLayerDefn(result))
        var rows: [[String]] = []
        while let row = OGR_L_GetNextFeature(result) {
            defer { OGR_F_Destroy(row) }
            rows.append((0..<width).map { OGR_F_GetFieldAsString(row, $0).map { String(cString: $0) } ?? "" })
        }
        return rows
    }

    private func hasTable(_ name: String) -> Bool {
        firstText("SELECT name FROM sqlite_master WHERE type = 'table' AND name = \(name.quoted)") != nil
    }

    /// The first column of the first row of a query's result, as text.
    func firstText(_ query: String) -> String? {
        guard let result = GDALDatasetExecuteSQL(handle, query, nil, nil) else { return nil }
        defer { GDALDatasetReleaseResultSet(handle, result) }
        guard let row = OGR_L_GetNextFeature(result) else { return nil }
        defer { OGR_F_Destroy(row) }
        return OGR_F_GetFieldAsString(row, 0).map { String(cString: $0) }
    }
}

extension String {
    /// As a text of SQL.
    fileprivate var quoted: String { "'\(replacing("'", with: "''"))'" }
}

/// A null-terminated list of C strings, as GDAL takes options.
struct StringList {
    private let texts: [String]

    init(_ texts: [String]) { self.texts = texts }

    func withPointer<Result>(
        _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result
    ) -> Result {
        var list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
        for text in texts { list = CSLAddString(list, text) }
        defer { CSLDestroy(list) }
        return body(UnsafeRawPointer(list)?.assumingMemoryBound(to: UnsafePointer<CChar>?.self))
    }
}
