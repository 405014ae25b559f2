public import PedestrianNetworks
import WorkSharing

/// Where nodes of a network are in its graph, for reading searches off at many of them; immutable and shared by all
/// tasks, 12 bits for each 8 ends of chains and 24 bytes for a node inside a chain.
public struct NodeSpots: Sendable {
    /// So many nodes of the network are read off in one go, a multiple of 64.
    fileprivate static let stretch = 8192

    /// The graph's nodes that are wanted and no copies.
    let ends: NumberSet
    /// The nodes that are read off at a copy: the network's node, and the graph's for walks that end there.
    let copies: [(node: Int32, end: Int32)]
    /// The nodes inside chains, in the order of the chains' tails.
    let inner: [InnerNode]

    /// Nodes of `network`.
    ///
    /// - Parameters:
    ///   - threads: So many tell where nodes inside chains are.
    ///   - wanted: All nodes unless told which.
    public init(of network: PedestrianNetwork, threads: Int = 1, only wanted: NumberSet? = nil) {
        let wanted = wanted ?? NumberSet(count: network.nodeCount) { _ in true }
        let copyOf = NodeSpots.copies(in: network)
        ends = NodeSpots.ends(wanted, of: network, besides: copyOf)
        copies = copyOf.filter { wanted.contains(Int($0.key)) }.map { ($0.key, $0.value) }.sorted {
            $0.1 < $1.1
        }
        inner = NodeSpots.inner(wanted.subtracting(network.graph.ends.numbers), of: network, threads)
    }

    /// The graph's nodes that stand for those `wanted`.
    private static func ends(
        _ wanted: NumberSet, of network: PedestrianNetwork, besides copied: [Int32: Int32]
    ) -> NumberSet {
        let graph = network.graph
        var ends = NumberSet(count: Int(graph.copies.lowerBound))
        var end = 0
        graph.ends.forEach(in: 0..<network.nodeCount) { node in
            if wanted.contains(node), copied.isEmpty || copied[Int32(node)] == nil { ends.insert(end) }
            end += 1
        }
        return ends
    }

    /// Those `wanted`, which are inside chains, in the order of the chains' tails.
    private static func inner(
        _ wanted: NumberSet, of network: PedestrianNetwork, _ threads: Int
    ) -> [InnerNode] {
        // Going along all edges waits for memory at every one; who wants junctions alone is spared it.
        guard !wanted.isEmpty else { return [] }
        // In the order of edges, because their columns are; chain by chain each would be looked for in memory.
        let parts = chunks(of: network.edgeCount, size: NodeSpots.stretch)
        let found = simultaneousMap(count: parts.count, threads: threads, workspace: {}) { part, _ in
            network.edges(in: parts[part], beginningAt: wanted).map { InnerNode(before: $0, network) }
        }
        return inOrderOfTails(found, groups: network.graph.nodeCount)
    }

    /// By counting, from the parts right to where each node comes: all together they are there once.
    private static func inOrderOfTails(_ parts: [[InnerNode]], groups: Int) -> [InnerNode] {
        guard let any = parts.first(where: { !$0.isEmpty })?.first else { return [] }
        var next = [Int32](repeating: 0, count: groups + 1)
        for part in parts { for node in part { next[Int(node.tail) + 1] += 1 } }
        for tail in 0..<groups { next[tail + 1] += next[tail] }
        var ordered = [InnerNode](repeating: any, count: Int(next[groups]))
        for part in parts {
            for node in part {
                ordered[Int(next[Int(node.tail)])] = node
                next[Int(node.tail)] += 1
            }
        }
        return ordered
    }

    /// Of the copies that stand for one node of the network one counts, the same for all searches.
    private static func copies(in network: PedestrianNetwork) -> [Int32: Int32] {
        let (graph, chains) = (network.graph, network.chains)
        guard !graph.copies.isEmpty else { return [:] }
        var end = [Int32](repeating: -1, count: network.nodeCount)
        for chain in 0..<Int32(chains.count) {
            end[Int(graph.networkNode(of: chains[chain].tail))] = chains[chain].tail
        }
        for chain in 0..<Int32(chains.count) {
            end[Int(graph.networkNode(of: chains[chain].head))] = chains[chain].head
        }
        let copied = end.indices.filter { graph.copies.contains(end[$0]) }
        return Dictionary(uniqueKeysWithValues: copied.map { (Int32($0), end[$0]) })
    }
}

/// A node inside a chain, with what it takes to read a walk off the chain's ends.
struct InnerNode: Sendable {
    /// The network's node.
    let node: Int32
    let chain: Int32
    /// The graph's nodes at the ends of the chain, for walks that end on it.
    let tail, head: Int32
    /// Micrometres along the chain to either end.
    let fromTail, fromHead: UInt32

    /// The node where `edge` begins, coming from the chain's tail.
    fileprivate init(before edge: Int32, _ network: PedestrianNetwork) {
        chain = network.chains.chain(of: edge)
        let ends = network.chains[chain]
        (node, tail, head) = (network.startNode(of: edge), ends.tail, ends.head)
        fromTail = network.start(of: edge)
        fromHead = ends.length - fromTail
    }
}

extension NearestFacilitySearch {
    /// Calls `body` with every node within the limit of a facility, and with the walk from there to the nearest.
    ///
    /// Each once, in the order of memory: some thousand ends of chains, then the nodes inside these chains, while the
    /// labels of their ends are still in the caches. Where open and closed ways meet, the walk is one of those along
    /// either. O(nodes asked for).
    /// - Parameter spots: Nodes of the network that was searched.
    public func forEachNode(
        of spots: NodeSpots, _ body: (_ node: Int32, _ walk: WalkingDistance, _ facility: Int32) -> Void
    ) {
        forEachLabel(of: spots) { node, label in
            body(node, WalkingDistance(micrometres: label.walked), facilities.place[Int(label.source)])
        }
    }

    /// The same, with labels.
    func forEachLabel(of spots: NodeSpots, _ body: (_ node: Int32, _ label: WalkLabel) -> Void) {
        let last = WalkLabel.last(at: min(limit, .furthest))
        let labels = search.labels
        func tell(_ node: Int32, _ label: WalkLabel) {
            if label <= last { body(node, label) }
        }
        var (end, inner) = (0, 0)
        for first in stride(from: 0, to: network.nodeCount, by: NodeSpots.stretch) {
            network.graph.ends.forEach(in: first..<first + NodeSpots.stretch) { node in
                if labels[end] <= last, spots.ends.contains(end) { tell(Int32(node), labels[end]) }
                end += 1
            }
            while inner < spots.inner.count, spots.inner[inner].tail < end {
                tell(spots.inner[inner].node, label(at: spots.inner[inner]))
                inner += 1
            }
        }
        for (node, end) in spots.copies { tell(node, labels[Int(end)]) }
        for inner in spots.inner[inner...] { tell(inner.node, label(at: inner)) }
    }

    private func label(at inner: InnerNode) -> WalkLabel {
        if onChains.holdsAny(on: inner.chain) {
            return label(at: network.spot(on: inner.chain, at: inner.fromTail))
        }
        return min(
            search.labels[Int(inner.tail)].further(by: inner.fromTail),
            search.labels[Int(inner.head)].further(by: inner.fromHead))
    }
}
