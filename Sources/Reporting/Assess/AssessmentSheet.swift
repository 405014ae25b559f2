public import GapAnalysis
import Standards
import StudyAreas

/// The sheet in the form's layout: first level, indicator, class, item, boxes to tick, and what each rests on.
public struct AssessmentSheet: Sendable {
    private let assessment: IndicatorAssessment

    /// The sheet of `assessment`.
    public init(_ assessment: IndicatorAssessment) { self.assessment = assessment }

    /// As a page in Markdown.
    public var markdown: String {
        let pages = tables.map { table -> String in
            var page = MarkdownTable(MarkdownText.escaped(table.heading), table.titles)
            for row in table.rows { page.append(row.map(MarkdownText.cell)) }
            return page.text
        }
        return "# \(MarkdownText.escaped(title))\n\n"
            + remarks.map { "\(MarkdownText.escaped($0))\n" }.joined(separator: "\n") + "\n"
            + pages.joined(separator: "\n")
    }

    /// As a page to print, complete in itself.
    public var html: String {
        """
        <!DOCTYPE html>
        <html lang="zh"><head><meta charset="utf-8"><title>\(HTMLText.escaped(title))</title><style>
        body{font:10pt/1.4 serif;margin:1.5cm}table{border-collapse:collapse;width:100%;margin:0 0 1em}
        th,td{border:1px solid #444;padding:2px 5px;text-align:left;vertical-align:top}
        tr{break-inside:avoid}thead{display:table-header-group}
        </style></head><body>
        <h1>\(HTMLText.escaped(title))</h1>
        \(remarks.map { "<p>\(HTMLText.escaped($0))</p>" }.joined(separator: "\n"))
        \(tables.map(html).joined(separator: "\n"))
        </body></html>

        """
    }

    private func html(_ table: SheetTable) -> String {
        func row(_ cells: [String], _ tag: String) -> String {
            "<tr>" + cells.map { "<\(tag)>\(HTMLText.escaped($0))</\(tag)>" }.joined() + "</tr>"
        }
        return "<h2>\(HTMLText.escaped(table.heading))</h2>\n<table><thead>\(row(table.titles, "th"))</thead>"
            + "<tbody>\n\(table.rows.map { row($0, "td") }.joined(separator: "\n"))\n</tbody></table>"
    }

    private var system: IndicatorSystem { assessment.system }

    private var title: String {
        "\(system.title) \(system.titleEn)" + (system.draft ? "（征求意见稿 draft）" : "")
    }

    private var remarks: [String] {
        let unit = assessment.unit.map { assessment.area.units[$0] }
        let place = [assessment.area.name, unit.map { $0.name ?? $0.id }].compactMap { $0 }
        let circles = assessment.standard
        let lines =
            [
                place.isEmpty ? "" : "评估范围 place: \(place.joined(separator: " · "))",
                "圈层距离依据 circles by: \(circles.title)" + (circles.draft ? "（征求意见稿 draft）" : ""),
            ] + circles.overrideLines(.zh) + [
                "☑ 符合 met　☐ 未定 open　☒ 不符合 not met　⚠ 待定 needs a decision", edgeRemark,
            ]
        return lines.filter { !$0.isEmpty }
    }

    private var edgeRemark: String {
        let (count, blocks) = (assessment.uncertainCount, assessment.uncertainBlocks.count)
        guard count > 0 else { return "" }
        let items = assessment.items.count(where: \.isUncertain)
        return "近数据边缘存疑的结论 uncertain near the edge of the data: \(count) 项 verdicts, \(blocks) 个街坊 blocks, "
            + "\(items) 个细项取决于此 items rest on them"
    }

    /// A table of the sheet, in both forms.
    private struct SheetTable {
        let heading: String
        let titles: [String]
        let rows: [[String]]
    }

    private var tables: [SheetTable] { system.groups.map(table) + [totals] }

    private func table(_ group: IndicatorGroup) -> SheetTable {
        SheetTable(
            heading: "\(group.title) \(group.titleEn)",
            titles: ["二级指标 indicator", "性质 class", "指标内容 item", "自评 result", "依据 basis", "出处 place"],
            rows: assessment.items.filter { $0.indicator.group == group.id }.map(row))
    }

    private func row(_ item: ItemAssessment) -> [String] {
        let basis = item.outcomes.map { $0.line(.zh) } + [item.evidence?.line(.zh)].compactMap { $0 }
        return [
            "\(item.indicator.number) \(item.indicator.title)",
            system.indicatorClass(id: item.item.classID)?.title ?? item.item.classID,
            "(\(item.item.id)) \(item.item.text)", "\(box(item.result)) \(item.result.wording.zh)",
            basis.joined(separator: "；"), item.item.citation.place,
        ]
    }

    private func box(_ result: ItemResult) -> String {
        switch result {
        case .met: "☑"
        case .notMet: "☒"
        case .conflict: "⚠"
        case .needsEvidence, .notAssessable: "☐"
        }
    }

    private var totals: SheetTable {
        SheetTable(
            heading: "合计 Totals",
            titles: [
                "", "所列 listed", "缺失 missing", "文中合计 printed", "符合 met", "不符合 not met",
                "需举证 needs evidence", "无法评估 not assessable", "待定 conflict", "占比 share",
            ],
            rows: assessment.totals.map { total in
                [
                    "\(total.title(in: system, .zh)) \(total.title(in: system, .en))", "\(total.listed)",
                    "\(total.missing)", total.printed.map { "\($0)" } ?? "–",
                ]
                    + [ItemResult.met, .notMet, .needsEvidence, .notAssessable, .conflict].map {
                        "\(total.count($0))"
                    } + [total.shareText]
            })
    }
}

/// Texts of data within a page.
enum HTMLText {
    /// The text with everything that HTML would take for its own written as entities.
    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
    }
}

/// Texts of data within Markdown.
enum MarkdownText {
    private static let signs: Set<Character> = ["\\", "`", "*", "_", "[", "]", "#", "!"]

    /// The text on one line, with the signs that Markdown and HTML would take for their own made harmless.
    static func escaped(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        var marked = ""
        for sign in line { marked += signs.contains(sign) ? "\\\(sign)" : "\(sign)" }
        return marked.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;")
    }

    /// A cell of a table, whose bars the table itself writes.
    static func cell(_ text: String) -> String { escaped(text) }
}
