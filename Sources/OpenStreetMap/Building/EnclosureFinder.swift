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
    /// By group of open stretches.
    private var metres: [Double]
    private var outside: [Int32: Int32] = [:]
    private var goingOn: Set<Int32> = []

    /// - Parameter edge: Nodes at which ways leave the extract.
    init(_ stretches: [Stretch], table: VertexTable, edge: Set<Int64>) {
        open = VertexGroups(stretches, count: table.count) { !$0.isPrivate }
        all = VertexGroups(stretches, count: table.count) { _ in true }
        metres = [Double](repeating: 0, count: table.count)
        for stretch in stretches where !stretch.isPrivate {
            guard let first = stretch.vertices.first else { continue }
            let part = open.group(of: first)
            metres[Int(part)] += Self.length(of: stretch, table)
            if !goingOn.contains(part), stretch.vertices.contains(where: { edge.contains(table.node($0)) }) {
                goingOn.insert(part)
            }
        }
        for stretch in stretches where !stretch.isPrivate {
            guard let first = stretch.vertices.first else { continue }
            let (part, whole) = (open.group(of: first), all.group(of: first))
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

    private func length(of part: Int32) -> Double { metres[Int(part)] }

    private static func length(of stretch: Stretch, _ table: VertexTable) -> Double {
        var length = 0.0
        for (a, b) in zip(stretch.vertices, stretch.vertices.dropFirst()) {
            length += DegreeLengths.metres(table.position(a), table.position(b))
        }
        return length
    }
}

/// Which vertices stretches join, each group named by its smallest vertex.
private struct VertexGroups {
    private var parent: [Int32]

    init(_ stretches: [Stretch], count: Int, where isWanted: (Stretch) -> Bool) {
        parent = (0..<Int32(count)).map { $0 }
        for stretch in stretches where isWanted(stretch) {
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
