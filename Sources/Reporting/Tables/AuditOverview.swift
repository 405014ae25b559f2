import Standards
public import GapAnalysis
import StudyAreas

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
        ([heading, gapTable, balance] + [worstBlocks].filter { !$0.isEmpty }).joined(separator: "\n")
    }

    private func pick(_ en: String, _ zh: String) -> String { language.pick(en: en, zh: zh) }

    /// The kind's short name: the table's own title may carry a long remark.
    private func name(of requirement: FacilityRequirement) -> String {
        let kind = FacilityKindCatalogue.bundled.kind(id: requirement.kind)
        return pick(kind?.titleEn ?? requirement.titleEn, kind?.title ?? requirement.title)
    }

    private var heading: String {
        let standard = audit.standard
        let draft = standard.draft ? pick(" (draft)", "（征求意见稿）") : ""
        let place = audit.area.name.map { "\($0) · " } ?? ""
        return place + pick(standard.titleEn, standard.title) + draft + "\n"
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
        for coverage in audit.totals { table.append(row(of: coverage)) }
        return table.text
    }

    private func row(of coverage: Coverage) -> [String] {
        let result = audit.requirements[coverage.requirement]
        let requirement = result.requirement
        let shares = hasPopulation ? coverage.population : coverage.blocks
        let limits = [result.limits.strict, result.limits.lenient].map { Rounding.text(Rounding.limit($0)) }
        return [
            name(of: requirement),
            requirement.circleLabel ?? pick("radius", "半径"),
            limits[0] == limits[1] ? limits[0] : limits.joined(separator: "/"),
            Rounding.percent(shares.strictShare), Rounding.percent(shares.lenientShare),
            Rounding.percent(coverage.land.strictShare),
        ]
            + [
                coverage.blocks.met, coverage.blocks.marginal, coverage.blocks.undersized, coverage.blocks.gap,
                coverage.blocks.notAssessable,
            ].map { Rounding.text(Rounding.amount($0)) }
            + [hasPopulation ? Rounding.text(Rounding.amount(coverage.population.gap)) : "–"]
    }

    /// Input = assessed + not assessable, for the blocks and people of each requirement, in words.
    private var balance: String {
        let blocks = audit.area.blocks
        let residents = blocks.reduce(0) { $0 + ($1.population ?? 0) }
        let unknown = blocks.count { $0.population == nil }
        let ranges = (
            range { $0.blocks.assessed }, range { $0.population.assessed },
            range { $0.blocks.notAssessable }, range { $0.population.notAssessable }
        )
        let people = Rounding.text(Rounding.amount(residents))
        var lines = [
            pick(
                "Input: \(blocks.count) blocks, \(people) residents = assessed \(ranges.0) blocks, \(ranges.1) residents + not assessable \(ranges.2) blocks, \(ranges.3) residents (range over the requirements; the sum holds for each).",
                "输入：\(blocks.count) 个街坊、\(people) 人 ＝ 已评估 \(ranges.0) 个街坊、\(ranges.1) 人 ＋ 无法评估 \(ranges.2) 个街坊、\(ranges.3) 人（各项要求的范围；每项均平衡）。")
        ]
        if unknown > 0 {
            lines.append(
                pick(
                    "Population unknown for \(unknown) blocks: they count as blocks and land, not as residents.",
                    "\(unknown) 个街坊人口未知：计入街坊数和用地，不计入居民。"))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func range(_ value: (Coverage) -> Double) -> String {
        let values = audit.totals.map(value)
        guard let least = values.min(), let most = values.max() else { return "0" }
        let (low, high) = (Rounding.text(Rounding.amount(least)), Rounding.text(Rounding.amount(most)))
        return low == high ? low : "\(low)…\(high)"
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
            block.population.map { Rounding.text(Rounding.amount($0)) } ?? "–", "\(gaps)",
            lacking.prefix(3).joined(separator: pick(", ", "、")) + rest,
        ]
    }
}
