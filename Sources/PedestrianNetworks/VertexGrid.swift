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
    private static let atOnce = 1024
    /// By position in hand, the bucket of its cell; the complement when something within reach may lie in another.
    private var homes = [Int32](repeating: 0, count: VertexGrid.atOnce)

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

    /// By position, the number of the distinct position equal to it.
    mutating func place(_ all: [Position]) -> [Int32] {
        var numbers = [Int32](repeating: -1, count: all.count)
        for start in stride(from: 0, to: all.count, by: Self.atOnce) {
            let some = start..<min(start + Self.atOnce, all.count)
            findHomes(all.span.extracting(some))
            var found = numbers.mutableSpan
            lookUp(all.span.extracting(some), into: &found, from: start)
            for place in some where found[place] < 0 {
                found[place] = number(of: all[place], home: homes[place - start])
            }
        }
        return numbers
    }

    private mutating func findHomes(_ some: Span<Position>) {
        let (buckets, scale) = (newest.count, scale)
        var homes = homes.mutableSpan
        for place in some.indices {
            let (x, y) = (GridCell(some[place].x * scale), GridCell(some[place].y * scale))
            let home = GridCell.bucket(x, y, of: buckets)
            homes[place] = x.isInside && y.isInside ? home : ~home
        }
    }

    /// Takes the newest position of each bucket where that is the one that is looked for.
    private func lookUp(_ some: Span<Position>, into found: inout MutableSpan<Int32>, from start: Int) {
        let (homes, newest, positions) = (homes.span, newest.span, positions.span)
        for place in some.indices { found[start + place] = newest[Int(max(homes[place], ~homes[place]))] }
        for place in some.indices {
            let candidate = found[start + place]
            if candidate >= 0, positions[Int(candidate)] != some[place] { found[start + place] = -1 }
        }
    }

    /// The number of the distinct position equal to `position`, linked to all within reach.
    private mutating func number(of position: Position, home: Int32) -> Int32 {
        let bucket = Int(max(home, ~home))
        let first = newest[bucket]
        var candidate = first
        while candidate >= 0 {
            if positions[Int(candidate)] == position { return candidate }
            candidate = older[Int(candidate)]
        }
        let new = Int32(positions.count)
        positions.append(position)
        if hasLinks { parent.append(new) }
        if reach > 0 {
            if home >= 0 { link(new, at: position, from: first) } else { linkAround(new, at: position) }
        }
        older.append(first)
        newest[bucket] = new
        return new
    }

    private mutating func linkAround(_ new: Int32, at position: Position) {
        let (west, east) = (GridCell((position.x - reach) * scale), GridCell((position.x + reach) * scale))
        let (south, north) = (GridCell((position.y - reach) * scale), GridCell((position.y + reach) * scale))
        for x in west.number...east.number {
            for y in south.number...north.number {
                link(new, at: position, from: newest[Int(GridCell.bucket(x, y, of: newest.count))])
            }
        }
    }

    /// Links a new position to those within reach among `first` and what came before it in its bucket.
    private mutating func link(_ new: Int32, at position: Position, from first: Int32) {
        var candidate = first
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
}

/// Where a coordinate lies on one axis of a grid.
private struct GridCell {
    /// The next whole number below.
    let number: Int64
    /// Whether all within reach, a thirty-second of a cell, surely lies in the same cell.
    let isInside: Bool

    /// By hand: `rounded` calls a function of the C library.
    @inline(__always) init(_ coordinate: Double) {
        let cells = coordinate < -4e18 ? -4e18 : coordinate > 4e18 ? 4e18 : coordinate
        let whole = Int64(cells)
        number = Double(whole) > cells ? whole - 1 : whole
        let rest = cells - Double(number)
        isInside = rest > 0.0313 && rest < 0.9687
    }

    @inline(__always) static func bucket(_ x: GridCell, _ y: GridCell, of buckets: Int) -> Int32 {
        bucket(x.number, y.number, of: buckets)
    }

    /// - Parameter buckets: A power of two, at most 2³¹.
    @inline(__always) static func bucket(_ x: Int64, _ y: Int64, of buckets: Int) -> Int32 {
        var hash = UInt64(bitPattern: x) &* 0x9E37_79B9_7F4A_7C15
        hash = (hash ^ UInt64(bitPattern: y)) &* 0xC2B2_AE3D_27D4_EB4F
        return Int32((hash ^ hash >> 29) & UInt64(buckets - 1))
    }
}
