import Geometry
import NetworkFixtures
import PedestrianNetworks
import Testing
import WalkAccess

@Suite("Ways that are not open to everybody")
struct ClosedWayTests {
    /// A compound with two gates, at 100 and 200, between two streets that meet far away.
    private func joined(_ places: [Position], inside: [Int32]) throws -> JoinedCase {
        let lines = [
            [Position(0, 0), Position(100, 0), Position(200, 0), Position(1000, 0), Position(1000, 100)],
            [Position(0, 100), Position(100, 100), Position(200, 100), Position(1000, 100)],
            [Position(100, 0), Position(100, 50), Position(100, 100)],
        ]
        return JoinedCase(
            try lines.map { try LineString($0) }, places: places, maxSnap: 60, compounds: [-1, -1, 0],
            inside: inside)
    }

    private func walk(_ from: Position, _ to: Position, inside: [Int32]) throws -> Double? {
        let both = try joined([from, to], inside: inside)
        var search = NearestFacilitySearch(on: both.network)
        search.prepare(both.one(1), within: .furthest)
        return search.nearest(to: both.places[0])?.distance.metres
    }

    @Test("strangers do not cut through, those who live there and their guests walk in and out")
    func phases() throws {
        let (south, north, home) = (Position(100, -1), Position(100, 101), Position(101, 50))
        #expect(try walk(south, north, inside: [-1, -1]) == 1 + 900 + 100 + 900 + 1)
        #expect(try walk(home, north, inside: [0, -1]) == 1 + 50 + 1)
        #expect(try walk(south, home, inside: [-1, 0]) == 1 + 50 + 1)
        #expect(try walk(home, Position(100, 20), inside: [0, 0]) == 1 + 30)
    }

    @Test("a place outside does not join the ways inside")
    func joining() throws {
        // Two metres from the way inside, thirty from the street.
        #expect(try walk(Position(102, 30), Position(0, 0), inside: [-1, -1]) == 30 + 102)
        #expect(try walk(Position(102, 30), Position(0, 0), inside: [0, -1]) == 2 + 30 + 100)
    }

    @Test("1,000 random networks with closed ways: every pair to a millimetre, and the same both ways")
    func bruteForce() throws {
        for seed in 0..<1000 {
            let drawn = RandomLines(seed: UInt64(seed))
            var random = SeededRandom(seed: UInt64(seed) + 77)
            let choices: [Int32] = [-1, -1, -1, -2, 0, 1]
            let compounds = drawn.lines.map { _ in choices.randomElement(using: &random) ?? -1 }
            let inside = drawn.places.map { _ in Int32.random(in: -1...1, using: &random) }
            let slow = BruteForce(
                lines: drawn.lines, tolerance: 0.01, places: drawn.places, maxSnap: 60, compounds: compounds,
                inside: inside)
            let quick = JoinedCase(
                drawn.lines, places: drawn.places, maxSnap: 60, compounds: compounds, inside: inside)
            var search = NearestFacilitySearch(on: quick.network)
            let targets = TargetColumns(quick.places, on: quick.network)
            var within = PlacesWithinSearch(targets, on: quick.network)
            for to in drawn.places.indices {
                search.prepare(quick.one(to), within: .furthest)
                var found: [Int: Double] = [:]
                within.forEachTarget(from: quick.places[to], within: .furthest) { found[$0] = $1.metres }
                let expected = slow.walksToPlaces(from: to)
                for from in drawn.places.indices {
                    let walk = search.nearest(to: quick.places[from])?.distance.metres
                    #expect(agree(walk, expected[from]), "seed \(seed), \(from) to \(to)")
                    #expect(walk == found[from], "seed \(seed), \(from) to \(to)")
                }
            }
        }
    }

    private func agree(_ walk: Double?, _ expected: Double?) -> Bool {
        switch (walk, expected) {
        case (nil, nil): true
        case (let walk?, let expected?): abs(walk - expected) <= 0.001
        default: false
        }
    }

    @Test("reached ways are the walks to them")
    func reached() throws {
        let case_ = try joined([Position(100, 0)], inside: [-1])
        var search = ReachSearch(on: case_.network, ArcChains(of: case_.network))
        let ways = search.ways(from: case_.places, within: [ReachLimit(metres: 100)])
        // West, east, and all of the way inside, but nothing of the street beyond it.
        #expect(ways.length(within: 0).metres == 300)
        #expect(ways.nodeCount(within: 0) == 5)
    }
}
