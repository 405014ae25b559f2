@testable import Reporting

/// What a terminal shows, read back: tables by their columns, and the lines beside them.
struct PrintedText: Equatable {
    /// By table and column: the cells one below the other, without spaces.
    var columns: [[String]] = []
    /// By table: lines that begin in the first column, which is never cut while there is room.
    var rows: [Int] = []
    /// The lines that are in no table, without spaces.
    var prose = ""

    init(_ text: String) {
        for block in text.split(separator: "\n\n") {
            let lines = block.split(separator: "\n").map(String.init)
            if let rule = lines.firstIndex(where: Self.isRule) {
                read(lines, rule)
            } else {
                prose += Self.packed(lines.joined())
            }
        }
    }

    private mutating func read(_ lines: [String], _ rule: Int) {
        let marks = Array(lines[rule])
        let isStacked = marks[0] == " "
        let starts = marks.indices.filter { marks[$0] == "─" && ($0 == 0 || marks[$0 - 1] == " ") }
        let cells = lines.indices.filter { $0 != rule }.map { line -> [String] in
            guard isStacked else { return Self.cells(of: lines[line], at: starts) }
            // The first cell of a row stands above it, at the margin.
            return lines[line].hasPrefix(" ")
                ? [""] + Self.cells(of: lines[line], at: starts)
                : [lines[line]] + starts.map { _ in "" }
        }
        columns.append(cells[0].indices.map { column in Self.packed(cells.map { $0[column] }.joined()) })
        rows.append(cells.dropFirst(rule).count { !Self.packed($0[0]).isEmpty })
    }

    private static func isRule(_ line: String) -> Bool { line.allSatisfy { $0 == "─" || $0 == " " } }

    private static func packed(_ text: String) -> String { text.filter { $0 != " " } }

    /// The line cut where columns start, two columns of a terminal for wide characters.
    private static func cells(of line: String, at starts: [Int]) -> [String] {
        var cells = [String](repeating: "", count: starts.count)
        var place = 0
        for character in line {
            let column = (starts.lastIndex { $0 <= place }) ?? 0
            cells[column].append(character)
            place += String(character).displayWidth
        }
        return cells
    }
}
