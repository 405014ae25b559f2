import GapAnalysis
import Geometry
import Standards
import StudyAreas
import VectorFiles

/// One row a block with the verdict and the walk of every requirement beside each other: what maps of single
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

    var table: ResultTable {
        let pairs = audit.requirements.flatMap {
            [VerdictTable.verdictColumn($0.requirement), VerdictTable.distanceColumn($0.requirement)]
        }
        return ResultTable(
            name: .verdicts,
            columns: ColumnCatalogue.columns(VerdictTable.identity, of: .blocks) + pairs,
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
            + audit.requirements.flatMap { result -> [JSONValue?] in
                let assessment = result.assessments[place]
                let distance =
                    result.requirement.isByRadius
                    ? assessment.straight.map { .decimal($0, places: 1) }
                    : assessment.distance.map { Rounding.walked($0) }
                return [.string(assessment.verdict.rawValue), distance]
            }
    }
}
