internal import Geometry

/// Tells for most chords between two corners of a valid polygon whether they lie inside, by signs of areas alone.
///
/// Where a sign could be due to rounding nothing is said; that is left to GEOS, whose way through the whole topology
/// of both shapes takes a hundred times as long.
struct ChordTest {
    /// The sides of all rings.
    private let sides: [Segment]

    /// - Parameter rings: Closed rings of a valid polygon, in any order.
    init(rings: [[Position]]) {
        sides = rings.flatMap { ring in zip(ring, ring.dropFirst()).map { Segment($0, $1) } }
    }

    /// Whether a chord lies inside; nil where rounding might decide.
    func isInside(_ chord: Segment) -> Bool? {
        for side in sides {
            switch meeting(of: chord, side) {
            case .apart: continue
            case .crossing: return false
            case .unclear: return nil
            }
        }
        // It meets the edge at its ends only, so it is inside where its middle is.
        return isInside(chord.point(at: 0.5))
    }

    private enum Meeting { case apart, crossing, unclear }

    /// A common end does not count.
    private func meeting(of chord: Segment, _ side: Segment) -> Meeting {
        let box = Box(chord.start, chord.end)
        guard box.intersects(Box(side.start, side.end)) else { return .apart }
        let startsOn = side.start == chord.start || side.start == chord.end
        let endsOn = side.end == chord.start || side.end == chord.end
        let (first, second) = (turn(chord, side.start), turn(chord, side.end))
        if startsOn || endsOn {
            if startsOn && endsOn { return .unclear }
            return (startsOn ? second : first) == 0 ? .unclear : .apart
        }
        if first * second > 0 { return .apart }
        let (third, fourth) = (turn(side, chord.start), turn(side, chord.end))
        if third * fourth > 0 { return .apart }
        return first * second < 0 && third * fourth < 0 ? .crossing : .unclear
    }

    /// By the number of sides east of a place, none of which may be so near that rounding decides.
    private func isInside(_ place: Position) -> Bool? {
        var isInside = false
        for side in sides where (side.start.y > place.y) != (side.end.y > place.y) {
            let turn = turn(side, place)
            if turn == 0 { return nil }
            if (turn > 0) == (side.end.y > side.start.y) { isInside.toggle() }
        }
        return isInside
    }

    /// 1 where `place` lies left of a line, -1 where right, 0 where rounding might decide.
    private func turn(_ line: Segment, _ place: Position) -> Int {
        let left = (line.end.x - line.start.x) * (place.y - line.start.y)
        let right = (line.end.y - line.start.y) * (place.x - line.start.x)
        // Differences and products are exact to a few times 10⁻¹⁶ of themselves: this leaves room.
        let doubt = 1e-14 * (abs(left) + abs(right))
        return left - right > doubt ? 1 : left - right < -doubt ? -1 : 0
    }
}
