/// What has to be known about a GeoPackage before SQLite opens it, so that it changes and makes no file.
struct GeoPackageFile {
    /// The GDAL open options that keep the folder as it is.
    let openOptions: [String]
    /// The copy to open instead; nil when the file itself can be opened.
    let copy: PrivateCopy?

    /// Looks at the header; nil when the file is no SQLite database.
    ///
    /// SQLite makes `-wal` and `-shm` beside a database in write-ahead mode even for reading, and on closing
    /// deletes those it finds. Without unfinished changes the file can be opened as immutable; with them it is
    /// read from a copy.
    /// - Throws: `notReadable` when changes wait and no copy can be made, or a change was broken off, `notAFile` when its `-wal` is none.
    init?(_ file: InputFile) throws(VectorFileError) {
        guard file.fileExtension != "gdb" else { return nil }
        let header = try file.contents(upTo: 20)
        guard header.count == 20, header.starts(with: Array("SQLite format 3\0".utf8)) else { return nil }
        // SQLite looks for the log beside the file itself, not beside a link to it.
        let original = realPath(file.absolutePath) ?? file.absolutePath
        try Self.checkJournal(file, original + "-journal")
        let log = InputFile.size(of: original + "-wal")
        guard (log ?? 0) == 0 else {
            _ = try InputFile(original + "-wal")
            copy = try PrivateCopy(file, original: original)
            openOptions = []
            return
        }
        let usesWriteAheadLog = header[18] == 2 || header[19] == 2 || log != nil
        copy = nil
        openOptions = usesWriteAheadLog ? ["IMMUTABLE=YES"] : []
    }

    /// A journal that begins with its mark holds what to restore: the file itself is half changed, and only who may
    /// write can put it right.
    private static func checkJournal(_ file: InputFile, _ path: String) throws(VectorFileError) {
        guard (InputFile.size(of: path) ?? 0) > 0 else { return }
        let mark: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]
        guard try InputFile(path).contents(upTo: mark.count) == mark else { return }
        throw VectorFileError(
            problem: .notReadable, path: file.path,
            detail: "a change was broken off or is going on (-journal beside it); close it where it is open, "
                + "or open and close it once in the program that wrote it")
    }
}
