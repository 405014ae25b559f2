import Foundation
import Geometry

/// The grid that a report's map is drawn on: millionths of a degree from the south-west corner of the area.
///
/// A tenth of a metre: for display only, no figure comes from it. Coordinates of a local grid are laid out round
/// 0° / 0°, where a degree is as long northward as eastward.
struct DisplayGrid {
    static let stepsPerDegree = 1e6
    private static let metresPerDegree = 111_319.490_793

    /// The corner, in degrees.
    let origin: Position
    /// Where 0° / 0° lies in a local grid; nil when coordinates are longitude and latitude.
    private let centre: Position?
    /// How much shorter a degree of longitude is than one of latitude.
    private let shrink: Double

    /// A grid round everything in `shapes`, which are in metres when `isLocal`.
    init(around shapes: [Shape?], isLocal: Bool) {
        var box = Box.empty
        for shape in shapes { if let shape { box.extend(to: shape.box) } }
        if box.isEmpty { box = Box(Position(0, 0), Position(0, 0)) }
        centre = isLocal ? box.centre : nil
        let corner = Position(box.minX, box.minY)
        let start = isLocal ? DisplayGrid.degrees(corner, from: box.centre) : corner
        origin = Position(
            (start.x * 1e6).rounded(.down) / 1e6, (start.y * 1e6).rounded(.down) / 1e6)
        shrink = isLocal ? 1 : max(cos(box.centre.y * .pi / 180), 0.01)
    }

    var isLocal: Bool { centre != nil }

    private static func degrees(_ position: Position, from centre: Position) -> Position {
        Position((position.x - centre.x) / metresPerDegree, (position.y - centre.y) / metresPerDegree)
    }

    /// The step of the grid nearest to a position.
    func step(_ position: Position) -> (x: Int, y: Int) {
        let placed = centre.map { DisplayGrid.degrees(position, from: $0) } ?? position
        return (whole(placed.x - origin.x), whole(placed.y - origin.y))
    }

    private func whole(_ degrees: Double) -> Int {
        Int(min(max((degrees * DisplayGrid.stepsPerDegree).rounded(), -4e8), 4e8))
    }

    /// The position in metres of the ground, near enough to compare lengths of a few metres.
    func metres(_ step: (x: Int, y: Int)) -> Position {
        let scale = DisplayGrid.metresPerDegree / DisplayGrid.stepsPerDegree
        return Position(Double(step.x) * scale * shrink, Double(step.y) * scale)
    }
}
