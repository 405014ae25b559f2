public import GapAnalysis
import PedestrianNetworks
import Standards
import StudyAreas
import VectorFiles

/// What a terminal shows at the end of a run: the table of gaps, the balance of the input, the worst blocks.
public struct AuditOverview: Sendable {
    private let audit: Audit
    private let language: Language

    /// An overview of `audit` in `language`.
    public init(_ audit: Audit, language: Language) {
        self.audit = audit
        self.language = language
    }

    /// The whole text.
    public var text: String {
        [heading, gapTable, notSurveyed, supply, balance, provision, edge, unitTable, worstBlocks].filter {
            !$0.isEmpty
        }
        .joined(separator: "\n")
    }

    private func pick(_ en: String, _ zh: String) -> String { language.pick(en: en, zh: zh) }

    /// The kind's short name: the table's own title may carry a long remark.
    private func name(of requirement: FacilityRequirement) -> String {
        let kind = FacilityKindCatalogue.bundled.kind(id: requirement.kind)
        return pick(kind?.titleEn ?? requirement.titleEn, kind?.title ?? requirement.title)
    }

    private var heading: String {
        let standard = audit.standard
        let place = audit.area.name.map { "\($0) · " } ?? ""
        let title = place + standard.markedTitle(language)
        return ([title] + standard.overrideLines(language)).joined(separator: "\n") + "\n"
    }

    private var hasPopulation: Bool { audit.area.blocks.contains { $0.population != nil } }

    private var gapTable: String {
        var table = TerminalTable([
            (pick("requirement", "配置要求"), .left), (pick("circle", "圈层"), .right),
            (pick("limit m", "限值 米"), .right),
            (hasPopulation ? pick("residents %", "居民 %") : pick("blocks %", "街坊 %"), .right),
            (pick("lenient %", "宽限 %"), .right), (pick("land %", "用地 %"), .right),
            (pick("met", "达标"), .right), (pick("marginal", "勉强"), .right),
            (pick("undersized", "规模不足"), .right), (pick("gap", "盲区"), .right),
            (pick("unknown", "无法评估"), .right), (pick("residents in gaps", "盲区居民"), .right),
        ])
        for coverage in audit.totals where !isNotSurveyed(coverage) { table.append(row(of: coverage)) }
        return table.text
    }

    private func isNotSurveyed(_ coverage: Coverage) -> Bool {
        let assessments = audit.requirements[coverage.requirement].assessments
        return assessments.allSatisfy { $0.reason == .notSurveyed }
    }

    /// Requirements that nothing is known about, in one line instead of rows of dashes.
    private var notSurveyed: String {
        let names = audit.totals.filter(isNotSurveyed).map {
            name(of: audit.requirements[$0.requirement].requirement)
        }
        guard !names.isEmpty else { return "" }
        let list = names.joined(separator: pick(", ", "、"))
        return pick(
            "Not surveyed, hence not assessable (\(names.count)): \(list).",
            "未调查，故无法评估（\(names.count) 项）：\(list)。") + "\n"
    }

    private func row(of coverage: Coverage) -> [String] {
        let result = audit.requirements[coverage.requirement]
        let requirement = result.requirement
        let shares = hasPopulation ? coverage.population : coverage.blocks
        let limits = [result.limits.strict, result.limits.lenient].map { Rounding.text(Rounding.limit($0)) }
        return [
            name(of: requirement),
            requirement.distanceLabel(language),
            limits[0] == limits[1] ? limits[0] : limits.joined(separator: "/"),
            Rounding.percent(shares.strictShare), Rounding.percent(shares.lenientShare),
            Rounding.percent(coverage.land.strictShare),
        ]
            + [
                coverage.blocks.met, coverage.blocks.marginal, coverage.blocks.undersized,
                coverage.blocks.gap,
                coverage.blocks.notAssessable,
            ].map(number)
            + [hasPopulation ? number(coverage.population.gap) : "–"]
    }

    /// What was walked on and to: the network, and facilities by kind, the most frequent first.
    private var supply: String {
        let network = audit.area.network
        let length = Rounding.text(.decimal(network.length.metres / 1000, places: 1))
        let pieces = network.components.count
        var counts: [String: Int] = [:]
        for facility in audit.area.facilities { counts[facility.kind, default: 0] += 1 }
        let kinds = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { kind, count in
            let known = FacilityKindCatalogue.bundled.kind(id: kind)
            return pick(known?.titleEn ?? kind, known?.title ?? kind) + " \(count)"
        }
        return [
            pick(
                "Network: \(network.edgeCount) walkable edges, \(length) km in \(pieces) connected pieces.",
                "路网：可步行路段 \(network.edgeCount) 条，共 \(length) 公里，连通部分 \(pieces) 个。"),
            pick("Facilities: ", "设施：") + kinds.joined(separator: pick(", ", "、")) + pick(".", "。"),
        ].joined(separator: "\n")
    }

    /// Input = assessed + not assessable, in blocks and people over all requirements; checked before printing.
    private var balance: String {
        let blocks = audit.area.blocks
        let residents = blocks.reduce(0) { $0 + ($1.population ?? 0) }
        let count = audit.requirements.count
        func sum(_ figure: (Coverage) -> Double) -> String {
            number(audit.totals.reduce(0) { $0 + figure($1) })
        }
        let excluded = audit.area.tallies.filter { $0.layer == "blocks" }.reduce(0) { $0 + $1.excluded }
        let (assessed, unassessed) = (sum(\.blocks.assessed), sum(\.blocks.notAssessable))
        let (people, unknownPeople) = (sum(\.population.assessed), sum(\.population.notAssessable))
        let unknown = blocks.count { $0.population == nil }
        return [
            pick(
                "Blocks: \(blocks.count + excluded) read = \(blocks.count) analysed + \(excluded) left out.",
                "街坊：读入 \(blocks.count + excluded) ＝ 参与分析 \(blocks.count) ＋ 剔除 \(excluded)。"),
            pick(
                "Balance, blocks × \(count) requirements: \(blocks.count * count) = \(assessed) assessed + \(unassessed) not assessable.",
                "平衡，街坊 × \(count) 项要求：\(blocks.count * count) ＝ 已评估 \(assessed) ＋ 无法评估 \(unassessed)。"),
            residents == 0
                ? ""
                : pick(
                    "Balance, residents × \(count): \(number(residents * Double(count))) = \(people) assessed + \(unknownPeople) not assessable (\(number(residents)) residents).",
                    "平衡，居民 × \(count)：\(number(residents * Double(count))) ＝ 已评估 \(people) ＋ 无法评估 \(unknownPeople)（居民 \(number(residents)) 人）。"
                ),
            unknown == 0
                ? ""
                : pick(
                    "Population unknown for \(unknown) of the blocks: counted as blocks and land, not as residents.",
                    "\(unknown) 个街坊人口未知：计入街坊数和用地，不计入居民。"),
        ].filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
    }

    /// How much rests on data that ends too soon.
    private var edge: String {
        EdgeLine(
            area: audit.area, blocks: audit.edge.blocks, count: audit.edge.count,
            total: number(audit.totals.reduce(0) { $0 + $1.blocks.assessed }),
            noun: Wording("verdicts", "项结论"), widest: audit.edge.widest
        ).text(language)
    }

    private var provision: String { SupplyOverview(audit: audit, language: language).text }

    private func number(_ value: Double) -> String { Rounding.text(Rounding.amount(value)) }

    /// How the cases of each unit fall: blocks of the unit under every requirement.
    private var unitTable: String {
        guard !audit.area.units.isEmpty else { return "" }
        var table = TerminalTable([
            (pick("unit", "统计单元"), .left), (pick("blocks", "街坊"), .right),
            (pick("residents", "居民"), .right), (pick("cases met", "达标项"), .right),
            (pick("marginal", "勉强"), .right), (pick("undersized", "规模不足"), .right),
            (pick("gap", "盲区"), .right), (pick("unknown", "无法评估"), .right),
        ])
        for place in audit.area.units.indices { table.append(row(ofUnit: place)) }
        return table.text
    }

    private func row(ofUnit place: Int) -> [String] {
        let unit = audit.area.units[place]
        let inside = audit.coverage.filter { $0.unit == place }
        func sum(_ figure: (VerdictShares) -> Double) -> String {
            number(inside.reduce(0) { $0 + figure($1.blocks) })
        }
        return [
            unit.name.map { "\(unit.id) \($0)" } ?? unit.id, number(inside.first?.blocks.input ?? 0),
            number(inside.first?.population.input ?? 0), sum(\.met), sum(\.marginal), sum(\.undersized),
            sum(\.gap), sum(\.notAssessable),
        ]
    }

    /// The blocks with the most gaps, those with more residents first among equals.
    private var worstBlocks: String {
        let ranked = audit.area.blocks.indices
            .map { (block: $0, gaps: audit.tally(ofBlock: $0)[.gap] ?? 0) }
            .filter { $0.gaps > 0 }
            .sorted { rank($0) < rank($1) }
        guard !ranked.isEmpty else { return "" }
        var table = TerminalTable([
            (pick("blocks with most gaps", "盲区最多的街坊"), .left), (pick("residents", "人口"), .right),
            (pick("gaps", "盲区"), .right), (pick("lacking", "缺少"), .left),
        ])
        for (block, gaps) in ranked.prefix(5) { table.append(row(ofBlock: block, gaps: gaps)) }
        return table.text
    }

    private func rank(_ entry: (block: Int, gaps: Int)) -> (Int, Double, Int) {
        (-entry.gaps, -(audit.area.blocks[entry.block].population ?? 0), entry.block)
    }

    private func row(ofBlock place: Int, gaps: Int) -> [String] {
        let block = audit.area.blocks[place]
        let lacking = audit.requirements.filter { $0.assessments[place].verdict == .gap }
            .map { name(of: $0.requirement) }
        let rest = lacking.count > 3 ? pick(" + \(lacking.count - 3) more", " 等 \(lacking.count) 项") : ""
        return [
            block.name.map { "\(block.id) \($0)" } ?? block.id,
            block.population.map(number) ?? "–", "\(gaps)",
            lacking.prefix(3).joined(separator: pick(", ", "、")) + rest,
        ]
    }
}
