/// The convex hull of positions, and the smallest rectangle around it.
///
/// Built by Andrew's monotone chain in O(n log n); the same positions give the same hull in any order.
public struct ConvexHull: Hashable, Sendable {
    /// The corners counter-clockwise from the westernmost, none on a line with its neighbours.
    ///
    /// Fewer than three when the positions lie on one line.
    public let corners: [Position]

    /// The hull of `positions`, which are finite.
    public init(of positions: some Sequence<Position>) {
        let sorted = Set(positions).sorted { ($0.x, $0.y) < ($1.x, $1.y) }
        guard sorted.count > 2 else {
            corners = sorted
            return
        }
        corners = Self.halfChain(sorted) + Self.halfChain(sorted.reversed())
    }

    /// The chain from the first position to the last without the last, always turning left.
    private static func halfChain(_ sorted: [Position]) -> [Position] {
        var chain: [Position] = []
        for position in sorted {
            while chain.count > 1, turn(chain[chain.count - 2], chain[chain.count - 1], position) <= 0 {
                chain.removeLast()
            }
            chain.append(position)
        }
        return chain.dropLast()
    }

    private static func turn(_ a: Position, _ b: Position, _ c: Position) -> Double {
        (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
    }

    /// The hull as a surface; nil when it has no area.
    public var polygon: Polygon? {
        guard corners.count > 2 else { return nil }
        return (try? LinearRing(corners + [corners[0]])).map { Polygon(shell: $0) }
    }

    /// The sides of the rectangle of least area around the hull, in any direction; nil when the hull has no area.
    ///
    /// One of its sides lies on a side of the hull (Freeman and Shapira, 1975), so each is tried.
    public var smallestRectangle: (longer: Double, shorter: Double)? {
        guard corners.count > 2 else { return nil }
        let rectangles = corners.indices.map { rectangle(on: $0) }
        guard let least = rectangles.min(by: { $0.0 * $0.1 < $1.0 * $1.1 }) else { return nil }
        return (max(least.0, least.1), min(least.0, least.1))
    }

    /// Along and across the side that begins at corner `index`.
    private func rectangle(on index: Int) -> (Double, Double) {
        let (a, b) = (corners[index], corners[(index + 1) % corners.count])
        let length = a.distance(to: b)
        let (ux, uy) = ((b.x - a.x) / length, (b.y - a.y) / length)
        let along = corners.map { ($0.x - a.x) * ux + ($0.y - a.y) * uy }
        let across = corners.map { ($0.y - a.y) * ux - ($0.x - a.x) * uy }
        func extent(_ values: [Double]) -> Double { (values.max() ?? 0) - (values.min() ?? 0) }
        return (extent(along), extent(across))
    }
}
