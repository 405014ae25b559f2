import Geometry
import PedestrianNetworks
import StudyAreas

/// Where the network is looked at: the units, or the convex hull of the ways, and the bands around stations.
struct NetworkWindow {
    /// Units in input order, or the hull.
    let units: [NetworkZone]
    /// Bands in the order of the stations, for each radius that the standard names.
    let bands: [NetworkZone]
    /// The edge of all units together, beyond which the drawing may end.
    let edge: ZoneBoundary

    /// With 64 pieces a quarter the edge of a 300 m band lies at most 2.3 cm inside the true circle.
    private static let quadrantSegments = 64

    init(of area: StudyArea, radii: [Double], _ context: GEOSContext) throws {
        units = Self.units(of: area)
        let surface = try context.union(of: units.flatMap(\.polygons))
        edge = ZoneBoundary(surface)
        bands = try radii.flatMap { radius in
            try area.facilities.map { station in
                let circle = try context.buffer(
                    station.shape, by: radius, quadrantSegments: Self.quadrantSegments)
                return NetworkZone(
                    .stationBand(metres: radius), id: station.id, name: station.name,
                    polygons: try context.intersection(circle, surface))
            }
        }
    }

    private static func units(of area: StudyArea) -> [NetworkZone] {
        guard area.units.isEmpty else {
            return area.units.map {
                NetworkZone(.unit, id: $0.id, name: $0.name, polygons: $0.shape.polygons)
            }
        }
        let network = area.network
        let hull = ConvexHull(of: (0..<Int32(network.nodeCount)).map { network.position(of: $0) })
        return [NetworkZone(.hull, id: "all", name: nil, polygons: hull.polygon.map { [$0] } ?? [])]
    }
}
