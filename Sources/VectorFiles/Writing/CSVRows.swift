/// Rows of a CSV table in memory, for tables that several tasks put together piece by piece.
///
/// Fields are those that `CSVWriter` writes, one after the other.
public struct CSVRows: Sendable {
    private(set) var bytes: [UInt8]

    /// The rows that `body` writes into memory handed to it once: asking an array for room field by field costs more
    /// than the fields.
    ///
    /// - Parameters:
    ///   - columns: At least two.
    ///   - room: The most bytes that the rows can take; writing more traps.
    ///   - memory: One task's own, kept from one piece of rows to the next.
    public init(
        columns: Int, room: Int, memory: inout [UInt8],
        _ body: (inout CSVCursor, inout MutableRawSpan) -> Void
    ) {
        bytes = Array(memory[..<Self.fill(&memory, columns: columns, room: room, body)])
    }

    /// How many bytes of `memory`, which is enlarged where it has to be, `body` fills with rows.
    static func fill(
        _ memory: inout [UInt8], columns: Int, room: Int,
        _ body: (inout CSVCursor, inout MutableRawSpan) -> Void
    ) -> Int {
        precondition(columns > 1, "a table of one column quotes empty fields, which these rows do not")
        if memory.count < room + CSVCursor.overhang {
            memory = [UInt8](repeating: 0, count: room + CSVCursor.overhang)
        }
        var cursor = CSVCursor(columns: columns)
        var span = memory.mutableSpan
        var raw = span.mutableBytes
        body(&cursor, &raw)
        return cursor.place
    }
}

/// The place in memory where the next field of a row goes.
///
/// Each field is stored eight bytes at a time, whatever its length, with the comma behind it; what is too much is
/// written over by the next field.
public struct CSVCursor {
    /// Bytes behind a field that storing it may touch.
    static let overhang = 8
    /// The most bytes that a number takes, the comma included.
    public static let longestNumber = 24

    @usableFromInline var place = 0
    @usableFromInline var fieldCount = 0
    @usableFromInline let columnCount: Int
    /// Three digits of each number below a thousand, as text, and above them how many of them are leading zeros.
    @usableFromInline let digits = CSVCursor.digits

    init(columns: Int) { columnCount = columns }

    /// Adds a field that was prepared.
    @inlinable public mutating func field(
        _ fields: CSVFields, _ index: Int, _ memory: inout MutableRawSpan
    ) {
        let text = fields.texts[index]
        let length = Int(text.length)
        memory.storeBytes(of: text.start, toByteOffset: place, as: UInt64.self)
        if length > 8 {
            for word in 0..<(length - 1) / 8 {
                memory.storeBytes(
                    of: fields.words[Int(text.rest) + word], toByteOffset: place + 8 * (word + 1),
                    as: UInt64.self)
            }
        }
        end(length)
    }

    /// Adds a number of thousandths, with three decimals.
    @inlinable public mutating func field(thousandths units: Int64, _ memory: inout MutableRawSpan) {
        guard (0..<1_000_000_000).contains(units) else { return field(units, places: 3, &memory) }
        let (whole, rest) = UInt32(units).quotientAndRemainder(dividingBy: 1000)
        wholeNumber(whole, &memory)
        let decimals = UInt64(digits[Int(rest)] & 0xFF_FFFF)
        let text = UInt64(UInt8(ascii: ".")) | decimals << 8 | UInt64(UInt8(ascii: ",")) << 32
        memory.storeBytes(of: text.littleEndian, toByteOffset: place, as: UInt64.self)
        end(5)
    }

    /// Puts down a number below a million without a comma.
    @inlinable mutating func wholeNumber(_ number: UInt32, _ memory: inout MutableRawSpan) {
        let (thousands, rest) = number.quotientAndRemainder(dividingBy: 1000)
        let first = digits[Int(thousands > 0 ? thousands : rest)]
        let zeros = first >> 24
        var text = UInt64((first & 0xFF_FFFF) >> (8 * zeros))
        var length = 3 - Int(zeros)
        if thousands > 0 {
            text |= UInt64(digits[Int(rest)] & 0xFF_FFFF) << UInt64(8 * length)
            length += 3
        }
        memory.storeBytes(of: text.littleEndian, toByteOffset: place, as: UInt64.self)
        place += length
    }

    /// Adds a whole number.
    public mutating func field(_ value: Int, _ memory: inout MutableRawSpan) {
        field(Int64(value), places: 0, &memory)
    }

    @usableFromInline mutating func field(_ units: Int64, places: Int, _ memory: inout MutableRawSpan) {
        var text: [UInt8] = []
        FixedDecimal.append(units: units, places: places, to: &text)
        text.append(UInt8(ascii: ","))
        for (offset, byte) in text.enumerated() {
            memory.storeBytes(of: byte, toByteOffset: place + offset, as: UInt8.self)
        }
        end(text.count)
    }

    /// Adds fields without content, at most eight.
    @inlinable public mutating func emptyFields(_ count: Int = 1, _ memory: inout MutableRawSpan) {
        memory.storeBytes(of: 0x2C2C_2C2C_2C2C_2C2C, toByteOffset: place, as: UInt64.self)
        place += count
        fieldCount += count
    }

    /// Ends the row; traps when it has not as many fields as the table has columns.
    @inlinable public mutating func endRow(_ memory: inout MutableRawSpan) {
        precondition(fieldCount == columnCount, "a row has as many fields as its table has columns")
        fieldCount = 0
        memory.storeBytes(of: UInt8(ascii: "\n"), toByteOffset: place - 1, as: UInt8.self)
    }

    @inlinable mutating func end(_ length: Int) {
        place += length
        fieldCount += 1
    }

    private static let digits: [UInt32] = (0..<1000).map { number in
        let zeros: UInt32 = number < 10 ? 2 : number < 100 ? 1 : 0
        let text = UInt32(number / 100) | UInt32(number / 10 % 10) << 8 | UInt32(number % 10) << 16
        return zeros << 24 | (0x30_3030 + text)
    }
}
