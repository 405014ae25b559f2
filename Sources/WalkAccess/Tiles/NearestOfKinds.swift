import Geometry
public import PedestrianNetworks

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
    /// - Parameters:
    ///   - kinds: The facilities of each, at most 16,777,216 locations.
    ///   - threads: So many find where facilities are.
    public init(
        _ kinds: [NetworkPlaces], within limit: WalkingDistance, on network: PedestrianNetwork,
        threads: Int = 1
    ) {
        let tiles = Tiles(of: network)
        self.init(
            kinds, within: limit, on: network, threads: threads,
            tiles: tiles.pay(kinds: kinds.count, within: limit) ? tiles : nil)
    }

    /// Searches tile after tile, or kind after kind without tiles.
    init(
        _ kinds: [NetworkPlaces], within limit: WalkingDistance, on network: PedestrianNetwork,
        threads: Int = 1, tiles: Tiles?
    ) {
        precondition(
            kinds.allSatisfy { $0.locations.count <= WalkLabel.maximumSources },
            "a label tells sources by 24 bits")
        (self.kinds, self.limit, self.network) = (kinds, min(limit, .furthest), network)
        tiled = tiles.map { ($0, KindSources(kinds, on: network, threads: threads)) }
    }
}

/// A network's nodes cut into stretches of the curve.
struct Tiles: Sendable {
    /// With fewer kinds or tiles, copying tiles takes more than searching them gains.
    private static let (fewestKinds, fewestTiles) = (12, 4)
    /// How many tiles may be within the limit of one place: on a square grid the nodes within a walk fill a diamond.
    private static let mostReached = 4.0

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

    /// Whether tiles are worth copying for so many kinds: not where more than some tiles of the usual density are within
    /// the limit of one place. O(nodes).
    func pay(kinds: Int, within limit: WalkingDistance) -> Bool {
        guard kinds >= Tiles.fewestKinds, count >= Tiles.fewestTiles else { return false }
        // One stray way far off would thin out the mean of the whole, but not the middle one of the tiles.
        let areas = (0..<count - 1).map { area(of: $0) }.sorted()
        return 2 * limit.metres * limit.metres / areas[areas.count / 2] <= Tiles.mostReached
    }

    /// Square metres of the box around the core of tile `number`.
    private func area(of number: Int) -> Double {
        let places = self[number]
        var (low, high) = (Position(.infinity, .infinity), Position(-.infinity, -.infinity))
        network.graph.ends.forEach(ranked: Int(places.lowerBound)..<Int(places.upperBound)) { node in
            let position = network.position(of: Int32(node))
            low = Position(min(low.x, position.x), min(low.y, position.y))
            high = Position(max(high.x, position.x), max(high.y, position.y))
        }
        return max((high.x - low.x) * (high.y - low.y), 1)
    }
}
