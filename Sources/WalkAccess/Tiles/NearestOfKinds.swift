public import PedestrianNetworks
import WorkSharing

/// The nearest facility of each of several kinds, from nodes or places all over a network, within a limit.
///
/// Tile after tile: what walks to a tile can come through is copied out of the network once and searched for one kind after
/// another, while it is in the caches. What lies around the core of a tile is looked at from several tiles, but only by walks
/// that can still come to it. Where that does not pay, kind after kind is searched for in the whole network. Either way the
/// walks, ties included, are those of `NearestFacilitySearch`. Figures stand in the decision record 0025.
public struct NearestOfKinds: Sendable {
    let network: PedestrianNetwork
    let kinds: [NetworkPlaces]
    let limit: WalkingDistance
    /// Nil where kinds are searched for one after another.
    let tiled: (tiles: Tiles, sources: KindSources)?

    /// Gets ready to search `network` for each of `kinds`.
    ///
    /// - Parameter kinds: The facilities of each, at most 16,777,216 locations.
    public init(_ kinds: [NetworkPlaces], within limit: WalkingDistance, on network: PedestrianNetwork) {
        let tiles = Tiles(of: network)
        self.init(
            kinds, within: limit, on: network,
            tiles: tiles.pay(kinds: kinds.count, within: limit) ? tiles : nil)
    }

    /// Searches tile after tile, or kind after kind without tiles.
    init(
        _ kinds: [NetworkPlaces], within limit: WalkingDistance, on network: PedestrianNetwork, tiles: Tiles?
    ) {
        precondition(
            kinds.allSatisfy { $0.locations.count <= WalkLabel.maximumSources },
            "a label tells sources by 24 bits")
        (self.kinds, self.limit, self.network) = (kinds, min(limit, .furthest), network)
        tiled = tiles.map { ($0, KindSources(kinds, on: network)) }
    }
}

/// A network's nodes cut into stretches of the curve.
struct Tiles: Sendable {
    /// With fewer kinds or tiles, copying tiles takes more than searching them gains.
    private static let (fewestKinds, fewestTiles) = (12, 4)

    let network: PedestrianNetwork
    /// Nodes in the core of a tile, as a power of two.
    private let bits: Int32

    /// - Parameter bits: 8,192 nodes, those around them, their arcs and labels are some 540 KB, which a second-level cache
    ///   holds.
    init(of network: PedestrianNetwork, bits: Int32 = 13) { (self.network, self.bits) = (network, bits) }

    /// The number of tiles.
    var count: Int { (Int(network.graph.copies.lowerBound) + 1 << bits - 1) >> Int(bits) }

    /// The places along the curve in the core of tile `number`.
    subscript(number: Int) -> Range<Int32> {
        let first = Int32(number) << bits
        return first..<min(first + 1 << bits, network.graph.copies.lowerBound)
    }

    /// The tile that `node` of the graph, or what it is a copy of, is in.
    func tile(of node: Int32) -> Int { Int(network.graph.placeOnCurve(node) >> bits) }

    /// Whether tiles are worth copying for so many kinds.
    func pay(kinds: Int, within limit: WalkingDistance) -> Bool {
        kinds >= Tiles.fewestKinds && count >= Tiles.fewestTiles
            && TiledSearch.pays(within: limit, on: network)
    }
}
