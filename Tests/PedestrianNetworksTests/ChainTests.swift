import Geometry
import NetworkFixtures
import PedestrianNetworks
import Testing

@Suite("Chains: edges through nodes where exactly two meet")
struct ChainTests {
    private func build(_ lines: [[Position]], compounds: [Int32] = []) throws -> PedestrianNetwork {
        NetworkBuilder().build(try lines.map { try LineString($0) }, compounds: compounds).network
    }

    @Test("a curve drawn with many vertices is one arc each way")
    func curve() throws {
        let network = try build([(0...100).map { Position(Double($0), Double($0 % 2)) }])
        #expect(network.chains.count == 1)
        #expect(network.graph.nodeCount == 2)
        #expect(network.graph.arcs.map(\.length) == [network.length.micrometres, network.length.micrometres])
    }

    @Test("a ring without a junction is one chain that comes back to where it starts")
    func ring() throws {
        let network = try build([[Position(0, 0), Position(3, 0), Position(3, 4), Position(0, 0)]])
        #expect(network.chains.count == 1)
        #expect(network.chains[0].tail == network.chains[0].head)
        #expect(network.chainLengths == [12_000_000])
    }

    @Test("chains end where an open way becomes a closed one")
    func compounds() throws {
        let lines = [[Position(0, 0), Position(1, 0)], [Position(1, 0), Position(2, 0)]]
        #expect(try build(lines).chains.count == 1)
        #expect(try build(lines, compounds: [-1, 0]).chains.count == 2)
        #expect(try build(lines, compounds: [0, 0]).chains.count == 1)
    }

    @Test("chains end before their length would not fit 32 bits of micrometres")
    func longWays() throws {
        // 20 km in steps of 3 km and the rest: no two of the steps fit together.
        let network = try build([stride(from: 0, through: 20_000, by: 3000).map { Position($0, 0) }])
        #expect(network.chains.count == 6)
        #expect(network.chainLengths.reduce(0) { $0 + Int64($1) } == 18_000_000_000)
        // Ten steps of a kilometre: four at a time fit.
        let shorter = try build([stride(from: 0, through: 10_000, by: 1000).map { Position($0, 0) }])
        #expect(shorter.chainLengths == [4_000_000_000, 4_000_000_000, 2_000_000_000])
    }

    @Test("random networks: every edge is in one chain, in order, and inner nodes have no other edge")
    func invariants() {
        for seed in 0..<500 as Range<UInt64> {
            let network = NetworkBuilder().build(RandomLines(seed: seed).lines).network
            var edges: [Int32] = []
            for chain in 0..<Int32(network.chains.count) {
                check(chain, of: network, seed)
                edges += network.chains.edges(of: chain)
            }
            #expect(edges.sorted() == Array(0..<Int32(network.edgeCount)), "seed \(seed)")
        }
    }

    private func check(_ chain: Int32, of network: PedestrianNetwork, _ seed: UInt64) {
        let arcs = ArcColumns(of: network)
        var (node, walked) = (network.graph.networkNode(of: network.chains[chain].tail), UInt32(0))
        for (place, edge) in network.chains.edges(of: chain).enumerated() {
            let degree = arcs.firstOut[Int(node) + 1] - arcs.firstOut[Int(node)]
            #expect(place == 0 || degree == 2, "seed \(seed)")
            #expect(network.start(of: edge) == walked, "seed \(seed)")
            #expect(network.chains.chain(of: edge) == chain, "seed \(seed)")
            let ends = (network.edgeTail[Int(edge)], network.edgeHead[Int(edge)])
            let isReversed = network.chains.isReversed(edge)
            #expect((isReversed ? ends.1 : ends.0) == node, "seed \(seed)")
            node = isReversed ? ends.0 : ends.1
            walked += network.length(of: Int(edge))
        }
        #expect(network.graph.networkNode(of: network.chains[chain].head) == node, "seed \(seed)")
        #expect(network.chains[chain].length == walked, "seed \(seed)")
    }

    @Test("a place on an edge is a place on its chain, whichever way either is drawn")
    func spots() throws {
        let network = try build([
            [Position(0, 0), Position(10, 0)], [Position(30, 0), Position(10, 0)],
        ])
        for (edge, x) in [(Int32(0), 4.0), (1, 26.0)] {
            let spot = network.spot(
                of: NetworkLocation(edge: edge, low: 4_000_000, high: 5_000_000, leg: .zero))
            let ends = [spot.low, spot.high].map { along in
                network.positions(along: spot.chain, along, along).map(\.x)
            }
            #expect(ends.contains([x, x]))
            #expect(spot.high - spot.low == 1_000_000)
        }
    }
}

extension PedestrianNetwork {
    fileprivate var chainLengths: [UInt32] { (0..<Int32(chains.count)).map { chains[$0].length } }
}
