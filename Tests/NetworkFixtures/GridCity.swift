public import Geometry

/// A perfect street grid, where every walk is known by formula.
///
/// `size` × `size` junctions, `spacing` metres apart, each street one line across the town. Two positions on
/// the grid are |dx| + |dy| apart when both are junctions, or when they lie on streets that cross.
public struct GridCity: Sendable {
    /// Junctions along a side.
    public let size: Int
    /// Metres between junctions.
    public let spacing: Double
    /// The streets: those across, then those along.
    public let lines: [LineString]

    /// A town of `size` × `size` junctions.
    public init(size: Int, spacing: Double) {
        self.size = size
        self.spacing = spacing
        let steps = (0..<size).map { Double($0) * spacing }
        let across = steps.compactMap { y in try? LineString(steps.map { Position($0, y) }) }
        let along = steps.compactMap { x in try? LineString(steps.map { Position(x, $0) }) }
        lines = across + along
    }

    /// The junction in column `x` and row `y`.
    public func junction(_ x: Int, _ y: Int) -> Position {
        Position(Double(x) * spacing, Double(y) * spacing)
    }

    /// The walk between two junctions, in metres.
    public func walk(_ a: (x: Int, y: Int), _ b: (x: Int, y: Int)) -> Double {
        Double(abs(a.x - b.x) + abs(a.y - b.y)) * spacing
    }
}
