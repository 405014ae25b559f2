internal import CGEOS

/// A shape indexed for asking many times what it covers.
///
/// It belongs to the task of its context.
public final class PreparedShape {
    private let geometry: GEOSGeometry
    private let prepared: OpaquePointer
    private var context: GEOSContext { geometry.context }

    /// Indexes `shape`; linear in its number of positions.
    ///
    /// - Throws: `GeometryError` when GEOS fails.
    public init(_ shape: Shape, in context: GEOSContext) throws(GeometryError) {
        let geometry = try GEOSGeometry.make(shape, in: context)
        prepared = try context.pointer("GEOSPrepare_r") { GEOSPrepare_r($0, geometry.pointer) }
        self.geometry = geometry
    }

    // The index points into the geometry, which is destroyed after this.
    deinit { GEOSPreparedGeom_destroy_r(context.handle, prepared) }

    /// Whether `position` lies in the shape or on its border; logarithmic in the shape's positions.
    ///
    /// A position that is not finite lies nowhere.
    /// - Throws: `GeometryError` when GEOS fails.
    public func covers(_ position: Position) throws(GeometryError) -> Bool {
        guard position.isFinite else { return false }
        let point = try GEOSGeometry.point(position, in: context)
        return try context.predicate("GEOSPreparedCovers_r") {
            GEOSPreparedCovers_r($0, prepared, point.pointer)
        }
    }

    /// Whether no point of `line` lies outside the shape; its border belongs to it.
    ///
    /// - Throws: `GeometryError` when GEOS fails.
    public func covers(_ line: LineString) throws(GeometryError) -> Bool {
        let geometry = try GEOSGeometry.make(.lineString(line), in: context)
        return try context.predicate("GEOSPreparedCovers_r") {
            GEOSPreparedCovers_r($0, prepared, geometry.pointer)
        }
    }
}
