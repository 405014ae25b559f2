import Standards
import VectorFiles

/// Indicators as sections of a page in Markdown.
struct IndicatorPage {
    let system: IndicatorSystem

    /// The totals, then a table a group.
    var text: String {
        ([totals] + system.groups.map(table) + [missing, notes]).filter { !$0.isEmpty }
            .joined(separator: "\n")
    }

    private var totals: String {
        var table = MarkdownTable(
            "评价指标 Indicators",
            ["", "所列 listed", "缺失 missing", "文中合计 printed", "自评符合 met", "出处 place", "原文 quoted"])
        let rows: [(PrintedTotal.Scope, String, Int, Int)] =
            [
                (.indicators, "指标 indicators", system.indicators.count, 0),
                (.items, "细项 items", system.items.count, system.missing.count),
            ]
            + system.classes.map { named in
                let missing = system.missing.count { $0.classID == named.id }
                let all = system.count(ofClass: named.id)
                return (.ofClass(named.id), "\(named.title) \(named.titleEn)", all - missing, missing)
            }
        for (scope, name, listed, missing) in rows {
            let printed = system.printedTotal(of: scope)
            table.append([
                name, "\(listed)", "\(missing)", printed.map { "\($0.total)" } ?? "–",
                printed.flatMap(result) ?? "–", printed?.citation.place ?? "–",
                printed?.citation.quote ?? "–",
            ])
        }
        let name = "`\(system.id)`, version \(system.version): \(system.title), \(system.titleEn)\n"
        return table.text + "\n" + name
    }

    private func result(of total: PrintedTotal) -> String? {
        guard let met = total.met, let percent = total.computedPercent else { return nil }
        return "\(met)/\(total.total) = \(Rounding.text(.decimal(percent, places: 2))) %"
    }

    private func table(_ group: IndicatorGroup) -> String {
        var table = MarkdownTable(
            "\(group.title) \(group.titleEn)",
            ["id", "指标 indicator", "性质 class", "指标内容 as printed", "评判 judged by", "出处 place"],
            level: 3)
        for indicator in system.indicators where indicator.group == group.id {
            for item in indicator.items {
                table.append([
                    item.id, "\(indicator.title)<br>\(indicator.titleEn)",
                    system.indicatorClass(id: item.classID)?.title ?? item.classID,
                    (item.isTicked ? "☑ " : "") + item.text,
                    item.judgement == .evidence
                        ? "需举证 evidence"
                        : "\(item.judgement.wording(.zh))<br>\(item.judgement.wording(.en))",
                    item.citation.place,
                ])
            }
        }
        return table.text
    }

    private var missing: String {
        let lines = system.missing.map { item in
            let title = system.indicatorClass(id: item.classID)?.title ?? item.classID
            return "- \(item.id) (\(title)): 存本缺失 missing from the stored text, \(item.citation.place): "
                + "“\(item.citation.quote)”"
        }
        return lines.isEmpty ? "" : "### 缺失 Missing items\n\n" + lines.joined(separator: "\n") + "\n"
    }

    private var notes: String {
        let lines = system.items.flatMap { item in
            ([item.note.map { "\($0.zh) \($0.en)" }].compactMap { $0 }
                + item.basis.map { "依据 basis: \($0.place): “\($0.quote)”" }
                + (item.citation.quote == item.text ? [] : ["原文 quoted: “\(item.citation.quote)”"]))
                .map { "- \(item.id): \($0)" }
        }
        return lines.isEmpty ? "" : "### 说明与依据 Notes and bases\n\n" + lines.joined(separator: "\n") + "\n"
    }
}
