import Foundation
import Geometry

/// Everything within a distance of one straight stretch: a rectangle with a rounded end at either side.
///
/// A corner of a rounded end lies on the true circle, so the outline is never further off than the distance and
/// lies inside the true one by at most `radius × (1 − cos(π / 4n))` with *n* pieces a quarter.
struct PieceBuffer {
    /// With 16 a buffer of 25 m is at most 3 cm too small at its rounded ends, and nowhere too large.
    static let quadrantSegments = 16

    let frame: PieceFrame
    let radius: Double

    /// The outline, counter-clockwise.
    var outline: Polygon? {
        let half = Self.corners.count / 2
        var ring = Self.corners[...half].map { frame.position(frame.length + radius * $0.x, radius * $0.y) }
        ring += Self.corners[...half].map { frame.position(-radius * $0.x, -radius * $0.y) }
        ring.append(ring[0])
        return (try? LinearRing(ring)).map { Polygon(shell: $0) }
    }

    /// Corners of the unit circle from below round to above and on, the axes met exactly.
    static let corners: [Position] = {
        let quarter = (0..<quadrantSegments).map { step in
            let angle = Double(step) * .pi / Double(2 * quadrantSegments)
            return Position(sin(angle), -cos(angle))
        }
        func turned(_ corner: Position) -> Position { Position(-corner.y, corner.x) }
        let second = quarter.map(turned)
        let third = second.map(turned)
        return quarter + second + third + third.map(turned)
    }()
}

/// A frame with a stretch on its first axis: metres along it and to its left.
struct PieceFrame {
    private let origin: Position
    private let direction: Position
    let length: Double

    /// The frame of `piece`, which lies along `edge`: a stretch of micrometres has no direction of its own.
    init(_ piece: Segment, along edge: Segment) {
        origin = piece.start
        length = piece.length
        let edgeLength = edge.length
        direction = Position(
            (edge.end.x - edge.start.x) / edgeLength, (edge.end.y - edge.start.y) / edgeLength)
    }

    /// Where a position of the frame lies in the plane.
    func position(_ along: Double, _ left: Double) -> Position {
        Position(
            origin.x + along * direction.x - left * direction.y,
            origin.y + along * direction.y + left * direction.x)
    }

    /// Where a position of the plane lies in the frame.
    func local(_ position: Position) -> Position {
        let (dx, dy) = (position.x - origin.x, position.y - origin.y)
        return Position(dx * direction.x + dy * direction.y, dy * direction.x - dx * direction.y)
    }
}
