public import GapAnalysis
import Standards
import VectorFiles

extension ItemResult {
    /// What the result is called.
    public var wording: Wording {
        switch self {
        case .met: Wording("met", "符合")
        case .notMet: Wording("not met", "不符合")
        case .needsEvidence: Wording("needs evidence", "需举证")
        case .notAssessable: Wording("not assessable", "无法评估")
        case .conflict: Wording("conflict, needs a decision", "空间与举证不一致，待定")
        }
    }
}

extension RuleOutcome.Verdict {
    var wording: Wording {
        switch self {
        case .met: Wording("met", "符合")
        case .notMet: Wording("not met", "不符合")
        case .notAssessable: Wording("not assessable", "无法评估")
        }
    }
}

extension RuleOutcome.Reason {
    /// Why a rule could not be judged.
    var wording: Wording {
        switch self {
        case .noCircle: Wording("the facility table has no such circle", "设施表没有该圈层")
        case .nothingAsked:
            Wording("the facility table asks for nothing in this circle", "设施表在该圈层没有要求")
        case .noBlocks: Wording("no blocks", "没有街坊")
        case .notSurveyed: Wording("kind not surveyed, or nobody on the network", "该类设施未调查，或街坊均未接入路网")
        case .someUnknown: Wording("some blocks not assessable", "部分街坊无法评估")
        case .sizeUnknown: Wording("size unknown", "规模未知")
        case .pathsUnknown: Wording("the data do not mark these paths", "数据未标明该类步道")
        case .networkUnknown: Wording("not known from the data", "数据不足以判断")
        }
    }
}

extension RuleOutcome {
    /// The figure with its unit; empty when there is none.
    func figureText(_ language: Language) -> String {
        switch figure {
        case .coverage(let served, let blocks, let residents, let all):
            let people = all > 0 ? language.pick(en: ", residents ", zh: "，居民 ") + share(residents, all) : ""
            return language.pick(en: "blocks ", zh: "街坊 ") + "\(served)/\(blocks)" + people
        case .services(let served, let rows):
            return language.pick(en: "rows met everywhere ", zh: "全部达标的设施 ") + "\(served)/\(rows)"
        case .sizes(let adequate, let unknown, let small):
            return language.pick(
                en: "large enough \(adequate), size unknown \(unknown), too small \(small)",
                zh: "规模达标 \(adequate)，规模未知 \(unknown)，规模不足 \(small)")
        case .measured(let value, let unit):
            return Rounding.text(.decimal(value, places: 3)) + " \(unit)"
        case nil: return ""
        }
    }

    private func share(_ part: Double, _ all: Double) -> String {
        "\(Rounding.text(Rounding.amount(part)))/\(Rounding.text(Rounding.amount(all))) = "
            + Rounding.percent(part / all) + " %"
    }

    /// How many shortfalls of blocks rest on the edge of the data, and whether the verdict does; empty when none.
    private func doubtText(_ language: Language) -> String {
        guard doubt.count > 0 else { return "" }
        let count = language.pick(
            en: "uncertain near the edge of the data: \(doubt.count)", zh: "近数据边缘存疑 \(doubt.count) 项")
        return isUncertain ? count + language.pick(en: ", all that fail", zh: "，即全部不达标项") : count
    }

    /// Rule, verdict, figure and reason in one line.
    func line(_ language: Language) -> String {
        let details = [figureText(language), reason?.wording.text(language) ?? "", doubtText(language)]
            .filter { !$0.isEmpty }
        let list = details.isEmpty ? "" : " (\(details.joined(separator: "; ")))"
        return "\(rule.wording(language)): \(verdict.wording.text(language))\(list)"
    }
}

extension Evidence {
    /// The statement with who and when.
    func line(_ language: Language) -> String {
        let word = isMet ? ItemResult.met.wording : ItemResult.notMet.wording
        return ([word.text(language), who, when] + [source, note].compactMap { $0 }).joined(separator: ", ")
    }
}

extension IndicatorTotal {
    /// What is summed up.
    func title(in system: IndicatorSystem, _ language: Language) -> String {
        switch scope {
        case .items: return language.pick(en: "all items", zh: "总细项")
        case .ofClass(let id):
            let named = system.indicatorClass(id: id)
            return language.pick(en: named?.titleEn ?? id, zh: named?.title ?? id)
        case .ofGroup(let id):
            let named = system.group(id: id)
            return language.pick(en: named?.titleEn ?? id, zh: named?.title ?? id)
        }
    }

    /// `6/141 = 4.26 %`; a dash where there is nothing.
    var shareText: String {
        percent.map { "\(met)/\(total) = \(Rounding.text(.decimal($0, places: 2))) %" } ?? "–"
    }

    func count(_ result: ItemResult) -> Int { results[result] ?? 0 }
}
