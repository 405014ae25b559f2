internal import CGDAL
internal import Geometry

/// A spreadsheet workbook (`.xlsx`): a sheet is a table whose first row has the names of its columns.
struct WorkbookFile {
    private let file: InputFile
    private let messages: GDALMessages

    /// Whether the file's name says that it is a workbook.
    static func isWorkbook(_ file: InputFile) -> Bool { file.fileExtension == "xlsx" }

    init(_ file: InputFile, messages: GDALMessages) {
        self.file = file
        self.messages = messages
    }

    /// The sheets that have columns, in their order.
    ///
    /// - Throws: `unknownFormat` or `damaged` when it is no workbook, or one that unpacks to more than is read.
    func sheets() throws(VectorFileError) -> [GDALLayer] {
        try PackedParts(file, messages: messages).check()
        let dataset = try GDALDataset(file, messages: messages, drivers: ["XLSX"])
        let sheets = dataset.layers.filter { OGR_FD_GetFieldCount(OGR_L_GetLayerDefn($0.handle)) > 0 }
        try checkMessages()
        return sheets
    }

    /// The features of a sheet, one for each row below the first that is not blank.
    func table(_ source: VectorSource) throws(VectorFileError) -> FeatureTable {
        let sheet = try choose(source.layer, from: try sheets())
        guard let fields = FieldReader(sheet, encoding: .utf8, repairs: messages) else {
            throw damage("the names of columns cannot be read", sheet: sheet.name)
        }
        let names = fields.names.map(\.trimmed)
        guard let columns = CoordinateColumns(names, source: source) else {
            throw VectorFileError(
                problem: .noCoordinates(columns: names), path: file.path, place: "sheet \(sheet.name)",
                detail: "the first row has to name columns for longitude and latitude, or x and y")
        }
        let features = features(of: sheet, fields, columns)
        try checkMessages(sheet: sheet.name)
        return FeatureTable(
            source: source, driver: "XLSX", layer: sheet.name, fields: names, features: features,
            reference: columns.reference, textEncoding: TextEncoding.utf8.rawValue, notes: messages.notes,
            coordinateColumn: columns.pairColumn.map { names[$0] })
    }

    private func features(
        of sheet: GDALLayer, _ fields: FieldReader, _ columns: CoordinateColumns
    ) -> [Feature] {
        var features: [Feature] = []
        var shapes = DelimitedShapes(columns: columns, messages: messages)
        OGR_L_ResetReading(sheet.handle)
        while let row = OGR_L_GetNextFeature(sheet.handle) {
            defer { OGR_F_Destroy(row) }
            let values = fields.values(row, number: features.count + 1) ?? []
            let cells = values.map { $0.text ?? "" }
            guard cells.contains(where: { !$0.isEmpty }) else { continue }
            features.append(shapes.feature(features.count + 1, cells, width: cells.count))
        }
        if shapes.droppedHeights { messages.note("heights and measures (Z, M) were left out") }
        return features
    }

    private func choose(
        _ wanted: String?, from sheets: [GDALLayer]
    ) throws(VectorFileError) -> GDALLayer {
        let names = sheets.map(\.name)
        if let wanted {
            if let sheet = sheets.first(where: { $0.name == wanted }) { return sheet }
            throw VectorFileError(
                problem: .noSuchLayer(available: names), path: file.path, place: "sheet \(wanted)",
                detail: "the workbook has: \(names.joined(separator: ", "))")
        }
        guard let first = sheets.first else {
            throw VectorFileError(
                problem: .noLayer, path: file.path, detail: "no sheet has a first row with names of columns")
        }
        guard sheets.count == 1 else {
            throw VectorFileError(
                problem: .severalLayers(available: names), path: file.path,
                detail: "name one of the sheets: \(names.joined(separator: ", "))")
        }
        return first
    }

    /// GDAL goes on after a sheet that breaks off.
    private func checkMessages(sheet: String? = nil) throws(VectorFileError) {
        guard !messages.failures.isEmpty else { return }
        throw damage(messages.failureText(otherwise: ""), sheet: sheet)
    }

    private func damage(_ detail: String, sheet: String?) -> VectorFileError {
        VectorFileError(
            problem: .damaged, path: file.path, place: sheet.map { "sheet \($0)" }, detail: detail)
    }
}
