import Geometry
import NetworkFixtures
import PedestrianNetworks
import Testing
import WalkAccess

@Suite("Territories")
struct TerritoryTests {
    private let context = GEOSContext()

    private func territories(_ town: ReachCase, _ limits: [Double]) throws -> [[[Polygon]]] {
        var builder = ReachedAreaBuilder(town.network, barriers: town.barriers, options: ReachedAreaOptions())
        let buffers = try town.ways(within: limits).byPlace(count: town.places.count).map {
            try builder.buffers(of: $0, bands: limits.count)
        }
        var shares = Territories(boxes: buffers.map { Shape.multiPolygon($0.flatMap { $0 }).box })
        return try limits.indices.map { band in try shares.add(buffers.map { $0[band] }) }
    }

    /// Two places 300 m apart on one street: it is cut in the middle, and so is the land.
    @Test("Two places share a street in the middle")
    func middle() throws {
        let street = try LineString([Position(0, 0), Position(500, 0)])
        let town = ReachCase([street], places: [Position(100, 0), Position(400, 0)])
        let parts = town.ways(within: [1000]).byPlace(count: 2)
        #expect(parts.map { $0.length(within: 0).metres } == [250, 250])
        #expect(parts[0].pieces.map { $0.to }.max() == 250_000_000)
        #expect(parts[1].pieces.map { $0.from }.min() == 250_000_000)
        let land = try territories(town, [1000])[0]
        // The first has the rounded end of its stretch beyond the middle, the second what is left.
        #expect(try Shape.multiPolygon(land[0]).covers(Position(270, 0), in: context))
        #expect(try Shape.multiPolygon(land[1]).covers(Position(280, 0), in: context))
        #expect(try context.intersection(land[0], land[1]).area < 1e-6)
    }

    @Test("Equally near ways go to the first place")
    func ties() throws {
        let street = try LineString([Position(0, 0), Position(100, 0)])
        let town = ReachCase([street], places: [Position(50, 0), Position(50, 0)])
        let parts = town.ways(within: [1000]).byPlace(count: 2)
        #expect(parts.map { $0.length(within: 0).metres } == [100, 0])
        let land = try territories(town, [1000])[0]
        #expect(land[1].isEmpty)
    }

    /// Around walls a territory may see a little more than the whole, from where it ends on a way; never less.
    @Test(
        "100 random towns: no overlap, nothing lost, nested, valid", arguments: [0, 25, 50, 75],
        [false, true])
    func partition(firstSeed: Int, hasWalls: Bool) throws {
        for seed in firstSeed..<firstSeed + 25 {
            let random = RandomLines(seed: UInt64(seed))
            let walls = hasWalls ? RandomLines.walls(seed: UInt64(seed), around: random.lines) : []
            let town = ReachCase(random.lines, places: random.places, barriers: walls)
            let limits = [50.0, 150]
            let whole = try town.areas(town.ways(within: limits), limits)
            let land = try territories(town, limits)
            for band in limits.indices {
                try check(land[band], against: whole[band], mayExceed: hasWalls, "seed \(seed)")
            }
            for (smaller, larger) in zip(land[0], land[1]) {
                let lost = try context.difference(smaller, larger).area
                #expect(lost < 1e-4, "seed \(seed)")
            }
        }
    }

    private func check(
        _ parts: [[Polygon]], against whole: ReachedArea, mayExceed: Bool, _ name: Comment
    ) throws {
        let lost = try context.difference(whole.polygons, context.union(of: parts.flatMap { $0 }))
        // Where circles of two places cross, the whole has a corner, and the parts have a chord of 2.5 m each. At a
        // seam beside a wall two shadows overlap by a millimetre on either side.
        #expect(lost.allSatisfy { $0.meanWidth < 0.031 }, name)
        #expect(lost.area < (mayExceed ? 0.7 : 0.5), name)
        let gained = parts.map(\.area).reduce(0, +) - whole.area
        #expect(gained > -lost.area - 1e-3 && (mayExceed || gained < 0.01), name)
        for a in parts.indices where !parts[a].isEmpty {
            let validity = try Shape.multiPolygon(parts[a]).validity(in: context)
            #expect(validity == .valid, name)
            for b in parts.indices where b > a {
                let shared = try context.intersection(parts[a], parts[b]).area
                #expect(shared < 1e-4, name)
            }
        }
    }
}
