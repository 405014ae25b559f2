/// Cuts delimited text into rows by RFC 4180: quoted cells may hold separators, quotes and line ends.
struct DelimitedRows {
    /// One row and the line it begins on, from 1.
    struct Row {
        let line: Int
        let cells: [String]
    }

    /// Where the text broke off within a quoted cell.
    struct UnclosedQuote: Error {
        let line: Int
    }

    private let bytes: [UInt8]
    private let separator: UInt8
    private var index = 0
    private var line = 1

    /// Text as UTF-8 without a byte order mark; the separator is the one the first line has most of.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        separator = Self.likelySeparator(bytes)
    }

    /// The next row that is not blank; nil at the end.
    mutating func next() throws(UnclosedQuote) -> Row? {
        while index < bytes.count {
            let start = line
            let cells = try row()
            if cells.count > 1 || cells.first?.isEmpty == false { return Row(line: start, cells: cells) }
        }
        return nil
    }

    private mutating func row() throws(UnclosedQuote) -> [String] {
        var cells: [String] = []
        while true {
            cells.append(try cell())
            guard index < bytes.count, bytes[index] == separator else { break }
            index += 1
        }
        skipLineEnd()
        return cells
    }

    private mutating func cell() throws(UnclosedQuote) -> String {
        guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { return plainCell() }
        var text: [UInt8] = []
        let start = line
        index += 1
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "\"") {
                // A doubled quote is one; a single one ends the cell. Text after it means that a quote was never
                // closed some rows ago: taking it would swallow those rows.
                guard index < bytes.count, bytes[index] == byte else {
                    guard index == bytes.count || bytes[index] == separator || isLineEnd(bytes[index]) else {
                        throw UnclosedQuote(line: start)
                    }
                    return String(decoding: text, as: UTF8.self)
                }
                index += 1
            }
            if byte == UInt8(ascii: "\n") { line += 1 }
            text.append(byte)
        }
        throw UnclosedQuote(line: start)
    }

    private mutating func plainCell() -> String {
        let start = index
        while index < bytes.count, bytes[index] != separator, !isLineEnd(bytes[index]) { index += 1 }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private func isLineEnd(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }

    private mutating func skipLineEnd() {
        guard index < bytes.count else { return }
        let isPair =
            bytes[index] == UInt8(ascii: "\r") && index + 1 < bytes.count
            && bytes[index + 1] == UInt8(ascii: "\n")
        index += isPair ? 2 : 1
        line += 1
    }

    private static func likelySeparator(_ bytes: [UInt8]) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in bytes {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
            counts[byte, default: 0] += 1
        }
        let others = [UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]
        let comma = UInt8(ascii: ",")
        // The comma wins a draw, because it is first.
        return ([comma] + others).reduce(comma) { counts[$1, default: 0] > counts[$0, default: 0] ? $1 : $0 }
    }
}
