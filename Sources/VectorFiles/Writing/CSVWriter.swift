/// Writes a table as CSV: UTF-8 with a byte order mark, because spreadsheet programs take it for a local
/// encoding otherwise, and lines ending in LF.
///
/// Fields go straight into the file's buffer, one after the other; `endRow` ends each row. Quoting is that of
/// RFC 4180.
public struct CSVWriter {
    private let file: StagedFile
    private let columnCount: Int
    private var fieldCount = 0

    /// Begins a table with a header line; at least one column.
    public init(file: StagedFile, columns: [String]) {
        precondition(!columns.isEmpty, "a table has columns")
        self.file = file
        columnCount = columns.count
        file.write([0xEF, 0xBB, 0xBF])
        for column in columns { field(column) }
        endRow()
    }

    /// Adds a text.
    ///
    /// A text that a spreadsheet would run as a formula, beginning with `=`, `+`, `-`, `@`, tab or CR, gets an
    /// apostrophe in front, unless it is a plain number.
    public mutating func field(_ text: String) {
        let isOnly = columnCount == 1
        next { bytes in CSVText.append(text, isOnlyField: isOnly, to: &bytes) }
    }

    /// Adds a whole number.
    public mutating func field(_ value: Int) {
        next { bytes in bytes.append(contentsOf: String(value).utf8) }
    }

    /// Adds a number with a fixed count of decimals, as `FixedDecimal` prints it; NaN and infinity trap.
    public mutating func field(decimal value: Double, places: Int) {
        next { bytes in FixedDecimal.append(value, places: places, to: &bytes) }
    }

    /// Adds a field without content.
    public mutating func emptyField() { field("") }

    /// Ends the row; traps when it has not as many fields as the table has columns.
    public mutating func endRow() {
        precondition(fieldCount == columnCount, "\(fieldCount) fields in a table of \(columnCount) columns")
        fieldCount = 0
        file.append { $0.append(UInt8(ascii: "\n")) }
    }

    /// Adds whole rows, whose table has the same columns.
    public mutating func append(_ rows: CSVRows) {
        precondition(fieldCount == 0, "a row is not ended")
        file.write(rows.bytes)
    }

    /// Adds whole rows that `body` writes, for who puts a table together alone: they are written from where they lie.
    ///
    /// - Parameters:
    ///   - room: The most bytes that the rows can take; writing more traps.
    ///   - memory: Kept from one piece of rows to the next.
    public func append(
        room: Int, memory: inout [UInt8], _ body: (inout CSVCursor, inout MutableRawSpan) -> Void
    ) {
        precondition(fieldCount == 0, "a row is not ended")
        let end = CSVRows.fill(&memory, columns: columnCount, room: room, body)
        file.write(memory[..<end])
    }

    private mutating func next(_ appendField: (inout [UInt8]) -> Void) {
        let isFirst = fieldCount == 0
        fieldCount += 1
        file.append { bytes in
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            appendField(&bytes)
        }
    }
}

/// A text as a field of a CSV file.
enum CSVText {
    /// - Parameter isOnlyField: Whether the row has no other field; an empty one is quoted then, for a blank
    ///   line is no row.
    static func append(_ text: String, isOnlyField: Bool, to bytes: inout [UInt8]) {
        let isDangerous = looksLikeFormula(text) && !isPlainNumber(text)
        let isQuoted = text.isEmpty ? isOnlyField : text.utf8.contains(where: needsQuotes)
        if isQuoted { bytes.append(UInt8(ascii: "\"")) }
        if isDangerous { bytes.append(UInt8(ascii: "'")) }
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        if isQuoted { bytes.append(UInt8(ascii: "\"")) }
    }

    private static func needsQuotes(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
        default: false
        }
    }

    private static func looksLikeFormula(_ text: String) -> Bool {
        switch text.utf8.first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "\t"),
            UInt8(ascii: "\r"):
            true
        default: false
        }
    }

    /// Digits with at most a sign, a point and an exponent.
    private static func isPlainNumber(_ text: String) -> Bool {
        let usual = text.utf8.allSatisfy { byte in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "+-.eE".utf8.contains(byte)
        }
        return usual && Double(text) != nil
    }
}
