public import GapAnalysis
import PedestrianNetworks
import StudyAreas
import VectorFiles

/// What a terminal shows of a checked network: the issues by kind, and the detached pieces.
public struct NetworkCheckOverview: Sendable {
    private let check: NetworkCheck
    private let language: Language

    /// An overview of `check` in `language`.
    public init(_ check: NetworkCheck, language: Language) {
        self.check = check
        self.language = language
    }

    /// The whole text.
    public var text: String {
        [heading, issues, explanation, pieces, stranded].filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private func pick(_ en: String, _ zh: String) -> String { language.pick(en: en, zh: zh) }

    private func fixed(_ value: Double, _ places: Int) -> String {
        Rounding.text(.decimal(value, places: places))
    }

    private var heading: String {
        let network = check.network
        let length = fixed(network.length.metres / 1000, 2)
        let share = Rounding.percent(network.components[0].length.metres / network.length.metres)
        let (ways, pieces) = (check.ways.ways.count, network.components.count)
        return pick(
            "\(ways) lines, \(length) km of ways in \(pieces) pieces, the longest with \(share) % of them",
            "\(ways) 条线，道路 \(length) 公里，\(pieces) 个连通部分，最长者占 \(share) %") + "\n"
    }

    private var issues: String {
        var table = TerminalTable([
            (pick("issue", "问题"), .left), (pick("to look at", "待查"), .right),
            (pick("explained", "已由层级解释"), .right), (pick("smallest m", "最小 米"), .right),
            (pick("largest m", "最大 米"), .right), (pick("for example", "例如"), .left),
        ])
        for kind in NetworkIssue.Kind.allCases { table.append(row(of: kind)) }
        return table.text
    }

    private func row(of kind: NetworkIssue.Kind) -> [String] {
        let open = check.diagnosis.issues(kind)
        let metres = kind.hasMetres ? open.map(\.metres) : []
        return [
            kind.wording.text(language), "\(open.count)",
            "\(check.diagnosis.issues(kind, explained: true).count)",
            metres.min().map { fixed($0, 2) } ?? "–", metres.max().map { fixed($0, 2) } ?? "–",
            open.first.map(names) ?? "",
        ]
    }

    private func names(of issue: NetworkIssue) -> String {
        issue.lines.map { check.ways.origins[Int($0)].name }.joined(separator: " × ")
    }

    private var explanation: String {
        guard check.diagnosis.issues.contains(where: \.isExplained) else { return "" }
        return pick(
            "Explained: the ways run at different heights by layer, bridge or tunnel; fine as they are.",
            "“已由层级解释”：按 layer、bridge、tunnel 属性分处不同高度，无需处理。") + "\n"
    }

    /// The detached pieces that matter most: by residents, then by length.
    private var pieces: String {
        let ranked = check.residents.indices.dropFirst().sorted {
            (check.residents[$1].population, check.residents[$1].blocks, $0)
                < (check.residents[$0].population, check.residents[$0].blocks, $1)
        }
        guard !ranked.isEmpty else { return "" }
        var table = TerminalTable([
            (pick("detached piece", "孤立部分"), .left), (pick("metres", "米"), .right),
            (pick("nodes", "节点"), .right), (pick("blocks", "街坊"), .right),
            (pick("residents", "居民"), .right),
        ])
        for place in ranked.prefix(5) { table.append(row(ofPiece: place)) }
        return table.text
    }

    private func row(ofPiece place: Int) -> [String] {
        let component = check.network.components[place]
        let line = check.network.line(of: Int(component.firstEdge))
        let residents = check.residents[place]
        return [
            check.ways.origins[Int(line)].name, fixed(component.length.metres, 0), "\(component.nodes)",
            "\(residents.blocks)", Rounding.text(Rounding.amount(residents.population)),
        ]
    }

    private var stranded: String {
        guard !check.area.blocks.isEmpty else { return "" }
        let people = Rounding.text(Rounding.amount(check.stranded.population))
        return pick(
            "Stranded: \(check.stranded.blocks) blocks with \(people) residents start on a detached piece.",
            "受困：\(check.stranded.blocks) 个街坊、\(people) 名居民的出行起点位于孤立部分。") + "\n"
    }
}
