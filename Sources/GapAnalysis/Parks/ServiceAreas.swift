import Geometry
import StudyAreas
import WorkSharing

/// Open spaces and the land within the service radius of each: the straight line from its boundary.
struct ServiceAreas: Sendable {
    /// One task's scratch space.
    struct Scratch {
        let context = GEOSContext()
        var index = SpatialIndex.Scratch()
    }

    private let service: [[Polygon]]
    private let index: SpatialIndex

    /// With 64 pieces a quarter the edge of a 300 m radius lies at most 2.3 cm inside the true one.
    private static let quadrantSegments = 64

    init(_ places: [Int], in area: StudyArea, radius: Double, threads: Int) async throws {
        let service = try await concurrentMap(
            count: places.count, threads: threads, workspace: { GEOSContext() }
        ) { place, context in
            try context.buffer(
                area.facilities[places[place]].shape, by: radius,
                quadrantSegments: ServiceAreas.quadrantSegments)
        }
        index = SpatialIndex(service.map { Shape.multiPolygon($0).box })
        self.service = service
    }

    /// What of a block's land none of them serves: its polygons less the service areas near it, in input order.
    func uncovered(of shape: Shape, _ scratch: inout Scratch) throws -> [Polygon] {
        try uncovered(of: shape.polygons, &scratch)
    }

    /// What of some land none of them serves.
    func uncovered(of land: [Polygon], _ scratch: inout Scratch) throws -> [Polygon] {
        guard !land.isEmpty else { return [] }
        var near: [Int] = []
        index.forEach(meeting: Shape.multiPolygon(land).box, scratch: &scratch.index) { near.append($0) }
        var rest = land
        for park in near.sorted() {
            if rest.isEmpty { break }
            rest = try scratch.context.difference(rest, service[park])
        }
        return rest
    }
}
