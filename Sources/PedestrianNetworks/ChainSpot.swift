/// Where a place joins the network, as searches see it: a spot, or a stretch, of a chain and the straight leg to it.
///
/// Knows the ends of its chain and the way to either, so that whoever keeps it needs not look at the network again.
public struct ChainSpot: Hashable, Sendable {
    /// The chain, a place in the network's chain columns.
    public let chain: Int32
    /// The graph's node at the chain's tail, for walks that end here.
    public let tail: Int32
    /// The graph's node at the chain's head, for walks that end here.
    public let head: Int32
    /// Where the stretch begins, in micrometres from the chain's tail.
    public let low: UInt32
    /// Where the stretch ends, in micrometres from the chain's tail; equal to `low` for a spot.
    public let high: UInt32
    /// Micrometres from there to the chain's head.
    public let rest: UInt32
    /// The straight way between the place and the chain, which is charged.
    public let leg: WalkingDistance

    init(_ chain: Int32, _ ends: Chain, low: UInt32, high: UInt32, leg: WalkingDistance) {
        (self.chain, tail, head) = (chain, ends.tail, ends.head)
        (self.low, self.high, rest) = (low, high, ends.length - high)
        self.leg = leg
    }

    /// The graph's node for walks that end here, when the spot is an end of its chain; -1 otherwise.
    public var node: Int32 { high == 0 ? tail : rest == 0 && low == high ? head : -1 }

    /// The way along the chain to another spot on the same chain; 0 when the stretches overlap.
    public func along(to other: ChainSpot) -> Int64 {
        max(0, Int64(other.low) - Int64(high), Int64(low) - Int64(other.high))
    }
}

extension PedestrianNetwork {
    /// Where on its chain `location` is.
    public func spot(of location: NetworkLocation) -> ChainSpot {
        let place = chains.place(of: location.edge)
        let (low, high) =
            place.isReversed
            ? (place.tail - location.high, place.tail - location.low)
            : (place.tail + location.low, place.tail + location.high)
        return ChainSpot(place.chain, chains[place.chain], low: low, high: high, leg: location.leg)
    }

    /// A spot `micrometres` along `chain` from its tail, without a leg.
    public func spot(on chain: Int32, at micrometres: UInt32) -> ChainSpot {
        ChainSpot(chain, chains[chain], low: micrometres, high: micrometres, leg: .zero)
    }

    /// Micrometres along its chain at which edge `edge` begins, coming from the chain's tail.
    public func start(of edge: Int32) -> UInt32 {
        let place = chains.place(of: edge)
        return place.isReversed ? place.tail - length(of: Int(edge)) : place.tail
    }

    /// The node at which edge `edge` begins, coming from its chain's tail.
    public func startNode(of edge: Int32) -> Int32 {
        chains.isReversed(edge) ? edgeHead[Int(edge)] : edgeTail[Int(edge)]
    }

    /// Those of `edges` that begin, coming from their chain's tail, at one of `nodes`. O(edges).
    public func edges(in edges: Range<Int>, beginningAt nodes: NumberSet) -> [Int32] {
        let (places, tails, heads) = (chains.places.span, edgeTail.span, edgeHead.span)
        var found = [Int32](repeating: 0, count: edges.count)
        var count = 0
        // Both ends are read and each edge is kept or written over, because nobody can foretell such jumps.
        for edge in edges {
            let isReversed: Int32 = places[edge].isReversed ? -1 : 0
            let node = tails[edge] ^ (tails[edge] ^ heads[edge]) & isReversed
            found[count] = Int32(truncatingIfNeeded: edge)
            count &+= nodes.contains(Int(node)) ? 1 : 0
        }
        return Array(found[..<count])
    }
}
