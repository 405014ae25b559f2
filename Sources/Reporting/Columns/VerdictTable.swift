import GapAnalysis
import Geometry
import Standards
import StudyAreas
import VectorFiles

/// One row a block with the verdict, the walk and the mark of every requirement beside each other: what maps of single
/// requirements are drawn from, and what is joined for programs that want one table.
struct VerdictTable {
    static let identity = ["id", "name", "population", "unit", "gaps"]

    let audit: Audit

    /// The column of the verdict under a requirement.
    static func verdictColumn(_ requirement: FacilityRequirement) -> ResultColumn {
        ResultColumn(
            name: requirement.id, kind: .text,
            title: Wording("\(requirement.titleEn): verdict", "\(requirement.title)：结论"))
    }

    /// The column of the distance that the verdict is about.
    static func distanceColumn(_ requirement: FacilityRequirement) -> ResultColumn {
        let straight = requirement.isByRadius
        return ResultColumn(
            name: requirement.id + "_m", kind: .real,
            title: Wording(
                "\(requirement.titleEn): \(straight ? "straight line" : "walk") (m)",
                "\(requirement.title)：\(straight ? "直线" : "步行")距离（米）"))
    }

    /// The column that says why the verdict is uncertain.
    static func uncertaintyColumn(_ requirement: FacilityRequirement) -> ResultColumn {
        ResultColumn(
            name: requirement.id + "_uncertain", kind: .text,
            title: Wording("\(requirement.titleEn): why uncertain", "\(requirement.title)：不确定原因"))
    }

    var table: ResultTable {
        let own = audit.requirements.map(\.requirement).flatMap {
            [
                VerdictTable.verdictColumn($0), VerdictTable.distanceColumn($0),
                VerdictTable.uncertaintyColumn($0),
            ]
        }
        return ResultTable(
            name: .verdicts,
            columns: ColumnCatalogue.columns(VerdictTable.identity, of: .blocks) + own,
            count: audit.area.blocks.count, row: row, shape: { audit.area.blocks[$0].shape })
    }

    private func row(_ place: Int) -> [JSONValue?] {
        let block = audit.area.blocks[place]
        let identity: [JSONValue?] = [
            .string(block.id), block.name.map { .string($0) }, block.population.map(Rounding.amount),
            block.unit.map { .string(audit.area.units[$0].id) },
            .integer(audit.requirements.count { $0.assessments[place].verdict == .gap }),
        ]
        return identity
            + audit.requirements.enumerated().flatMap { number, result -> [JSONValue?] in
                let assessment = result.assessments[place]
                let distance =
                    result.requirement.isByRadius
                    ? assessment.straight.map { .decimal($0, places: 1) }
                    : assessment.distance.map { Rounding.walked($0) }
                let isUncertain = audit.edge.isUncertain(number, block: place)
                return [
                    .string(assessment.verdict.rawValue), distance, isUncertain ? .string("edge") : nil,
                ]
            }
    }
}
