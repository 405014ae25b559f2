public import Geometry
import PedestrianNetworks
import StudyAreas

/// Land that ways enclose (街坊), without other such land inside it.
public struct StreetBlock: Sendable {
    /// In the plane.
    public let polygon: Polygon
    /// In m², to two decimals.
    public let area: Double
    /// A position on it, by which it belongs to a zone.
    public let position: Position
    /// The residential blocks whose origin it covers, places in the area's blocks.
    public internal(set) var residentialBlocks: [Int] = []

    /// In hectares.
    public var hectares: Double { area / 10_000 }
}

/// The street blocks of a network: the faces of its drawing.
///
/// On the map a footbridge divides the land below it; so for the faces, and for nothing else, lines that cross
/// are cut where they do.
struct StreetBlocks {
    let network: PedestrianNetwork
    let residentialBlocks: [ResidentialBlock]

    /// In an order that does not depend on that of the ways.
    func all(_ context: GEOSContext) throws -> [StreetBlock] {
        var faces = try faces(context)
        let locator = try SurfaceLocator(faces.map { [$0.polygon] }, context)
        var scratch = SpatialIndex.Scratch()
        for (place, block) in residentialBlocks.enumerated() {
            guard let face = try locator.surfaces(over: block.origin, &scratch).first else { continue }
            faces[face].residentialBlocks.append(place)
        }
        return faces
    }

    private func faces(_ context: GEOSContext) throws -> [StreetBlock] {
        let lines = try (0..<network.edgeCount).map { edge in
            let segment = network.segment(of: edge)
            return try LineString([segment.start, segment.end])
        }
        return try context.faces(enclosedBy: lines).map { polygon in
            StreetBlock(
                polygon: polygon, area: (polygon.area * 100).rounded() / 100,
                position: try Shape.polygon(polygon).pointOnSurface(in: context))
        }
    }
}
