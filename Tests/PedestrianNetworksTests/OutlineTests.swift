import Geometry
import NetworkFixtures
import Testing

@testable import PedestrianNetworks

@Suite("Outline of a network")
struct OutlineTests {
    private func outline(_ drawing: String) -> Set<Character> {
        let map = SketchMap(drawing)
        return letters(of: map.lines, on: map)
    }

    private func letters(of lines: [LineString], on map: SketchMap) -> Set<Character> {
        let network = NetworkBuilder().build(lines).network
        let positions = NetworkOutline(of: network).nodes.map { network.position(of: $0) }
        return Set(map.positions.filter { positions.contains($0.value) }.keys)
    }

    @Test("What other ways enclose is no part of it, dead ends that point outward are")
    func town() {
        let drawing = """
            A--B--C-----D
            |  |  |
            E--F--G
            |  |  |  K--L
            |  M  |
            H-----J
            """
        #expect(outline(drawing) == Set("ABCDEGHJKL"))
    }

    @Test("A detached piece inside is no part of it")
    func island() {
        let drawing = """
            A--------B
            |        |
            |  C--D  |
            |        |
            E--------F--G
            """
        #expect(outline(drawing) == Set("ABEFG"))
    }

    @Test("Most of a town is left out before its outline is looked for, and nothing on the rim")
    func candidates() throws {
        let count = 60
        func line(_ a: (Int, Int), _ b: (Int, Int)) throws -> LineString {
            try LineString([a, b].map { Position(Double($0.0) * 100, Double($0.1) * 100) })
        }
        var lines: [LineString] = []
        for x in 0...count {
            for y in 0...count {
                if x < count { lines.append(try line((x, y), (x + 1, y))) }
                if y < count { lines.append(try line((x, y), (x, y + 1))) }
            }
        }
        let network = NetworkBuilder().build(lines).network
        let candidates = OutlineCandidates(of: network)
        #expect(candidates.edges.count * 3 < network.edgeCount)
        let outline = NetworkOutline(of: network).nodes
        #expect(outline.count == 4 * count)
        #expect(Set(outline).isSubset(of: candidates.nodes))
    }

    @Test("A tree is all outline")
    func tree() {
        #expect(outline("A--B--C\n   |\n   D") == Set("ABCD"))
    }

    @Test("Lines that cross enclose, with and without a node")
    func crossing() throws {
        func line(_ a: (Double, Double), _ b: (Double, Double)) throws -> LineString {
            try LineString([Position(a.0, a.1), Position(b.0, b.1)])
        }
        let lines = [
            try line((0, 10), (100, 10)), try line((0, 90), (100, 90)), try line((10, 0), (10, 100)),
            try line((90, 0), (90, 100)), try line((50, 50), (60, 50)),
        ]
        let network = NetworkBuilder().build(lines).network
        let inside = Set([Position(50, 50), Position(60, 50)])
        let found = Set(NetworkOutline(of: network).nodes.map { network.position(of: $0) })
        #expect(found.count == 8 && found.isDisjoint(with: inside))
    }

    @Test("It is what lies outside or on the edge of the faces, on random lines")
    func faces() throws {
        let context = GEOSContext()
        var (inside, count) = (0, 0)
        for seed in 0..<300 as Range<UInt64> {
            let lines = RandomLines(seed: seed, hasHairs: false).lines
            let network = NetworkBuilder().build(lines).network
            guard network.edgeCount > 0 else { continue }
            let drawn = try (0..<network.edgeCount).map { edge in
                try LineString([network.segment(of: edge).start, network.segment(of: edge).end])
            }
            let land = try context.union(of: try context.faces(enclosedBy: drawn))
            let sides = land.flatMap(\.rings).flatMap { ring in
                zip(ring.positions, ring.positions.dropFirst()).map { Segment($0, $1) }
            }
            let surface = try land.isEmpty ? nil : PreparedShape(.multiPolygon(land), in: context)
            let outline = Set(NetworkOutline(of: network).nodes)
            for node in 0..<Int32(network.nodeCount) {
                let position = network.position(of: node)
                let gap = sides.map { $0.nearest(to: position).squaredDistance }.min() ?? .infinity
                // A node within a hair of the edge may be told to lie on either side of it.
                guard gap == 0 || gap > 0.05 * 0.05 else { continue }
                let isInside = try gap > 0 && surface?.covers(position) == true
                #expect(outline.contains(node) == !isInside, "seed \(seed), \(position)")
                inside += isInside ? 1 : 0
                count += 1
            }
        }
        #expect(inside > 50 && count > 1000)
    }

    @Test("The order of the lines is of no matter")
    func order() {
        for seed in 0..<100 as Range<UInt64> {
            var random = SeededRandom(seed: seed)
            let lines = RandomLines(seed: seed, hasHairs: false).lines
            func found(_ lines: [LineString]) -> Set<Position> {
                let network = NetworkBuilder().build(lines).network
                return Set(NetworkOutline(of: network).nodes.map { network.position(of: $0) })
            }
            #expect(found(lines) == found(lines.shuffled(using: &random)), "seed \(seed)")
        }
    }
}
