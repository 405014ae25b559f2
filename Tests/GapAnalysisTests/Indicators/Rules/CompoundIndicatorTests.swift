import Geometry
import Standards
import StudyAreas
import Testing

@testable import GapAnalysis

/// Closed compounds of at most 80 m × 80 m.
@Suite("Closed compounds, as an item asks for them") struct CompoundIndicatorTests {
    private let rule = IndicatorJudgement("closed_compound_size", figures: ["max_side_m": 80])

    private func village(side: Double, isGated: Bool?) throws -> Village {
        var village = Village.street(300)
        try village.addUnit(-10, -200, 400, 400)
        try village.addSquareBlock(100, 100, side: side, starts: [.init(100, 0)], isGated: isGated)
        return village
    }

    /// By hand: a square around (100, 100) of 80 m reaches from x = 60 to x = 140: 140 − 60 = 80 m.
    @Test("a millimetre below, at and above the figure", arguments: [79.999, 80, 80.001])
    func limit(side: Double) async throws {
        let found = try await rule.outcome(in: village(side: side, isGated: true))
        #expect(found.verdict == (side <= 80 ? .met : .notMet))
        #expect(found.figure == .measured(side, unit: "m"))
    }

    @Test(
        "not known to be closed: too large leaves it open, small enough is met either way, open ones are no matter"
    )
    func unknown() async throws {
        let open = try await rule.outcome(in: village(side: 80.001, isGated: nil))
        #expect(open.verdict == .notAssessable && open.reason == .networkUnknown)
        #expect(try await rule.outcome(in: village(side: 80, isGated: nil)).verdict == .met)
        #expect(try await rule.outcome(in: village(side: 300, isGated: false)).verdict == .met)
    }
}
