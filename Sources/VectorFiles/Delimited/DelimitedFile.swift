internal import Geometry

/// A delimited text file with a header line, every cell of which is text.
struct DelimitedFile {
    private let file: InputFile
    private let text: DelimitedText

    /// Whether the file's name says that it is delimited text.
    static func isDelimited(_ file: InputFile) -> Bool {
        ["csv", "tsv", "txt"].contains(file.fileExtension)
    }

    /// - Throws: `notReadable`, or `damaged` when the content is no text.
    init(_ file: InputFile) throws(VectorFileError) {
        self.file = file
        text = try DelimitedText(file)
    }

    /// The features, one for each row below the header.
    func table(_ source: VectorSource) throws(VectorFileError) -> FeatureTable {
        if let wanted = source.layer, wanted != file.stem {
            throw VectorFileError(
                problem: .noSuchLayer(available: [file.stem]), path: file.path, place: "layer \(wanted)",
                detail: "delimited text has one layer, named like the file")
        }
        var rows = DelimitedRows(text.bytes)
        guard let header = try next(&rows) else {
            throw VectorFileError(problem: .damaged, path: file.path, detail: "there is no header line")
        }
        let fields = header.cells.map(\.trimmed)
        let columns = try coordinateColumns(fields, source)
        let messages = GDALMessages()
        let features = try messages.collecting { () throws(VectorFileError) -> [Feature] in
            for name in Self.repeated(fields) {
                messages.note("several columns are called \(name); the first is used")
            }
            return try self.features(&rows, columns, width: fields.count, messages)
        }
        return FeatureTable(
            source: source, driver: "CSV", layer: file.stem, fields: fields, features: features,
            reference: columns.reference, textEncoding: text.encoding.rawValue, notes: messages.notes,
            coordinateColumn: columns.pairColumn.map { fields[$0] })
    }

    /// The names that more than one column has, each once.
    private static func repeated(_ fields: [String]) -> [String] {
        var seen: Set<String> = []
        var repeated: [String] = []
        for field in fields where !field.isEmpty {
            guard !seen.insert(field).inserted, !repeated.contains(field) else { continue }
            repeated.append(field)
        }
        return repeated
    }

    private func coordinateColumns(
        _ fields: [String], _ source: VectorSource
    ) throws(VectorFileError) -> CoordinateColumns {
        if let columns = CoordinateColumns(fields, source: source) { return columns }
        let asked = [source.xField, source.yField].compactMap { $0 }.joined(separator: ", ")
        throw VectorFileError(
            problem: .noCoordinates(columns: fields), path: file.path, place: "line 1",
            detail: asked.isEmpty
                ? "name the columns of easting and northing, or call them x and y or lng and lat"
                : "both columns must be named and exist; asked for: \(asked)")
    }

    private func features(
        _ rows: inout DelimitedRows, _ columns: CoordinateColumns, width: Int, _ messages: GDALMessages
    ) throws(VectorFileError) -> [Feature] {
        var features: [Feature] = []
        var shapes = DelimitedShapes(columns: columns, messages: messages)
        while let row = try next(&rows) {
            if row.cells.count > width {
                messages.note("line \(row.line) has \(row.cells.count) cells, the header \(width)")
            }
            features.append(shapes.feature(features.count + 1, row.cells, width: width))
        }
        if shapes.droppedHeights { messages.note("heights and measures (Z, M) were left out") }
        return features
    }

    private func next(_ rows: inout DelimitedRows) throws(VectorFileError) -> DelimitedRows.Row? {
        do { return try rows.next() } catch {
            throw VectorFileError(
                problem: .damaged, path: file.path, place: "line \(error.line)",
                detail: "a quotation mark is opened here and never closed")
        }
    }
}
