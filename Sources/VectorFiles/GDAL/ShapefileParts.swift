/// The three files of a shapefile, whose headers state their lengths.
///
/// GDAL reads what is there of a shortened one, partly without a word, so the lengths are compared first.
struct ShapefileParts {
    private let file: InputFile
    private let base: String

    /// Nil when the file is no `.shp`, `.shx` or `.dbf`.
    init?(_ file: InputFile) {
        guard ["shp", "shx", "dbf"].contains(file.fileExtension) else { return nil }
        self.file = file
        base = String(file.absolutePath.dropLast(4))
    }

    /// - Throws: `damaged` when a part is shorter than its header says, or the parts disagree.
    func check() throws(VectorFileError) {
        let shapes = try part("shp")
        let index = try part("shx")
        if shapes != nil, index == nil { throw damage("shx", "the .shx beside it is missing") }
        try checkLength(of: shapes)
        try checkLength(of: index)
        let rows = try rowCount()
        if shapes != nil, rows == nil { throw damage("dbf", "the .dbf beside it is missing") }
        guard let index, let rows else { return }
        let records = (index.size - 100) / 8
        guard records == rows else {
            throw damage("shx and dbf", "\(records) shapes but \(rows) rows of attributes")
        }
    }

    /// The name of the `.prj` when there is one with anything in it.
    func referencePart() throws(VectorFileError) -> String? {
        guard let part = try part("prj"), part.header.contains(where: { $0 > 0x20 }) else { return nil }
        return part.path.split(separator: "/").last.map { String($0) }
    }

    private struct Part {
        let name: String
        let path: String
        let size: Int
        let header: [UInt8]
    }

    private func part(_ name: String) throws(VectorFileError) -> Part? {
        for spelling in [name, name.uppercased()] {
            let path = "\(base).\(spelling)"
            guard let size = InputFile.size(of: path) else { continue }
            return Part(name: name, path: path, size: size, header: try InputFile(path).contents(upTo: 100))
        }
        return nil
    }

    private func checkLength(of part: Part?) throws(VectorFileError) {
        guard let part else { return }
        guard part.header.count == 100 else { throw damage(part.name, "the header is incomplete") }
        let words = part.header[24..<28].reduce(0) { $0 << 8 | Int($1) }
        guard part.size >= words * 2 else {
            throw damage(part.name, "\(part.size) bytes of the \(words * 2) in its header")
        }
    }

    /// The rows of the attribute table; nil when there is no table.
    private func rowCount() throws(VectorFileError) -> Int? {
        guard let table = try part("dbf") else { return nil }
        guard table.header.count >= 32 else { throw damage("dbf", "the header is incomplete") }
        let layout = RowLayout(table.header)
        // Every row has at least the mark of deletion.
        guard layout.rowSize > 0 else { throw damage("dbf", "the rows of the .dbf have no length") }
        guard table.size >= layout.size else {
            throw damage("dbf", "\(table.size) of \(layout.size) bytes")
        }
        return layout.rows
    }

    /// How many rows of the attribute table carry the mark of deletion.
    func deletedRowCount() throws(VectorFileError) -> Int {
        guard let table = try part("dbf") else { return 0 }
        let layout = RowLayout(table.header)
        guard layout.rowSize > 0 else { return 0 }
        let bytes = try InputFile(table.path).contents(upTo: layout.size)
        return stride(from: layout.headerSize, to: bytes.count, by: layout.rowSize)
            .count { bytes[$0] == UInt8(ascii: "*") }
    }

    /// Where the rows of a `.dbf` lie, from its header.
    private struct RowLayout {
        let rows: Int
        let headerSize: Int
        let rowSize: Int
        var size: Int { headerSize + rows * rowSize }

        init(_ header: [UInt8]) {
            func number(_ range: Range<Int>) -> Int {
                header[range].reversed().reduce(0) { $0 << 8 | Int($1) }
            }
            rows = number(4..<8)
            headerSize = number(8..<10)
            rowSize = number(10..<12)
        }
    }

    private func damage(_ place: String, _ detail: String) -> VectorFileError {
        VectorFileError(problem: .damaged, path: file.path, place: place, detail: detail)
    }

    /// The encoding to let GDAL decode from: one that the `.cpg` names and that is neither UTF-8 nor Chinese.
    ///
    /// Those two are told apart better by the bytes themselves: many a `.cpg` is wrong, and GB 2312 as GDAL
    /// decodes it loses the characters that only GBK has.
    static func encodingToTrust(of layer: GDALLayer) -> String? {
        let domain = "SHAPEFILE"
        guard layer.metadata("ENCODING_FROM_CPG", domain: domain) != nil,
            let encoding = layer.metadata("SOURCE_ENCODING", domain: domain), !encoding.isEmpty
        else { return nil }
        let plain = encoding.uppercased().filter { $0 != "-" && $0 != "_" }
        let undecided = ["UTF8", "CP936", "936", "GBK", "GB2312", "GB18030", "EUCCN", "CP65001"]
        return undecided.contains(plain) ? nil : encoding
    }
}
