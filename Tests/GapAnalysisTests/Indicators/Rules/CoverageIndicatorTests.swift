import Standards
import StudyAreas
import Testing

@testable import GapAnalysis

/// Facility of some kinds within a walk by a limit of 500 m in metres of its own.
@Suite("Facility of some kinds within a walk") struct CoverageIndicatorTests {
    private let rule = IndicatorJudgement("facility_coverage", kinds: ["square"], within: .metres(500))

    /// By hand: block and facility stand on the street, so no leg is added: 500 − 0 = 500 m. One block of 100
    /// residents: all of 1 and of 100, or none.
    @Test("a millimetre below, at and above the limit", arguments: [499.999, 500, 500.001])
    func limit(metres: Double) async throws {
        let found = try await rule.outcome(in: .street("square", at: metres))
        let served = metres <= 500
        #expect(found.verdict == (served ? .met : .notMet) && found.reason == nil)
        #expect(
            found.figure
                == .coverage(served: served ? 1 : 0, of: 1, residents: served ? 100 : 0, ofResidents: 100))
    }

    @Test("one block of two that is not served decides")
    func everyBlock() async throws {
        var village = Village.street("square", at: 500)
        village.addBlock(1000.001, 0, population: 50)
        let found = try await rule.outcome(in: village)
        #expect(found.verdict == .notMet)
        #expect(found.figure == .coverage(served: 1, of: 2, residents: 100, ofResidents: 150))
    }

    @Test("what nobody looked for is neither, declared surveyed it is missing")
    func unsurveyed() async throws {
        var village = Village.street("school", at: 1)
        let unknown = try await rule.outcome(in: village)
        #expect(unknown.verdict == .notAssessable && unknown.reason == .notSurveyed)
        village.surveyed = .all
        #expect(try await rule.outcome(in: village).verdict == .notMet)
    }

    @Test("a block off the network leaves it open, and no block at all too")
    func offNetwork() async throws {
        var village = Village.street("square", at: 1)
        village.addBlock(0, 200.001)
        let some = try await rule.outcome(in: village)
        #expect(some.verdict == .notAssessable && some.reason == .someUnknown)
        village.blocks = []
        #expect(try await rule.outcome(in: village).reason == .noBlocks)
    }

    /// By hand: the street ends at 0 and 3000 m, the square is at 1500 m, so the block lacks one and the street goes on
    /// for all we know as many metres away as the block is from its beginning.
    @Test(
        "what fails is uncertain where the edge is no further than the limit",
        arguments: [499.999, 500, 500.001])
    func edge(metres: Double) async throws {
        var village = Village.street()
        village.addBlock(metres, 0)
        village.addFacility("square", 1500, 0)
        let found = try await rule.outcome(in: village)
        #expect(found.verdict == .notMet && found.isUncertain == (metres <= 500))
        #expect(
            found.doubt.blocks == (metres <= 500 ? [0] : []) && found.doubt.count == found.doubt.blocks.count)
        village.addBlock(700, 0)
        let both = try await rule.outcome(in: village)
        #expect(both.verdict == .notMet && !both.isUncertain, "the second block fails for certain")
        #expect(both.doubt.count == found.doubt.count)
    }

    @Test("what is met is certain at the very edge, what is not known is not uncertain")
    func certain() async throws {
        let met = try await rule.outcome(in: .street("square", at: 500))
        #expect(met.verdict == .met && !met.isUncertain && met.doubt.count == 0)
        let unknown = try await rule.outcome(in: .street("school", at: 1))
        #expect(unknown.verdict == .notAssessable && !unknown.isUncertain && unknown.doubt.count == 0)
    }

    @Test("a circle is as wide as the table says: ten minutes are 500 m in Suzhou's")
    func circle() async throws {
        let rule = IndicatorJudgement("facility_coverage", kinds: ["square"], within: .circle(.ten))
        #expect(try await rule.outcome(in: .street("square", at: 500)).verdict == .met)
        #expect(try await rule.outcome(in: .street("square", at: 500.001)).verdict == .notMet)
    }

    @Test("any of the kinds serves, and absence says something only when both were looked for")
    func severalKinds() async throws {
        let rule = IndicatorJudgement("facility_coverage", kinds: ["square", "park"], within: .metres(500))
        #expect(try await rule.outcome(in: .street("park", at: 500)).verdict == .met)
        let one = try await rule.outcome(in: .street("park", at: 500.001))
        #expect(one.verdict == .notAssessable && one.reason == .notSurveyed)
        var both = Village.street("park", at: 500.001)
        both.addFacility("square", 900, 0)
        #expect(try await rule.outcome(in: both).verdict == .notMet)
    }
}
