import Geometry

/// Vertices to move and to add, all at once.
struct VertexEdits {
    private struct Addition {
        let change: Int
        let place: Int
        let fraction: Double
        let position: Position
    }

    private(set) var changes: [NetworkChange] = []
    /// By line: the vertex and the change that says where it goes.
    private var moves: [Int: [(vertex: Int, change: Int)]] = [:]
    private var additions: [Int: [Addition]] = [:]

    var isEmpty: Bool { changes.isEmpty }

    /// The lines that are changed.
    var lines: Set<Int> { Set(moves.keys).union(additions.keys) }

    /// Moves vertex `vertex` of `line`.
    mutating func move(
        _ vertex: Int, of line: Int, from: Position, to: Position, _ kind: NetworkChange.Kind, other: Int
    ) {
        moves[line, default: []].append((vertex, changes.count))
        changes.append(
            NetworkChange(kind: kind, line: Int32(line), other: Int32(other), from: from, to: to))
    }

    /// Adds a vertex to segment `place` of `line`; a second one at the same position of it is none.
    mutating func add(
        _ position: Position, to line: Int, place: Int, at nearest: (fraction: Double, point: Position),
        other: Int
    ) {
        let known = additions[line, default: []]
        guard !known.contains(where: { $0.place == place && $0.position == position }) else { return }
        additions[line, default: []].append(
            Addition(change: changes.count, place: place, fraction: nearest.fraction, position: position))
        changes.append(
            NetworkChange(
                kind: .vertexAdded, line: Int32(line), other: Int32(other), from: nearest.point, to: position)
        )
    }

    /// Changes the vertices of `line`; `first` is the number of this plan's first change.
    func apply(to vertices: inout [EditedVertex], of line: Int, first: Int) {
        for (vertex, change) in moves[line] ?? [] {
            vertices[vertex] = EditedVertex(position: changes[change].to, change: first + change)
        }
        // From the back, so that places stay what they are.
        let sorted = (additions[line] ?? []).sorted {
            ($0.place, $0.fraction, $0.change) > ($1.place, $1.fraction, $1.change)
        }
        for addition in sorted {
            let vertex = EditedVertex(position: addition.position, change: first + addition.change)
            vertices.insert(vertex, at: addition.place + 1)
        }
    }
}

/// A vertex and the number of the change that put it there; nil for one that is as it was drawn.
struct EditedVertex {
    var position: Position
    var change: Int?
}
