import GapAnalysis
import Standards
import StudyAreas

/// What a terminal shows of the supply: the kinds of which there is less than the residents need, or may be.
struct SupplyOverview {
    let audit: Audit
    let language: Language

    private func pick(_ en: String, _ zh: String) -> String { language.pick(en: en, zh: zh) }

    var text: String {
        let all = audit.supply.filter { $0.scope == .area && $0.facilities > 0 && $0.residents > 0 }
        let wanting = all.filter { $0.verdict == .short || $0.verdict == .open }
        guard !all.isEmpty else { return "" }
        let enough = all.count { $0.verdict == .enough }
        let line =
            pick(
                "Supply: enough facilities for the residents of \(enough) of \(all.count) kinds.",
                "配置数量：\(all.count) 类设施中 \(enough) 类数量充足。")
            + unknownResidents
        return wanting.isEmpty ? line + "\n" : table(wanting).text + line + "\n"
    }

    private var unknownResidents: String {
        let unknown = audit.area.blocks.count { $0.population == nil }
        guard unknown > 0 else { return "" }
        return pick(
            " The residents of \(unknown) blocks are not known, so nothing is called enough.",
            "\(unknown) 个街坊人口未知，故不作充足的结论。")
    }

    private func table(_ provisions: [Provision]) -> TerminalTable {
        var table = TerminalTable([
            (pick("supply", "配置数量"), .left), (pick("residents", "居民"), .right),
            (pick("people each", "每处服务人口"), .right), (pick("needed", "应有"), .right),
            (pick("large enough", "规模达标"), .right), (pick("size unknown", "规模未知"), .right),
            (pick("too small", "规模不足"), .right), (pick("verdict", "结论"), .left),
        ])
        for provision in provisions {
            let requirement = audit.requirements[provision.requirement].requirement
            let kind = FacilityKindCatalogue.bundled.kind(id: requirement.kind)
            table.append([
                pick(kind?.titleEn ?? requirement.titleEn, kind?.title ?? requirement.title),
                Rounding.text(Rounding.amount(provision.residents)),
                provision.peoplePerFacility.map { "\($0)" } ?? "–", provision.needed.map { "\($0)" } ?? "–",
                "\(provision.adequate)", "\(provision.sizeUnknown)", "\(provision.undersized)",
                provision.verdict?.wording.text(language) ?? "–",
            ])
        }
        return table
    }
}

extension ProvisionVerdict {
    /// What the verdict is called.
    var wording: Wording {
        switch self {
        case .enough: Wording("enough", "充足")
        case .short: Wording("short", "不足")
        case .open: Wording("open", "待定")
        }
    }
}
