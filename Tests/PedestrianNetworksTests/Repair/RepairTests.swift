import Geometry
import NetworkFixtures
import Testing

@testable import PedestrianNetworks

@Suite("Repair of a network")
struct RepairTests {
    private func way(_ coordinates: (Double, Double)..., level: WayLevel = .ground) throws -> DrawnWay {
        DrawnWay(try LineString(coordinates.map { Position($0.0, $0.1) }), level: level)
    }

    private func components(_ outcome: NetworkRepair.Outcome) -> Int {
        NetworkBuilder(joinTolerance: 0).build(outcome.ways.map(\.line)).network.components.count
    }

    @Test("Ends within the tolerance become one vertex", arguments: [(0.5, 1), (1, 1), (1.001, 2)])
    func ends(gap: Double, pieces: Int) throws {
        let outcome = NetworkRepair(joinTolerance: 1).repair([
            try way((500_000, 3_460_000), (500_100, 3_460_000)),
            try way((500_100 + gap, 3_460_000), (500_200, 3_460_000)),
        ])
        #expect(components(outcome) == pieces)
        #expect(outcome.changes.map(\.kind) == (pieces == 1 ? [.endJoined] : []))
        #expect(outcome.changes.allSatisfy { abs($0.metres - gap) < 1e-6 })
    }

    @Test("An end short of a line is moved onto it, and the line gets a vertex there")
    func undershoot() throws {
        let street = try way((0, 0), (100, 0))
        let outcome = NetworkRepair(joinTolerance: 2).repair([street, try way((40, 1.5), (40, 60))])
        #expect(outcome.ways[0].line.positions == [Position(0, 0), Position(40, 0), Position(100, 0)])
        #expect(outcome.ways[1].line.positions == [Position(40, 0), Position(40, 60)])
        #expect(
            outcome.changes == [
                NetworkChange(
                    kind: .endSnapped, line: 1, other: 0, from: Position(40, 1.5), to: Position(40, 0)),
                NetworkChange(
                    kind: .vertexAdded, line: 0, other: 1, vertex: 1, from: Position(40, 0),
                    to: Position(40, 0)),
            ])
    }

    @Test("A vertex within the tolerance goes before a nearer line")
    func vertexFirst() throws {
        let street = try way((0, 0), (41, 0), (100, 0))
        let outcome = NetworkRepair(joinTolerance: 2).repair([street, try way((40, 0.5), (40, 60))])
        #expect(outcome.ways[1].line.positions[0] == Position(41, 0))
        #expect(outcome.ways[0] == street)
    }

    @Test("Crossings get a vertex in both lines, but for those that heights explain")
    func crossings() throws {
        let street = try way((0, 0), (100, 0))
        let lane = try way((50, -40), (50, 40))
        let bridge = try way((70, -40), (70, 40), level: WayLevel(.bridge))
        let outcome = NetworkRepair(nodesCrossings: true).repair([street, lane, bridge])
        #expect(outcome.ways[0].line.positions == [Position(0, 0), Position(50, 0), Position(100, 0)])
        #expect(outcome.ways[1].line.positions == [Position(50, -40), Position(50, 0), Position(50, 40)])
        #expect(outcome.ways[2] == bridge)
        #expect(outcome.changes.map(\.kind) == [.vertexAdded, .vertexAdded])
    }

    @Test("Ways of different heights are not joined, however close")
    func heights() throws {
        let ways = [
            try way((0, 0), (100, 0)), try way((100.5, 0), (200, 0), level: WayLevel(.bridge)),
            try way((50, 0.5), (50, 50), level: WayLevel(.tunnel)),
        ]
        let outcome = NetworkRepair(joinTolerance: 2, nodesCrossings: true).repair(ways)
        #expect(outcome.changes.isEmpty && outcome.ways == ways)
    }

    @Test("Nothing is done that was not asked for")
    func nothingAsked() throws {
        let ways = [try way((0, 0), (100, 0)), try way((50, 0.5), (50, 50)), try way((20, -9), (20, 9))]
        #expect(NetworkRepair().repair(ways).ways == ways)
        #expect(NetworkRepair(joinTolerance: 1).repair(ways).ways[2] == ways[2])
        #expect(NetworkRepair(nodesCrossings: true).repair(ways).ways[1] == ways[1])
    }

    @Test("A short line is not folded up onto one vertex")
    func shortLine() throws {
        let outcome = NetworkRepair(joinTolerance: 2).repair([
            try way((0, 0), (50, 0), (100, 0)), try way((49.5, 1), (50.5, 1)),
        ])
        #expect(outcome.ways[1].line.positions.map(\.y).sorted() == [0, 1])
    }

    @Test("A branch at a sharp angle is not folded onto the line it leaves")
    func sharpBranch() throws {
        let ways = [
            try way((0, 0), (100, 0)), try way((0, 0), (60, 1)), try way((100, 0), (200, 0)),
            try way((100, 0), (198, 1.5)),
        ]
        #expect(NetworkRepair(joinTolerance: 2).repair(ways).changes.isEmpty)
    }

    @Test("What is mended is found no more")
    func grid() async throws {
        // A town whose streets are drawn across one another, their ends a hand's breadth from the ring road.
        let streets = try (1..<9).flatMap { step -> [DrawnWay] in
            let along = Double(step) * 100
            return [
                try way((0.2, along), (899.8, along)), try way((along, 0.2), (along, 899.8)),
            ]
        }
        let ring = try way((0, 0), (900, 0), (900, 900), (0, 900), (0, 0))
        let outcome = NetworkRepair(joinTolerance: 1, nodesCrossings: true).repair(streets + [ring])
        let lines = outcome.ways.map(\.line)
        let network = NetworkBuilder(joinTolerance: 0).build(lines).network
        #expect(network.nodeCount == 100)
        #expect(network.edgeCount == 180)
        let diagnosis = try await NetworkDiagnosis(of: outcome.ways, network: network)
        #expect(diagnosis.issues.isEmpty)
    }
}
