import GapAnalysis
import Standards
import Testing

@Suite("Density of the network") struct DensityRuleTests {
    private func judgement(_ metres: Double, width: Double = 100) async throws -> NetworkJudgement {
        var town = NetworkTown([])
        try town.addUnit(0, 0, width, 10)
        try town.addWay([(0, 5), (metres, 5)])
        return try await town.judgement(NetworkFigure("density", minimum: 10))
    }

    /// By hand: 100 m × 10 m = 1000 m² = 0.001 km²; 10 m = 0.01 km of street; 0.01 / 0.001 = 10 km/km². A millimetre is
    /// 0.001 km/km², the last decimal that counts.
    @Test("a millimetre of street below, at and above the figure", arguments: [9.999, 10, 10.001])
    func limit(metres: Double) async throws {
        let found = try await judgement(metres)
        #expect(found.value == metres && found.countOver == nil)
        #expect(found.verdict == (metres >= 10 ? .met : .notMet))
        #expect(found.reason == (metres >= 10 ? nil : .below))
    }

    /// By hand: the unit ends at x = 100, so of 150 m of street 100 m lie in it: 0.1 / 0.001 = 100 km/km².
    @Test("only what lies in the unit counts")
    func outside() async throws {
        #expect(try await judgement(150).value == 100)
    }

    @Test("the hull of one straight street has no land: neither met nor not met")
    func unknown() async throws {
        var town = NetworkTown([])
        try town.addWay([(0, 5), (100, 5)])
        let found = try await town.judgement(NetworkFigure("density", minimum: 10))
        #expect(found.verdict == .notAssessable && found.reason == .noLand && found.value == nil)
    }
}
