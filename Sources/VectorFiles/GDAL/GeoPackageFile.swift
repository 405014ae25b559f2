/// What has to be known about a GeoPackage before SQLite opens it, so that it makes no file beside it.
struct GeoPackageFile {
    /// The GDAL open options that keep the folder as it is.
    let openOptions: [String]

    /// Looks at the header; nil when the file is no SQLite database.
    ///
    /// A database in write-ahead mode makes `-wal` and `-shm` even for reading. Without unfinished changes it
    /// can be opened as immutable instead; with them it can be read only beside the program that has it open.
    /// - Throws: `notReadable` when changes wait in a `-wal` file that nobody has open.
    init?(_ file: InputFile) throws(VectorFileError) {
        guard file.fileExtension != "gdb" else { return nil }
        let header = try file.contents(upTo: 20)
        guard header.count == 20, header.starts(with: Array("SQLite format 3\0".utf8)) else { return nil }
        let usesWriteAheadLog = header[18] == 2 || header[19] == 2
        guard usesWriteAheadLog else {
            openOptions = []
            return
        }
        guard (InputFile.size(of: file.absolutePath + "-wal") ?? 0) > 0 else {
            openOptions = ["IMMUTABLE=YES"]
            return
        }
        guard InputFile.size(of: file.absolutePath + "-shm") != nil else {
            throw VectorFileError(
                problem: .notReadable, path: file.path,
                detail: "changes wait in its -wal file; open and close it in the program that made them")
        }
        openOptions = []
    }
}
