import Geometry
import NetworkFixtures
import Testing

@testable import PedestrianNetworks

@Suite("Building the network")
struct NetworkBuilderTests {
    private func line(_ coordinates: (Double, Double)...) throws -> LineString {
        try LineString(coordinates.map { Position($0.0, $0.1) })
    }

    private func build(_ lines: [LineString], tolerance: Double = 0.01) -> PedestrianNetwork {
        NetworkBuilder(joinTolerance: tolerance).build(lines).network
    }

    @Test(
        "Vertices within the tolerance are one node, beyond it they are two",
        arguments: [
            (0.01, 0.005, 1), (0.01, 0.01, 1), (0.01, 0.011, 2), (0, 0, 1), (0, 0.000_001, 2), (1, 0.9, 1),
        ])
    func tolerance(tolerance: Double, gap: Double, components: Int) throws {
        let lines = [
            try line((500_000, 3_460_000), (500_100, 3_460_000)),
            try line((500_100 + gap, 3_460_000), (500_200, 3_460_000)),
        ]
        #expect(build(lines, tolerance: tolerance).components.count == components)
        #expect(build(lines.reversed(), tolerance: tolerance).components.count == components)
    }

    @Test("Joining carries on from neighbour to neighbour, whatever the order")
    func chains() throws {
        let lines = try (0..<5).map { step in
            try line((Double(step) * 0.008, 0), (Double(step) * 10, 50 + Double(step)))
        }
        for rotation in lines.indices {
            let turned = Array(lines[rotation...] + lines[..<rotation])
            #expect(build(turned).components.count == 1)
        }
    }

    @Test("Lines that merely cross are not joined")
    func crossing() throws {
        let network = build([try line((0, 50), (100, 50)), try line((50, 0), (50, 100))])
        #expect(network.components.count == 2)
        #expect(network.edgeCount == 2)
    }

    @Test("Zero-length segments vanish, and are named")
    func zeroLength() throws {
        let (network, report) = NetworkBuilder().build([try line((0, 0), (0, 0), (10, 0), (10, 0.004))])
        #expect(network.edgeCount == 1)
        #expect(report.zeroLength == [.init(line: 0, segment: 0), .init(line: 0, segment: 2)])
    }

    @Test("Coincident segments count once, the first of them, and are named")
    func duplicates() throws {
        let lines = [
            try line((0, 0), (10, 0), (20, 0)), try line((20, 0), (10, 0)), try line((0, 0), (10, 0)),
        ]
        let (network, report) = NetworkBuilder().build(lines)
        #expect(network.edgeCount == 2)
        #expect((0..<network.edgeCount).map { network.line(of: $0) } == [0, 0])
        #expect(report.duplicates == [.init(line: 1, segment: 0), .init(line: 2, segment: 0)])
        #expect(network.length.metres == 20)
    }

    @Test("Two ways round between the same ends are both walkable")
    func parallel() throws {
        let network = build([try line((0, 0), (10, 0)), try line((0, 0), (5, 5), (10, 0))])
        #expect(network.edgeCount == 3)
        #expect(network.nodeCount == 3)
    }

    @Test("Closed lines are legal")
    func loop() throws {
        let network = build([try line((0, 0), (10, 0), (10, 10), (0, 0))])
        #expect(network.nodeCount == 3)
        #expect(network.edgeCount == 3)
        #expect(network.components.count == 1)
    }

    @Test("A segment too long for 32 bits of micrometres is cut into equal pieces of the same length")
    func longSegments() throws {
        let network = build([try line((0, 0), (30_000, 40_000))])
        #expect(network.edgeCount == 13)
        #expect(abs(network.length.metres - 50_000) < 0.001)
        #expect(
            (0..<network.edgeCount).map { network.length(of: $0) }.allSatisfy {
                Int64($0) <= PedestrianNetwork.maximumEdgeLength.micrometres
            })
    }

    @Test("The columns keep their promises on random networks")
    func invariants() {
        for seed in 0..<500 as Range<UInt64> { check(build(RandomLines(seed: seed).lines), seed) }
    }

    private func check(_ network: PedestrianNetwork, _ seed: UInt64) {
        let arcs = ArcColumns(of: network)
        #expect(arcs.firstOut.count == network.nodeCount + 1)
        #expect(arcs.firstOut.last.map { Int($0) } == arcs.head.count)
        #expect(arcs.head.count == 2 * network.edgeCount)
        var pairs: Set<[Int32]> = []
        for edge in 0..<network.edgeCount {
            let (a, b) = (network.edgeTail[edge], network.edgeHead[edge])
            #expect(a != b && pairs.insert([min(a, b), max(a, b)]).inserted, "seed \(seed)")
            #expect(network.component(of: a) == network.component(of: b), "seed \(seed)")
            #expect(network.length(of: edge) > 0)
            for (from, to) in [(a, b), (b, a)] {
                let leaving = Int(arcs.firstOut[Int(from)])..<Int(arcs.firstOut[Int(from) + 1])
                let found = leaving.filter { arcs.head[$0] == to }
                #expect(found.map { arcs.weight[$0] } == [network.length(of: edge)], "seed \(seed)")
            }
        }
        #expect(network.components.reduce(0) { $0 + $1.edges } == network.edgeCount)
        #expect(network.components.reduce(0) { $0 + $1.nodes } == network.nodeCount)
        #expect(network.components.reduce(.zero) { $0 + $1.length } == network.length)
        #expect(zip(network.components, network.components.dropFirst()).allSatisfy { $0.length >= $1.length })
    }

    @Test("Pieces of the network are those a flood fills")
    func components() {
        for seed in 0..<300 as Range<UInt64> {
            let network = build(RandomLines(seed: seed).lines)
            let arcs = ArcColumns(of: network)
            var piece = [Int](repeating: -1, count: network.nodeCount)
            for start in 0..<network.nodeCount where piece[start] < 0 {
                var open = [start]
                while let node = open.popLast() {
                    guard piece[node] < 0 else { continue }
                    piece[node] = start
                    for arc in Int(arcs.firstOut[node])..<Int(arcs.firstOut[node + 1]) {
                        open.append(Int(arcs.head[arc]))
                    }
                }
            }
            for a in 0..<network.nodeCount {
                for b in 0..<network.nodeCount {
                    #expect(
                        (piece[a] == piece[b])
                            == (network.component(of: Int32(a)) == network.component(of: Int32(b))),
                        "seed \(seed)")
                }
            }
        }
    }

    @Test("The order of the lines changes neither the number of nodes nor the length")
    func order() {
        for seed in 0..<300 as Range<UInt64> {
            var random = SeededRandom(seed: seed)
            let lines = RandomLines(seed: seed).lines
            let (first, second) = (build(lines), build(lines.shuffled(using: &random)))
            #expect(first.nodeCount == second.nodeCount, "seed \(seed)")
            #expect(first.edgeCount == second.edgeCount, "seed \(seed)")
            // Nodes may lie at another of their vertices, a tolerance away at most for each end.
            let slack = 0.05 * Double(first.edgeCount)
            #expect(abs(first.length.metres - second.length.metres) <= slack, "seed \(seed)")
        }
    }
}
