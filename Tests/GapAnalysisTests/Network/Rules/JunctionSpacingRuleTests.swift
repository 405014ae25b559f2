import GapAnalysis
import Standards
import Testing

@Suite("Median spacing of junctions") struct JunctionSpacingRuleTests {
    private let figure = NetworkFigure("junction_spacing", minimum: 100, maximum: 180)

    /// A street with side streets at these places, hence a junction at each, in a unit that holds all of it.
    private func judgement(_ places: Double...) async throws -> NetworkJudgement {
        var town = NetworkTown([])
        try town.addUnit(-60, -10, 3000, 70)
        let ends = [-50] + places + [(places.last ?? 0) + 50]
        try town.addWay(ends.map { ($0, 0) })
        for place in places { try town.addWay([(place, 0), (place, 50)]) }
        return try await town.judgement(figure)
    }

    static let cases: [(Double, NetworkReason?)] = [
        (99.999, .below), (100, nil), (100.001, nil), (179.999, nil), (180, nil), (180.001, .above),
    ]

    /// By hand: junctions at x = 0 and x = 100 are 100 − 0 = 100 m apart; the only spacing is the median.
    @Test("a millimetre below, at and above both ends of the range", arguments: cases)
    func limits(metres: Double, reason: NetworkReason?) async throws {
        let found = try await judgement(0, metres)
        #expect(found.value == metres && found.reason == reason)
        #expect(found.verdict == (reason == nil ? .met : .notMet))
        #expect(found.countOver == (metres > 180 ? 1 : 0))
    }

    /// By hand: 90, 110 and 400 m in order; the middle one is 110 m. Of 90 and 115 m the median is
    /// (90 + 115) / 2 = 102.5 m.
    @Test("the middle one counts, or the mean of the two middle ones")
    func median() async throws {
        let three = try await judgement(0, 90, 200, 600)
        #expect(three.value == 110 && three.verdict == .met && three.countOver == 1)
        #expect(try await judgement(0, 90, 205).value == 102.5)
    }

    @Test("one junction has no spacing: neither met nor not met")
    func unknown() async throws {
        let found = try await judgement(0)
        #expect(found.verdict == .notAssessable && found.reason == .noLinks)
    }
}
