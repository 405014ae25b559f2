public import GapAnalysis
import PedestrianNetworks
import Standards
import StudyAreas
import VectorFiles

/// What a terminal shows of a network audit: figures by unit and by band, verdicts by requirement, what offends.
public struct NetworkOverview: Sendable {
    private let audit: NetworkAudit
    private let language: Language

    /// An overview of `audit` in `language`.
    public init(_ audit: NetworkAudit, language: Language) {
        self.audit = audit
        self.language = language
    }

    /// The whole text.
    public var text: String {
        [heading, units, hull, bands, judgements, offending].filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private func pick(_ en: String, _ zh: String) -> String { language.pick(en: en, zh: zh) }
    private func fixed(_ value: Double, _ places: Int) -> String {
        Rounding.text(.decimal(value, places: places))
    }

    private var heading: String {
        let network = audit.area.network
        let length = fixed(network.length.metres / 1000, 1)
        let pieces = network.components.count
        let longest = Rounding.percent(network.components[0].length.metres / network.length.metres)
        return pick(
            "Walking network: \(length) km of ways in \(pieces) pieces, the longest with \(longest) % of them",
            "步行网络：\(length) 公里，\(pieces) 个连通部分，最长者占 \(longest) %") + "\n"
    }

    private func table(_ title: String, _ zones: [NetworkZoneFigures]) -> String {
        guard let first = zones.first else { return "" }
        let limit = audit.spacingLimit(of: first.zone).map { " > \(fixed($0, 0)) m %" } ?? "%"
        var table = TerminalTable([
            (title, .left), ("km²", .right), (pick("ways km", "道路 km"), .right), ("km/km²", .right),
            (pick("junctions", "路口"), .right), (pick("median m", "间距中位 m"), .right),
            (pick("links", "间距") + limit, .right), (pick("dead ends", "尽端路"), .right),
            (pick("blocks", "街坊"), .right), ("> 3 ha", .right), ("> 6 ha", .right),
        ])
        for figures in zones { table.append(row(figures)) }
        return table.text
    }

    private func row(_ figures: NetworkZoneFigures) -> [String] {
        let share = audit.spacingLimit(of: figures.zone).flatMap { figures.spacing.share(over: $0) }
        return [
            label(of: figures.zone), fixed(figures.zone.area / 1e6, 3), fixed(figures.ways.metres / 1000, 2),
            figures.density.map { fixed($0, 1) } ?? "–", "\(figures.junctions)",
            figures.spacing.median.map { fixed($0.metres, 0) } ?? "–", Rounding.percent(share),
            "\(figures.deadEnds.count)", "\(figures.streetBlocks.count)",
            "\(audit.streetBlocks(of: figures, over: 3))", "\(audit.streetBlocks(of: figures, over: 6))",
        ]
    }

    private func label(of zone: NetworkZone) -> String {
        if zone.kind == .hull { return pick("hull of the ways", "道路凸包") }
        return zone.name.map { "\(zone.id) \($0)" } ?? zone.id
    }

    private var units: String { table(pick("unit", "统计单元"), audit.units) }

    private var hull: String {
        guard audit.units.contains(where: { $0.zone.kind == .hull }) else { return "" }
        return pick(
            "Without --units the convex hull of the ways is judged. It takes in margins with few ways: densities are rather too low.",
            "未提供 --units，以道路凸包为范围；其边缘道路稀少，密度偏低。") + "\n"
    }

    private var bands: String {
        let radii = Set(audit.stationBands.map(\.zone.kind)).compactMap { kind in
            if case .stationBand(let metres) = kind { metres } else { nil }
        }
        return radii.sorted().map { radius in
            table(
                pick("within \(fixed(radius, 0)) m of", "站点 \(fixed(radius, 0)) 米内"),
                audit.stationBands.filter { $0.zone.kind == .stationBand(metres: radius) })
        }.joined(separator: "\n")
    }

    private var judgements: String {
        let standard = audit.standard
        guard !standard.network.isEmpty else {
            return pick(
                "\(standard.id) has no figures for the network itself.", "\(standard.id) 没有步行网络指标。")
                + "\n"
        }
        var table = TerminalTable([
            (standard.markedTitle(language), .left), (pick("asked", "要求"), .right),
            (pick("met", "达标"), .right), (pick("not met", "未达标"), .right),
            (pick("unknown", "无法评估"), .right), (pick("why", "原因"), .left),
            (pick("source", "出处"), .left),
        ])
        for requirement in standard.network { table.append(row(requirement)) }
        return table.text
    }

    private func row(_ requirement: NetworkRequirement) -> [String] {
        let judged = (audit.units + audit.stationBands).flatMap(\.judgements)
            .filter { $0.requirement.id == requirement.id }
        func count(_ verdict: NetworkVerdict) -> String { "\(judged.count { $0.verdict == verdict })" }
        var reasons = NetworkReason.allCases.compactMap { reason in
            let count = judged.count { $0.reason == reason }
            return count > 0 ? "\(reason.wording.text(language)) \(count)" : nil
        }
        if judged.isEmpty { reasons = [pick("no --stations", "未提供 --stations")] }
        return [
            pick(requirement.titleEn, requirement.title), requirement.figure.wording, count(.met),
            count(.notMet), count(.notAssessable), reasons.joined(separator: pick(", ", "、")),
            requirement.citation.place,
        ]
    }

    private var offending: String {
        let lines = NetworkProblem.allCases.compactMap { problem -> String? in
            let count = audit.offences.count { NetworkProblem($0.place) == problem }
            return count > 0 ? "\(problem.wording.text(language)) \(count)" : nil
        }
        guard !lines.isEmpty else { return pick("Nothing offends.", "无不达标处。") + "\n" }
        return pick("Offending places: ", "不达标处：") + lines.joined(separator: pick(", ", "，")) + "\n"
    }
}
