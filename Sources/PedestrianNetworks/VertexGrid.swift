import Geometry

/// Distinct positions in a hash grid, with those within the tolerance linked.
struct VertexGrid {
    private let reach: Double
    /// Cells in a metre.
    private let scale: Double
    /// Open hashing: the newest position of each bucket, and the one before it.
    private var newest: [Int32]
    private var older: [Int32] = []
    private(set) var positions: [Position] = []
    /// Empty as long as nothing is linked.
    private var parent: [Int32] = []

    /// So many positions are looked up at a time. Each look-up waits for memory twice; what does not depend on
    /// one another waits together.
    static let atOnce = 1024
    private var homes: [Int32] = []
    private var candidates: [Int32] = []

    init(tolerance: Double, vertices: Int) {
        // Coordinates of millions of metres are exact to a nanometre only: a gap of just the tolerance counts.
        reach = tolerance > 0 ? tolerance + 1e-8 : 0
        scale = tolerance > 0 ? 1 / (32 * reach) : 100
        // Most vertices are ends of several lines.
        positions.reserveCapacity(vertices / 2)
        older.reserveCapacity(vertices / 2)
        var size = 16
        while size < vertices / 2 { size *= 2 }
        newest = [Int32](repeating: -1, count: size)
    }

    /// Whether any two distinct positions are one node.
    var hasLinks: Bool { !parent.isEmpty }

    /// Appends the number of the distinct position equal to each of `some`.
    mutating func place(_ some: ArraySlice<Position>, as numbers: inout [Int32]) {
        homes.removeAll(keepingCapacity: true)
        candidates.removeAll(keepingCapacity: true)
        for position in some { homes.append(Int32(bucket(cell(position.x), cell(position.y)))) }
        for home in homes { candidates.append(newest[Int(home)]) }
        for (place, position) in some.enumerated() {
            let candidate = candidates[place]
            if candidate < 0 || positions[Int(candidate)] != position { candidates[place] = -1 }
        }
        for (place, position) in some.enumerated() {
            let known = candidates[place]
            numbers.append(known >= 0 ? known : number(of: position, in: Int(homes[place])))
        }
    }

    /// The number of the distinct position equal to `position`, linked to all within reach.
    private mutating func number(of position: Position, in home: Int) -> Int32 {
        var candidate = newest[home]
        while candidate >= 0 {
            if positions[Int(candidate)] == position { return candidate }
            candidate = older[Int(candidate)]
        }
        let new = Int32(positions.count)
        positions.append(position)
        if hasLinks { parent.append(new) }
        if reach > 0 {
            if isInside(position) { link(new, at: position, in: home) } else { linkAround(new, at: position) }
        }
        older.append(newest[home])
        newest[home] = new
        return new
    }

    /// Whether all within reach of `position` surely lies in its own cell.
    private func isInside(_ position: Position) -> Bool {
        func isInside(_ coordinate: Double) -> Bool {
            let cells = coordinate * scale
            let rest = cells - Double(cell(coordinate))
            return rest > 0.0313 && rest < 0.9687
        }
        return isInside(position.x) && isInside(position.y)
    }

    private mutating func linkAround(_ new: Int32, at position: Position) {
        for x in cell(position.x - reach)...cell(position.x + reach) {
            for y in cell(position.y - reach)...cell(position.y + reach) {
                link(new, at: position, in: bucket(x, y))
            }
        }
    }

    private mutating func link(_ new: Int32, at position: Position, in bucket: Int) {
        var candidate = newest[bucket]
        while candidate >= 0 {
            if positions[Int(candidate)].squaredDistance(to: position) <= reach * reach {
                link(new, candidate)
            }
            candidate = older[Int(candidate)]
        }
    }

    private mutating func link(_ a: Int32, _ b: Int32) {
        if parent.isEmpty { parent = Array(0..<Int32(positions.count)) }
        let (first, second) = (root(of: a), root(of: b))
        parent[Int(max(first, second))] = min(first, second)
    }

    func root(of vertex: Int32) -> Int32 {
        var vertex = vertex
        while parent[Int(vertex)] != vertex { vertex = parent[Int(vertex)] }
        return vertex
    }

    /// The next whole number below, by hand: `rounded` calls a function of the C library.
    private func cell(_ coordinate: Double) -> Int64 {
        let cells = (coordinate * scale).clamped(to: 4e18)
        let whole = Int64(cells)
        return Double(whole) > cells ? whole - 1 : whole
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
