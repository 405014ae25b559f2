/// A table of text for a terminal, columns aligned whatever the script.
public struct TerminalTable: Sendable {
    /// Where a column's text stands.
    public enum Alignment: Sendable {
        case left
        case right
    }

    private let titles: [String]
    private let alignments: [Alignment]
    private var rows: [[String]] = []

    /// A table with these columns.
    public init(_ columns: [(title: String, alignment: Alignment)]) {
        titles = columns.map(\.title)
        alignments = columns.map(\.alignment)
    }

    /// Adds a row with one text a column.
    public mutating func append(_ row: [String]) {
        precondition(row.count == titles.count, "a row has one text a column")
        rows.append(row.map { $0.harmless(keeping: []) })
    }

    /// The table as lines, a rule under the titles, two spaces between columns, every row a line; cells of more
    /// than 160 columns are cut.
    public var text: String {
        var short = self
        short.rows = rows.map { $0.map { $0.shortened(to: TerminalTable.widest) } }
        return short.text(within: .max)
    }

    /// What one cell may take of a row that is one line: files have the whole of a name.
    private static let widest = 160

    /// The table in lines of at most `width` columns of a terminal: cells that do not fit go on below, in their
    /// own column. Only where words that cannot be cut take more is a line longer.
    ///
    /// Where cells so cut are too narrow to be read side by side, the first has a line of its own above its row.
    public func text(within width: Int) -> String {
        let room = width - 2 * (titles.count - 1)
        let isStacked = titles.count > 1 && needs.map(\.legible).reduce(0, +) > room
        let first = isStacked ? 1 : 0
        let indent = String(repeating: " ", count: first * 2)
        let widths = ColumnWidths(Array(needs[first...]), within: room).widths
        func printed(_ row: [String]) -> [String] {
            Array(row[..<first]) + lines(Array(row[first...]), widths, from: first).map { indent + $0 }
        }
        let rule = indent + widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
        let all = printed(titles) + [rule] + rows.flatMap(printed)
        return all.joined(separator: "\n") + "\n"
    }

    private var needs: [ColumnWidths.Need] {
        titles.indices.map { column in
            let cells = ([titles] + rows).map { $0[column] }
            return ColumnWidths.Need(
                natural: cells.map(\.displayWidth).max() ?? 0, least: cells.map(\.leastWidth).max() ?? 0,
                isRigid: column == 0 || alignments[column] == .right)
        }
    }

    /// A row with as many lines as its longest cell has pieces.
    private func lines(_ row: [String], _ widths: [Int], from first: Int) -> [String] {
        let cells = row.indices.map { row[$0].pieces(within: widths[$0]) }
        return (0..<(cells.map(\.count).max() ?? 0)).map { place in
            line(cells.map { place < $0.count ? $0[place].withoutSpacesAtItsEnd : "" }, widths, from: first)
        }
    }

    private func line(_ row: [String], _ widths: [Int], from first: Int) -> String {
        row.indices.map { row[$0].padded(to: widths[$0], right: alignments[$0 + first] == .right) }
            .joined(separator: "  ").withoutSpacesAtItsEnd
    }
}

extension String {
    /// The text with a space for every character that could steer a terminal: controls, line and paragraph
    /// ends, marks of direction; those in `kept` stay.
    public func harmless(keeping kept: Set<Unicode.Scalar>) -> String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.map { kept.contains($0) || !$0.steersTerminals ? $0 : " " }))
    }
}

extension Unicode.Scalar {
    fileprivate var steersTerminals: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: properties.isBidiControl
        }
    }
}
