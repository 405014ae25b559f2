internal import CGEOS

extension GEOSContext {
    /// A surface whose coordinates are multiples of `size`, and valid as such.
    ///
    /// Rounding each coordinate on its own can make rings cross where a surface is narrow; here such places are
    /// mended, and parts narrower than the grid vanish.
    /// - Parameter polygons: Valid but for what moving them into another coordinate system did to hairlines.
    /// - Throws: `GeometryError` when GEOS fails.
    public func rounded(_ polygons: [Polygon], toGrid size: Double) throws(GeometryError) -> [Polygon] {
        guard !polygons.isEmpty else { return [] }
        let surface = Shape.multiPolygon(polygons)
        do { return try onGrid(surface, size) } catch {
            // Rings that cross by a hair can be more than rounding takes.
            guard let mended = try surface.repaired(in: self) else { return [] }
            do { return try onGrid(mended, size) } catch { return try unitedOnGrid(mended, size) }
        }
    }

    private func onGrid(_ shape: Shape, _ size: Double) throws(GeometryError) -> [Polygon] {
        let surface = try GEOSGeometry.make(shape, in: self)
        return try normalized(
            try pointer("GEOSGeom_setPrecision_r") { GEOSGeom_setPrecision_r($0, surface.pointer, size, 0) })
    }

    /// The union of a surface with itself, which nodes whatever comes to meet on the grid.
    private func unitedOnGrid(_ shape: Shape, _ size: Double) throws(GeometryError) -> [Polygon] {
        let surface = try GEOSGeometry.make(shape, in: self)
        return try normalized(
            try pointer("GEOSUnionPrec_r") {
                GEOSUnionPrec_r($0, surface.pointer, surface.pointer, size)
            })
    }

    private func normalized(_ made: OpaquePointer) throws(GeometryError) -> [Polygon] {
        let geometry = GEOSGeometry(made, in: self)
        _ = try count("GEOSNormalize_r") { GEOSNormalize_r($0, geometry.pointer) }
        return try geometry.polygons()
    }
}
