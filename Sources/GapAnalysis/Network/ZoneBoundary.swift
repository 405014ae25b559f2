import Geometry

/// The rings of a surface, indexed for asking what is near them.
struct ZoneBoundary {
    private let segments: [Segment]
    private let index: SpatialIndex

    init(_ polygons: [Polygon]) {
        segments = polygons.flatMap(\.rings).flatMap { ring in
            zip(ring.positions, ring.positions.dropFirst()).map { Segment($0, $1) }
        }
        index = SpatialIndex(segments.map(\.box))
    }

    /// The pieces of the boundary whose boxes meet `window`.
    func segments(near window: Box, _ scratch: inout SpatialIndex.Scratch) -> [Segment] {
        var found: [Segment] = []
        index.forEach(meeting: window, scratch: &scratch) { found.append(segments[$0]) }
        return found
    }

    /// Whether `position` is no further than `tolerance` metres from the boundary.
    func isNear(_ position: Position, within tolerance: Double, _ scratch: inout SpatialIndex.Scratch) -> Bool
    {
        segments(near: Box(position, position).grown(by: tolerance), &scratch).contains {
            $0.nearest(to: position).squaredDistance <= tolerance * tolerance
        }
    }
}
