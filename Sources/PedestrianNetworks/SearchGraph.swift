/// The directed graph that searches walk on: a network's nodes and arcs, and copies of nodes for ways that are not
/// open to everybody.
///
/// A closed way may be walked at the beginning of a walk and at its end, not in between. So each of its nodes is
/// there twice more: as *departing*, for walks that have not left the compound they start in, and as *arriving*, for
/// walks that have entered the compound they end in. Arcs of no length lead from departing to open to arriving, and
/// from departing to arriving; none leads back. A network without closed ways has no copies, and the graph shares the
/// network's own columns.
///
/// Walks start at the departing ends of an edge and are read off its arriving ends. Turned round they are the same
/// walks, so it makes no difference from which end one searches.
public struct SearchGraph: Sendable {
    /// Where each node's arcs begin; one more entry than there are nodes.
    public let firstOut: [Int32]
    /// The node an arc leads to.
    public let head: [Int32]
    /// The length of an arc in micrometres; 0 between copies of a node.
    public let weight: [UInt32]
    /// By edge: the node of its tail for walks that start on it.
    public let departingTail: [Int32]
    /// By edge: the node of its head for walks that start on it.
    public let departingHead: [Int32]
    /// By edge: the node of its tail for walks that end on it.
    public let arrivingTail: [Int32]
    /// By edge: the node of its head for walks that end on it.
    public let arrivingHead: [Int32]
    /// By copy, in the order of the nodes beyond the network's own: the network's node it stands for.
    private let original: [Int32]
    /// The arcs of no length, by tail and head.
    private let links: [(Int32, Int32)]
    private let networkNodes: Int

    /// The number of nodes, copies included.
    public var nodeCount: Int { firstOut.count - 1 }

    /// The network's node that `node` is or stands for.
    public func networkNode(of node: Int32) -> Int32 {
        node < networkNodes ? node : original[Int(node) - networkNodes]
    }

    /// The graph of a network all of whose ways are open.
    init(open arcs: ArcColumns, tails: [Int32], heads: [Int32]) {
        (firstOut, head, weight) = (arcs.firstOut, arcs.head, arcs.weight)
        (departingTail, arrivingTail) = (tails, tails)
        (departingHead, arrivingHead) = (heads, heads)
        (original, links) = ([], [])
        networkNodes = arcs.firstOut.count - 1
    }

    /// The graph of a network of which some ways belong to a compound.
    init(nodes: Int, tails: [Int32], heads: [Int32], lengths: [UInt32], compounds: [Int32]) {
        let copies = NodeCopies(nodes: nodes, tails: tails, heads: heads, compounds: compounds)
        departingTail = tails.indices.map { copies.departing(tails[$0], compounds[$0]) }
        departingHead = heads.indices.map { copies.departing(heads[$0], compounds[$0]) }
        arrivingTail = tails.indices.map { copies.arriving(tails[$0], compounds[$0]) }
        arrivingHead = heads.indices.map { copies.arriving(heads[$0], compounds[$0]) }
        (original, links) = (copies.original, copies.links)
        networkNodes = nodes
        var list = ArcList()
        SearchGraph.forEachArc(
            (departingTail, departingHead), (arrivingTail, arrivingHead), links
        ) { list.append($0, $1, $2.map { lengths[$0] } ?? 0) }
        (firstOut, head, weight) = list.columns(nodes: nodes + copies.original.count)
    }

    /// Calls `body` with each arc, in the order in which every node has its own; the edge is nil between copies.
    public func forEachArc(_ body: (_ from: Int32, _ to: Int32, _ edge: Int?) -> Void) {
        SearchGraph.forEachArc((departingTail, departingHead), (arrivingTail, arrivingHead), links, body)
    }

    private static func forEachArc(
        _ departing: ([Int32], [Int32]), _ arriving: ([Int32], [Int32]), _ links: [(Int32, Int32)],
        _ body: (Int32, Int32, Int?) -> Void
    ) {
        for edge in departing.0.indices {
            body(departing.0[edge], departing.1[edge], edge)
            body(departing.1[edge], departing.0[edge], edge)
            guard departing.0[edge] != arriving.0[edge] else { continue }
            body(arriving.0[edge], arriving.1[edge], edge)
            body(arriving.1[edge], arriving.0[edge], edge)
        }
        for link in links { body(link.0, link.1, nil) }
    }
}

/// Nodes of closed ways, once departing and once arriving for each compound whose ways meet there.
private struct NodeCopies {
    private(set) var original: [Int32] = []
    private(set) var links: [(Int32, Int32)] = []
    private var copy: [Int64: Int32] = [:]
    private let nodes: Int

    init(nodes: Int, tails: [Int32], heads: [Int32], compounds: [Int32]) {
        self.nodes = nodes
        var isOpen = [Bool](repeating: false, count: nodes)
        for edge in tails.indices where compounds[edge] == Compound.none {
            isOpen[Int(tails[edge])] = true
            isOpen[Int(heads[edge])] = true
        }
        var compoundsAt: [Int32: [Int32]] = [:]
        for edge in tails.indices where compounds[edge] != Compound.none {
            for node in [tails[edge], heads[edge]] where copy[key(node, compounds[edge])] == nil {
                copy[key(node, compounds[edge])] = Int32(nodes + original.count)
                original += [node, node]
                compoundsAt[node, default: []].append(compounds[edge])
            }
        }
        for node in compoundsAt.keys.sorted() { link(node, compoundsAt[node] ?? [], isOpen[Int(node)]) }
    }

    private mutating func link(_ node: Int32, _ compounds: [Int32], _ isOpen: Bool) {
        for compound in compounds {
            if isOpen {
                links.append((departing(node, compound), node))
                links.append((node, arriving(node, compound)))
            }
            for other in compounds { links.append((departing(node, compound), arriving(node, other))) }
        }
    }

    private func key(_ node: Int32, _ compound: Int32) -> Int64 { Int64(node) << 32 | Int64(compound + 8) }

    func departing(_ node: Int32, _ compound: Int32) -> Int32 {
        compound == Compound.none ? node : copy[key(node, compound)] ?? node
    }

    func arriving(_ node: Int32, _ compound: Int32) -> Int32 {
        compound == Compound.none ? node : copy[key(node, compound)].map { $0 + 1 } ?? node
    }
}

/// Arcs in any order, put by tail by counting sort; those of one node keep their order.
private struct ArcList {
    private var from: [Int32] = []
    private var to: [Int32] = []
    private var length: [UInt32] = []

    mutating func append(_ from: Int32, _ to: Int32, _ length: UInt32) {
        self.from.append(from)
        self.to.append(to)
        self.length.append(length)
    }

    func columns(nodes: Int) -> (firstOut: [Int32], head: [Int32], weight: [UInt32]) {
        var firstOut = [Int32](repeating: 0, count: nodes + 1)
        for node in from { firstOut[Int(node) + 1] += 1 }
        for node in 0..<nodes { firstOut[node + 1] += firstOut[node] }
        var (head, weight) = (to, length)
        var next = firstOut
        for arc in from.indices {
            let place = Int(next[Int(from[arc])])
            next[Int(from[arc])] += 1
            (head[place], weight[place]) = (to[arc], length[arc])
        }
        return (firstOut, head, weight)
    }
}
