import GapAnalysis
import Standards
import VectorFiles

/// `assessment.csv`: a row per item, in the document's order.
struct AssessmentTable {
    static let columns = [
        "item", "group", "indicator", "class", "text", "result", "geometry", "figure", "rule", "reason",
        "evidence", "who", "when", "source", "note", "place", "quote", "draft",
        "uncertain_verdicts", "uncertain",
    ]

    private let assessment: IndicatorAssessment

    /// The table of `assessment`.
    init(_ assessment: IndicatorAssessment) { self.assessment = assessment }

    /// Writes the rows.
    func write(to file: StagedFile) {
        var csv = CSVWriter(file: file, columns: AssessmentTable.columns)
        for item in assessment.items {
            for value in values(of: item) { csv.field(value) }
            csv.endRow()
        }
    }

    /// One value a column.
    private func values(of item: ItemAssessment) -> [JSONValue?] {
        (identity(of: item) + judged(item, .en) + stated(item)).map { JSONValue($0) } + cited(item)
            + doubted(item)
    }

    /// The same as a table of a workbook, with what it says in Chinese as well.
    var table: ResultTable {
        let items = assessment.items
        let names = AssessmentTable.columns + ["result_zh", "figure_zh", "rule_zh"]
        return ResultTable(
            name: .assessment, columns: ColumnCatalogue.columns(names, of: .assessment), count: items.count,
            row: { place in
                let chinese = [items[place].result.wording.zh] + judged(items[place], .zh).dropLast()
                return values(of: items[place]) + chinese.map { JSONValue($0) }
            })
    }

    private func identity(of item: ItemAssessment) -> [String?] {
        let system = assessment.system
        return [
            item.item.id, system.group(id: item.indicator.group)?.title, item.indicator.title,
            system.indicatorClass(id: item.item.classID)?.title, item.item.text, item.result.rawValue,
            item.geometry?.rawValue,
        ]
    }

    /// Several rules of an item stand in one cell, each after its own `|`.
    private func judged(_ item: ItemAssessment, _ language: Language) -> [String?] {
        guard !item.outcomes.isEmpty else { return [nil, nil, nil] }
        return [
            item.outcomes.map { $0.figureText(language) }.joined(separator: " | "),
            item.outcomes.map { $0.rule.wording(language) }.joined(separator: " | "),
            item.outcomes.compactMap { $0.reason?.rawValue }.joined(separator: " | "),
        ]
    }

    private func stated(_ item: ItemAssessment) -> [String?] {
        let evidence = item.evidence
        let word = evidence.map { $0.isMet ? "met" : "not_met" }
        return [word, evidence?.who, evidence?.when, evidence?.source, evidence?.note]
    }

    private func cited(_ item: ItemAssessment) -> [JSONValue?] {
        [
            .string(item.item.citation.place), .string(item.item.citation.quote),
            .bool(assessment.system.draft),
        ]
    }

    /// Empty where geometry has no say.
    private func doubted(_ item: ItemAssessment) -> [JSONValue?] {
        guard !item.outcomes.isEmpty else { return [nil, nil] }
        return [.integer(item.uncertainCount), item.isUncertain ? .string("edge") : nil]
    }
}
