public import GapAnalysis
import PedestrianNetworks
import StudyAreas
import VectorFiles

/// What a terminal shows of a park audit: the two answers side by side, who is lost on foot, the largest patches.
public struct ParkOverview: Sendable {
    private let audit: ParkAudit
    private let language: Language

    /// An overview of `audit` in `language`.
    public init(_ audit: ParkAudit, language: Language) {
        self.audit = audit
        self.language = language
    }

    /// The whole text.
    public var text: String {
        [heading, coverage, edge, lost, patches].filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private func pick(_ en: String, _ zh: String) -> String { language.pick(en: en, zh: zh) }
    private func number(_ value: Double) -> String { Rounding.text(Rounding.amount(value)) }
    /// People, or a dash where nobody knows.
    private func people(_ value: Double?) -> String { value.map { number($0.rounded()) } ?? "–" }
    private func hectares(_ value: Double) -> String { Rounding.text(.decimal(value / 10_000, places: 2)) }

    private var heading: String {
        func count(_ standing: ParkStanding) -> Int { audit.standings.count { $0 == standing } }
        let (area, radius) = (number(audit.options.minimumArea), number(audit.options.radius))
        return pick(
            "Open space of at least \(area) m² within \(radius) m: \(count(.counted)) parks counted, \(count(.tooSmall)) too small, \(count(.sizeUnknown)) of unknown size (not counted)",
            "\(area) 平方米以上公园绿地，\(radius) 米：计入 \(count(.counted)) 处，过小 \(count(.tooSmall)) 处，规模未知 \(count(.sizeUnknown)) 处（不计入）"
        ) + "\n"
    }

    private var coverage: String {
        var table = TerminalTable([
            (pick("covered", "覆盖"), .left), (pick("land %", "用地 %"), .right),
            (pick("residents %", "居民 %"), .right), (pick("blocks %", "街坊 %"), .right),
            (pick("land ha", "用地 公顷"), .right), (pick("residents", "居民"), .right),
            (pick("blocks", "街坊"), .right), (pick("of blocks", "共评估街坊"), .right),
        ])
        table.append(row(pick("by service radius", "按服务半径"), audit.byRadius))
        if audit.standings.contains(.sizeUnknown) {
            table.append(row(pick("  with parks of unknown size", "  若计入规模未知者"), audit.byRadiusWithUnknown))
        }
        if let onFoot = audit.onFoot { table.append(row(pick("on foot", "按步行"), onFoot)) }
        return table.text
    }

    private func row(_ title: String, _ coverage: ParkCoverage) -> [String] {
        [
            title, Rounding.percent(coverage.landShare), Rounding.percent(coverage.populationShare),
            Rounding.percent(coverage.blockShare), hectares(coverage.land.covered),
            people(coverage.populationShare == nil ? nil : coverage.population.covered),
            "\(coverage.blocks.covered)", "\(coverage.blocks.assessed)",
        ]
    }

    /// How many answers rest on data that ends too soon: those by radius, and on foot where there is a network.
    private var edge: String {
        let assessed = audit.byRadius.blocks.assessed + (audit.onFoot?.blocks.assessed ?? 0)
        return EdgeLine(
            area: audit.area, blocks: audit.edge.blocks, count: audit.edge.count, total: "\(assessed)",
            noun: Wording("answers by radius and on foot", "项半径与步行结论"),
            widest: .limit(metres: audit.options.radius)
        ).text(language)
    }

    private var lost: String {
        guard audit.onFoot != nil else {
            return pick(
                "Without --network the walk is not known.", "未提供 --network，步行结果未知。") + "\n"
        }
        guard !audit.lostBlocks.isEmpty else { return "" }
        var table = TerminalTable([
            (pick("lost on foot, by park", "步行不可达，按公园"), .left), (pick("residents", "居民"), .right),
            (pick("blocks", "街坊"), .right), (pick("which", "名单"), .left),
        ])
        for (park, residents, blocks) in audit.parksLosing.prefix(8) {
            table.append([name(ofPark: park), people(residents), "\(blocks.count)", names(of: blocks)])
        }
        return table.text
    }

    private func name(ofPark place: Int) -> String {
        let park = audit.area.facilities[place]
        return park.name.map { "\(park.id) \($0)" } ?? park.id
    }

    private func names(of blocks: [Int]) -> String {
        let names = blocks.prefix(4).map { audit.area.blocks[$0].name ?? audit.area.blocks[$0].id }
        let rest = blocks.count > 4 ? pick(" + \(blocks.count - 4) more", " 等 \(blocks.count) 个") : ""
        return names.joined(separator: pick(", ", "、")) + rest
    }

    private var patches: String {
        guard !audit.patches.isEmpty else {
            return pick("No residential land is uncovered.", "居住用地全部覆盖。") + "\n"
        }
        var table = TerminalTable([
            (pick("uncovered land", "服务盲区"), .left), (pick("ha", "公顷"), .right),
            (pick("residents", "居民"), .right), (pick("blocks", "街坊"), .left),
        ])
        for (place, patch) in audit.patches.prefix(8).enumerated() {
            table.append([
                "\(place + 1)", hectares(patch.area),
                people(audit.residents(of: patch.blocks) == nil ? nil : patch.population),
                names(of: patch.blocks),
            ])
        }
        let rest = audit.patches.count - 8
        let more = rest > 0 ? pick("and \(rest) smaller patches\n", "另有 \(rest) 处较小盲区\n") : ""
        return table.text + more
    }
}
