import Foundation
public import Geometry

/// How long a metre of the ground is in a plane at some place.
///
/// A hundredth of a degree is walked north and east on the WGS 84 ellipsoid, by its radii of curvature (Torge and
/// Müller, Geodesy, 4th ed., section 4.1), and measured in the plane.
public struct LengthScale: Hashable, Sendable {
    /// Metres of the plane in a metre northwards.
    public let north: Double
    /// Metres of the plane in a metre eastwards.
    public let east: Double

    /// Of the two, the one further from 1.
    public var furthest: Double { abs(north - 1) > abs(east - 1) ? north : east }

    /// The scale of `plane` at a longitude and latitude in degrees.
    ///
    /// - Throws: `ProjectionError` when there is no way from longitude and latitude to the plane. Where the plane
    ///   has no position, the scale is NaN.
    public init(of plane: CoordinateReferenceSystem, at place: Position) throws(ProjectionError) {
        let step = 0.01
        var positions = [
            place, Position(place.x, place.y + step), Position(place.x + step, place.y),
        ]
        _ = try Transformation(from: .wgs84, to: plane).apply(to: &positions)
        let latitude = place.y * .pi / 180
        let (axis, squaredEccentricity) = (6_378_137.0, 0.006_694_379_990_14)
        let bulge = 1 - squaredEccentricity * sin(latitude) * sin(latitude)
        let meridian = axis * (1 - squaredEccentricity) / (bulge * bulge.squareRoot())
        let parallel = axis / bulge.squareRoot() * cos(latitude)
        let angle = step * .pi / 180
        north = positions[0].distance(to: positions[1]) / (meridian * angle)
        east = positions[0].distance(to: positions[2]) / (parallel * angle)
    }
}
