import Foundation
internal import Geometry

/// The displacement of GCJ-02, 国测局坐标, by the formula that has been public since 2010.
///
/// Sums of sines of the place, in metres, turned into degrees on the ellipsoid of Krasovsky 1940. Coefficients
/// as described in "Restrictions on geographic data in China", Wikipedia, section GCJ-02, and in the package
/// geoChina for R (J. Cai, `wgs2gcj`).
enum StateOffset {
    private static let semiMajorAxis = 6_378_245.0
    private static let squaredEccentricity = 0.006_693_421_622_965_943
    /// Where the polynomial is centred.
    private static let centre = Position(105, 35)

    static func done(_ position: Position) -> Position {
        let step = displacement(position)
        return Position(position.x + step.x, position.y + step.y)
    }

    static func undone(_ position: Position) -> Position {
        positionBefore(position, displacement: displacement)
    }

    /// Degrees east and north.
    private static func displacement(_ position: Position) -> Position {
        let east = position.x - centre.x
        let north = position.y - centre.y
        let latitude = position.y * .pi / 180
        let bulge = 1 - squaredEccentricity * sin(latitude) * sin(latitude)
        let meridian = semiMajorAxis * (1 - squaredEccentricity) / (bulge * bulge.squareRoot())
        let parallel = semiMajorAxis / bulge.squareRoot() * cos(latitude)
        let degrees = 180 / Double.pi
        return Position(
            metresEast(east, north) / parallel * degrees, metresNorth(east, north) / meridian * degrees)
    }

    private static func metresEast(_ east: Double, _ north: Double) -> Double {
        300 + east + 2 * north + 0.1 * east * east + 0.1 * east * north + 0.1 * abs(east).squareRoot()
            + ripple(east)
            + waves(east, [(20, 1), (40, 3), (150, 12), (300, 30)])
    }

    private static func metresNorth(_ east: Double, _ north: Double) -> Double {
        -100 + 2 * east + 3 * north + 0.2 * north * north + 0.1 * east * north
            + 0.2 * abs(east).squareRoot() + ripple(east)
            + waves(north, [(20, 1), (40, 3), (160, 12), (320, 30)])
    }

    /// The short waves that both directions have by longitude.
    private static func ripple(_ east: Double) -> Double {
        2 / 3 * (20 * sin(6 * east * .pi) + 20 * sin(2 * east * .pi))
    }

    /// Waves of these heights in metres that turn over within so many degrees.
    private static func waves(_ degrees: Double, _ parts: [(height: Double, degrees: Double)]) -> Double {
        2 / 3 * parts.reduce(0) { $0 + $1.height * sin(degrees / $1.degrees * .pi) }
    }
}
