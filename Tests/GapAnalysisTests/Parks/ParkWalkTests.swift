import Geometry
import NetworkFixtures
import PedestrianNetworks
import StudyAreas
import Testing
import WalkAccess

@testable import GapAnalysis

@Suite("Parks by radius and on foot")
struct ParkWalkTests {
    /// Two streets 200 m apart that meet 600 m east only; parks on the northern one.
    private func village() throws -> Village {
        var village = Village(lines: [
            [Position(0, 0), Position(600, 0), Position(600, 200), Position(0, 200)]
        ])
        try village.addPark(0, 200, side: 40)
        return village
    }

    @Test("land on foot is cut where the walk from the spot ends, but for blocks with entrances")
    func cutLand() async throws {
        // A park at the street's beginning; 300 m along it ends within a block from 250 to 350.
        var village = Village.street(1000)
        village.addPointPark(0, 0)
        try village.addSquareBlock(300, 0)
        let onFoot = try #require(try await village.parkAudit().onFoot)
        // Up to the lines |y| = 300 − x: a triangle of 50 m by 100 m, its tip within a cell of 8.8 m.
        #expect(abs(onFoot.land.covered - 2500) < 20 && onFoot.land.covered <= 2500.01)
        #expect(onFoot.population.covered == 100)
        try village.addSquareBlock(300, 0, starts: [Position(350, 0)])
        #expect(try await village.parkAudit().onFoot?.land.covered == onFoot.land.covered)
    }

    @Test("without a network the walk is not known")
    func noNetwork() async throws {
        var village = Village()
        village.addBlock(0, 0)
        village.addPointPark(10, 0)
        let audit = try await village.parkAudit()
        #expect(audit.onFoot == nil && audit.lostBlocks.isEmpty)
        #expect(audit.blocks[0].isWithinWalk == nil && audit.blocks[0].walk == nil)
        #expect(!audit.blocks[0].isLostOnFoot && audit.byRadius.blockShare == 1)
    }

    @Test(
        "a block that has a park by radius but none on foot is lost, by block and by the park it counted on")
    func lost() async throws {
        var village = try village()
        village.addBlock(0, 0, population: 7)
        village.addBlock(100, 200, population: 11)
        village.addBlock(50, 0, population: 13)
        village.addBlock(599, 0, population: 17)
        let audit = try await village.parkAudit()
        #expect(audit.blocks.map(\.isWithinRadius) == [true, true, true, false])
        #expect(audit.blocks.map(\.isWithinWalk) == [false, true, false, false])
        #expect(audit.lostBlocks == [0, 2])
        #expect(audit.blocks.map(\.nearestPark) == [0, 0, 0, 0])
        #expect(audit.byRadius.population.covered == 31 && audit.onFoot?.population.covered == 11)
        #expect(audit.onFoot?.population.assessed == 48)
        // Along the street, up, and back as far as the park goes.
        #expect(audit.blocks[0].walk?.distance.metres == 1360)
    }

    @Test(
        "the walk is within the radius to a millimetre",
        arguments: [(299.999, true), (300, true), (300.001, false)])
    func limit(metres: Double, isCovered: Bool) async throws {
        var village = Village.street()
        village.addBlock(0, 0)
        village.addPointPark(metres, 0)
        #expect(try await village.parkAudit().blocks[0].isWithinWalk == isCovered)
    }

    @Test("a block off the network has a radius, and no answer on foot")
    func offNetwork() async throws {
        var village = Village.street()
        village.addPointPark(100, 250)
        village.addBlock(100, 240, population: 9)
        village.addBlock(100, 50, population: 4)
        village.maxSnap = .init(metres: 260)
        #expect(try await village.parkAudit().onFoot?.blocks.assessed == 2)
        village.maxSnap = .init(metres: 200)
        let audit = try await village.parkAudit()
        #expect(audit.blocks.map(\.isWithinRadius) == [true, true])
        #expect(audit.blocks.map(\.isWithinWalk) == [nil, false])
        #expect(audit.onFoot?.blocks.assessed == 1 && audit.onFoot?.population.assessed == 4)
        #expect(audit.lostBlocks == [1], "the park is off the network too: nobody walks there")
    }

    @Test("parks too small or of unknown size are no end of a walk")
    func standing() async throws {
        var village = Village.street()
        village.addBlock(0, 0)
        village.addPointPark(10, 0, site: 10)
        village.addPointPark(20, 0, site: nil)
        village.addPointPark(250, 0)
        let audit = try await village.parkAudit()
        #expect(audit.blocks[0].walk.map { Int($0.facility) } == 2)
        #expect(audit.blocks[0].walk?.distance.metres == 250)
    }

    @Test("land wholly within the walk, or wholly beyond, is not cut")
    func land() async throws {
        var village = Village.street()
        try village.addLand(0, 10, 100, 100)
        try village.addLand(900, 10, 100, 50)
        village.addPointPark(100, 0)
        let audit = try await village.parkAudit()
        #expect(audit.onFoot?.land.covered == 10_000 && audit.onFoot?.land.assessed == 15_000)
    }

    @Test("nobody walks less than the straight line")
    func invariant() async throws {
        var random = SeededRandom(seed: 23)
        var lost = 0
        for _ in 0..<60 {
            var village = try Village.random(&random)
            village.facilities.removeAll()
            for _ in 0..<4 {
                try village.addPark(
                    .random(in: 0...700, using: &random), .random(in: 0...700, using: &random),
                    side: .random(in: 5...60, using: &random))
            }
            let audit = try await village.parkAudit(radius: 200)
            for block in audit.blocks {
                if block.isWithinWalk == true { #expect(block.isWithinRadius) }
                if let walk = block.walk, let straight = block.straight {
                    #expect(walk.distance.metres >= straight - 1e-5)
                }
            }
            lost += audit.lostBlocks.count
        }
        #expect(lost > 20, "the villages have detours")
    }
}
