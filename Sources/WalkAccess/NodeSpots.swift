public import PedestrianNetworks

/// Where nodes of a network are in its graph, for reading searches off at many of them; immutable and shared by all
/// tasks, 8 bytes a node and 24 for one inside a chain.
public struct NodeSpots: Sendable {
    /// The nodes at ends of chains: the network's node, and the graph's for walks that end there; by the latter.
    let ends: [(node: Int32, end: Int32)]
    /// The nodes inside chains, by chain.
    let inner: [InnerNode]

    /// Those nodes of `network` that are wanted.
    public init(of network: PedestrianNetwork, where isWanted: (_ node: Int32) -> Bool = { _ in true }) {
        ends = NodeSpots.ends(of: network, where: isWanted)
        var inner: [InnerNode] = []
        for chain in 0..<Int32(network.chains.count) {
            for edge in network.chains.edges(of: chain).dropFirst() {
                let isReversed = network.chains.isReversed(edge)
                let node = isReversed ? network.edgeHead[Int(edge)] : network.edgeTail[Int(edge)]
                if isWanted(node) { inner.append(InnerNode(node, before: edge, of: chain, network)) }
            }
        }
        self.inner = inner
    }

    /// Of the copies that stand for one node of the network one counts, the same for all searches.
    private static func ends(
        of network: PedestrianNetwork, where isWanted: (_ node: Int32) -> Bool
    ) -> [(node: Int32, end: Int32)] {
        let graph = network.graph
        var end = [Int32](repeating: -1, count: network.nodeCount)
        for number in graph.arrivingTail { end[Int(graph.networkNode(of: number))] = number }
        for number in graph.arrivingHead { end[Int(graph.networkNode(of: number))] = number }
        return (0..<Int32(graph.nodeCount)).compactMap { number in
            let node = graph.networkNode(of: number)
            return end[Int(node)] == number && isWanted(node) ? (node, number) : nil
        }
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
    fileprivate init(_ node: Int32, before edge: Int32, of chain: Int32, _ network: PedestrianNetwork) {
        (self.node, self.chain) = (node, chain)
        (tail, head) = (network.graph.arrivingTail[Int(chain)], network.graph.arrivingHead[Int(chain)])
        fromTail = network.chains.start(of: edge)
        fromHead = network.chains.length[Int(chain)] - fromTail
    }

    var spot: ChainSpot { ChainSpot(inside: chain, at: fromTail) }
}

extension NearestFacilitySearch {
    /// Calls `body` with every node within the limit of a facility, and with the walk from there to the nearest.
    ///
    /// Each once; first the ends of chains, then the nodes inside, both in the order of memory. Where open and closed
    /// ways meet, the walk is one of those along either. O(nodes asked for).
    /// - Parameter spots: Nodes of the network that was searched.
    public func forEachNode(
        of spots: NodeSpots, _ body: (_ node: Int32, _ walk: WalkingDistance, _ facility: Int32) -> Void
    ) {
        let last = WalkLabel.last(at: limit)
        for (node, end) in spots.ends {
            let label = search.labels[Int(end)]
            if label <= last { body(node, WalkingDistance(micrometres: label.walked), facility(of: label)) }
        }
        for inner in spots.inner {
            let label = label(at: inner)
            if label <= last {
                body(inner.node, WalkingDistance(micrometres: label.walked), facility(of: label))
            }
        }
    }

    private func label(at inner: InnerNode) -> WalkLabel {
        if onChains.holdsAny(on: inner.chain) { return label(at: inner.spot) }
        return min(
            search.labels[Int(inner.tail)].further(by: inner.fromTail),
            search.labels[Int(inner.head)].further(by: inner.fromHead))
    }

    private func facility(of label: WalkLabel) -> Int32 { facilities.place[Int(label.source)] }
}
