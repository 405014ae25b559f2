/// A table of delimited text read row by row, whatever its columns: coordinates are not looked for.
public struct TextTable {
    /// The names in the first row.
    public let columns: [String]
    private var rows: DelimitedRows
    private let path: String

    /// Opens the table at `path`; the separator is the one the first line has most of.
    ///
    /// - Throws: `VectorFileError` when the file is missing, not readable, not text, or has no first row.
    public init(contentsOf path: String) throws(VectorFileError) {
        var table = TextTable(
            columns: [], rows: DelimitedRows(try DelimitedText(InputFile(path)).bytes), path: path)
        guard let first = try table.next() else {
            throw VectorFileError(problem: .damaged, path: path, detail: "the table has no row")
        }
        self.init(columns: first, rows: table.rows, path: path)
    }

    private init(columns: [String], rows: DelimitedRows, path: String) {
        self.columns = columns
        self.rows = rows
        self.path = path
    }

    /// The place of the column called `name`.
    ///
    /// - Throws: `VectorFileError` when there is none.
    public func place(of name: String) throws(VectorFileError) -> Int {
        if let place = columns.firstIndex(of: name) { return place }
        throw VectorFileError(problem: .damaged, path: path, detail: "there is no column \(name)")
    }

    /// The cells of the next row, blank lines skipped; nil at the end.
    ///
    /// - Throws: `VectorFileError` when a quote is not closed, or a row has not as many cells as there are columns.
    public mutating func next() throws(VectorFileError) -> [String]? {
        do {
            guard let row = try rows.next() else { return nil }
            guard columns.isEmpty || row.cells.count == columns.count else {
                throw VectorFileError(
                    problem: .damaged, path: path, place: "line \(row.line)",
                    detail: "\(row.cells.count) cells under \(columns.count) columns")
            }
            return row.cells
        } catch let error as DelimitedRows.UnclosedQuote {
            throw VectorFileError(
                problem: .damaged, path: path, place: "line \(error.line)", detail: "a quote is not closed")
        } catch let error as VectorFileError {
            throw error
        } catch {
            throw VectorFileError(problem: .damaged, path: path, detail: "\(error)")
        }
    }
}
