internal import Geometry

/// Parts stretches at nodes nobody gets through, and tells off as private what leads up to a private gate.
///
/// At an impassable node every line ends a little before it, so that none is joined to another there. A private
/// gate stays joined, but the segments on both sides of it may be used only by walks that begin or end inside:
/// nobody can pass through it without using one.
struct StretchCutter {
    /// How far before an impassable node a line ends, in metres; a third of the segment when that is less.
    static let gap = 0.03

    private(set) var table: VertexTable
    private let passages: [Int64: NodePassage]
    private(set) var cuts: [OSMCut] = []

    init(table: consuming VertexTable, passages: [Int64: NodePassage]) {
        self.table = table
        self.passages = passages
    }

    /// Adds the pieces of a stretch in order.
    mutating func cut(_ stretch: Stretch, into all: inout [Stretch]) {
        if stretch.vertices.contains(where: { passages[table.node($0)] != nil }) {
            all += pieces(of: stretch)
        } else {
            all.append(stretch)
        }
    }

    private mutating func pieces(of stretch: Stretch) -> [Stretch] {
        var pieces: [Stretch] = []
        for (a, b) in zip(stretch.vertices, stretch.vertices.dropFirst()) {
            let isPrivate = stretch.isPrivate || isPrivateGate(a) || isPrivateGate(b)
            let start = end(at: a, from: b, of: stretch.id)
            let end = end(at: b, from: a, of: stretch.id)
            if let last = pieces.last, last.vertices.last == start, last.isPrivate == isPrivate {
                pieces[pieces.count - 1].vertices.append(end)
            } else {
                var piece = stretch
                piece.isPrivate = isPrivate
                piece.vertices = [start, end]
                pieces.append(piece)
            }
        }
        return pieces
    }

    private func isPrivateGate(_ vertex: Int32) -> Bool {
        if case .privateOnly = passages[table.node(vertex)] { true } else { false }
    }

    /// The vertex itself, or one of its own just before it when nobody gets through.
    private mutating func end(at vertex: Int32, from other: Int32, of id: OSMObjectID) -> Int32 {
        let node = table.node(vertex)
        guard case .closed(let rule) = passages[node] else { return vertex }
        let cut = OSMCut(id: id, node: node, rule: rule)
        if cuts.last != cut { cuts.append(cut) }
        let segment = Segment(table.position(vertex), table.position(other))
        let length = DegreeLengths.metres(segment.start, segment.end)
        let fraction = length > 0 ? min(Self.gap / length, 1.0 / 3) : 0
        return table.addEnd(before: node, at: segment.point(at: fraction))
    }
}
