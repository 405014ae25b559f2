/// A position in a plane, in metres, or on the globe, in degrees of longitude (`x`) and latitude (`y`).
///
/// Above `StudyAreas` every position is in metres of one plane; degrees exist only while reading and writing.
public struct Position: Hashable, Sendable {
    /// Easting in metres, or longitude in degrees.
    public var x: Double
    /// Northing in metres, or latitude in degrees.
    public var y: Double

    /// A position from its two coordinates.
    @inlinable public init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }

    /// Whether both coordinates are finite numbers.
    @inlinable public var isFinite: Bool { x.isFinite && y.isFinite }

    /// The straight-line distance to `other`, in the unit of the coordinates.
    public func distance(to other: Position) -> Double {
        squaredDistance(to: other).squareRoot()
    }

    /// The square of the straight-line distance to `other`.
    public func squaredDistance(to other: Position) -> Double {
        let dx = other.x - x
        let dy = other.y - y
        return dx * dx + dy * dy
    }
}
