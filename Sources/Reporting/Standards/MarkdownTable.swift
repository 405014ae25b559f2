/// A table of a page in Markdown, under a heading.
struct MarkdownTable {
    private let heading: String
    private let titles: [String]
    private var rows: [[String]] = []

    /// A table with these columns under a heading of so many signs.
    init(_ heading: String, _ titles: [String], level: Int = 2) {
        self.heading = String(repeating: "#", count: level) + " " + heading
        self.titles = titles
    }

    /// Adds a row with one text a column.
    mutating func append(_ row: [String]) {
        precondition(row.count == titles.count, "a row has one text a column")
        rows.append(row)
    }

    /// Heading and table; bars within a text are written so that they end no cell.
    var text: String {
        let rule = titles.map { _ in "---" }
        let lines = [titles, rule] + rows
        return heading + "\n\n" + lines.map(line).joined(separator: "\n") + "\n"
    }

    private func line(_ cells: [String]) -> String {
        "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
    }
}
