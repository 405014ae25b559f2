import GapAnalysis
import Geometry
import NetworkFixtures
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

    @Test("land is cut where the walk ends, people by its share, and touching land is one patch")
    func walking() async throws {
        // The shop at 0 serves what lies up to 500 m away, along the street and then off it: of the block from
        // 450 to 550 a triangle of 2500 m². 900 and 1000 touch, 1300 stands alone.
        var village = try terrace([100, 500, 900, 1000, 1300])
        village.addFacility("shop", 0, 0)
        let audit = try await village.audit([.walking("shop", .ten)])
        let spots = audit.blindSpots[0]
        #expect(spots.map(\.blocks) == [[2, 3], [4], [1]])
        #expect(spots[..<2].map(\.area) == [20_000, 10_000])
        #expect(spots[..<2].map(\.population) == [200, 100])
        #expect(spots[..<2].map { $0.shape.area } == [20_000, 10_000])
        // A cell of the grid is 8.8 m wide, and the tip of the triangle lies within one.
        #expect(abs(spots[2].area - 7500) < 20 && spots[2].area >= 7500)
        #expect(abs(spots[2].population - spots[2].area / 100) < 1e-9)
    }

    @Test("the land of a block that is left by known entrances only, or gated, goes with its verdict")
    func entrances() async throws {
        var village = try terrace([500])
        try village.addSquareBlock(500, 100, starts: [Position(550, 100)])
        try village.addSquareBlock(500, -100, isGated: true)
        village.addFacility("shop", 0, 0)
        let audit = try await village.audit([.walking("shop", .ten)])
        // Its only gate is 650 m away; the middle of the gated one is 600 m away, the first just within.
        #expect(audit.requirements[0].assessments.map(\.verdict) == [.met, .gap, .gap])
        let spots = audit.blindSpots[0]
        #expect(spots.count == 1 && spots[0].blocks == [0, 1, 2])
        #expect(abs(spots[0].area - 27_500) < 20)
    }

    /// Streets every 100 m, a little bent, a third of their stretches missing.
    private func holedTown(_ random: inout SeededRandom) -> [[Position]] {
        var lines: [[Position]] = []
        for step in 0...10 {
            for next in 0..<10 {
                let (at, from, to) = (100 * Double(step), 100 * Double(next), 100 * Double(next + 1))
                let bend = Double.random(in: -20...20, using: &random)
                if !random.oneIn(3) {
                    lines.append([Position(from, at), Position(from + 50, at + bend), Position(to, at)])
                }
                if !random.oneIn(3) {
                    lines.append([Position(at, from), Position(at + bend, from + 50), Position(at, to)])
                }
            }
        }
        return lines
    }

    @Test("every spot is judged as a block would be that starts there")
    func spots() async throws {
        var random = SeededRandom(seed: 44)
        for _ in 0..<20 {
            var village = Village(lines: holedTown(&random))
            village.addFacility("shop", 500, 500)
            try village.addSquareBlock(700, 500, side: 300)
            let cut = try await village.audit([.walking("shop", .five)])
            let spots = (0..<300).map { _ in
                Position(Double.random(in: 551..<849, using: &random), .random(in: 351..<649, using: &random))
            }
            var single = village
            single.blocks = []
            for spot in spots { single.addBlock(spot.x, spot.y) }
            let judged = try await single.audit([.walking("shop", .five)]).requirements[0].assessments
            guard cut.requirements[0].assessments[0].verdict.isAssessed else { continue }
            let wrong = zip(spots, judged).count { spot, assessment in
                let isBlind = cut.blindSpots[0].contains { $0.shape.distance(to: spot) == 0 }
                return isBlind != (assessment.verdict == .gap)
            }
            #expect(wrong <= 3)
        }
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
