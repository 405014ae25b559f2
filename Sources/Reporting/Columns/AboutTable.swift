import Standards
import StudyAreas
import VectorFiles

/// The first sheet of a workbook: what was asked, of which place, and what the other tables are.
struct AboutTable {
    /// What one row says.
    struct Line {
        let item: Wording
        let code: String?
        let value: JSONValue

        init(_ item: Wording, code: String? = nil, _ value: JSONValue) {
            (self.item, self.code, self.value) = (item, code, value)
        }

        static func standard(_ standard: FacilityStandard) -> Line {
            Line(
                Wording("standard", "标准"), code: standard.id,
                .string(standard.title + (standard.draft ? "（征求意见稿）" : "")))
        }

        static func version(_ standard: FacilityStandard) -> Line {
            Line(Wording("version of the standard", "标准版本"), .string(standard.version))
        }
    }

    let area: StudyArea
    let lines: [Line]
    let tables: [ResultTable]

    var table: ResultTable {
        let all =
            [Line(Wording("place", "名称"), JSONValue(area.name))] + lines
            + [
                Line(Wording("coordinate system", "坐标系"), .string(area.plane.label)),
                Line(Wording("program", "程序版本"), .string("lifecircle " + Product.version)),
            ]
            + tables.map { table in
                Line(
                    Wording("rows of \(table.name.wording.en)", "“\(table.name.wording.zh)”行数"),
                    code: table.name.rawValue, .integer(table.count))
            }
        return ResultTable(
            name: .about, columns: ColumnCatalogue.columns(["item", "code", "value"], of: .about),
            count: all.count,
            row: { [.string(all[$0].item.both), JSONValue(all[$0].code), all[$0].value] })
    }
}
