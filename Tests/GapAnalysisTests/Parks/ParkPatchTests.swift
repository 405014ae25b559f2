import Geometry
import NetworkFixtures
import StudyAreas
import Testing

@testable import GapAnalysis

@Suite("Patches of land that no park serves")
struct ParkPatchTests {
    @Test("blocks that touch join, also through a third, and those apart do not")
    func touching() async throws {
        var village = Village()
        try village.addLand(0, 0, 100, 100, population: 1)
        try village.addLand(300, 0, 100, 100, population: 2)
        try village.addLand(100, 0, 100, 100, population: 4)
        try village.addLand(400.001, 0, 50, 50, population: 8)
        try village.addLand(200, 20, 100, 10, population: 16)
        let patches = try await village.parkAudit().patches
        #expect(patches.map(\.blocks) == [[0, 1, 2, 4], [3]])
        #expect(patches.map(\.area) == [31_000, 2500])
        #expect(patches.map(\.population) == [23, 8])
        #expect(patches[0].polygons.count == 1)
    }

    @Test("a corner joins as well")
    func corner() async throws {
        var village = Village()
        try village.addLand(0, 0, 10, 10)
        try village.addLand(10, 10, 10, 10)
        let patches = try await village.parkAudit().patches
        #expect(patches.map(\.blocks) == [[0, 1]] && patches[0].polygons.count == 2)
    }

    @Test("pieces of one block that are apart are patches of their own, and people go by their land")
    func apart() async throws {
        var village = Village()
        try village.addPark(-500, -10, side: 100)
        // The strip of 300 m on both sides of the park parts the block: 100 m remain in the west, 200 m in the east.
        try village.addLand(-900, 0, 1000, 80, population: 1000)
        try village.addLand(100, 0, 50, 80, population: 10)
        let audit = try await village.parkAudit()
        #expect(audit.patches.map { $0.area.rounded() } == [20_000, 8000])
        #expect(audit.patches.map(\.blocks) == [[0, 1], [0]])
        #expect(audit.patches.map { $0.population.rounded() } == [210, 100])
    }

    @Test("the largest first, equal ones in input order")
    func order() async throws {
        var village = Village()
        for (place, side) in [10.0, 30, 10, 20].enumerated() {
            try village.addLand(Double(place) * 100, 0, side, side)
        }
        #expect(try await village.parkAudit().patches.map(\.blocks) == [[1], [3], [0], [2]])
    }

    @Test("a sliver is no patch, but counts as uncovered")
    func sliver() async throws {
        var village = Village()
        try village.addPark(0, 0, side: 100)
        // The strip beyond 300 m is 1 cm by 80 m.
        try village.addLand(300, 10, 100.01, 80)
        let audit = try await village.parkAudit()
        #expect(audit.patches.isEmpty && abs(audit.blocks[0].uncoveredArea - 0.8) < 0.001)
        #expect((audit.byRadius.landShare ?? 1) < 1)
    }

    @Test("where a park lies in the middle, the patch has a hole")
    func hole() async throws {
        var village = Village()
        village.addPointPark(0, 0)
        try village.addLand(-1000, -1000, 2000, 2000)
        let patch = try #require(try await village.parkAudit().patches.first)
        #expect(patch.polygons.count == 1 && patch.polygons[0].holes.count == 1)
        expectArea(4_000_000 - patch.area, .pi * 90_000)
    }

    @Test("patches of random districts are valid, apart, and add up")
    func random() async throws {
        var random = SeededRandom(seed: 5)
        let context = GEOSContext()
        var several = 0
        for _ in 0..<40 {
            let audit = try await Village.randomDistrict(&random).parkAudit(radius: 150, threads: 2)
            let slivers = audit.blocks.flatMap(\.uncovered).map(\.area).filter { $0 < 1 }.reduce(0, +)
            let uncovered = audit.blocks.reduce(0) { $0 + $1.uncoveredArea }
            #expect(abs(audit.patches.reduce(slivers) { $0 + $1.area } - uncovered) < 0.01)
            #expect(abs(audit.byRadius.land.assessed - audit.byRadius.land.covered - uncovered) < 0.1)
            #expect(zip(audit.patches, audit.patches.dropFirst()).allSatisfy { $0.area >= $1.area })
            for (place, patch) in audit.patches.enumerated() {
                #expect(try patch.shape.validity(in: context) == .valid)
                // The blocks of these districts do not overlap, so the outline has the area that was summed.
                #expect(abs(patch.shape.area - patch.area) < 0.01)
                for other in audit.patches[..<place] {
                    #expect(try !context.meet(patch.polygons, other.polygons))
                }
                several += patch.blocks.count > 1 ? 1 : 0
            }
        }
        #expect(several > 40, "blocks do grow together")
    }
}
