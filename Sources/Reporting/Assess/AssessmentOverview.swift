public import GapAnalysis
import Standards
import StudyAreas

/// What a terminal shows of an assessment: the totals, then what geometry says no to and what is in conflict.
public struct AssessmentOverview: Sendable {
    private let assessment: IndicatorAssessment
    private let language: Language
    private let width: Int

    /// An overview of `assessment` in `language`, its tables in lines of at most `width` columns.
    public init(_ assessment: IndicatorAssessment, language: Language, width: Int = .max) {
        self.width = width
        self.assessment = assessment
        self.language = language
    }

    /// The whole text.
    public var text: String {
        [heading, totals, items].filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private func pick(_ en: String, _ zh: String) -> String { language.pick(en: en, zh: zh) }

    private var heading: String {
        let (system, unit) = (assessment.system, assessment.unit.map { assessment.area.units[$0] })
        let place = [assessment.area.name, unit.map { $0.name ?? $0.id }].compactMap { $0 }.map { "\($0) · " }
        let draft = system.draft ? pick(" (draft)", "（征求意见稿）") : ""
        return place.joined() + pick(system.titleEn, system.title) + draft + "\n"
            + assessment.standard.overrideLines(language).map { $0 + "\n" }.joined()
    }

    private var totals: String {
        var table = TerminalTable([
            (pick("items", "细项"), .left), (pick("listed", "所列"), .right),
            (pick("printed", "文中合计"), .right), (pick("met", "符合"), .right),
            (pick("not met", "不符合"), .right), (pick("needs evidence", "需举证"), .right),
            (pick("not assessable", "无法评估"), .right), (pick("conflict", "待定"), .right),
            (pick("share", "占比"), .right),
        ])
        for total in assessment.totals {
            table.append(
                [
                    total.title(in: assessment.system, language), "\(total.listed)",
                    total.printed.map { "\($0)" } ?? "–",
                ]
                    + [ItemResult.met, .notMet, .needsEvidence, .notAssessable, .conflict].map {
                        "\(total.count($0))"
                    } + [total.shareText])
        }
        return table.text(within: width)
    }

    /// Items that geometry has a say in.
    private var items: String {
        let judged = assessment.items.filter { !$0.outcomes.isEmpty }
        guard !judged.isEmpty else { return "" }
        var table = TerminalTable([
            (pick("item", "细项"), .left), (pick("result", "结论"), .left), (pick("basis", "依据"), .left),
        ])
        for item in judged {
            let lines =
                item.outcomes.map { $0.line(language) }
                + [item.evidence?.line(language)].compactMap { $0 }
            for (place, line) in lines.enumerated() {
                table.append(
                    place == 0
                        ? [item.item.id, item.result.wording.text(language), line] : ["", "", line])
            }
        }
        return table.text(within: width)
    }
}
