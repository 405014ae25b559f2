import GapAnalysis
import Geometry
import NetworkFixtures
import PedestrianNetworks
import Standards
import StudyAreas
import Testing

/// Which places offend, and why.
@Suite struct NetworkPlaceTests {
    private func grid(_ size: Int = 5, spacing: Double = 100) throws -> NetworkTown {
        var town = NetworkTown(GridCity(size: size, spacing: spacing).lines)
        let side = Double(size - 1) * spacing
        try town.addUnit(0, 0, side, side)
        return town
    }

    private func problems(_ audit: NetworkAudit, _ isWanted: (NetworkOffence.Place) -> Bool)
        -> [NetworkOffence]
    {
        audit.offences.filter { isWanted($0.place) }
    }

    @Test func aDanglingStreetIsOneDeadEnd() async throws {
        var town = try grid()
        try town.addWay([(100, 100), (130, 100 + 40), (150, 150)])
        let audit = try await town.audit()
        #expect(audit.units[0].deadEnds.count == 1)
        let end = try #require(audit.deadEnds.first)
        #expect(end.position == Position(150, 150))
        #expect(abs(end.length.metres - (50 + 500.squareRoot())) < 1e-5)
        // It makes no junction of the crossing it leaves, which is one already, and no link.
        let before = try await grid().audit().units[0]
        #expect(audit.units[0].junctions == before.junctions)
        #expect(audit.units[0].links.count == before.links.count)
    }

    /// Beyond the edge of the window the street may go on.
    @Test(arguments: [(0.0, false), (0.9, false), (1.5, true), (50, true)])
    func anEndAtTheEdgeIsNone(inside: Double, counts: Bool) async throws {
        var town = NetworkTown([])
        try town.addUnit(0, 0, 400, 400)
        try town.addUnit(400, 0, 400, 400)
        try town.addWay([(200, 200), (200, 400 - inside)])
        // Where two units meet the drawing does not end.
        try town.addWay([(300, 200), (400, 200)])
        let ends = try await town.audit().deadEnds.map(\.position)
        #expect(ends.contains(Position(200, 400 - inside)) == counts)
        #expect(ends.contains(Position(400, 200)))
    }

    @Test func aFootbridgeThatCrossesMakesNoJunction() async throws {
        var town = NetworkTown([])
        try town.addUnit(0, 0, 400, 400)
        try town.addWay([(50, 200), (350, 200)])
        try town.addWay([(200, 50), (200, 350)])
        let unit = try await town.audit().units[0]
        #expect(unit.junctions == 0 && unit.links.isEmpty && unit.deadEnds.count == 4)
        #expect(unit.spacing.median == nil)
        #expect(unit.judgement("junction_spacing")?.reason == .noLinks)
        #expect(unit.judgement("street_block_walkers")?.reason == .nothingEnclosed)
        #expect(unit.ways == WalkingDistance(metres: 600))
    }

    /// On the map, and only there, a footbridge divides the land below it.
    @Test func aFootbridgeDividesTheStreetBlock() async throws {
        var town = NetworkTown([])
        try town.addUnit(-100, -100, 600, 600)
        try town.addWay([(0, 0), (400, 0), (400, 400), (0, 400), (0, 0)])
        try town.addWay([(100, -50), (100, 450)])
        let audit = try await town.audit()
        #expect(audit.streetBlocks.map(\.area).sorted() == [40_000, 120_000])
        #expect(audit.units[0].junctions == 0)
    }

    @Test func longLinksAndLargeBlocksOffend() async throws {
        var town = try grid(4, spacing: 260)
        town.addBlock(try NetworkTown.box(300, 300, 60, 60), gated: false)
        let audit = try await town.audit()
        let unit = audit.units[0]
        // 260 m are more than 180 and less than 300, 6.76 ha more than both figures.
        let links = problems(audit) { if case .link = $0 { true } else { false } }
        #expect(links.count == unit.links.count && links.allSatisfy { ($0.limit ?? 0) >= 180 })
        #expect(links.count { $0.limit == 300 } == 4, "the four corners are no junctions")
        let blocks = problems(audit) { if case .streetBlock = $0 { true } else { false } }
        #expect(blocks.count == 9 && blocks.allSatisfy { $0.limit == 6 && $0.figure == 6.76 })
        #expect(audit.streetBlocks(of: unit, over: 3) == 9 && audit.streetBlocks(of: unit, over: 6) == 9)
        #expect(audit.streetBlocks.map(\.residentialBlocks).filter { !$0.isEmpty } == [[0]])
        #expect(unit.judgement("junction_spacing")?.verdict == .notMet)
        #expect(unit.judgement("junction_spacing")?.reason == .above)
        #expect(unit.judgement("walking_density")?.reason == .below)
    }

    @Test func aBlockOfExactlyThreeHectaresIsNotOverThree() async throws {
        var town = NetworkTown([])
        try town.addWay([(0, 0), (300, 0), (300, 100), (0, 100), (0, 0)])
        try town.addUnit(-10, -10, 320, 120)
        let unit = try await town.audit().units[0]
        #expect(unit.streetBlocks.count == 1)
        #expect(unit.judgement("street_block_walkers")?.verdict == .met)
        // A ring has no junction.
        #expect(unit.junctions == 0 && unit.deadEnds.isEmpty)
    }

    @Test(arguments: [
        (Bool?.some(true), 80.0, 80.0, NetworkVerdict.met, NetworkReason?.none),
        (true, 80.001, 20, .notMet, .above), (true, 60, 100, .notMet, .above),
        (false, 300, 300, .met, nil), (nil, 300, 300, .notAssessable, .closedUnknown),
        (nil, 50, 80, .met, nil),
    ])
    func closedCompounds(
        gated: Bool?, width: Double, height: Double, verdict: NetworkVerdict, reason: NetworkReason?
    ) async throws {
        var town = try grid(8)
        town.addBlock(try NetworkTown.box(110, 110, width, height), gated: gated)
        let audit = try await town.audit()
        let judgement = try #require(audit.units[0].judgement("closed_unit"))
        #expect(judgement.verdict == verdict && judgement.reason == reason)
        let found = problems(audit) { if case .compound = $0 { true } else { false } }
        #expect(found.count == (verdict == .notMet ? 1 : 0))
    }

    @Test func withoutBlocksClosedCompoundsAreNotKnown() async throws {
        let unit = try await grid().audit().units[0]
        #expect(unit.judgement("closed_unit")?.reason == .noBlocks)
    }

    @Test func piecesAreListedByLength() async throws {
        var town = try grid()
        try town.addWay([(210, 250), (240, 250)])
        let pieces = try await town.audit().area.network.components
        #expect(pieces.map(\.length) == [WalkingDistance(metres: 4000), WalkingDistance(metres: 30)])
    }

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func theOrderOfTheWaysAndThreadsDoNotMatter(seed: UInt64) async throws {
        var random = SeededRandom(seed: seed)
        var town = NetworkTown([])
        for column in 0..<8 {
            for row in 0..<8 {
                for (dx, dy) in [(1, 0), (0, 1)] where Bool.random(using: &random) || column % 3 == 0 {
                    let (x, y) = (Double(column) * 90, Double(row) * 110)
                    try town.addWay([(x, y), (x + Double(dx) * 90, y + Double(dy) * 110)])
                }
            }
        }
        try town.addUnit(45, 55, 300, 500)
        try town.addUnit(345, 55, 300, 500)
        town.addStation(350, 300)
        let first = try await town.audit()
        town.lines.shuffle(using: &random)
        let second = try await town.audit(threads: 3)
        func figures(_ audit: NetworkAudit) -> [[String]] {
            (audit.units + audit.stationBands).map { zone in
                [
                    "\(zone.ways)", "\(zone.junctions)", "\(zone.spacing.lengths)", "\(zone.deadEnds.count)",
                    "\(zone.streetBlocks.map { audit.streetBlocks[$0].area }.sorted())",
                ] + zone.judgements.map { "\($0.requirement.id) \($0.verdict) \($0.value ?? -1)" }
            }
        }
        #expect(figures(first) == figures(second))
        #expect(first.offences.map(\.figure) == second.offences.map(\.figure))
    }
}
