internal import CGEOS

extension GEOSContext {
    /// A surface whose coordinates are multiples of `size`, and valid as such.
    ///
    /// Rounding each coordinate on its own can make rings cross where a surface is narrow; here such places are
    /// mended, and parts narrower than the grid vanish.
    /// - Parameter polygons: Valid, not overlapping.
    /// - Throws: `GeometryError` when GEOS fails.
    public func rounded(_ polygons: [Polygon], toGrid size: Double) throws(GeometryError) -> [Polygon] {
        guard !polygons.isEmpty else { return [] }
        let surface = try GEOSGeometry.make(.multiPolygon(polygons), in: self)
        let made = GEOSGeometry(
            try pointer("GEOSGeom_setPrecision_r") { GEOSGeom_setPrecision_r($0, surface.pointer, size, 0) },
            in: self)
        _ = try count("GEOSNormalize_r") { GEOSNormalize_r($0, made.pointer) }
        return try made.polygons()
    }
}
