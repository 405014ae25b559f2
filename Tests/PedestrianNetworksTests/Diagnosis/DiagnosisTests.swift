import Geometry
import NetworkFixtures
import Testing

@testable import PedestrianNetworks

@Suite("Diagnosis of a network")
struct DiagnosisTests {
    private func way(_ coordinates: (Double, Double)..., level: WayLevel = .ground) throws -> DrawnWay {
        DrawnWay(try LineString(coordinates.map { Position($0.0, $0.1) }), level: level)
    }

    private func diagnose(
        _ ways: [DrawnWay], _ limits: NetworkDiagnosis.Limits = .init()
    ) async throws -> NetworkDiagnosis {
        let builder = NetworkBuilder(joinTolerance: limits.joinTolerance)
        let network = builder.build(ways.map(\.line)).network
        return try await NetworkDiagnosis(of: ways, network: network, limits: limits)
    }

    private func kinds(_ diagnosis: NetworkDiagnosis) -> [NetworkIssue.Kind] {
        diagnosis.issues.map(\.kind).filter { $0 != .cutEnd }
    }

    @Test("A sound map has nothing but ends that point out of it")
    func soundMap() async throws {
        let map = SketchMap(
            """
            A--B--C
            |  |  |
            D--E--F
               |
               G
            """)
        let diagnosis = try await diagnose(map.lines.map { DrawnWay($0) })
        #expect(diagnosis.issues.map(\.kind) == [.cutEnd])
        #expect(diagnosis.issues.map(\.shape) == [.point(map["G"])])
        #expect(diagnosis.issues.map(\.metres) == [0])
    }

    @Test("A dead end that faces another way is not cut off")
    func facing() async throws {
        let map = SketchMap(
            """
            A--B--C
            |  |  |
            |  D  |
            |     |
            E-----F
            """)
        #expect(try await diagnose(map.lines.map { DrawnWay($0) }).issues.isEmpty)
    }

    @Test(
        "Ends are near misses up to the limit and not beyond",
        arguments: [(1.999, 1), (2, 1), (2.001, 0), (0.005, 0)])
    func nearMiss(gap: Double, count: Int) async throws {
        let diagnosis = try await diagnose([
            try way((500_000, 3_460_000), (500_100, 3_460_000)),
            try way((500_100 + gap, 3_460_000), (500_200, 3_460_000)),
        ])
        let found = diagnosis.issues(.nearMiss)
        #expect(found.count == count)
        #expect(found.allSatisfy { abs($0.metres - gap) < 1e-6 && $0.lines == [0, 1] })
        #expect(diagnosis.issues(.island).count == (gap > 0.01 ? 1 : 0))
    }

    @Test("What is close on foot is no gap")
    func hairpin() async throws {
        // The ends of a hairpin, a metre apart, 19 m round and 21 m round.
        #expect(kinds(try await diagnose([try way((0, 0), (9, 0), (9, 1), (0, 1))])).isEmpty)
        #expect(kinds(try await diagnose([try way((0, 0), (10, 0), (10, 1), (0, 1))])) == [.nearMiss])
    }

    @Test(
        "An end that stops short of a line is an undershoot",
        arguments: [(1.999, 1), (2, 1), (2.001, 0)])
    func undershoot(gap: Double, count: Int) async throws {
        let diagnosis = try await diagnose([try way((0, 0), (100, 0)), try way((50, gap), (50, 60))])
        #expect(diagnosis.issues(.undershoot).count == count)
        #expect(
            diagnosis.issues(.undershoot).allSatisfy { $0.lines == [1, 0] && abs($0.metres - gap) < 1e-9 })
        #expect(diagnosis.issues(.nearMiss).isEmpty)
    }

    @Test("An end beyond the line it crosses is a crossing, no gap")
    func overshoot() async throws {
        let diagnosis = try await diagnose([try way((0, 0), (100, 0)), try way((50, -1), (50, 60))])
        #expect(kinds(diagnosis) == [.island, .crossing])
        #expect(diagnosis.issues(.crossing)[0].shape == .point(Position(50, 0)))
    }

    @Test("Heights explain crossings, and only where they differ")
    func heights() async throws {
        let bridge = WayLevel(.bridge)
        let levels: [(WayLevel, WayLevel, Bool)] = [
            (.ground, .ground, false), (.ground, bridge, true), (bridge, WayLevel(.bridge, layer: 1), false),
            (bridge, WayLevel(.bridge, layer: 2), true), (WayLevel(.tunnel), .ground, true),
            (WayLevel(.ground, layer: 1), .ground, true),
        ]
        for (first, second, isExplained) in levels {
            let diagnosis = try await diagnose([
                try way((0, 50), (100, 50), level: first), try way((50, 0), (50, 100), level: second),
            ])
            #expect(diagnosis.issues(.crossing, explained: isExplained).count == 1)
            #expect(diagnosis.issues(.crossing, explained: !isExplained).isEmpty)
        }
    }

    @Test("A corner that touches a line is one crossing; a common vertex is none")
    func touching() async throws {
        let corner = try way((20, 30), (50, 0), (80, 30))
        #expect(kinds(try await diagnose([try way((0, 0), (100, 0)), corner])) == [.island, .crossing])
        #expect(kinds(try await diagnose([try way((0, 0), (50, 0), (100, 0)), corner])).isEmpty)
    }

    @Test("Lines that lie on one another are told with the metres they share")
    func duplicates() async throws {
        let first = try way((0, 0), (50, 0), (100, 0))
        for (second, metres) in [
            (try way((100, 0), (50, 0), (0, 0)), 100.0), (try way((0, 0), (50, 0), (50, 40)), 50),
            (try way((30, 0), (70, 0)), 40), (try way((30, 0.005), (70, -0.005)), 40),
        ] {
            let found = try await diagnose([first, second]).issues(.duplicate)
            #expect(found.map(\.lines) == [[0, 1]])
            #expect(found.allSatisfy { abs($0.metres - metres) < 0.01 })
        }
        #expect(try await diagnose([first, try way((100, 0), (150, 0))]).issues(.duplicate).isEmpty)
        #expect(try await diagnose([first, try way((0, 0.5), (100, 0.5))]).issues(.duplicate).isEmpty)
    }

    @Test("Edges over the limit and without length are told")
    func lengths() async throws {
        let ways = [try way((0, 0), (1000, 0), (1000, 1000.001), (1000, 1000.001))]
        let diagnosis = try await diagnose(ways)
        #expect(diagnosis.issues(.longEdge).map { $0.metres > 1000 } == [true])
        #expect(diagnosis.issues(.zeroLength).map(\.shape) == [.point(Position(1000, 1000.001))])
    }

    @Test("Every piece but the longest is an island")
    func islands() async throws {
        let diagnosis = try await diagnose([
            try way((0, 0), (10, 0)), try way((0, 100), (50, 100)), try way((0, 200), (20, 200)),
        ])
        #expect(diagnosis.issues(.island).map(\.metres) == [20, 10])
        #expect(diagnosis.issues(.island).map(\.component) == [1, 2])
        #expect(diagnosis.issues(.island).map(\.lines) == [[2], [0]])
    }
}
