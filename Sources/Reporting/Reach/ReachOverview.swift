import GapAnalysis
import PedestrianNetworks
import StudyAreas
import VectorFiles
import WalkAccess

/// What a terminal shows of service areas: a line for each limit of the first subjects, and what was found amiss.
public struct ReachOverview: Sendable {
    private let summary: ReachSummary
    private let language: Language

    /// More subjects than this are only counted: the file has them all.
    private static let most = 12

    /// An overview of `summary` in `language`.
    public init(_ summary: ReachSummary, language: Language) {
        self.summary = summary
        self.language = language
    }

    /// The whole text.
    public var text: String {
        [areas, edge, offNetwork, verification].filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private func pick(_ en: String, _ zh: String) -> String { language.pick(en: en, zh: zh) }

    private var areas: String {
        var table = TerminalTable([
            (pick("service area", "服务范围"), .left), (pick("limit m", "限距 米"), .right),
            (pick("ways m", "可达道路 米"), .right), (pick("area ha", "面积 公顷"), .right),
            (pick("holes ha", "孔洞 公顷"), .right), (pick("nodes", "节点"), .right), ("", .left),
        ])
        for row in summary.rows.prefix(Self.most) {
            for (band, figures) in row.within.enumerated() {
                table.append([band == 0 ? title(of: row.subject) : ""] + cells(of: figures))
            }
        }
        let rest = summary.rows.count - Self.most
        return table.text + (rest > 0 ? pick("and \(rest) more\n", "另有 \(rest) 处\n") : "")
    }

    private func title(of subject: ReachSubject) -> String {
        if let name = subject.name { return "\(subject.id) \(name)" }
        return subject.id.isEmpty ? pick("(no kind)", "（无类型）") : subject.id
    }

    private func cells(of figures: ReachSummary.Figures) -> [String] {
        func hectares(_ value: Double) -> String { Rounding.text(.decimal(value / 10_000, places: 2)) }
        return [
            Rounding.plain(figures.limit.cut), Rounding.text(.decimal(figures.reached.metres, places: 0)),
            hectares(figures.area), hectares(figures.holes), "\(figures.nodes)",
            figures.reason.map { $0.wording(language) } ?? "",
        ]
    }

    /// How many areas may go on where the data does not.
    private var edge: String {
        let uncertain = summary.rows.reduce(0) { $0 + $1.within.count(where: \.isUncertain) }
        guard uncertain > 0 else { return "" }
        let all = summary.rows.reduce(0) { $0 + $1.within.count }
        return pick(
            "Edge of the data: \(uncertain) of \(all) areas come to where the ways end and may go on beyond it. Where the data is complete, say so with --boundary.",
            "数据边缘：\(all) 个范围中有 \(uncertain) 个到达路网数据边缘，其外可能还有可达范围。数据完整的范围可用 --boundary 声明。"
        ) + "\n"
    }

    private var offNetwork: String {
        let places = summary.analysis.offNetwork.keys.sorted()
        guard !places.isEmpty else { return "" }
        let names = places.prefix(Self.most).map { summary.analysis.area.facilities[$0].id }
        let list = names.joined(separator: pick(", ", "、")) + (places.count > Self.most ? " …" : "")
        return pick("Off the network (\(places.count)): \(list)", "未接入路网（\(places.count)）：\(list)") + "\n"
    }

    private var verification: String {
        summary.analysis.options.limits.enumerated().compactMap { band, limit -> String? in
            guard let found = summary.verification(ofLimit: band), found.points > 0 else { return nil }
            func percent(_ count: Int) -> String {
                Rounding.percent(Double(count) / Double(found.points))
            }
            let (metres, within) = (Rounding.plain(limit.cut), percent(found.withinLimit))
            let (buffer, total) = (
                Rounding.text(.number(summary.analysis.options.shape.buffer)), percent(found.withinBuffer)
            )
            return pick(
                "Walked to \(found.points) random points of \(metres) m: \(within) % within \(metres) m, \(total) % within \(metres) + \(buffer) m",
                "抽查 \(metres) 米范围内 \(found.points) 点：步行 \(metres) 米以内 \(within) %，\(metres) + \(buffer) 米以内 \(total) %"
            ) + "\n"
        }.joined()
    }
}

extension ReachReason {
    fileprivate func wording(_ language: Language) -> String {
        switch self {
        case .legTooLong: language.pick(en: "the leg to the network takes the limit", zh: "接入路网已超限距")
        case .nearerToAnother: language.pick(en: "all nearer to another place", zh: "均更近于其他设施")
        case .noWayNear: language.pick(en: "off the network", zh: "附近无路")
        case .behindBarrier: language.pick(en: "off the network, behind a barrier", zh: "被屏障阻隔，未接入路网")
        }
    }
}
