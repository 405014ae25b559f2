import Geometry

/// Draws random positions of a surface, all equally likely: a polygon by its area, a position in it by rejection.
struct AreaSampler {
    /// So thin a surface that so many tries miss it is given up.
    private static let mostTries = 100_000

    private let parts: [(prepared: PreparedShape, box: Box, until: Double)]

    init(_ polygons: [Polygon], in context: GEOSContext) throws(GeometryError) {
        var parts: [(prepared: PreparedShape, box: Box, until: Double)] = []
        var area = 0.0
        for polygon in polygons {
            area += polygon.area
            let shape = Shape.polygon(polygon)
            parts.append((try PreparedShape(shape, in: context), shape.box, area))
        }
        self.parts = parts
    }

    /// A position of the surface; nil when it is empty or too thin.
    func position(_ random: inout SampleRandom) throws(GeometryError) -> Position? {
        guard let area = parts.last?.until else { return nil }
        let drawn = random.fraction() * area
        guard let part = parts.first(where: { drawn < $0.until }) ?? parts.last else { return nil }
        for _ in 0..<Self.mostTries {
            let position = Position(
                part.box.minX + random.fraction() * (part.box.maxX - part.box.minX),
                part.box.minY + random.fraction() * (part.box.maxY - part.box.minY))
            if try part.prepared.covers(position) { return position }
        }
        return nil
    }
}

/// Random fractions from a seed, the same on every machine (Steele, Lea and Flood, "Fast splittable pseudorandom
/// number generators", OOPSLA 2014).
struct SampleRandom {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    /// A number from 0 to less than 1.
    mutating func fraction() -> Double {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return Double((mixed ^ mixed >> 31) >> 11) * 0x1p-53
    }
}
