import Foundation
internal import Geometry

/// The displacement of BD-09, 百度坐标, against GCJ-02: a wobble in polar coordinates and a shift.
///
/// Source: "Restrictions on geographic data in China", Wikipedia, section BD-09.
enum BaiduOffset {
    private static let shift = Position(0.0065, 0.006)
    /// Radians of the wobble in a degree.
    private static let pace = Double.pi * 3000 / 180

    static func done(_ position: Position) -> Position {
        let radius =
            (position.x * position.x + position.y * position.y).squareRoot()
            + 0.00002 * sin(position.y * pace)
        let angle = atan2(position.y, position.x) + 0.000003 * cos(position.x * pace)
        return Position(radius * cos(angle) + shift.x, radius * sin(angle) + shift.y)
    }

    static func undone(_ position: Position) -> Position {
        positionBefore(position) { guess in
            let moved = done(guess)
            return Position(moved.x - guess.x, moved.y - guess.y)
        }
    }
}
