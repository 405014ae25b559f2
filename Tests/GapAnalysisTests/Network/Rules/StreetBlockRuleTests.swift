import GapAnalysis
import Standards
import Testing

@Suite("Size of street blocks") struct StreetBlockRuleTests {
    private let figure = NetworkFigure("street_block", maximum: 3)

    /// A ring of streets 300 m wide.
    private func judgement(height: Double) async throws -> NetworkJudgement {
        var town = NetworkTown([])
        try town.addUnit(-10, -10, 400, 200)
        try town.addWay([(0, 0), (300, 0), (300, height), (0, height), (0, 0)])
        return try await town.judgement(figure)
    }

    /// By hand: 300 m × 100 m = 30,000 m² = 3 ha. A millimetre more is 300 m × 0.001 m = 0.3 m² = 0.00003 ha more.
    @Test("a millimetre below, at and above the limit", arguments: [99.999, 100, 100.001])
    func limit(height: Double) async throws {
        let found = try await judgement(height: height)
        #expect(abs((found.value ?? 0) - height * 0.03) < 1e-9)
        #expect(found.verdict == (height <= 100 ? .met : .notMet))
        #expect(found.reason == (height <= 100 ? nil : .above) && found.countOver == (height <= 100 ? 0 : 1))
    }

    @Test("ways that enclose nothing: neither met nor not met")
    func unknown() async throws {
        var town = NetworkTown([])
        try town.addUnit(-10, -10, 400, 200)
        try town.addWay([(0, 0), (300, 0), (300, 100), (0, 100)])
        let found = try await town.judgement(figure)
        #expect(found.verdict == .notAssessable && found.reason == .nothingEnclosed)
    }
}
