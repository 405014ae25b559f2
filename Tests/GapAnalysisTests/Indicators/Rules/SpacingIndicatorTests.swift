import Standards
import StudyAreas
import Testing

@testable import GapAnalysis

/// Rest points every 800 m along a path.
@Suite("Facilities along a path") struct SpacingIndicatorTests {
    private let rule = IndicatorJudgement("facility_spacing", kinds: ["rest_point"], figures: ["max_m": 800])

    /// By hand: 800 − 0 = 800 m along this one street would do; but no layer says that the street is the path, nor
    /// where the path ends, so neither 799.999 m nor 800.001 m says anything.
    @Test("never met and never not met", arguments: [799.999, 800, 800.001])
    func unknown(metres: Double) async throws {
        let found = try await rule.outcome(in: .street("rest_point", at: 0, metres))
        #expect(found.verdict == .notAssessable && found.reason == .pathsUnknown && found.figure == nil)
    }
}
