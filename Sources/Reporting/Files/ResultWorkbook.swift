import VectorFiles

/// Workbooks with a sheet for each table, with titles in Chinese and English.
struct ResultWorkbook {
    private let tables: [ResultTable]

    /// A workbook of these tables, in this order.
    init(_ tables: [ResultTable]) { self.tables = tables }

    func write(to file: StagedFile) throws {
        try WorkbookWriter.write(tables.flatMap(sheets), to: file)
    }

    /// One sheet, or several where Excel has not rows enough.
    private func sheets(of table: ResultTable) -> [WorkbookWriter.Sheet] {
        let most = WorkbookWriter.mostRows
        return (0..<max(1, (table.count + most - 1) / most)).map { part in
            let first = part * most
            let name = "\(table.name.wording.zh) \(table.name.rawValue)"
            return WorkbookWriter.Sheet(
                name: part == 0 ? name : "\(name) \(part + 1)", columns: table.columns.map(column),
                count: min(most, table.count - first), row: { table.row(first + $0) })
        }
    }

    private func column(_ column: ResultColumn) -> WorkbookWriter.Column {
        let title = max(
            column.title.zh.displayWidth, column.title.en.displayWidth / 2)
        let least = column.kind == .text ? Self.widths[column.name] ?? 16 : 10
        return .init(
            title: "\(column.title.zh)\n\(column.title.en)", width: Double(min(max(title + 3, least), 40)))
    }

    /// Of columns with long texts.
    private static let widths = [
        "message": 100, "title": 30, "block_name": 24, "facility_name": 24, "name": 24, "gap_kinds": 40,
        "value": 60, "text": 60, "quote": 60, "rule": 40, "rule_zh": 40, "figure": 30, "figure_zh": 30,
        "lost_blocks": 30,
    ]
}
