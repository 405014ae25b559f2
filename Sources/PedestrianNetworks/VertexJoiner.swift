import Geometry

/// Finds which vertices of many lines are one node.
///
/// Vertices within the tolerance are linked, and links carry on (union by smallest number), so the outcome does
/// not depend on the order of the lines; the node lies at its first vertex. A hash grid with cells thirty-two
/// tolerances wide makes seven vertices of eight look into one cell only: expected linear time.
struct VertexJoiner {
    let tolerance: Double

    struct Joined {
        /// The node of each vertex, over all lines one after another.
        var nodeOfVertex: [Int32] = []
        /// Where the vertices of each line end.
        var endOfLine: [Int32] = []
        /// Where each node lies.
        var positions: [Position] = []
        /// Vertices that lay apart from their node.
        var movedVertices = 0
    }

    func join(_ lines: LineColumns) -> Joined {
        var grid = VertexGrid(tolerance: tolerance, vertices: lines.positions.count)
        let vertices = grid.place(lines.positions)
        guard !grid.hasLinks else { return numbered(vertices, lines.ends, grid) }
        return Joined(nodeOfVertex: vertices, endOfLine: lines.ends, positions: grid.positions)
    }

    /// Numbers the groups in the order of their first vertex.
    private func numbered(_ vertices: [Int32], _ ends: [Int32], _ grid: VertexGrid) -> Joined {
        var joined = Joined(endOfLine: ends)
        var number = [Int32](repeating: -1, count: grid.positions.count)
        joined.nodeOfVertex = vertices.map { distinct in
            let root = grid.root(of: distinct)
            if root != distinct { joined.movedVertices += 1 }
            if number[Int(root)] < 0 {
                number[Int(root)] = Int32(joined.positions.count)
                joined.positions.append(grid.positions[Int(root)])
            }
            return number[Int(root)]
        }
        return joined
    }
}
