import GapAnalysis
import Geometry
import Standards
import StudyAreas
import Testing

@Suite("Blind spots and catchments")
struct BlindSpotTests {
    /// A village whose blocks are squares of 100 m side along the street, wall to wall, their middles on it.
    private func terrace(_ middles: [Double]) throws -> Village {
        var village = Village.street()
        for middle in middles { try village.addSquareBlock(middle, 0) }
        return village
    }

    @Test("land goes with its block's verdict under a walk, and touching land is one patch")
    func walking() async throws {
        // The shop at 0 serves blocks up to 500 m; 900 and 1000 touch, 1300 stands alone.
        var village = try terrace([100, 500, 900, 1000, 1300])
        village.addFacility("shop", 0, 0)
        let audit = try await village.audit([.walking("shop", .ten)])
        let spots = audit.blindSpots[0]
        #expect(spots.map(\.blocks) == [[2, 3], [4]])
        #expect(spots.map(\.area) == [20_000, 10_000])
        #expect(spots.map(\.population) == [200, 100])
        #expect(spots.map { $0.shape.area } == [20_000, 10_000])
    }

    @Test("what is not known is no blind spot")
    func notAssessed() async throws {
        let village = try terrace([100])
        #expect(try await village.audit([.walking("shop"), .parks()]).blindSpots.map(\.count) == [0, 0])
    }

    @Test("under a radius the land is cut where the radius ends, people by its share")
    func radius() async throws {
        // The park's edge is at 1000; 300 m before it lies 700, in the middle of the block from 650 to 750.
        var village = try terrace([700])
        try village.addPark(1000, -300, side: 600)
        let spots = try await village.audit([.parks()]).blindSpots[0]
        #expect(spots.count == 1)
        #expect(abs(spots[0].area - 5000) < 1e-6 && abs(spots[0].population - 50) < 1e-6)
        #expect(abs(spots[0].shape.box.maxX - 700) < 1e-9)
    }

    @Test("a park too small covers no land")
    func smallPark() async throws {
        var village = try terrace([100])
        try village.addPark(200, -5, side: 10)
        #expect(try await village.audit([.parks()]).blindSpots[0].map(\.area) == [10_000])
    }

    @Test("catchments split the served blocks among the nearest facilities")
    func catchments() async throws {
        var village = try terrace([100, 200, 900, 1900])
        village.addFacility("shop", 0, 0)
        village.addFacility("shop", 1000, 0)
        village.addFacility("bank", 0, 0)
        let audit = try await village.audit([.walking("shop", .ten)])
        #expect(audit.catchments.map { $0?.blocks } == [2, 1, nil])
        #expect(audit.catchments.map { $0?.population } == [200, 100, nil])
        #expect(audit.catchments.map { $0?.land } == [20_000, 10_000, nil])
        let served = audit.totals[0].blocks
        #expect(audit.catchments.reduce(0) { $0 + Double($1?.blocks ?? 0) } == served.met + served.marginal)
        // The testing standard makes a facility for one person.
        #expect(audit.catchments.map { $0?.isOverloaded } == [true, true, nil])
    }

    @Test("a service radius names no service population")
    func radiusCatchment() async throws {
        var village = try terrace([100])
        try village.addPark(200, -50, side: 100)
        let catchment = try #require(try await village.audit([.parks()]).catchments[0])
        #expect(catchment.servicePopulation == nil && catchment.isOverloaded == nil && catchment.blocks == 1)
    }
}
