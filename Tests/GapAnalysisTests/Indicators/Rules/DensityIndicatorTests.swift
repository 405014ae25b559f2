import Geometry
import Standards
import StudyAreas
import Testing

@testable import GapAnalysis

/// At least 10 km of ways per square kilometre.
@Suite("Density, as an item asks for it") struct DensityIndicatorTests {
    private let rule = IndicatorJudgement("network_density", figures: ["min_km_per_km2": 10])

    /// Units of 100 m × 10 m, one above the other, each with a street of its own.
    private func village(_ streets: Double...) throws -> Village {
        var village = Village()
        for (place, metres) in streets.enumerated() {
            let y = Double(place) * 10
            village.lines.append([Position(0, y + 5), Position(metres, y + 5)])
            try village.addUnit(0, y, 100, 10)
        }
        return village
    }

    /// By hand: 100 m × 10 m = 1000 m² = 0.001 km²; 10 m = 0.01 km of street; 0.01 / 0.001 = 10 km/km². A millimetre is
    /// 0.000001 / 0.001 = 0.001 km/km².
    @Test("a millimetre of street below, at and above the figure", arguments: [9.999, 10, 10.001])
    func limit(metres: Double) async throws {
        let found = try await rule.outcome(in: village(metres))
        #expect(found.verdict == (metres >= 10 ? .met : .notMet))
        #expect(found.figure == .measured(metres, unit: "km/km²"))
    }

    @Test("the sparsest unit decides, and a unit is judged by itself")
    func units() async throws {
        let village = try village(10, 9.999)
        #expect(try await rule.outcome(in: village).figure == .measured(9.999, unit: "km/km²"))
        #expect(try await rule.outcome(in: village).verdict == .notMet)
        #expect(try await rule.outcome(in: village, unit: 0).verdict == .met)
        #expect(try await rule.outcome(in: village, unit: 1).verdict == .notMet)
    }

    @Test("without land there is no density: neither met nor not met")
    func unknown() async throws {
        let found = try await rule.outcome(in: .street())
        #expect(found.verdict == .notAssessable && found.reason == .networkUnknown)
    }
}
