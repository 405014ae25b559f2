public import GapAnalysis
import Standards
public import VectorFiles

/// `assessment.csv`: a row per item, in the document's order.
public struct AssessmentTable {
    static let columns = [
        "item", "group", "indicator", "class", "text", "result", "geometry", "figure", "rule", "reason",
        "evidence", "who", "when", "source", "note", "place", "quote", "draft",
        "uncertain_verdicts", "uncertain",
    ]

    private let assessment: IndicatorAssessment

    /// The table of `assessment`.
    public init(_ assessment: IndicatorAssessment) { self.assessment = assessment }

    /// Writes the rows.
    public func write(to file: StagedFile) {
        var csv = CSVWriter(file: file, columns: AssessmentTable.columns)
        for item in assessment.items {
            for text in identity(of: item) + judged(item) + stated(item) + cited(item) + doubted(item) {
                csv.field(text)
            }
            csv.endRow()
        }
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
    private func judged(_ item: ItemAssessment) -> [String?] {
        guard !item.outcomes.isEmpty else { return [nil, nil, nil] }
        return [
            item.outcomes.map { $0.figureText(.en) }.joined(separator: " | "),
            item.outcomes.map { $0.rule.wording(.en) }.joined(separator: " | "),
            item.outcomes.compactMap { $0.reason?.rawValue }.joined(separator: " | "),
        ]
    }

    private func stated(_ item: ItemAssessment) -> [String?] {
        let evidence = item.evidence
        let word = evidence.map { $0.isMet ? "met" : "not_met" }
        return [word, evidence?.who, evidence?.when, evidence?.source, evidence?.note]
    }

    private func cited(_ item: ItemAssessment) -> [String?] {
        [item.item.citation.place, item.item.citation.quote, assessment.system.draft ? "true" : "false"]
    }

    /// Empty where geometry has no say.
    private func doubted(_ item: ItemAssessment) -> [String?] {
        guard !item.outcomes.isEmpty else { return [nil, nil] }
        return ["\(item.uncertainCount)", item.isUncertain ? "edge" : nil]
    }
}
