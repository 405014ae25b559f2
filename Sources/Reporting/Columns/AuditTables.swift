import GapAnalysis
import Standards
import StudyAreas
import VectorFiles
import WalkAccess

/// What an audit says in tables without shapes.
struct AuditTables {
    let audit: Audit

    init(_ audit: Audit) { self.audit = audit }

    /// As `coverage.csv`.
    var coverage: ResultTable {
        let table = CoverageTable(audit: audit)
        return ResultTable(
            name: .coverage, columns: ColumnCatalogue.columns(CoverageTable.columns, of: .coverage),
            count: audit.coverage.count, row: { table.values(of: audit.coverage[$0]) })
    }

    /// As `supply.csv`.
    var supply: ResultTable {
        ResultTable(
            name: .supply, columns: ColumnCatalogue.columns(SupplyTable.columns, of: .supply),
            count: audit.supply.count,
            row: { ProvisionRow(audit: audit, provision: audit.supply[$0]).values })
    }

    /// As `access.csv`, with the names of what it has ids and codes of.
    var access: ResultTable {
        let names = ["block_name", "title", "facility_name", "verdict_zh", "reason_zh"]
        let requirements = audit.requirements.count
        return ResultTable(
            name: .access, columns: ColumnCatalogue.columns(AccessRow.columns + names, of: .access),
            count: audit.area.blocks.count * requirements,
            row: { place in
                let row = AccessRow(
                    audit: audit, block: place / requirements, requirement: place % requirements)
                return row.values + [
                    JSONValue(audit.area.blocks[row.block].name), .string(row.requirement.title),
                    JSONValue(row.assessment.facility.flatMap { audit.area.facilities[$0].name }),
                    .string(row.assessment.verdict.wording.zh), JSONValue(row.assessment.reason?.wording.zh),
                ]
            })
    }

    /// As `findings.csv`.
    var findings: ResultTable {
        ResultTable(
            name: .findings, columns: ColumnCatalogue.columns(FindingsTable.columns, of: .findings),
            count: audit.findings.count, row: { FindingsTable.values(of: audit.findings[$0]) })
    }

    /// What was asked, and what the other tables are.
    func about(_ tables: [ResultTable]) -> ResultTable {
        let walker = audit.options.walker
        let lines: [(Wording, String?, JSONValue)] =
            [
                (Wording("place", "名称"), nil, JSONValue(audit.area.name)),
                (
                    Wording("standard", "标准"), audit.standard.id,
                    .string(audit.standard.title + (audit.standard.draft ? "（征求意见稿）" : ""))
                ),
                (Wording("version of the standard", "标准版本"), nil, .string(audit.standard.version)),
                (Wording("coordinate system", "坐标系"), nil, .string(audit.area.plane.label)),
                (Wording("measure", "度量"), nil, .string(audit.options.measure.rawValue)),
                (Wording("walker (m/s)", "步行者（米/秒）"), walker.id, .number(walker.speed)),
                (Wording("program", "程序版本"), nil, .string("lifecircle " + Product.version)),
            ]
            + tables.map { table in
                (
                    Wording("rows of \(table.name.wording.en)", "“\(table.name.wording.zh)”行数"),
                    table.name.rawValue, .integer(table.count)
                )
            }
        return ResultTable(
            name: .about, columns: ColumnCatalogue.columns(["item", "code", "value"], of: .about),
            count: lines.count,
            row: { [.string(lines[$0].0.both), JSONValue(lines[$0].1), lines[$0].2] })
    }
}
