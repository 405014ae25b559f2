import Geometry

/// What barriers hide from a stretch: positions whose straight leg to the stretch's nearest point crosses one.
///
/// What is left of a buffer without its shadows has, at each of its positions, a leg that crosses no barrier. Beside
/// the stretch legs stand square on it, beyond its ends they run to the end; so a barrier's shadow is a
/// quadrilateral from the barrier outward. Barriers within a centimetre of the stretch hide nothing, as at a gate.
struct BarrierShadows {
    let frame: PieceFrame
    let radius: Double

    /// The carelessness in drawing that `BarrierLines` forgives, in metres.
    private static let grace = 0.01
    /// Shadows are wider by this much at their sides, in metres, so that those of adjoining barriers leave no slit.
    private static let overlap = 0.001

    /// The shadows of one straight barrier.
    func shadows(of barrier: Segment) -> [Polygon] {
        let local = Segment(frame.local(barrier.start), frame.local(barrier.end))
        return [1.0, -1.0].flatMap { side -> [Polygon] in
            beside(local, side) + beyond(local, side, end: 0, outward: -1)
                + beyond(local, side, end: frame.length, outward: 1)
        }
    }

    /// The shadow beside the stretch, on one side.
    private func beside(_ barrier: Segment, _ side: Double) -> [Polygon] {
        let part = Span.whole.clipped(barrier, \.x, 0...frame.length)
            .clipped(barrier, \.y, side: side, Self.grace...radius)
        guard let (a, b) = part.ends(of: barrier), abs(a.x - b.x) > 1e-6 else { return [] }
        let (first, last) = a.x < b.x ? (a, b) : (b, a)
        let far = 2 * radius * side
        return polygon([
            Position(first.x - Self.overlap, first.y), Position(last.x + Self.overlap, last.y),
            Position(last.x + Self.overlap, far), Position(first.x - Self.overlap, far),
        ])
    }

    /// The shadow beyond one end of the stretch, on one side: within a quarter of a circle.
    private func beyond(_ barrier: Segment, _ side: Double, end: Double, outward: Double) -> [Polygon] {
        let local = Segment(
            Position((barrier.start.x - end) * outward, barrier.start.y * side),
            Position((barrier.end.x - end) * outward, barrier.end.y * side))
        let quarter = Span.whole.clipped(local, \.x, 0...radius).clipped(local, \.y, 0...radius)
        return quarter.outside(Self.grace, of: local).flatMap { span -> [Polygon] in
            guard let (a, b) = span.ends(of: local) else { return [] }
            let turn = a.x * b.y - a.y * b.x
            guard
                abs(turn) > 1e-6
                    * (a.squaredDistance(to: Position(0, 0))
                    * b.squaredDistance(to: Position(0, 0))).squareRoot()
            else { return [] }
            let angle = (turn > 0 ? -1 : 1) * Self.overlap / radius
            let (from, to) = (a.turned(by: angle), b.turned(by: -angle))
            return polygon(
                [from, to, to.scaled(to: 2 * radius), from.scaled(to: 2 * radius)].map {
                    Position(end + $0.x * outward, $0.y * side)
                })
        }
    }

    private func polygon(_ corners: [Position]) -> [Polygon] {
        let ring = (corners + [corners[0]]).map { frame.position($0.x, $0.y) }
        return [try? LinearRing(ring)].compactMap { $0 }.map { Polygon(shell: $0) }
    }
}

extension Position {
    /// Turned about the origin by a small angle in radians.
    fileprivate func turned(by angle: Double) -> Position { Position(x - y * angle, y + x * angle) }

    /// In the same direction from the origin, at a distance.
    fileprivate func scaled(to distance: Double) -> Position {
        let scale = distance / (x * x + y * y).squareRoot()
        return Position(x * scale, y * scale)
    }
}

/// A part of a segment by fractions of it; empty when they are out of order.
private struct Span {
    var from = 0.0
    var to = 1.0

    static let whole = Span()

    /// The part whose coordinate, times `side`, lies in `range`.
    func clipped(
        _ segment: Segment, _ axis: KeyPath<Position, Double>, side: Double = 1, _ range: ClosedRange<Double>
    ) -> Span {
        let (a, b) = (segment.start[keyPath: axis] * side, segment.end[keyPath: axis] * side)
        guard a != b else { return range.contains(a) ? self : Span(from: 1, to: 0) }
        let (s, t) = ((range.lowerBound - a) / (b - a), (range.upperBound - a) / (b - a))
        return Span(from: max(from, min(s, t)), to: min(to, max(s, t)))
    }

    /// The parts at least `distance` from the origin.
    func outside(_ distance: Double, of segment: Segment) -> [Span] {
        let (start, dx, dy) = (
            segment.start, segment.end.x - segment.start.x, segment.end.y - segment.start.y
        )
        let squaredLength = dx * dx + dy * dy
        guard squaredLength > 0 else { return [] }
        let foot = -(start.x * dx + start.y * dy) / squaredLength
        let cross = start.x * dy - start.y * dx
        let squaredHalf =
            distance * distance / squaredLength - cross * cross / (squaredLength * squaredLength)
        guard squaredHalf > 0 else { return [self] }
        let half = squaredHalf.squareRoot()
        return [
            Span(from: from, to: min(to, foot - half)), Span(from: max(from, foot + half), to: to),
        ]
    }

    func ends(of segment: Segment) -> (Position, Position)? {
        from < to ? (segment.point(at: from), segment.point(at: to)) : nil
    }
}
