/// Rows of a CSV table in memory, for tables that several tasks put together piece by piece.
///
/// Fields are those that `CSVWriter` writes, one after the other; `endRow` ends each row.
public struct CSVRows: Sendable {
    private(set) var bytes: [UInt8] = []
    private let columnCount: Int
    private var fieldCount = 0

    /// No rows yet of a table with at least two columns.
    public init(columns: Int) {
        precondition(columns > 1, "a table of one column quotes empty fields, which these rows do not")
        columnCount = columns
    }

    /// Adds a field that was prepared.
    public mutating func field(_ fields: CSVFields, _ index: Int) {
        beginField()
        bytes.append(contentsOf: fields.bytes[fields.range(index)])
    }

    /// Adds a text that is known to need neither quotes nor an apostrophe.
    public mutating func field(plain text: StaticString) {
        beginField()
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Adds a whole number.
    public mutating func field(_ value: Int) {
        beginField()
        FixedDecimal.append(units: Int64(value), places: 0, to: &bytes)
    }

    /// Adds a number of thousandths, with three decimals.
    public mutating func field(thousandths: Int64) {
        beginField()
        FixedDecimal.append(units: thousandths, places: 3, to: &bytes)
    }

    /// Adds fields without content.
    public mutating func emptyFields(_ count: Int = 1) {
        for _ in 0..<count { beginField() }
    }

    /// Ends the row; traps when it has not as many fields as the table has columns.
    public mutating func endRow() {
        precondition(fieldCount == columnCount, "\(fieldCount) fields in a table of \(columnCount) columns")
        fieldCount = 0
        bytes.append(UInt8(ascii: "\n"))
    }

    private mutating func beginField() {
        if fieldCount > 0 { bytes.append(UInt8(ascii: ",")) }
        fieldCount += 1
    }
}

/// Texts as they stand in a CSV file, so that one repeated in many rows is quoted once.
public struct CSVFields: Sendable {
    fileprivate private(set) var bytes: [UInt8] = []
    /// Where each field begins; one more entry than there are fields.
    private var first: [UInt32] = [0]

    /// Prepares texts by the rules of `CSVWriter`; nil is a field without content. 4 GiB of them at most.
    public init(_ texts: some Sequence<String?>) {
        for text in texts {
            if let text { CSVText.append(text, isOnlyField: false, to: &bytes) }
            first.append(UInt32(bytes.count))
        }
    }

    fileprivate func range(_ index: Int) -> Range<Int> { Int(first[index])..<Int(first[index + 1]) }
}
