internal import CGEOS

extension Shape {
    /// The centre of mass of the shape's surface, or of its lines, or of its points.
    ///
    /// It may lie outside the shape; a surface without area counts as its lines.
    /// - Throws: `GeometryError` when GEOS fails or the coordinates are too large to give a finite result.
    public func centroid(in context: GEOSContext) throws(GeometryError) -> Position {
        let geometry = try GEOSGeometry.make(self, in: context)
        let made = try context.pointer("GEOSGetCentroid_r") { GEOSGetCentroid_r($0, geometry.pointer) }
        return try GEOSGeometry(made, in: context).position()
    }

    /// A position on the shape, for a surface well inside it where possible.
    ///
    /// - Throws: `GeometryError` when GEOS fails.
    public func pointOnSurface(in context: GEOSContext) throws(GeometryError) -> Position {
        let geometry = try GEOSGeometry.make(self, in: context)
        let made = try context.pointer("GEOSPointOnSurface_r") { GEOSPointOnSurface_r($0, geometry.pointer) }
        return try GEOSGeometry(made, in: context).position()
    }

    /// Whether `position` lies in the shape or on its border.
    ///
    /// A position that is not finite lies nowhere. For many positions use `PreparedShape`.
    /// - Throws: `GeometryError` when GEOS fails, which it may on an invalid shape: see `repaired(in:)`.
    public func covers(_ position: Position, in context: GEOSContext) throws(GeometryError) -> Bool {
        guard position.isFinite else { return false }
        let geometry = try GEOSGeometry.make(self, in: context)
        let point = try GEOSGeometry.point(position, in: context)
        return try context.predicate("GEOSCovers_r") { GEOSCovers_r($0, geometry.pointer, point.pointer) }
    }

    /// The distance between the nearest points of the two shapes, in the unit of the coordinates; 0 when they
    /// meet.
    ///
    /// - Throws: `GeometryError` when GEOS fails.
    public func distance(to other: Shape, in context: GEOSContext) throws(GeometryError) -> Double {
        let here = try GEOSGeometry.make(self, in: context)
        let there = try GEOSGeometry.make(other, in: context)
        var distance = 0.0
        try context.status("GEOSDistance_r") { GEOSDistance_r($0, here.pointer, there.pointer, &distance) }
        return distance
    }
}
