/// A row of the Suzhou tables 2 to 7 as the document's text has it.
struct PrintedRow {
    let table: Int
    let category: String
    let tier: String
    let circle: String
    let title: String
    let floorArea: Double?
    let siteArea: Double?
    let maxClasses: Int?
    /// The cells joined by single spaces.
    let quote: String

    /// The rows of all six tables in the document's order.
    ///
    /// Cells are separated by tabs; merged cells (group and class) are empty in all but their first row.
    static func all(in text: String) -> [PrintedRow] {
        var rows: [PrintedRow] = []
        var table = 0
        var merged = (category: "", tier: "")
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if let heading = line.firstMatch(of: /^表 ?(\d) ?社区.+表$/) { table = Int(heading.1) ?? 0 }
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard (2...7).contains(table), cells.count >= 5,
                let circle = cells[2].wholeMatch(of: /(5-10|15) 分钟/)
            else { continue }
            if !cells[0].isEmpty { merged.category = cells[0].filter { $0 != " " } }
            if !cells[1].isEmpty { merged.tier = cells[1] }
            rows.append(
                PrintedRow(
                    table: table, category: merged.category, tier: merged.tier, circle: String(circle.1),
                    title: cells[3], floorArea: Double(cells[4]), siteArea: cells.last.flatMap(Double.init),
                    maxClasses: cells[4].firstMatch(of: /不宜超过 (\d+) 班/).flatMap { Int($0.1) },
                    quote: SeedDocument.normalised(String(line))))
        }
        return rows
    }
}
