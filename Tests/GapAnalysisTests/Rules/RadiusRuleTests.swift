import Geometry
import NetworkFixtures
import PedestrianNetworks
import Standards
import StudyAreas
import Testing

@testable import GapAnalysis

@Suite("Service radius of parks")
struct RadiusRuleTests {
    /// A square park of 20 × 20 m whose western side is so many metres east of the block.
    private func village(_ metres: Double, y: Double = -10) throws -> Village {
        var village = Village.street()
        village.addBlock(0, 0)
        try village.addPark(metres, y)
        return village
    }

    /// By hand: the block is at x = 0, the western side of the park at x = 300: 300 − 0 = 300 m straight, though its
    /// middle is 310 m away. 300.0004 m are 300.000 m to the millimetre, 300.001 m are not.
    @Test(
        "a millimetre below, at and above the radius, from the boundary",
        arguments: [(299.999, Verdict.met), (300, .met), (300.000_4, .met), (300.001, .gap)])
    func radius(metres: Double, verdict: Verdict) async throws {
        let result = try await village(metres).assessments(.parks())[0]
        #expect(result.verdict == verdict && result.reason == (verdict == .gap ? .noneInReach : nil))
        #expect(abs((result.straight ?? 0) - metres) < 1e-9)
    }

    @Test("inside the park the distance is nothing")
    func inside() async throws {
        let result = try await village(-5).assessments(.parks())[0]
        #expect(result.verdict == .met && result.straight == 0)
    }

    @Test(
        "the boundary counts however walks end at the park, as the service radius is defined",
        arguments: [Facility.Access.boundary, .entrances([Position(310, 0)])])
    func boundaryWhateverTheAccess(access: Facility.Access) async throws {
        var village = Village.street()
        village.addBlock(0, 0, population: 70)
        try village.addPark(300, -10, access: access)
        let audit = try await village.audit([.parks()])
        let result = audit.requirements[0].assessments[0]
        #expect(result.verdict == .met && result.straight == 300)
        #expect(audit.facilityReach[0]?.residentsStrict == 70, "both sides count alike")
    }

    @Test("a park below the minimum is undersized, one of unknown size is met on trust")
    func sizes() async throws {
        var village = try village(1000)
        try village.addPark(100, -10, site: 399.99)
        #expect(try await village.outcome(.parks()) == Outcome(.undersized))
        try village.addPark(200, -10, site: .some(nil))
        #expect(try await village.outcome(.parks()) == Outcome(.met, .sizeUnknown))
        try village.addPark(150, -10)
        #expect(try await village.outcome(.parks()) == Outcome(.met))
    }

    @Test("where only a small park is within the radius, the walk told is to a small one")
    func smallWalk() async throws {
        var village = Village.street()
        village.addBlock(0, 0)
        try village.addPark(100, -10, site: 399)
        try village.addPark(900, -10)
        let result = try await village.assessments(.parks())[0]
        #expect(result.verdict == .undersized && result.facility == 0 && result.straightFacility == 0)
        #expect(result.distance?.metres == 100 && result.straight == 100)
    }

    @Test("400 m² drawn is 400 m²")
    func drawnSize() async throws {
        var village = Village.street()
        village.addBlock(0, 0)
        try village.addPark(100.1, -10.3)
        #expect(try await village.outcome(.parks()) == Outcome(.met))
        try village.addPark(50, -10, side: 19.9)
        village.facilities.removeFirst()
        #expect(try await village.outcome(.parks()) == Outcome(.undersized))
    }

    @Test("the network has no say: off it, cut off and without entrances the radius is the same")
    func withoutNetwork() async throws {
        var village = Village.street()
        village.addBlock(0, 5000, starts: [Position(0, 9000)])
        try village.addPark(250, 4990)
        let result = try await village.assessments(.parks())[0]
        #expect(result.verdict == .met && result.straight == 250 && result.distance == nil)
        #expect(result.facility == nil && result.straightFacility == 0)
    }

    @Test("the walk is told beside the verdict, be it to another park")
    func walkBeside() async throws {
        var village = Village.street()
        village.addBlock(0, 0)
        try village.addPark(10, 190, side: 500)
        try village.addPark(180, -10)
        let result = try await village.assessments(.parks())[0]
        #expect(result.verdict == .met && result.distance?.metres == 180 && result.facility == 1)
        #expect(result.straight == 180)
        village.facilities = []
        try village.addPark(10, 150, side: 500)
        try village.addPark(250, -10)
        let other = try await village.assessments(.parks())[0]
        #expect(abs((other.straight ?? 0) - Position(0, 0).distance(to: Position(10, 150))) < 1e-9)
        #expect(other.distance?.metres == 160 && other.facility == 0 && other.straightFacility == 0)
    }

    @Test("residents lose coverage on foot when the walk is longer than the radius, or there is none")
    func lostOnFoot() async throws {
        // The park is entered from the second street alone, which is joined to the first 600 m east.
        var village = Village(lines: [
            [Position(0, 0), Position(600, 0), Position(600, 220), Position(0, 220)],
            [Position(-500, 230), Position(-400, 230)],
        ])
        try village.addPark(0, 200, side: 40)
        village.addBlock(0, 0, population: 7)
        village.addBlock(100, 220, population: 11)
        village.addBlock(-250, 230, population: 13, starts: [Position(-400, 230)])
        village.addBlock(599, 0, population: 17)
        village.addBlock(0, 100, population: nil, starts: [Position(0, 0)])
        let audit = try await village.audit([.parks(), .walking("park", .five)])
        let assessments = audit.requirements[0].assessments
        #expect(assessments.map(\.verdict) == [.met, .met, .met, .gap, .met])
        #expect(audit.totals[0].lostOnFoot == 20)
        #expect(audit.totals[0].population.met == 31)
        #expect(audit.totals[1].lostOnFoot == nil, "walking rows have nothing to lose")
    }

    @Test("without a record parks are not surveyed; declared surveyed they are missing")
    func notSurveyed() async throws {
        var village = Village.street()
        village.addBlock(0, 900)
        #expect(try await village.outcome(.parks()) == Outcome(.notAssessable, .notSurveyed))
        village.surveyed = .all
        #expect(try await village.outcome(.parks()) == Outcome(.gap, .noneInReach))
    }

    @Test("random parks and blocks: within the radius by the definition, measured block by block")
    func bruteForce() async throws {
        var random = SeededRandom(seed: 17)
        for _ in 0..<40 {
            var village = Village.street(100)
            for _ in 0..<20 {
                village.addBlock(.random(in: 0...2000, using: &random), .random(in: 0...2000, using: &random))
            }
            for _ in 0..<6 {
                let side = Double.random(in: 10...60, using: &random)
                try village.addPark(
                    .random(in: 0...2000, using: &random), .random(in: 0...2000, using: &random), side: side)
            }
            let audit = try await village.audit([.parks()])
            for (block, result) in zip(village.blocks, audit.requirements[0].assessments) {
                func isNear(_ park: Facility) -> Bool {
                    (park.shape.distance(to: block.origin) * 1000).rounded() <= 300_000
                }
                let isMet = village.facilities.contains { isNear($0) && ($0.siteArea ?? 0) >= 400 }
                let isSmall = village.facilities.contains(where: isNear)
                #expect(result.verdict == (isMet ? .met : isSmall ? .undersized : .gap))
            }
            for (park, reach) in zip(village.facilities, audit.facilityReach) {
                let near = village.blocks.filter { park.shape.distance(to: $0.origin) <= 300 }
                #expect(reach?.residentsStrict == Double(near.count) * 100)
            }
        }
    }
}
