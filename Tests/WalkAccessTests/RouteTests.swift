import Geometry
import NetworkFixtures
import PedestrianNetworks
import Testing
import WalkAccess

/// A route is as long as the walk it belongs to, and nowhere off the network.
@Suite("Routes of walks")
struct RouteTests {
    @Test("1,000 random networks: every route", arguments: Array(stride(from: 0, to: 1000, by: 100)))
    func routes(firstSeed: Int) {
        var found = 0
        for seed in firstSeed..<firstSeed + 100 {
            let random = RandomLines(seed: UInt64(seed))
            let joined = JoinedCase(random.lines, places: random.places, maxSnap: 60)
            let arcs = ArrivingArcs(of: joined.network)
            let streets = Streets(joined.network)
            var search = NearestFacilitySearch(on: joined.network)
            for facilities in [[0], Array(random.places.indices.dropFirst(random.places.count / 2))] {
                search.prepare(joined.places.selecting(facilities), within: .furthest)
                for place in random.places.indices {
                    let walk = search.nearest(to: joined.places[place])
                    let route = search.route(to: joined.places[place], arcs)
                    #expect(route?.walk == walk, "seed \(seed), place \(place)")
                    guard let route else { continue }
                    found += 1
                    // A micrometre for every edge is what rounding may do.
                    #expect(
                        abs(length(of: route.positions) - route.walk.along.metres) < 1e-3,
                        "seed \(seed), place \(place)")
                    #expect(streets.hold(route.positions), "seed \(seed), place \(place)")
                }
            }
        }
        #expect(found > 100)
    }

    @Test func closedWaysAreWalkedAtTheEndsOnly() throws {
        // Two compounds side by side, and the long way round between them.
        let lines = try [
            LineString([Position(0, 0), Position(100, 0)]),
            LineString([Position(0, 0), Position(0, 300), Position(100, 300), Position(100, 0)]),
        ]
        let joined = JoinedCase(
            lines, places: [Position(0, -1), Position(100, -1)], maxSnap: 60, compounds: [7, Compound.none])
        let arcs = ArrivingArcs(of: joined.network)
        var search = NearestFacilitySearch(on: joined.network)
        search.prepare(joined.one(1), within: .furthest)
        let route = try #require(search.route(to: joined.places[0], arcs))
        #expect(abs(length(of: route.positions) - route.walk.along.metres) < 1e-3)
    }

    @Test func withoutAWalkThereIsNoRoute() throws {
        let lines = try [
            LineString([Position(0, 0), Position(10, 0)]), LineString([Position(0, 50), Position(10, 50)]),
        ]
        let joined = JoinedCase(lines, places: [Position(1, 0), Position(1, 50)], maxSnap: 5)
        var search = NearestFacilitySearch(on: joined.network)
        search.prepare(joined.one(0), within: .furthest)
        #expect(search.route(to: joined.places[1], ArrivingArcs(of: joined.network)) == nil)
        #expect(search.route(to: joined.places[0], ArrivingArcs(of: joined.network))?.positions.count == 2)
    }

    private func length(of positions: [Position]) -> Double {
        zip(positions, positions.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) }
    }
}

/// The edges of a network by the positions of their ends.
private struct Streets {
    private var ends: Set<[Position]> = []

    init(_ network: PedestrianNetwork) {
        for edge in 0..<network.edgeCount {
            let segment = network.segment(of: edge)
            ends.insert([segment.start, segment.end])
            ends.insert([segment.end, segment.start])
        }
    }

    /// Whether every piece of a route but the first and the last is an edge.
    func hold(_ positions: [Position]) -> Bool {
        let inner = positions.dropFirst().dropLast()
        return zip(inner, inner.dropFirst()).allSatisfy { ends.contains([$0, $1]) }
    }
}
