import Geometry

/// Finds which vertices of many lines are one node.
///
/// Vertices within the tolerance are linked, and links carry on (union by smallest number), so the outcome does
/// not depend on the order of the lines; the node lies at its first vertex. A hash grid with cells sixteen
/// tolerances wide makes three vertices of four look into one cell only: expected linear time.
struct VertexJoiner {
    let tolerance: Double

    struct Joined {
        /// The node of each vertex, over all lines one after another.
        var nodeOfVertex: [Int32] = []
        /// Where each node lies.
        var positions: [Position] = []
        /// Vertices that lay apart from their node.
        var movedVertices = 0
    }

    func join(_ lines: [LineString]) -> Joined {
        var grid = VertexGrid(tolerance: tolerance, vertices: lines.reduce(0) { $0 + $1.positions.count })
        var vertices: [Int32] = []
        vertices.reserveCapacity(grid.capacity)
        for line in lines {
            for position in line.positions { vertices.append(grid.place(of: position)) }
        }
        return numbered(vertices, grid)
    }

    /// Numbers the groups in the order of their first vertex.
    private func numbered(_ vertices: [Int32], _ grid: VertexGrid) -> Joined {
        var joined = Joined()
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

/// Distinct positions in a hash grid, with those within the tolerance linked.
private struct VertexGrid {
    private let reach: Double
    private let cellSize: Double
    /// Open hashing: the newest position of each bucket, and the one before it.
    private var newest: [Int32]
    private var older: [Int32] = []
    private(set) var positions: [Position] = []
    private var parent: [Int32] = []
    let capacity: Int

    init(tolerance: Double, vertices: Int) {
        // Coordinates of millions of metres are exact to a nanometre only: a gap of just the tolerance counts.
        reach = tolerance > 0 ? tolerance + 1e-8 : 0
        cellSize = tolerance > 0 ? 16 * reach : 0.01
        capacity = vertices
        var size = 16
        while size < vertices { size *= 2 }
        newest = [Int32](repeating: -1, count: size)
    }

    /// The number of the distinct position equal to `position`, linked to all within reach.
    mutating func place(of position: Position) -> Int32 {
        let home = bucket(cell(position.x), cell(position.y))
        var candidate = newest[home]
        while candidate >= 0 {
            if positions[Int(candidate)] == position { return candidate }
            candidate = older[Int(candidate)]
        }
        let new = Int32(positions.count)
        positions.append(position)
        parent.append(new)
        if reach > 0 { linkNeighbours(of: new, at: position) }
        older.append(newest[home])
        newest[home] = new
        return new
    }

    private mutating func linkNeighbours(of new: Int32, at position: Position) {
        for x in cell(position.x - reach)...cell(position.x + reach) {
            for y in cell(position.y - reach)...cell(position.y + reach) {
                var candidate = newest[bucket(x, y)]
                while candidate >= 0 {
                    if positions[Int(candidate)].squaredDistance(to: position) <= reach * reach {
                        link(new, candidate)
                    }
                    candidate = older[Int(candidate)]
                }
            }
        }
    }

    private mutating func link(_ a: Int32, _ b: Int32) {
        let (first, second) = (root(of: a), root(of: b))
        parent[Int(max(first, second))] = min(first, second)
    }

    func root(of vertex: Int32) -> Int32 {
        var vertex = vertex
        while parent[Int(vertex)] != vertex { vertex = parent[Int(vertex)] }
        return vertex
    }

    private func cell(_ coordinate: Double) -> Int64 {
        Int64((coordinate / cellSize).rounded(.down).clamped(to: 4e18))
    }

    private func bucket(_ x: Int64, _ y: Int64) -> Int {
        var hash = UInt64(bitPattern: x) &* 0x9E37_79B9_7F4A_7C15
        hash = (hash ^ UInt64(bitPattern: y)) &* 0xC2B2_AE3D_27D4_EB4F
        return Int((hash ^ hash >> 29) & UInt64(newest.count - 1))
    }
}

extension Double {
    fileprivate func clamped(to bound: Double) -> Double { Swift.min(Swift.max(self, -bound), bound) }
}
