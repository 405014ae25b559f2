import GapAnalysis
import Standards
import Testing

@Suite("Longest spacing of junctions") struct JunctionLimitRuleTests {
    private let figure = NetworkFigure("junction_spacing_limit", maximum: 300)

    /// A street with side streets at these places, hence a junction at each, in a unit that holds all of it.
    private func judgement(_ places: Double...) async throws -> NetworkJudgement {
        var town = NetworkTown([])
        try town.addUnit(-60, -10, 3000, 70)
        let ends = [-50] + places + [(places.last ?? 0) + 50]
        try town.addWay(ends.map { ($0, 0) })
        for place in places { try town.addWay([(place, 0), (place, 50)]) }
        return try await town.judgement(figure)
    }

    /// By hand: junctions at x = 0, 100 and 100 + 300 = 400: spacings of 100 and 300 m, the longest is 300 m.
    @Test("a millimetre below, at and above the limit", arguments: [299.999, 300, 300.001])
    func limit(metres: Double) async throws {
        let found = try await judgement(0, 100, 100 + metres)
        #expect(found.value == metres && found.verdict == (metres <= 300 ? .met : .notMet))
        #expect(found.reason == (metres <= 300 ? nil : .above) && found.countOver == (metres <= 300 ? 0 : 1))
    }

    @Test("one junction has no spacing: neither met nor not met")
    func unknown() async throws {
        let found = try await judgement(0)
        #expect(found.verdict == .notAssessable && found.reason == .noLinks)
    }
}
