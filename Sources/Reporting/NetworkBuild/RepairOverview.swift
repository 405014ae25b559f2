public import GapAnalysis
public import PedestrianNetworks
import StudyAreas
public import VectorFiles

extension NetworkChange.Kind {
    /// What the change is called.
    public var wording: Wording {
        switch self {
        case .endJoined: Wording("ends moved onto a vertex", "端点移至顶点")
        case .endSnapped: Wording("ends moved onto a line", "端点移至线上")
        case .vertexAdded: Wording("vertices added to lines", "线上新增节点")
        }
    }
}

extension RepairedNetwork {
    /// The repair in the shape of `network build --json`.
    public var json: JSONValue {
        .object([
            ("tool", Product.json), ("crs", .string(plane.label)),
            ("ways", .integer(Set(drawn.origins).count)), ("lines", .integer(drawn.ways.count)),
            (
                "changes",
                .object(NetworkChange.Kind.allCases.map { ($0.rawValue, .integer(count($0))) })
            ),
            ("longest_move_m", .number(outcome.changes.map(\.metres).max() ?? 0)),
            ("before", json(of: before)), ("after", json(of: after)),
        ])
    }

    private func json(of network: PedestrianNetwork) -> JSONValue {
        .object([
            ("components", .integer(network.components.count)), ("nodes", .integer(network.nodeCount)),
            ("edges", .integer(network.edgeCount)), ("way_km", network.length.kilometres),
            ("largest_component_km", network.components.first?.length.kilometres ?? .null),
        ])
    }

    /// What a terminal shows of the repair: the changes by kind, and the network before and after.
    public func overview(_ language: Language) -> String {
        func pick(_ en: String, _ zh: String) -> String { language.pick(en: en, zh: zh) }
        var changes = TerminalTable([(pick("change", "改动"), .left), (pick("count", "数量"), .right)])
        for kind in NetworkChange.Kind.allCases {
            changes.append([kind.wording.text(language), "\(count(kind))"])
        }
        var networks = TerminalTable([
            (pick("network", "路网"), .left), (pick("pieces", "连通部分"), .right),
            (pick("longest %", "最长占 %"), .right), (pick("nodes", "节点"), .right),
            (pick("edges", "路段"), .right), ("km", .right),
        ])
        for (title, network) in [(pick("as drawn", "原始"), before), (pick("repaired", "修复后"), after)] {
            networks.append(row(title, network))
        }
        return changes.text + "\n" + networks.text
    }

    private func row(_ title: String, _ network: PedestrianNetwork) -> [String] {
        let share = network.components.first.map { $0.length.metres / network.length.metres }
        return [
            title, "\(network.components.count)", Rounding.percent(share), "\(network.nodeCount)",
            "\(network.edgeCount)",
            Rounding.text(.decimal(network.length.metres / 1000, places: 2)),
        ]
    }
}
