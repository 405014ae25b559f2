import Standards
import StudyAreas
import Testing

@testable import GapAnalysis

/// Everything the table asks for in five minutes: here a clinic and a school, strictly within 200 m.
@Suite("All facilities of a circle") struct CircleIndicatorTests {
    private let rule = IndicatorJudgement("circle_services", within: .circle(.five))
    private let rows: [FacilityRequirement] = [
        .walking("clinic", .five), .walking("school", .five), .walking("market", .fifteen),
    ]

    /// By hand: the school is at 100 m, so its row is met; the clinic's row is met up to 200 m. Two rows of two are met
    /// then, else one of two. The market's row is of another circle and does not count.
    @Test("a millimetre below, at and above the strict limit", arguments: [199.999, 200, 200.001])
    func limit(metres: Double) async throws {
        var village = Village.street("clinic", at: metres)
        village.addFacility("school", 100, 0)
        let found = try await rule.outcome(in: village, rows: rows)
        let isMet = metres <= 200
        #expect(found.verdict == (isMet ? .met : .notMet))
        #expect(found.figure == .services(served: isMet ? 2 : 1, of: 2))
    }

    @Test("a kind nobody looked for leaves it open, unless another row fails")
    func unknown() async throws {
        let open = try await rule.outcome(in: .street("clinic", at: 200), rows: rows)
        #expect(open.verdict == .notAssessable && open.reason == .someUnknown)
        let failed = try await rule.outcome(in: .street("clinic", at: 200.001), rows: rows)
        #expect(failed.verdict == .notMet)
        #expect(try await rule.outcome(in: .street("market", at: 1), rows: rows).reason == .notSurveyed)
    }

    @Test("a circle that the table asks nothing in says so, and so does a place without blocks")
    func nothing() async throws {
        let none = try await rule.outcome(in: .street("clinic", at: 1), rows: [.walking("clinic", .ten)])
        #expect(none.verdict == .notAssessable && none.reason == .nothingAsked)
        #expect(try await rule.outcome(in: .street(), rows: rows).reason == .noBlocks)
    }
}
