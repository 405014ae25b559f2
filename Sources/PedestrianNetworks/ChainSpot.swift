/// Where a place joins the network, as searches see it: a spot, or a stretch, of a chain and the straight leg to it.
public struct ChainSpot: Hashable, Sendable {
    /// The chain, a place in the network's chain columns.
    public let chain: Int32
    /// Where the stretch begins, in micrometres from the chain's tail.
    public let low: UInt32
    /// Where the stretch ends, in micrometres from the chain's tail; equal to `low` for a spot.
    public let high: UInt32
    /// The graph's node for walks that end here, when the spot is an end of its chain; -1 otherwise.
    public let node: Int32
    /// The straight way between the place and the chain, which is charged.
    public let leg: WalkingDistance

    init(chain: Int32, low: UInt32, high: UInt32, node: Int32, leg: WalkingDistance) {
        (self.chain, self.low, self.high, self.node, self.leg) = (chain, low, high, node, leg)
    }

    /// A spot between the ends of `chain`, `micrometres` from its tail, without a leg.
    public init(inside chain: Int32, at micrometres: UInt32) {
        self.init(chain: chain, low: micrometres, high: micrometres, node: -1, leg: .zero)
    }

    /// The way along the chain to another spot on the same chain; 0 when the stretches overlap.
    public func along(to other: ChainSpot) -> Int64 {
        max(0, Int64(other.low) - Int64(high), Int64(low) - Int64(other.high))
    }
}

extension PedestrianNetwork {
    /// Where on its chain `location` is.
    public func spot(of location: NetworkLocation) -> ChainSpot {
        let chain = chains.chain(of: location.edge)
        let start = chains.start(of: location.edge)
        let length = edgeLength[Int(location.edge)]
        let isReversed = chains.isReversed(location.edge)
        let low = start + (isReversed ? length - location.high : location.low)
        let high = start + (isReversed ? length - location.low : location.high)
        return ChainSpot(
            chain: chain, low: low, high: high, node: end(of: chain, low, high), leg: location.leg)
    }

    private func end(of chain: Int32, _ low: UInt32, _ high: UInt32) -> Int32 {
        if high == 0 { return graph.arrivingTail[Int(chain)] }
        return low == chains.length[Int(chain)] ? graph.arrivingHead[Int(chain)] : -1
    }
}
