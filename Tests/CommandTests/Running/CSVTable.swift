import Foundation

/// A CSV file as a spreadsheet would read it.
struct CSVTable {
    struct Malformed: Error { let line: [String] }

    let columns: [String]
    /// One dictionary a row, by column.
    let rows: [[String: String]]
    /// Whether the file begins with the byte order mark that Excel wants.
    let hasMark: Bool

    init(_ data: Data) throws {
        let mark = "\u{FEFF}"
        let text = String(decoding: data, as: UTF8.self)
        hasMark = data.starts(with: Data(mark.utf8))
        var lines = CSVTable.lines(hasMark ? String(text.unicodeScalars.dropFirst()) : text)
        columns = lines.isEmpty ? [] : lines.removeFirst()
        rows = try lines.map { [columns] line in
            guard line.count == columns.count else { throw Malformed(line: line) }
            return Dictionary(zip(columns, line)) { first, _ in first }
        }
    }

    private static func lines(_ text: String) -> [[String]] {
        var lines: [[String]] = []
        var line = [""]
        var isQuoted = false
        var previous: Unicode.Scalar = "\n"
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"":
                // Two in a row inside quotes stand for one.
                if !isQuoted, previous == "\"" { line[line.count - 1].append("\"") }
                isQuoted.toggle()
            case "," where !isQuoted: line.append("")
            case "\n" where !isQuoted:
                lines.append(line)
                line = [""]
            default: line[line.count - 1].unicodeScalars.append(scalar)
            }
            previous = scalar
        }
        return line == [""] ? lines : lines + [line]
    }
}
