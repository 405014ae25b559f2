import Geometry

/// Says in which of many surfaces positions lie.
struct SurfaceLocator {
    private let prepared: [PreparedShape?]
    private let index: SpatialIndex

    /// A locator among `surfaces`, of which empty ones cover nothing.
    init(_ surfaces: [[Polygon]], _ context: GEOSContext) throws {
        prepared = try surfaces.map { polygons in
            polygons.isEmpty ? nil : try PreparedShape(.multiPolygon(polygons), in: context)
        }
        index = SpatialIndex(surfaces.map { Shape.multiPolygon($0).box })
    }

    /// The surfaces that cover `position`, in their order.
    func surfaces(over position: Position, _ scratch: inout SpatialIndex.Scratch) throws -> [Int] {
        var candidates: [Int] = []
        index.forEach(meeting: Box(position, position), scratch: &scratch) { candidates.append($0) }
        return try candidates.sorted().filter { try prepared[$0]?.covers(position) ?? false }
    }
}
