public import Geometry
import Projections

/// Measures surfaces on WGS 84 in the plane that distorts least around each.
///
/// A three-degree zone is right to 0.1 % of an area. One task each: it keeps its ways into planes.
public struct GroundArea {
    private var ways: [String: Transformation] = [:]

    /// A measure without ways yet.
    public init() {}

    /// The area in m²; nil for what is no surface or cannot be moved into a plane.
    public mutating func squareMetres(of shape: Shape) -> Double? {
        guard !shape.polygons.isEmpty, shape.box.centre.isFinite else { return nil }
        let centre = shape.box.centre
        let plane = LocalPlane.definition(longitude: centre.x, latitude: centre.y)
        guard let way = way(into: plane) else { return nil }
        let moved = try? shape.mappingRuns { run in
            var run = run
            _ = way.apply(to: &run)
            return run
        }
        return moved?.area
    }

    private mutating func way(into plane: String) -> Transformation? {
        if let way = ways[plane] { return way }
        guard let system = try? CoordinateReferenceSystem(plane),
            let way = try? Transformation(from: .wgs84, to: system)
        else { return nil }
        ways[plane] = way
        return way
    }
}
