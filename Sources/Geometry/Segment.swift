/// A straight piece between two positions of a plane.
public struct Segment: Hashable, Sendable {
    /// Where the segment begins.
    public let start: Position
    /// Where the segment ends.
    public let end: Position

    /// A segment from `start` to `end`, which may coincide.
    public init(_ start: Position, _ end: Position) {
        self.start = start
        self.end = end
    }

    /// The smallest box around the segment.
    public var box: Box { Box(start, end) }

    /// The length in the unit of the coordinates.
    public var length: Double { start.distance(to: end) }

    /// The point of the segment at `fraction` of its length; exactly its ends at 0 and 1.
    public func point(at fraction: Double) -> Position {
        if fraction <= 0 { return start }
        if fraction >= 1 { return end }
        return Position(
            start.x + fraction * (end.x - start.x), start.y + fraction * (end.y - start.y))
    }

    /// The point of the segment nearest to `position`.
    ///
    /// - Returns: Where it lies as a fraction of the length (0…1), itself, and the squared distance to it.
    public func nearest(to position: Position) -> (fraction: Double, point: Position, squaredDistance: Double)
    {
        let dx = end.x - start.x
        let dy = end.y - start.y
        let squaredLength = dx * dx + dy * dy
        guard squaredLength > 0 else { return (0, start, start.squaredDistance(to: position)) }
        let along = (position.x - start.x) * dx + (position.y - start.y) * dy
        let fraction = min(max(along / squaredLength, 0), 1)
        let point = point(at: fraction)
        return (fraction, point, point.squaredDistance(to: position))
    }

    /// Where this segment and `other` meet.
    ///
    /// Judged by the sides on which the ends lie, in double precision and with no tolerance. The side of a
    /// position is computed alike for every segment that ends in it, so nothing slips between two segments of
    /// a chain; ends that coincide exactly are found exactly.
    public func meeting(_ other: Segment) -> Meeting {
        let (a, b) = (side(of: other.start), side(of: other.end))
        let (c, d) = (other.side(of: start), other.side(of: end))
        if a == 0, b == 0 { return collinearMeeting(other) }
        guard a * b <= 0, c * d <= 0, c != d else { return meetingAtEnds(other) ?? .none }
        return meetingAtEnds(other) ?? .point(fraction: c / (c - d))
    }

    /// Positive when `position` lies left of the line through the segment, 0 on it: twice a triangle's area.
    private func side(of position: Position) -> Double {
        (end.x - start.x) * (position.y - start.y) - (end.y - start.y) * (position.x - start.x)
    }

    /// Whether the two segments share a point.
    public func meets(_ other: Segment) -> Bool {
        guard box.intersects(other.box) else { return false }
        if case .none = meeting(other) { return false }
        return true
    }

    /// How two segments meet; fractions are of the first one's length.
    public enum Meeting: Hashable, Sendable {
        case none
        case point(fraction: Double)
        /// They lie on one line and share this stretch.
        case stretch(from: Double, to: Double)
    }

    private func meetingAtEnds(_ other: Segment) -> Meeting? {
        if other.start == start || other.end == start { return .point(fraction: 0) }
        if other.start == end || other.end == end { return .point(fraction: 1) }
        return nil
    }

    private func collinearMeeting(_ other: Segment) -> Meeting {
        let dx = end.x - start.x
        let dy = end.y - start.y
        let squaredLength = dx * dx + dy * dy
        guard squaredLength > 0 else {
            return other.nearest(to: start).squaredDistance == 0 ? .point(fraction: 0) : .none
        }
        func fraction(_ position: Position) -> Double {
            if position == start { return 0 }
            if position == end { return 1 }
            return ((position.x - start.x) * dx + (position.y - start.y) * dy) / squaredLength
        }
        let (a, b) = (fraction(other.start), fraction(other.end))
        let from = max(0, min(a, b))
        let to = min(1, max(a, b))
        if from > to { return .none }
        return from == to ? .point(fraction: from) : .stretch(from: from, to: to)
    }
}
