import Standards
import StudyAreas
import Testing

@testable import GapAnalysis

/// Junctions at most 300 m apart.
@Suite("Junctions, as an item asks for them") struct JunctionIndicatorTests {
    private let rule = IndicatorJudgement("junction_spacing", figures: ["max_m": 300])

    /// By hand: side streets leave at x = 0 and x = 300: 300 − 0 = 300 m between the two junctions.
    @Test("a millimetre below, at and above the figure", arguments: [299.999, 300, 300.001])
    func limit(metres: Double) async throws {
        let found = try await rule.outcome(in: .junctions(metres))
        #expect(found.verdict == (metres <= 300 ? .met : .notMet))
        #expect(found.figure == .measured(metres, unit: "m"))
    }

    @Test("without two junctions there is no spacing: neither met nor not met")
    func unknown() async throws {
        var village = Village.street(100)
        try village.addUnit(-10, -10, 120, 20)
        let found = try await rule.outcome(in: village)
        #expect(found.verdict == .notAssessable && found.reason == .networkUnknown)
    }
}
