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
        FindingsTable(audit.findings).table
    }

    /// What was asked, and what the other tables are.
    func about(_ tables: [ResultTable]) -> ResultTable {
        let walker = audit.options.walker
        return AboutTable(
            area: audit.area,
            lines: [
                .standard(audit.standard), .version(audit.standard),
                .init(Wording("measure", "度量"), .string(audit.options.measure.rawValue)),
                .init(Wording("walker (m/s)", "步行者（米/秒）"), code: walker.id, .number(walker.speed)),
            ], tables: tables
        ).table
    }
}
