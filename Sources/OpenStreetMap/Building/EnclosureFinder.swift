internal import Geometry

/// Finds open ways that are shut in by private ones.
///
/// The paths of a gated compound are often tagged as if anybody might walk there, with only the gate private. A
/// private way serves the beginning and the end of a walk, so a walk from such a path through the gate would have
/// it in between. What can be reached only over private ways is therefore private too. Of the open parts that
/// private ways join, the longest is taken for the outside; a part longer than `longestCompound` is no compound, and neither is one that goes on outside the extract.
struct EnclosureFinder {
    /// The most metres of ways that a gated compound or a campus has.
    static let longestCompound = 20_000.0

    private let open: VertexGroups
    private let all: VertexGroups
    private var metres: [Int32: Double] = [:]
    private var outside: [Int32: Int32] = [:]
    private var goingOn: Set<Int32> = []

    /// - Parameter edge: Nodes at which ways leave the extract.
    init(_ stretches: [Stretch], table: VertexTable, edge: Set<Int64>) {
        open = VertexGroups(stretches.filter { !$0.isPrivate }, count: table.count)
        all = VertexGroups(stretches, count: table.count)
        let openStretches = stretches.filter { !$0.isPrivate && !$0.vertices.isEmpty }
        for stretch in openStretches {
            metres[open.group(of: stretch.vertices[0]), default: 0] += Self.length(of: stretch, table)
            if stretch.vertices.contains(where: { edge.contains(table.node($0)) }) {
                goingOn.insert(open.group(of: stretch.vertices[0]))
            }
        }
        for stretch in openStretches {
            let part = open.group(of: stretch.vertices[0])
            let whole = all.group(of: stretch.vertices[0])
            guard let longest = outside[whole], length(of: longest) >= length(of: part) else {
                outside[whole] = part
                continue
            }
        }
    }

    /// Whether an open stretch can be reached only over private ways.
    func isEnclosed(_ stretch: Stretch) -> Bool {
        guard !stretch.isPrivate, let first = stretch.vertices.first else { return false }
        let part = open.group(of: first)
        return outside[all.group(of: first)] != part && !goingOn.contains(part)
            && length(of: part) <= Self.longestCompound
    }

    private func length(of part: Int32) -> Double { metres[part, default: 0] }

    private static func length(of stretch: Stretch, _ table: VertexTable) -> Double {
        zip(stretch.vertices, stretch.vertices.dropFirst()).reduce(0) {
            $0 + DegreeLengths.metres(table.position($1.0), table.position($1.1))
        }
    }
}

/// Which vertices stretches join, each group named by its smallest vertex.
private struct VertexGroups {
    private var parent: [Int32]

    init(_ stretches: [Stretch], count: Int) {
        parent = (0..<Int32(count)).map { $0 }
        for stretch in stretches {
            for (a, b) in zip(stretch.vertices, stretch.vertices.dropFirst()) { link(a, b) }
        }
        for vertex in parent.indices { parent[vertex] = group(of: Int32(vertex)) }
    }

    func group(of vertex: Int32) -> Int32 {
        var vertex = vertex
        while parent[Int(vertex)] != vertex { vertex = parent[Int(vertex)] }
        return vertex
    }

    private mutating func link(_ a: Int32, _ b: Int32) {
        let (first, second) = (group(of: a), group(of: b))
        parent[Int(max(first, second))] = min(first, second)
        // Both ends point near the root again, so that chains stay short.
        parent[Int(a)] = min(first, second)
        parent[Int(b)] = min(first, second)
    }
}
