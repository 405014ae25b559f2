import GapAnalysis
import Standards
import Testing

@Suite("Sides of closed compounds") struct ClosedSideRuleTests {
    private func judgement(_ compounds: [(side: Double, isGated: Bool?)]) async throws -> NetworkJudgement {
        var town = NetworkTown([])
        try town.addUnit(-10, -10, 1000, 1000)
        try town.addWay([(0, 0), (900, 0)])
        for (place, compound) in compounds.enumerated() {
            let west = Double(place) * 300
            town.addBlock(try NetworkTown.box(west, 100, compound.side, 20), gated: compound.isGated)
        }
        return try await town.judgement(NetworkFigure("closed_side", maximum: 80))
    }

    /// By hand: a compound from x = 0 to x = 80 and from y = 100 to y = 120 has sides of 80 and 20 m; the longer one
    /// counts.
    @Test("a millimetre below, at and above the limit", arguments: [79.999, 80, 80.001])
    func limit(side: Double) async throws {
        let found = try await judgement([(side, true), (50, true)])
        #expect(found.value == side && found.verdict == (side <= 80 ? .met : .notMet))
        #expect(found.countOver == (side <= 80 ? 0 : 1))
    }

    @Test("too large if closed, which nobody says: neither; without blocks neither; known to be open: met")
    func unknown() async throws {
        let open = try await judgement([(80.001, nil), (50, true)])
        #expect(open.verdict == .notAssessable && open.reason == .closedUnknown)
        #expect(try await judgement([(80, nil)]).verdict == .met)
        #expect(try await judgement([(80.001, false)]).verdict == .met)
        #expect(try await judgement([(80.001, nil), (81, true)]).verdict == .notMet)
        #expect(try await judgement([]).reason == .noBlocks)
    }
}
