import Geometry
import NetworkFixtures
import Testing

@testable import PedestrianNetworks

@Suite("Finding which vertices are one node") struct VertexJoinerTests {
    @Test(
        "nodes are those that comparing all pairs finds, whatever cell of the grid a vertex lies in",
        arguments: [0, 0.01, 0.5], [(0, 0), (-40_500_000, 3_460_000)])
    func allPairs(tolerance: Double, origin: (x: Double, y: Double)) throws {
        for seed in 0..<6 as Range<UInt64> {
            let lines = try lines(near: Position(origin.x, origin.y), tolerance, seed: seed)
            let joined = VertexJoiner(tolerance: tolerance).join(LineColumns(lines))
            let vertices = lines.flatMap(\.positions)
            let nodes = numbered(groups(vertices, reach: tolerance > 0 ? tolerance + 1e-8 : 0))
            #expect(joined.nodeOfVertex.map { Int($0) } == nodes)
            #expect(joined.endOfLine.map { Int($0) } == lines.indices.map { 4 * ($0 + 1) })
            for (vertex, node) in nodes.enumerated() where node == nodes[..<vertex].max().map({ $0 + 1 }) ?? 0
            {
                #expect(joined.positions[node] == vertices[vertex])
            }
            let moved = nodes.indices.filter { vertices[$0] != joined.positions[nodes[$0]] }
            #expect(Set(joined.positions.indices) == Set(nodes) && joined.movedVertices == moved.count)
        }
    }

    /// Lines of four vertices, so many that they are looked up in several goes; many vertices lie a little less or more
    /// than the tolerance apart, on all sides of the edges of cells.
    private func lines(near origin: Position, _ tolerance: Double, seed: UInt64) throws -> [LineString] {
        var random = SeededRandom(seed: seed)
        let cell = 32 * (max(tolerance, 0.01) + 1e-8)
        return try (0..<400).map { _ in
            try LineString(
                (0..<4).map { _ in
                    func coordinate(_ origin: Double) -> Double {
                        let edge =
                            ((origin / cell).rounded() + Double(Int.random(in: -8...8, using: &random)))
                            * cell
                        let steps = Double(Int.random(in: -3...3, using: &random))
                        return edge + steps * tolerance * 0.35
                    }
                    return Position(coordinate(origin.x), coordinate(origin.y))
                })
        }
    }

    /// By vertex, the first vertex of its group, by union of all pairs within reach.
    private func groups(_ vertices: [Position], reach: Double) -> [Int] {
        var first = Array(vertices.indices)
        func root(_ vertex: Int) -> Int { first[vertex] == vertex ? vertex : root(first[vertex]) }
        for later in vertices.indices {
            for earlier in 0..<later
            where vertices[earlier].squaredDistance(to: vertices[later]) <= reach * reach {
                let (a, b) = (root(earlier), root(later))
                first[max(a, b)] = min(a, b)
            }
        }
        return vertices.indices.map(root)
    }

    /// Groups numbered as they come.
    private func numbered(_ groups: [Int]) -> [Int] {
        var numbers: [Int: Int] = [:]
        return groups.map { group in
            numbers[group] = numbers[group] ?? numbers.count
            return numbers[group] ?? 0
        }
    }
}
