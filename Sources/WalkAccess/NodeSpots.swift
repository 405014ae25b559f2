public import PedestrianNetworks

/// Where nodes of a network are in its graph, for reading searches off at many of them; immutable and shared by all
/// tasks, 8 bytes a node and 32 more for one inside a chain.
public struct NodeSpots: Sendable {
    /// The nodes at ends of chains: the network's node, and the graph's for walks that end there; by the latter.
    let ends: [(node: Int32, end: Int32)]
    /// The nodes inside chains: the network's node and where it is; by chain.
    let inner: [(node: Int32, spot: ChainSpot)]

    /// Those nodes of `network` that are wanted.
    public init(of network: PedestrianNetwork, where isWanted: (_ node: Int32) -> Bool = { _ in true }) {
        var end = [Int32](repeating: -1, count: network.nodeCount)
        var inner: [(Int32, ChainSpot)] = []
        for chain in 0..<Int32(network.chains.count) {
            end[Int(network.chains.tail[Int(chain)])] = network.graph.arrivingTail[Int(chain)]
            end[Int(network.chains.head[Int(chain)])] = network.graph.arrivingHead[Int(chain)]
            for edge in network.chains.edges(of: chain).dropFirst() {
                let isReversed = network.chains.isReversed(edge)
                let node = isReversed ? network.edgeHead[Int(edge)] : network.edgeTail[Int(edge)]
                guard isWanted(node) else { continue }
                let start = isReversed ? network.edgeLength[Int(edge)] : 0
                let location = NetworkLocation(edge: edge, low: start, high: start, leg: .zero)
                inner.append((node, network.spot(of: location)))
            }
        }
        self.inner = inner
        ends = end.indices.filter { end[$0] >= 0 && isWanted(Int32($0)) }
            .map { (Int32($0), end[$0]) }.sorted { $0.end < $1.end }
    }
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
        for (node, spot) in spots.inner {
            let label = label(at: spot)
            if label <= last { body(node, WalkingDistance(micrometres: label.walked), facility(of: label)) }
        }
    }

    private func facility(of label: WalkLabel) -> Int32 { facilities.place[Int(label.source)] }
}
