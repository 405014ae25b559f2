import Geometry
import NetworkFixtures
import PedestrianNetworks
import Testing
import WalkAccess

@Suite("Walking to random points of areas")
struct ReachVerificationTests {
    private let limits = [60.0, 150]

    private func verify(
        _ town: ReachCase, _ area: [Polygon], band: Int, _ limits: [Double], seed: UInt64 = 1
    ) throws -> ReachVerification {
        var verifier = ReachVerifier(town.network, barriers: town.barriers, buffer: 25)
        let longest = ReachLimit(metres: limits[limits.count - 1])
        verifier.prepare(town.places, town.ways(within: limits), within: longest)
        return try verifier.verify(
            area, band: band, limit: ReachLimit(metres: limits[band]), count: 200, seed: seed)
    }

    @Test("Every point of an area is within the limit and the buffer", arguments: [0, 50, 100, 150])
    func areasHold(firstSeed: Int) throws {
        for seed in firstSeed..<firstSeed + 50 {
            let random = RandomLines(seed: UInt64(seed))
            let walls = RandomLines.walls(seed: UInt64(seed), around: random.lines)
            let town = ReachCase(random.lines, places: random.places, barriers: walls)
            let areas = try town.areas(town.ways(within: limits), limits)
            for (band, area) in areas.enumerated() where !area.polygons.isEmpty {
                let found = try verify(town, area.polygons, band: band, limits)
                #expect(
                    found.points == 200 && found.withinBuffer == 200, "seed \(seed), limit \(band): \(found)")
                #expect(found.withinLimit <= found.withinBuffer)
            }
        }
    }

    @Test("It finds out an area that claims too much")
    func findsOut() throws {
        let city = GridCity(size: 12, spacing: 100)
        let town = ReachCase(city.lines, places: [city.junction(5, 5)])
        let ways = town.ways(within: limits)
        let honest = try town.areas(ways, limits)[0].polygons
        #expect(try verify(town, honest, band: 0, limits).withinBuffer == 200)
        // Of another limit, of a wider buffer, filled, and empty.
        let larger = try town.areas(ways, limits)[1].polygons
        #expect(try verify(town, larger, band: 0, limits).withinBuffer < 150)
        let wider = try town.areas(ways, limits, ReachedAreaOptions(buffer: 40))[0].polygons
        #expect(try verify(town, wider, band: 0, limits).withinBuffer < 190)
        #expect(try verify(town, [], band: 0, limits) == .none)
        // A wall that the area knows nothing of.
        let walled = ReachCase(
            city.lines, places: [city.junction(5, 5)], barriers: [[Position(0, 505), Position(1100, 505)]])
        #expect(try verify(walled, honest, band: 0, limits).withinBuffer < 190)
    }

    /// Around a straight street of 2L, everything within the buffer: a point at distance n has its foot at s, and is
    /// within the limit when |s| + n ≤ L, a diamond. With L = 100 and b = 25 that leaves out 2b² of the area, at either
    /// end b² and the rounded end.
    @Test("The share within the limit is the diamond's")
    func share() throws {
        let town = ReachCase(
            [try LineString([Position(0, 0), Position(400, 0)])], places: [Position(200, 0)])
        let area = try town.areas(town.ways(within: [100]), [100])[0]
        var found = ReachVerification.none
        for seed in 0..<20 {
            found = try found + verify(town, area.polygons, band: 0, [100], seed: UInt64(seed))
        }
        let expected = (200 * 50 - 2 * 25 * 25) / area.area
        #expect(found.points == 4000)
        #expect(abs(Double(found.withinLimit) / 4000 - expected) < 0.02)
    }
}
