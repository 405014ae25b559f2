import Geometry
import NetworkFixtures
import PedestrianNetworks
import Testing
import WalkAccess

@Suite("Walks on a perfect grid")
struct GridCityTests {
    private let city = GridCity(size: 12, spacing: 100)

    private func shortest(_ from: [Position], _ to: [Position], within limit: WalkingDistance = .furthest)
        -> NearestWalk?
    {
        let joined = JoinedCase(city.lines, places: from + to, maxSnap: 60)
        var search = NearestFacilitySearch(on: joined.network)
        search.prepare(joined.places.selecting(Array(from.count..<from.count + to.count)), within: limit)
        return search.nearest(to: joined.places[0])
    }

    @Test("Between junctions a walk is |dx| + |dy|")
    func junctions() {
        let joined = JoinedCase(
            city.lines, places: (0..<144).map { city.junction($0 % 12, $0 / 12) }, maxSnap: 1)
        var search = NearestFacilitySearch(on: joined.network)
        for to in [0, 17, 77, 143] {
            search.prepare(joined.one(to), within: .furthest)
            for from in 0..<144 {
                let expected = city.walk((from % 12, from / 12), (to % 12, to / 12))
                #expect(search.nearest(to: joined.places[from])?.distance.metres == expected)
            }
        }
    }

    @Test("Legs are charged at both ends and add up")
    func legs() throws {
        // 30 m from the street at x = 250, to 40 m from the street at x = 610.
        let walk = try #require(shortest([Position(250, 30)], [Position(610, 340)]))
        #expect(walk.blockLeg.metres == 30)
        #expect(walk.facilityLeg.metres == 10)
        // From (250, 0) to (600, 340).
        #expect(walk.along.metres == 350 + 340)
        #expect(walk.distance.metres == 30 + 690 + 10)
    }

    @Test("Two places on one segment walk the piece between them, not round the block")
    func sameSegment() throws {
        #expect(try #require(shortest([Position(210, 0)], [Position(280, 0)])).distance.metres == 70)
        #expect(try #require(shortest([Position(250, 5)], [Position(250, 0)])).distance.metres == 5)
    }

    @Test("A limit includes what rounds to it, to the millimetre", arguments: [-1, 0, 1])
    func limits(millimetresOver: Int) {
        let facility = Position(500 + Double(millimetresOver) / 1000, 0)
        let found = shortest([Position(0, 0)], [facility], within: .limit(metres: 500))
        #expect((found != nil) == (millimetresOver <= 0))
    }

    @Test("A tie goes to the first facility, whichever side it lies on")
    func ties() {
        let (left, right) = (Position(300, 500), Position(700, 500))
        #expect(shortest([Position(500, 500)], [left, right])?.facility == 0)
        #expect(shortest([Position(500, 500)], [right, left])?.facility == 0)
        // A tie on the same segment, and one across junctions.
        #expect(shortest([Position(550, 500)], [Position(540, 500), Position(560, 500)])?.facility == 0)
        #expect(shortest([Position(550, 500)], [Position(560, 500), Position(540, 500)])?.facility == 0)
    }

    @Test("Of several entrances the nearest counts, at either end")
    func entrances() throws {
        let joined = JoinedCase(
            city.lines, places: [Position(0, 0), Position(900, 0), Position(1000, 0)], maxSnap: 1)
        var both = NetworkPlaces()
        both.append([joined.places[0].first, joined.places[1].first].compactMap { $0 })
        var search = NearestFacilitySearch(on: joined.network)
        search.prepare(joined.one(2), within: .furthest)
        #expect(search.nearest(to: both[0])?.distance.metres == 100)
        search.prepare(both, within: .furthest)
        #expect(search.nearest(to: joined.places[2])?.distance.metres == 100)
    }

    @Test("A stretch of a way is reached anywhere along it")
    func stretch() throws {
        let joined = JoinedCase(city.lines, places: [Position(20, 0), Position(50, 0)], maxSnap: 1)
        let edge = try #require(joined.places[0].first).edge
        var park = NetworkPlaces()
        park.append([NetworkLocation(edge: edge, low: 40_000_000, high: 60_000_000, leg: .zero)])
        var search = NearestFacilitySearch(on: joined.network)
        search.prepare(park, within: .furthest)
        #expect(search.nearest(to: joined.places[0])?.distance.metres == 20)
        #expect(search.nearest(to: joined.places[1])?.distance.metres == 0)
    }

    @Test("Nothing to search from, nothing found")
    func empty() {
        #expect(shortest([Position(0, 0)], []) == nil)
    }

    @Test("The work of a search is the part of the grid within its limit")
    func work() {
        let joined = JoinedCase(city.lines, places: [city.junction(5, 5)], maxSnap: 1)
        var search = WalkSearch(for: joined.network)
        for _ in 0..<2 {
            let before = search.counters
            search.reset()
            search.addSource(0, at: joined.places[0][0], of: joined.network)
            search.run(on: joined.network, within: WalkingDistance(metres: 300))
            // A diamond of junctions within three steps has 1 + 4 + 8 + 12 of them, four streets each.
            #expect((search.counters - before).settled == 25)
            #expect((search.counters - before).relaxed == 100)
        }
    }
}
