import Geometry
import StudyAreas
import Testing

@testable import GapAnalysis

@Suite("Which parks count, and for whom")
struct ParkStandingTests {
    @Test(
        "a millimetre below, at and above the radius, from the boundary to the block's origin",
        arguments: [(299.999, true), (300, true), (300.000_4, true), (300.001, false)])
    func radius(metres: Double, isCovered: Bool) async throws {
        var village = Village()
        village.addBlock(0, 0, population: 70)
        try village.addPark(metres, -10)
        let audit = try await village.parkAudit()
        #expect(audit.blocks[0].isWithinRadius == isCovered)
        #expect(abs((audit.blocks[0].straight ?? 0) - metres) < 1e-9)
        #expect(audit.byRadius.blocks.covered == (isCovered ? 1 : 0))
        #expect(audit.byRadius.population.covered == (isCovered ? 70 : 0))
    }

    @Test("residents go with the origin, land with the overlay")
    func originAndLand() async throws {
        var village = Village()
        try village.addPark(0, 0, side: 100)
        try village.addLand(390, 10, 40, 80, population: 10)
        let audit = try await village.parkAudit()
        #expect(audit.byRadius.population.covered == 0 && audit.byRadius.blocks.covered == 0)
        #expect(abs(audit.byRadius.land.covered - 10 * 80) < 0.01)
    }

    @Test(
        "400 m² count, whether a column says it or the polygon, and to a hundredth",
        arguments: [
            (399.99, ParkStanding.tooSmall), (399.994, .tooSmall), (399.996, .counted), (400, .counted),
            (5000, .counted), (0, .tooSmall),
        ])
    func minimum(size: Double, standing: ParkStanding) async throws {
        var village = Village()
        village.addBlock(0, 0)
        village.addPointPark(10, 0, site: size)
        try village.addPark(100, 0, side: 100, site: .some(size))
        try village.addPark(100.1, -10.3, side: size.squareRoot())
        let audit = try await village.parkAudit()
        #expect(audit.standings == [standing, standing, standing])
        #expect(audit.byRadius.blocks.covered == (standing == .counted ? 1 : 0))
    }

    @Test("a park of unknown size is neither, and what it would add stands apart")
    func sizeUnknown() async throws {
        var village = Village()
        village.addBlock(0, 0, population: 3)
        village.addBlock(2000, 0, population: 5)
        village.addBlock(4000, 0, population: 7)
        village.addPointPark(0, 0)
        village.addPointPark(2000, 0, site: nil)
        village.addPointPark(4000, 0, site: 100)
        let audit = try await village.parkAudit()
        #expect(audit.standings == [.counted, .sizeUnknown, .tooSmall])
        #expect(audit.byRadius.population.covered == 3)
        #expect(audit.byRadiusWithUnknown.population.covered == 8)
        #expect(audit.byRadiusWithUnknown.blocks.covered == 2)
        #expect(audit.blocks[1].nearestPark == 0 && audit.blocks[1].straight == 2000)
    }

    @Test("what parks of unknown size would add is never less than nothing")
    func sizeUnknownLand() async throws {
        var village = Village()
        try village.addPark(0, 0, side: 100)
        // Half of the block lies within the radius, its origin just outside.
        try village.addLand(200, 10, 402, 80)
        village.addPointPark(900, 50, site: nil)
        let audit = try await village.parkAudit()
        #expect(abs(audit.byRadius.land.covered - 200 * 80) < 0.01)
        let added = audit.byRadiusWithUnknown.land.covered - audit.byRadius.land.covered
        // The circle around (900, 50) reaches to x = 600, and at the block's corners, 40 m off, 2.68 m less.
        #expect(added > 0 && added < 2 * 80)
        #expect(audit.byRadiusWithUnknown.blocks.covered == 0)
    }

    @Test("no minimum asks for no size")
    func noMinimum() async throws {
        var village = Village()
        village.addBlock(0, 0)
        village.addPointPark(0, 0, site: nil)
        village.addPointPark(0, 0, site: 0)
        #expect(try await village.parkAudit(minimumArea: 0).standings == [.counted, .counted])
        #expect(try await village.parkAudit(minimumArea: 0.01).standings == [.sizeUnknown, .tooSmall])
    }

    @Test("the nearest park is the first of those as near")
    func ties() async throws {
        var village = Village()
        village.addBlock(0, 0)
        for x in [200.0, 100, -100] { village.addPointPark(x, 0) }
        #expect(try await village.parkAudit().blocks[0].nearestPark == 1)
    }

    @Test("without any park nothing is covered and all land is one patch")
    func noParks() async throws {
        var village = Village.street()
        try village.addLand(0, 10, 100, 100)
        let audit = try await village.parkAudit()
        #expect(audit.byRadius.landShare == 0 && audit.byRadius.populationShare == 0)
        #expect(audit.blocks[0].nearestPark == nil && audit.blocks[0].straight == nil)
        #expect(audit.onFoot?.blockShare == 0 && audit.lostBlocks.isEmpty)
        #expect(audit.patches.map(\.area) == [10_000])
    }
}
