internal import Geometry

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// How long a degree is around a latitude, in metres: enough to compare distances of centimetres.
///
/// Series for the WGS 84 ellipsoid, to a tenth of a per cent; next to the poles a degree of longitude is held at a
/// hundredth of its length on the equator.
struct DegreeLengths {
    let ofLongitude: Double
    let ofLatitude: Double

    init(latitude: Double) {
        let angle = latitude * .pi / 180
        ofLatitude = 111_132.95 - 559.85 * cos(2 * angle)
        ofLongitude = max(111_412.88 * cos(angle) - 93.5 * cos(3 * angle), 1114)
    }

    /// The distance between two positions that are close together, in metres.
    static func metres(_ a: Position, _ b: Position) -> Double {
        let lengths = DegreeLengths(latitude: a.y)
        let dx = (b.x - a.x) * lengths.ofLongitude
        let dy = (b.y - a.y) * lengths.ofLatitude
        return (dx * dx + dy * dy).squareRoot()
    }
}
