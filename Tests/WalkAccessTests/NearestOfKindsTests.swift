import Geometry
import NetworkFixtures
import PedestrianNetworks
import Testing

@testable import WalkAccess

@Suite("The nearest of many kinds, tile after tile, is what each kind's own search finds")
struct NearestOfKindsTests {
    /// Walks to one kind by node.
    private typealias Walks = [Int32: NodeWalk]

    private struct NodeWalk: Hashable {
        let walk: WalkingDistance
        let facility: Int32
    }

    private func walks(_ all: NearestOfKinds, to spots: NodeSpots, threads: Int = 1) async throws -> [Walks] {
        let kinds = all.kinds.count
        let found = try await all.reduce(
            over: spots, threads: threads, into: { [Walks](repeating: [:], count: kinds) }
        ) { walks, kind, found in
            var (nodes, together) = (0, WalkingDistance.zero)
            found.forEach { node, walk, location in
                #expect(walks[kind][node] == nil)
                walks[kind][node] = NodeWalk(walk: walk, facility: found.facility(at: location))
                (nodes, together) = (nodes + 1, together + walk)
            }
            #expect(found.sum == (nodes, together))
        }
        return (0..<kinds).map { kind in
            found.accumulators.reduce(into: Walks()) { all, part in
                all.merge(part[kind]) { first, _ in
                    Issue.record("a node is in two pieces")
                    return first
                }
            }
        }
    }

    private func expected(
        _ kind: NetworkPlaces, _ limit: WalkingDistance, _ spots: NodeSpots, _ network: PedestrianNetwork
    )
        -> Walks
    {
        var search = NearestFacilitySearch(on: network)
        search.prepare(kind, within: limit)
        var walks: Walks = [:]
        search.forEachNode(of: spots) { walks[$0] = NodeWalk(walk: $1, facility: $2) }
        return walks
    }

    /// Some of `places` as four kinds: none, one, some with several locations, and all.
    private func kinds(of places: NetworkPlaces) -> [NetworkPlaces] {
        var several = NetworkPlaces()
        for place in stride(from: 0, to: places.count - 1, by: 2) {
            several.append(Array(places[place]) + Array(places[place + 1]))
        }
        return [NetworkPlaces(), places.selecting([0]), several, places]
    }

    @Test(
        "1,000 random networks, with closed ways, in tiles of two nodes and more: every node and every place",
        arguments: Array(stride(from: 0, to: 1000, by: 100)))
    func randomNetworks(firstSeed: Int) async throws {
        for seed in firstSeed..<firstSeed + 100 {
            let drawn = RandomLines(seed: UInt64(seed))
            var random = SeededRandom(seed: UInt64(seed) + 77)
            let choices: [Int32] = [-1, -1, -1, -2, 0, 1]
            let compounds = drawn.lines.map { _ in choices.randomElement(using: &random) ?? -1 }
            let inside = drawn.places.map { _ in Int32.random(in: -1...1, using: &random) }
            let quick = JoinedCase(
                drawn.lines, places: drawn.places, maxSnap: 60, compounds: seed % 2 == 0 ? [] : compounds,
                inside: inside)
            let limit = [WalkingDistance.limit(metres: 70), .limit(metres: 160), .zero, .furthest][seed % 4]
            try await compare(
                quick, within: limit, tiles: Tiles(of: quick.network, bits: Int32(1 + seed % 3)))
        }
    }

    private func compare(_ town: JoinedCase, within limit: WalkingDistance, tiles: Tiles) async throws {
        let (kinds, network) = (kinds(of: town.places), town.network)
        let all = NearestOfKinds(kinds, within: limit, on: network, tiles: tiles)
        let nodes = NodeSpots(of: network)
        let spots = PlaceSpots(kinds[2], on: network)
        let byNode = try await walks(all, to: nodes)
        let byPlace = try await all.walks(from: spots).walks
        for kind in kinds.indices {
            #expect(byNode[kind] == expected(kinds[kind], limit, nodes, network))
            var search = NearestFacilitySearch(on: network)
            search.prepare(kinds[kind], within: limit)
            for place in 0..<kinds[2].count {
                #expect(byPlace[kind][place] == search.nearest(to: kinds[2][place]))
            }
        }
    }

    /// 40,000 junctions: several tiles.
    private static let town = RandomTown(side: 200, seed: 5)
    private static let supply = (1...14).map { town.places(40 * $0, seed: UInt64($0)) }

    @Test("in a town of several tiles, chosen by itself", arguments: [300.0, 900])
    func town(limit: Double) async throws {
        let network = Self.town.network
        let within = WalkingDistance.limit(metres: limit)
        let all = NearestOfKinds(Self.supply, within: within, on: network)
        #expect(all.tiled != nil)
        let wanted = NumberSet(count: network.nodeCount) { $0 % 3 != 0 }
        let nodes = NodeSpots(of: network, only: wanted)
        let found = try await walks(all, to: nodes)
        for (kind, facilities) in Self.supply.enumerated() {
            #expect(found[kind] == expected(facilities, within, nodes, network))
            #expect(!found[kind].isEmpty)
        }
    }

    @Test("few kinds, few nodes or a limit that reaches far are searched for kind by kind, to the same end")
    func kindByKind() async throws {
        let network = Self.town.network
        let limit = WalkingDistance.limit(metres: 400)
        #expect(NearestOfKinds([Self.supply[0]], within: limit, on: network).tiled == nil)
        #expect(NearestOfKinds(Self.supply, within: .furthest, on: network).tiled == nil)
        #expect(
            NearestOfKinds(Self.supply, within: limit, on: RandomTown(side: 20, seed: 1).network).tiled == nil
        )
        let (one, all) = (
            NearestOfKinds(Self.supply, within: limit, on: network, tiles: nil),
            NearestOfKinds(Self.supply, within: limit, on: network)
        )
        let spots = NodeSpots(of: network)
        #expect(try await walks(one, to: spots) == walks(all, to: spots))
    }

    @Test("whether tiles pay is told by where most ways are, not by one far away")
    func strayWay() throws {
        let grid = try (0..<200).flatMap { row in
            try [
                LineString((0..<200).map { Position(Double($0) * 50, Double(row) * 50) }),
                LineString((0..<200).map { Position(Double(row) * 50, Double($0) * 50) }),
            ]
        }
        let far = try LineString([Position(1_000_000, 0), Position(1_000_100, 0)])
        for lines in [grid, grid + [far]] {
            let tiles = Tiles(of: NetworkBuilder().build(lines).network)
            #expect(tiles.pay(kinds: 40, within: .limit(metres: 3000)))
            #expect(!tiles.pay(kinds: 40, within: .limit(metres: 8000)))
        }
    }

    @Test("answers and work are the same for any number of threads")
    func threads() async throws {
        let network = Self.town.network
        let all = NearestOfKinds(Self.supply, within: .limit(metres: 500), on: network)
        let byThree = NearestOfKinds(Self.supply, within: .limit(metres: 500), on: network, threads: 3)
        let spots = PlaceSpots(Self.town.places(3000, seed: 77), on: network)
        let (one, three) = (
            try await all.walks(from: spots), try await byThree.walks(from: spots, threads: 3)
        )
        #expect(one.counters == three.counters)
        for (a, b) in zip(one.walks, three.walks) {
            for place in 0..<a.count { #expect(a[place] == b[place]) }
        }
        let nodes = NodeSpots(of: network)
        #expect(
            try await walks(all, to: nodes)
                == walks(byThree, to: NodeSpots(of: network, threads: 3), threads: 3))
    }

    @Test("a network without ways has no walks")
    func nothing() async throws {
        let all = NearestOfKinds(
            [NetworkPlaces()], within: .limit(metres: 500), on: .empty, tiles: Tiles(of: .empty))
        #expect(try await walks(all, to: NodeSpots(of: .empty)) == [[:]])
        #expect(try await all.walks(from: PlaceSpots(NetworkPlaces(), on: .empty)).walks.map(\.count) == [0])
    }
}
