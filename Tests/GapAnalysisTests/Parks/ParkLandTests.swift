import Foundation
import Geometry
import Testing

@testable import GapAnalysis
@testable import StudyAreas

@Suite("Land within the service radius of parks, by formula")
struct ParkLandTests {
    /// The part of a circle beyond a straight line `distance` from its centre.
    private func segment(_ radius: Double, _ distance: Double) -> Double {
        radius * radius * acos(distance / radius)
            - distance * (radius * radius - distance * distance).squareRoot()
    }

    private func covered(_ village: Village, radius: Double = 300) async throws -> Double {
        try await village.parkAudit(radius: radius).byRadius.land.covered
    }

    @Test(
        "a block whose side cuts the circle has its segment",
        arguments: [(300.0, 0.0), (300, 50), (300, 150), (300, 299), (500, 123), (75, 60)])
    func segment(radius: Double, distance: Double) async throws {
        var village = Village()
        village.addPointPark(0, 0)
        try village.addLand(distance, -1000, 1000, 2000)
        let audit = try await village.parkAudit(radius: radius)
        let truth = segment(radius, distance)
        expectArea(audit.byRadius.land.covered, truth, radius: radius)
        #expect(audit.byRadius.land.assessed == 2_000_000)
        #expect(audit.byRadius.landShare == audit.byRadius.land.covered / 2_000_000)
        #expect(
            abs(audit.blocks[0].uncoveredArea + audit.byRadius.land.covered - 2_000_000) < 0.01,
            "covered and uncovered make the block")
    }

    @Test(
        "a square park inside a block: itself, a strip on each side and a circle", arguments: [20.0, 60, 400])
    func roundedRectangle(side: Double) async throws {
        var village = Village()
        try village.addPark(0, 0, side: side)
        try village.addLand(-1000, -1000, 3000, 3000)
        let truth = side * side + 4 * side * 300 + .pi * 300 * 300
        expectArea(try await covered(village), truth)
    }

    @Test("a corner to corner block has a quarter of the circle")
    func quarter() async throws {
        var village = Village()
        try village.addPark(-50, -50, side: 50)
        try village.addLand(0, 0, 1000, 1000)
        expectArea(try await covered(village), .pi * 300 * 300 / 4)
    }

    @Test("a block facing the park has a strip, without any roundness", arguments: [0.0, 100, 250, 299.5])
    func strip(gap: Double) async throws {
        var village = Village()
        try village.addPark(0, 0, side: 100)
        try village.addLand(100 + gap, 10, 500, 80)
        #expect(abs(try await covered(village) - (300 - gap) * 80) < 0.01)
    }

    @Test("wholly inside, wholly outside and in a corner of the circle's box")
    func allOrNothing() async throws {
        var village = Village()
        village.addPointPark(0, 0)
        try village.addLand(-100, -100, 200, 200, population: 1)
        try village.addLand(1000, 0, 7.3, 7.3, population: 2)
        try village.addLand(230.1, 230.1, 60.7, 60.3, population: 4)
        let audit = try await village.parkAudit()
        #expect(audit.blocks[0].uncovered.isEmpty && audit.blocks[0].uncoveredArea == 0)
        for place in [1, 2] {
            #expect(audit.blocks[place].uncoveredArea == village.blocks[place].shape.area, "not a bit more")
        }
        #expect(audit.byRadius.land.covered == 40_000)
        #expect(audit.byRadius.population.covered == 1 && audit.byRadius.blocks.covered == 1)
        #expect(audit.byRadius.population.assessed == 7 && audit.byRadius.blocks.assessed == 3)
    }

    @Test("a hole in a block is no land")
    func hole() async throws {
        var village = Village()
        village.addPointPark(0, 0)
        func ring(_ half: Double) throws -> LinearRing {
            try LinearRing(
                [(-1.0, -1.0), (1, -1), (1, 1), (-1, 1), (-1, -1)].map { Position($0 * half, $1 * half) })
        }
        let shape = Shape.polygon(Polygon(shell: try ring(1000), holes: [try ring(100)]))
        village.blocks.append(
            ResidentialBlock(
                id: "ring", name: nil, population: 9, households: nil, age: nil, isGated: nil, shape: shape,
                landArea: shape.area, origin: Position(500, 500), starts: [], unit: nil))
        expectArea(try await covered(village), .pi * 300 * 300 - 200 * 200)
    }

    @Test(
        "a park that surrounds its block covers it, one around a block's hole is measured from its inner side"
    )
    func insideThePark() async throws {
        var village = Village()
        try village.addPark(-500, -500, side: 1000)
        try village.addLand(-50, -50, 100, 100)
        let audit = try await village.parkAudit(radius: 1)
        #expect(audit.byRadius.landShare == 1 && audit.blocks[0].straight == 0)
    }

    @Test("overlapping circles count once", arguments: [0.0, 10, 200, 599])
    func lens(distance: Double) async throws {
        var village = Village()
        village.addPointPark(0, 0)
        village.addPointPark(distance, 0)
        try village.addLand(-2000, -2000, 5000, 4000)
        let half = distance / 2
        let truth = 2 * .pi * 90_000 - 2 * segment(300, half)
        expectArea(try await covered(village), truth, circles: 2)
    }

    @Test("parks that lie on one another are named, those that only touch are not")
    func overlaps() async throws {
        var village = Village()
        try village.addPark(0, 0, side: 70)
        try village.addPark(40, 0, side: 70)
        try village.addPark(110, 0, side: 70)
        try village.addLand(30, 200, 100, 100)
        let found = try await village.parkAudit().findings.filter { $0.code == .parksOverlap }
        #expect(found.map(\.feature) == ["f1"] && found.map(\.arguments) == [["f0", "2100"]])
    }

    @Test("the same park several times, in any order, is one park")
    func duplicates() async throws {
        var village = Village()
        try village.addPark(0, 0, side: 70)
        try village.addLand(30, 20, 900, 700)
        let once = try await covered(village)
        for _ in 0..<3 { try village.addPark(0, 0, side: 70) }
        try village.addPark(10, 10, side: 50)
        #expect(abs(try await covered(village) - once) < 0.01)
        village.facilities.reverse()
        #expect(abs(try await covered(village) - once) < 0.01)
    }

    @Test("equal blocks make equal shares, to the last digit")
    func equalBlocks() async throws {
        var village = Village()
        village.addPointPark(500_000.1, 3_460_000.1)
        for block in 0..<100 {
            // Of a hundred blocks of 0.3 × 0.7 m, twenty-nine lie at the park.
            let x = block < 29 ? 500_000.1 + Double(block) : 510_000.7 + Double(block)
            try village.addLand(x, 3_460_000.3, 0.3, 0.7, population: nil)
        }
        let audit = try await village.parkAudit()
        #expect(audit.byRadius.landShare == 0.29 && audit.byRadius.blockShare == 0.29)
        #expect(audit.byRadius.populationShare == nil, "nobody is known to live here")
    }

    @Test("blocks that are points have no land, but residents")
    func points() async throws {
        var village = Village()
        village.addPointPark(0, 0)
        village.addBlock(100, 0, population: 30, land: 5000)
        village.addBlock(1000, 0, population: 50)
        let audit = try await village.parkAudit()
        #expect(audit.byRadius.landShare == nil && audit.patches.isEmpty)
        #expect(audit.byRadius.populationShare == 0.375 && audit.byRadius.blockShare == 0.5)
    }
}
