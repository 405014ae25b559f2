public import GapAnalysis
import Standards
import StudyAreas
public import VectorFiles

extension ResultFolder {
    /// Writes everything `assess` has to say.
    ///
    /// - Parameter progress: Called with the share of the files done.
    /// - Throws: `VectorFileError` when something cannot be written; nothing is left behind then.
    public func write(
        _ assessment: IndicatorAssessment, manifest: JSONValue, progress: (Double) -> Void
    ) throws {
        let sheet = AssessmentSheet(assessment)
        try write(
            [
                AssessmentTable(assessment).write, assessment.json.write, { $0.write(sheet.markdown) },
                { $0.write(sheet.html) }, FindingsTable(assessment.findings).write, manifest.write,
            ], AssessmentResults(assessment: assessment).content, progress: progress)
    }
}

/// An assessment for QGIS and Excel.
struct AssessmentResults {
    let assessment: IndicatorAssessment

    var content: StyledResults {
        let layers = AssessmentLayers(assessment: assessment)
        let items = AssessmentTable(assessment).table
        let data = [
            totals, items, layers.blocks, layers.facilities, FindingsTable(assessment.findings).table,
        ]
        let (system, standard) = (assessment.system, assessment.standard)
        return StyledResults(
            layers: layers.styled, sidecars: [], sheets: [about(data)] + data,
            plane: assessment.area.plane, isDraft: system.draft || standard.draft)
    }

    private func about(_ tables: [ResultTable]) -> ResultTable {
        let (system, unit) = (assessment.system, assessment.unit.map { assessment.area.units[$0] })
        return AboutTable(
            area: assessment.area,
            lines: [
                .init(
                    Wording("indicators", "指标体系"), code: system.id,
                    .string(system.title + (system.draft ? "（征求意见稿）" : ""))),
                .init(Wording("version of the indicators", "指标体系版本"), .string(system.version)),
                .init(Wording("unit", "统计单元"), code: unit?.id, JSONValue(unit?.name)),
                .standard(assessment.standard), .version(assessment.standard),
            ], tables: tables
        ).table
    }

    /// All items, each class, each first level.
    private var totals: ResultTable {
        let columns = [
            "scope", "title", "listed", "missing", "printed", "met", "not_met", "needs_evidence",
            "not_assessable", "conflict", "percent", "percent_of_listed",
        ]
        return ResultTable(.totals, columns, count: assessment.totals.count) { place in
            let total = assessment.totals[place]
            let scope =
                switch total.scope {
                case .items: "items"
                case .ofClass(let id): id
                case .ofGroup(let id): id
                }
            let identity: [(String, JSONValue)] = [
                ("scope", .string(scope)), ("title", .string(total.title(in: assessment.system, .zh))),
                ("listed", .integer(total.listed)), ("missing", .integer(total.missing)),
                ("printed", total.printed.map { .integer($0) } ?? .null),
            ]
            let results: [ItemResult] = [.met, .notMet, .needsEvidence, .notAssessable, .conflict]
            return identity + results.map { ($0.rawValue, .integer(total.count($0))) } + [
                ("percent", total.percent.map { .decimal($0, places: 2) } ?? .null),
                ("percent_of_listed", total.percentOfListed.map { .decimal($0, places: 2) } ?? .null),
            ]
        }
    }
}
