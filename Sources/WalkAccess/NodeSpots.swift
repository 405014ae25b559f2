public import PedestrianNetworks

/// Where the nodes of a network are in its graph, for reading searches off at all of them; immutable and shared by all
/// tasks, 4 bytes a node and 32 more for one inside a chain.
public struct NodeSpots: Sendable {
    /// By node of the network: the graph's node for walks that end there, or the complement of a place in `inner`.
    let end: [Int32]
    /// The nodes inside chains.
    let inner: [ChainSpot]

    /// The nodes of `network`.
    public init(of network: PedestrianNetwork) {
        var end = [Int32](repeating: -1, count: network.nodeCount)
        var inner: [ChainSpot] = []
        for chain in 0..<Int32(network.chains.count) {
            end[Int(network.chains.tail[Int(chain)])] = network.graph.arrivingTail[Int(chain)]
            end[Int(network.chains.head[Int(chain)])] = network.graph.arrivingHead[Int(chain)]
            for edge in network.chains.edges(of: chain).dropFirst() {
                let isReversed = network.chains.isReversed(edge)
                let node = isReversed ? network.edgeHead[Int(edge)] : network.edgeTail[Int(edge)]
                let start = isReversed ? network.edgeLength[Int(edge)] : 0
                end[Int(node)] = ~Int32(inner.count)
                inner.append(
                    network.spot(of: NetworkLocation(edge: edge, low: start, high: start, leg: .zero)))
            }
        }
        (self.end, self.inner) = (end, inner)
    }
}

extension NearestFacilitySearch {
    /// The walk from node `node` of the network to the nearest facility; nil when none is within the limit.
    ///
    /// A node where open and closed ways meet is asked for on one of them only; ask by its location instead.
    /// - Parameter spots: Those of the network that was searched.
    public func walk(to node: Int32, _ spots: NodeSpots) -> WalkingDistance? {
        let end = spots.end[Int(node)]
        return end < 0 ? walk(to: spots.inner[Int(~end)]) : walk(to: search.labels[Int(end)])
    }
}
