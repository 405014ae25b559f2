/// Where a place joins the network, as searches see it: a spot, or a stretch, of a chain and the straight leg to it.
public struct ChainSpot: Hashable, Sendable {
    /// The chain, a place in the network's chain columns.
    public let chain: Int32
    /// Where the stretch begins, in micrometres from the chain's tail.
    public let low: UInt32
    /// Where the stretch ends, in micrometres from the chain's tail; equal to `low` for a spot.
    public let high: UInt32
    /// The straight way between the place and the chain, which is charged.
    public let leg: WalkingDistance

    /// The way along the chain to another spot on the same chain; 0 when the stretches overlap.
    public func along(to other: ChainSpot) -> Int64 {
        max(0, Int64(other.low) - Int64(high), Int64(low) - Int64(other.high))
    }
}

extension PedestrianNetwork {
    /// Where on its chain `location` is.
    public func spot(of location: NetworkLocation) -> ChainSpot {
        let start = chains.start(of: location.edge)
        let length = edgeLength[Int(location.edge)]
        let isReversed = chains.isReversed(location.edge)
        return ChainSpot(
            chain: chains.chain(of: location.edge),
            low: start + (isReversed ? length - location.high : location.low),
            high: start + (isReversed ? length - location.low : location.high), leg: location.leg)
    }
}
