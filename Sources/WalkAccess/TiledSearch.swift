import Geometry
import PedestrianNetworks

/// A search from very many sources at once, one stretch of the curve of nodes after another.
///
/// A search from all sources together goes round them in rings: by the time it comes back to one, its part of the
/// network is no longer in the caches, and nearly every step waits for memory. Nodes are numbered along a curve, so the
/// sources of some thousand successive nodes lie together, and so does what they reach. They are searched from as one,
/// and where a group before labelled a node better it stays so: the labels are the same, and only nodes near the seams
/// are looked at twice. What several groups reach, a tile, is read ahead in one go.
struct TiledSearch {
    /// Nodes of a tile, as a power of two: with their arcs and labels some 300 KB, which a second-level cache holds.
    private static let tileBits: Int32 = 13
    /// Nodes whose sources are searched from as one, as a power of two: with what they reach some 40 KB, about what a
    /// first-level cache holds. Fewer would be looked at again and again near the seams.
    private static let groupBits: Int32 = 10

    let network: PedestrianNetwork
    /// The spots to search from, and each one's number and group, in the order of the nodes they lie at.
    private let sources: [(spot: ChainSpot, number: Int32, group: Int32)]

    init(_ spots: [ChainSpot], on network: PedestrianNetwork) {
        self.network = network
        sources = spots.indices
            .map { UInt64(network.graph.departing(spots[$0].tail)) << 32 | UInt64($0) }.sorted()
            .map { key in
                let number = Int32(truncatingIfNeeded: key & 0xFFFF_FFFF)
                return (spots[Int(number)], number, Int32(key >> 32) >> TiledSearch.groupBits)
            }
    }

    /// Whether what is within `limit` of one spot is no more than some tiles. Otherwise the same nodes would be
    /// labelled from tile after tile.
    static func pays(within limit: WalkingDistance, on network: PedestrianNetwork) -> Bool {
        let box = network.box
        let area = max((box.maxX - box.minX) * (box.maxY - box.minY), 1)
        // On a square grid the nodes within a walk fill a diamond.
        let neighbourhood = 2 * limit.metres * limit.metres * Double(network.graph.nodeCount) / area
        return neighbourhood <= Double(4 << tileBits)
    }

    /// Labels every node within `limit` of a source.
    func run(_ search: inout WalkSearch, within limit: WalkingDistance) {
        var (next, tile) = (0, Int32(-1))
        while next < sources.count {
            let group = sources[next].group
            while next < sources.count, sources[next].group == group {
                search.addSource(sources[next].number, at: sources[next].spot, of: network)
                next += 1
            }
            if group >> (TiledSearch.tileBits - TiledSearch.groupBits) != tile {
                tile = group >> (TiledSearch.tileBits - TiledSearch.groupBits)
                let first = Int(tile) << Int(TiledSearch.tileBits)
                search.readAhead(of: first..<first + 1 << Int(TiledSearch.tileBits), on: network)
            }
            search.run(on: network, within: limit)
        }
    }
}
