import GapAnalysis
import Geometry
import Projections
import Standards
import StudyAreas
import VectorFiles

/// `verdicts.shp`: one row a block with the verdict, the distance and the mark of every requirement, and a table of what its
/// short columns mean.
struct ResultShapefile {
    static let fileNames = ShapefileWriter.parts.map { "verdicts.\($0)" } + ["verdicts_fields.csv"]

    private let audit: Audit
    private let table: ResultTable
    /// By column of the table.
    private let shortNames: [String]

    init(_ audit: Audit) {
        self.audit = audit
        table = VerdictTable(audit: audit).table
        shortNames = ["id", "name", "population", "unit", "gaps"] + ResultShapefile.numbered(audit)
    }

    /// `r01_verd`, `r01_dist` and `r01_unc` for the first requirement; ids are too long and too much alike.
    private static func numbered(_ audit: Audit) -> [String] {
        audit.requirements.indices.flatMap { place in
            let number = String(place + 1)
            let padded = String(repeating: "0", count: max(0, 2 - number.count)) + number
            return ["r\(padded)_verd", "r\(padded)_dist", "r\(padded)_unc"]
        }
    }

    func write(to files: [StagedFile]) throws {
        let fields = zip(shortNames, table.columns).map { VectorLayer.Field(name: $0, kind: $1.kind) }
        let families = audit.area.blocks.map { ShapeFamily($0.shape) }
        let isSurface = ShapeFamily.byFrequency(in: families).first == .areas
        let layer = LayerContent(
            name: "verdicts", reference: audit.area.plane.reference?.definition, fields: fields,
            count: table.count,
            // A Shapefile has one kind of shape. A block of another keeps its row: as a point among points, with no
            // shape among areas.
            shape: { place in
                let block = audit.area.blocks[place]
                guard isSurface else { return .point(block.origin) }
                return families[place] == .areas ? block.shape : .multiPolygon([])
            }, values: { place in table.row(place).map { FieldValue($0) } })
        try ShapefileWriter.write(layer, to: Array(files.dropLast()))
        if let last = files.last { writeFields(to: last) }
    }

    private func writeFields(to file: StagedFile) {
        var csv = CSVWriter(
            file: file, columns: ["field", "column", "title_zh", "title_en", "requirement_id", "values"])
        let values = Verdict.allCases.map { "\($0.rawValue) \($0.wording.zh)" }.joined(separator: "; ")
        let requirements = audit.requirements.flatMap { Array(repeating: $0.requirement.id, count: 3) }
        let identity = VerdictTable.identity.count
        for (place, column) in table.columns.enumerated() {
            let requirement = place < identity ? nil : requirements[place - identity]
            csv.field(shortNames[place])
            csv.field(column.name)
            csv.field(column.title.zh)
            csv.field(column.title.en)
            csv.field(requirement)
            let isVerdict = column.name == requirement
            let isMark = requirement != nil && shortNames[place].hasSuffix("_unc")
            csv.field(isVerdict ? values : isMark ? "edge 近数据边缘" : nil)
            csv.endRow()
        }
    }
}
