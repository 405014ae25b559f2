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

    /// The table as lines, a rule under the titles, two spaces between columns.
    public var text: String {
        let widths = titles.indices.map { column in
            ([titles] + rows).map { $0[column].displayWidth }.max() ?? 0
        }
        let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
        let lines = ([titles] + rows).map { line($0, widths) }
        return ([lines[0], rule] + lines.dropFirst()).joined(separator: "\n") + "\n"
    }

    private func line(_ row: [String], _ widths: [Int]) -> String {
        let cells = row.indices.map { row[$0].padded(to: widths[$0], right: alignments[$0] == .right) }
        var line = cells.joined(separator: "  ")
        while line.last == " " { line.removeLast() }
        return line
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
