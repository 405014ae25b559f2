import Standards
import StudyAreas
import Testing

@testable import GapAnalysis

/// Rail station within a walk by a limit of 500 m in metres of its own.
@Suite("Rail station within a walk") struct RailStationIndicatorTests {
    private let rule = IndicatorJudgement("rail_station_within", within: .metres(500))

    /// By hand: block and facility stand on the street, so no leg is added: 500 − 0 = 500 m. One block of 100
    /// residents: all of 1 and of 100, or none.
    @Test("a millimetre below, at and above the limit", arguments: [499.999, 500, 500.001])
    func limit(metres: Double) async throws {
        let found = try await rule.outcome(in: .street("rail_station", at: metres))
        let served = metres <= 500
        #expect(found.verdict == (served ? .met : .notMet) && found.reason == nil)
        #expect(
            found.figure
                == .coverage(served: served ? 1 : 0, of: 1, residents: served ? 100 : 0, ofResidents: 100))
    }

    @Test("one block of two that is not served decides")
    func everyBlock() async throws {
        var village = Village.street("rail_station", at: 500)
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
        var village = Village.street("rail_station", at: 1)
        village.addBlock(0, 200.001)
        let some = try await rule.outcome(in: village)
        #expect(some.verdict == .notAssessable && some.reason == .someUnknown)
        village.blocks = []
        #expect(try await rule.outcome(in: village).reason == .noBlocks)
    }

    @Test("a circle is as wide as the table says: ten minutes are 500 m in Suzhou's")
    func circle() async throws {
        let rule = IndicatorJudgement("rail_station_within", within: .circle(.ten))
        #expect(try await rule.outcome(in: .street("rail_station", at: 500)).verdict == .met)
        #expect(try await rule.outcome(in: .street("rail_station", at: 500.001)).verdict == .notMet)
    }
}
