import AllocationCounter
import Geometry
import NetworkFixtures
import PedestrianNetworks
import Testing
import WalkAccess

/// How much work searches do on fixed inputs: what a change that makes them slower shows up in, on any machine.
@Suite("The work of searches")
struct WorkTests {
    private static let town = RandomTown(side: 130, seed: 5)
    private static let limit = WalkingDistance.limit(metres: 500)

    @Test(
        "together, sources look at a node about once, a quarter more often where they are a few arcs apart",
        arguments: [(40, 1.1), (400, 1.1), (4000, 1.25)])
    func fromManySources(facilities: Int, most: Double) {
        let network = Self.town.network
        var search = NearestFacilitySearch(on: network)
        search.prepare(Self.town.places(facilities, seed: 1), within: Self.limit)
        var reached = 0
        search.forEachNode(of: NodeSpots(of: network)) { _, _, _ in reached += 1 }
        // Nodes inside chains are read off and never looked at; those near seams may be, from either side.
        #expect(Double(search.counters.settled) <= Double(reached) * most)
        let arcsOfANode = Double(network.graph.arcs.count) / Double(network.graph.nodeCount)
        let looked = Double(search.counters.relaxed) / Double(max(search.counters.settled, 1))
        #expect(abs(looked / arcsOfANode - 1) < 0.1)
    }

    @Test(
        "tile after tile, a node is looked at a third more often at most, by walks that could come to another tile"
    )
    func byTiles() async throws {
        let town = RandomTown(side: 200, seed: 5)
        let supply = (0..<12).map { town.places(400, seed: $0) }
        let spots = NodeSpots(of: town.network)
        let found = try await NearestOfKinds(supply, within: Self.limit, on: town.network)
            .reduce(over: spots, into: { 0 }) { reached, _, walks in walks.forEach { _, _, _ in reached += 1 }
            }
        let reached = found.accumulators.reduce(0, +)
        #expect(reached > 0 && found.counters.settled <= reached * 4 / 3)
    }

    @Test(
        "alone, a source looks at every node within its limit about once, nodes taken as they come or by distance",
        arguments: [500.0, 2500])
    func fromOneSource(metres: Double) {
        let limit = WalkingDistance.limit(metres: metres)
        let network = Self.town.network
        let places = Self.town.places(50, seed: 4)
        var search = WalkSearch(for: network)
        var nearest = NearestFacilitySearch(on: network)
        let spots = NodeSpots(of: network)
        var reached = 0
        for place in 0..<places.count {
            search.reset()
            search.addSource(0, at: places[place][places[place].startIndex], of: network)
            search.run(on: network, within: limit)
            nearest.prepare(places.selecting([place]), within: limit)
            nearest.forEachNode(of: spots) { _, _, _ in reached += 1 }
        }
        #expect(search.counters.settled <= reached * 11 / 10)
    }

    /// A square of footways two metres apart, and long roads far away: the mean arc says nothing of the square.
    private static let square: PedestrianNetwork = {
        var random = SeededRandom(seed: 9)
        let side = 100
        let corners = (0..<side * side).map { place in
            Position(
                Double(place % side) * 2 + Double.random(in: -0.9...0.9, using: &random),
                Double(place / side) * 2 + Double.random(in: -0.9...0.9, using: &random))
        }
        var lines = (0..<1500).map {
            [Position(Double($0) * 50, 5000), Position(Double($0) * 50 + 20, 9000)]
        }
        for place in corners.indices {
            for next in [place % side + 1 < side ? place + 1 : -1, place + side]
            where corners.indices.contains(next) { lines.append([corners[place], corners[next]]) }
        }
        return NetworkBuilder().build(lines.compactMap { try? LineString($0) }).network
    }()

    @Test(
        "where arcs are far shorter than the mean, nodes are not looked at again and again, and walks are the same"
    )
    func unevenArcs() {
        let network = Self.square
        let corner = NetworkLocation(edge: Int32(network.edgeCount - 1), low: 0, high: 0, leg: .zero)
        var facilities = NetworkPlaces()
        facilities.append(corner)
        func walks(_ metres: Double) -> (walks: [Int32: WalkingDistance], settled: Int) {
            var search = NearestFacilitySearch(on: network)
            search.prepare(facilities, within: .limit(metres: metres))
            var walks: [Int32: WalkingDistance] = [:]
            search.forEachNode(of: NodeSpots(of: network)) { node, walk, _ in walks[node] = walk }
            return (walks, search.counters.settled)
        }
        let (inTurn, byDistance) = (walks(1000), walks(100_000))
        #expect(inTurn.walks.count == 10_000 && inTurn.walks == byDistance.walks)
        #expect(inTurn.settled <= byDistance.settled * 2)
    }

    @Test(
        "a search allocates nothing once its scratch space has grown", .enabled(if: can_count_allocations()))
    func allocations() {
        let network = Self.town.network
        let places = Self.town.places(100, seed: 4)
        var search = WalkSearch(for: network)
        func round() {
            for place in 0..<places.count {
                search.reset()
                search.addSource(0, at: places.locations[place], of: network)
                search.run(on: network, within: Self.limit)
            }
        }
        let first = allocations_of_this_thread()
        round()
        let second = allocations_of_this_thread()
        round()
        let third = allocations_of_this_thread()
        #expect(second > first, "growing is counted")
        #expect(third == second)
    }
}
