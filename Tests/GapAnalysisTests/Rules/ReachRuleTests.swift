import Geometry
import PedestrianNetworks
import Standards
import Testing
import WalkAccess

@testable import GapAnalysis

@Suite("Limits on a straight street")
struct ReachRuleTests {
    /// A block at the beginning of the street, and the facility so many metres down it.
    private func assessment(
        _ metres: Double, _ circle: RequiredCircle, _ options: AuditOptions = AuditOptions()
    ) async throws -> Assessment {
        var village = Village.street()
        village.addBlock(0, 0)
        village.addFacility("clinic", metres, 0)
        return try await village.assessments(.walking("clinic", circle), options)[0]
    }

    /// Every circle's strict and lenient metres.
    static let circles: [(RequiredCircle, Double, Double)] = [
        (.five, 200, 300), (.ten, 500, 500), (.fiveToTen, 500, 500), (.fifteen, 800, 1000),
    ]

    @Test("a millimetre below, at and above both limits of each circle", arguments: circles)
    func limits(circle: RequiredCircle, strict: Double, lenient: Double) async throws {
        for metres in [strict, lenient].flatMap({ [$0 - 0.001, $0, $0 + 0.001] }) {
            let result = try await assessment(metres, circle)
            let expected: Verdict = metres <= strict ? .met : metres <= lenient ? .marginal : .gap
            #expect(result.verdict == expected, "\(metres) m")
            #expect(result.reason == (expected == .gap ? .noneInReach : nil), "\(metres) m")
            #expect(result.distance == WalkingDistance(metres: metres) && result.facility == 0)
            #expect(result.straight == metres)
        }
    }

    @Test("distances are held against limits after rounding to a millimetre, half up")
    func rounding() async throws {
        #expect(try await assessment(200.000_499, .five).verdict == .met)
        #expect(try await assessment(200.000_5, .five).verdict == .marginal)
        #expect(try await assessment(300.000_499, .five).verdict == .marginal)
        #expect(try await assessment(300.000_5, .five).verdict == .gap)
    }

    /// By hand: 30 m from the block to the street, 150 m along it, 20 m to the clinic: 30 + 150 + 20 = 200 m, which is
    /// just Suzhou's strict limit of five minutes; with a first leg of 30.001 m it is 200.001 m.
    @Test("both legs are charged")
    func legs() async throws {
        var village = Village.street()
        village.addBlock(0, 30)
        village.addFacility("clinic", 150, -20)
        let result = try await village.assessments(.walking("clinic", .five))[0]
        #expect(result.verdict == .met && result.distance?.metres == 200)
        village.blocks = []
        village.addBlock(0, 30.001)
        #expect(try await village.outcome(.walking("clinic", .five)) == Outcome(.marginal))
    }

    /// Paces and circles, with the minutes each circle is judged by.
    static let paces: [(WalkerProfile, RequiredCircle, Double)] = WalkerProfile.all.flatMap { walker in
        [(RequiredCircle.five, 5.0), (.ten, 10), (.fiveToTen, 10), (.fifteen, 15)].map {
            (walker, $0.0, $0.1)
        }
    }

    @Test("measured by time, the one limit is minutes times pace", arguments: paces)
    func time(walker: WalkerProfile, circle: RequiredCircle, minutes: Double) async throws {
        let limit = minutes * 60 * walker.speed
        let options = AuditOptions(measure: .time, walker: walker)
        #expect(try await assessment(limit - 0.001, circle, options).verdict == .met)
        #expect(try await assessment(limit, circle, options).verdict == .met)
        #expect(try await assessment(limit + 0.001, circle, options).verdict == .gap)
    }

    @Test("by time at the table's pace, fifteen minutes are 999 m")
    func standardPace() async throws {
        let options = AuditOptions(measure: .time)
        #expect(try await assessment(999, .fifteen, options).verdict == .met)
        #expect(try await assessment(999.001, .fifteen, options).verdict == .gap)
    }

    @Test("a radius is no walk and knows no pace")
    func radiusByTime() async throws {
        let standard = FacilityStandard.testing([.parks()])
        let limits = AuditOptions(measure: .time).limits(of: standard.requirements[0], in: standard)
        #expect(limits == Limits(strict: .limit(metres: 300), lenient: .limit(metres: 300)))
    }

    @Test("a gap says how far the nearest is as far as was searched, and no further")
    func searchLimit() async throws {
        let near = AuditOptions(searchLimit: WalkingDistance(metres: 1500))
        #expect(try await assessment(1400, .five, near).distance?.metres == 1400)
        let beyond = try await assessment(1600, .five, near)
        #expect(beyond.verdict == .gap && beyond.distance == nil && beyond.facility == nil)
        #expect(beyond.straight == 1600)
        // A search shorter than the limit would make gaps of what is met.
        let short = AuditOptions(searchLimit: WalkingDistance(metres: 10))
        #expect(try await assessment(900, .fifteen, short).verdict == .marginal)
    }

    @Test("a block that joins no way, and a kind nobody looked for, are neither met nor a gap")
    func unknown() async throws {
        var village = Village.street()
        village.addBlock(0, 200.001)
        village.addFacility("clinic", 1, 0)
        #expect(try await village.outcome(.walking("clinic")) == Outcome(.notAssessable, .offNetwork))
        #expect(try await village.outcome(.walking("school")) == Outcome(.notAssessable, .notSurveyed))
    }

    @Test("of several starts and several entrances the nearest pair counts")
    func severalEnds() async throws {
        var village = Village.street()
        village.addBlock(
            0, 100, starts: [.init(0, 0), .init(400, 0)])
        village.addFacility("clinic", 900, 0)
        village.addFacility("clinic", 1200, 0)
        let result = try await village.assessments(.walking("clinic", .ten))[0]
        #expect(result.verdict == .met && result.distance?.metres == 500 && result.facility == 0)
        #expect(result.straight == 500)
    }
}
