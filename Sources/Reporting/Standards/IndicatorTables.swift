import Standards
import VectorFiles

/// Indicators as tables for a terminal.
struct IndicatorTables {
    let language: Language
    /// Lines take at most so many columns of a terminal where words can be cut.
    let width: Int

    private func pick(_ en: String, _ zh: String) -> String { language.pick(en: en, zh: zh) }

    /// The totals, a line an item, and what is missing.
    func show(_ system: IndicatorSystem) -> String {
        [totals(system), items(system), rules(system), missing(system)].filter { !$0.isEmpty }.joined(
            separator: "\n")
    }

    private func totals(_ system: IndicatorSystem) -> String {
        let listed = pick(
            "\(system.indicators.count) indicators, \(system.items.count) items",
            "\(system.indicators.count) 项指标，\(system.items.count) 细项")
        let classes = system.classes.map { named in
            let printed = system.printedTotal(of: .ofClass(named.id)).map {
                pick(" (printed \($0.total))", "（文中合计 \($0.total)）")
            }
            return "\(pick(named.titleEn, named.title)) \(system.count(ofClass: named.id))\(printed ?? "")"
        }
        let form = system.totals.compactMap { total in
            total.met.map { "\($0)/\(total.total) = \(percent(total.computedPercent)) %" }
        }
        let line = listed + pick(": ", "：") + classes.joined(separator: pick(", ", "，"))
        guard !form.isEmpty else { return wrapped(line) }
        return wrapped(line)
            + wrapped(pick("the form's own result: ", "表中自评：") + form.joined(separator: ", "))
    }

    private func percent(_ value: Double?) -> String {
        value.map { Rounding.text(.decimal($0, places: 2)) } ?? "–"
    }

    private func items(_ system: IndicatorSystem) -> String {
        var table = TerminalTable([
            ("id", .left), (pick("indicator", "指标"), .left), (pick("class", "性质"), .left),
            (pick("judged by", "评判"), .left), (pick("as printed", "指标内容"), .left),
        ])
        for indicator in system.indicators {
            for item in indicator.items {
                let named = system.indicatorClass(id: item.classID)
                table.append([
                    item.id, pick(indicator.titleEn, indicator.title),
                    named.map { pick($0.titleEn, $0.title) } ?? item.classID,
                    item.judgement.word(language), (item.isTicked ? "☑ " : "") + item.text,
                ])
            }
        }
        return table.text(within: width)
    }

    private func rules(_ system: IndicatorSystem) -> String {
        system.items.filter { $0.judgement != .evidence }.map { item in
            wrapped("> \(item.id): \(item.judgement.wording(language))")
        }.joined()
    }

    private func missing(_ system: IndicatorSystem) -> String {
        system.missing.map { item in
            let named = system.indicatorClass(id: item.classID)
            let title = named.map { pick($0.titleEn, $0.title) } ?? item.classID
            let what = pick("missing from the stored text", "存本缺失")
            return wrapped("? \(item.id) \(title): \(what) (\(item.citation.place))")
        }.joined()
    }

    private func wrapped(_ line: String) -> String { line.wrapped(within: width) + "\n" }
}
