internal import CGEOS

/// Operations on surfaces, each given and returned as any number of polygons: none is the empty surface.
///
/// Results are in GEOS's normal form, so equal surfaces of equal vertices come out as equal values. Inputs have to
/// be valid, see `Shape.repaired(in:)`; parts that collapse to lines or points are left out.
extension GEOSContext {
    /// What `polygons` cover together, overlaps once.
    ///
    /// - Throws: `GeometryError` when GEOS fails.
    public func union(of polygons: [Polygon]) throws(GeometryError) -> [Polygon] {
        guard !polygons.isEmpty else { return [] }
        let surface = try surface(polygons)
        return try result("GEOSUnaryUnion_r") { GEOSUnaryUnion_r($0, surface.pointer) }
    }

    /// What both surfaces cover.
    ///
    /// - Throws: `GeometryError` when GEOS fails.
    public func intersection(_ a: [Polygon], _ b: [Polygon]) throws(GeometryError) -> [Polygon] {
        guard !a.isEmpty, !b.isEmpty else { return [] }
        let (first, second) = (try surface(a), try surface(b))
        return try result("GEOSIntersection_r") { GEOSIntersection_r($0, first.pointer, second.pointer) }
    }

    /// What `a` covers and `b` does not.
    ///
    /// - Throws: `GeometryError` when GEOS fails.
    public func difference(_ a: [Polygon], _ b: [Polygon]) throws(GeometryError) -> [Polygon] {
        guard !a.isEmpty, !b.isEmpty else { return a }
        let (first, second) = (try surface(a), try surface(b))
        return try result("GEOSDifference_r") { GEOSDifference_r($0, first.pointer, second.pointer) }
    }

    /// Everything within `distance` of `shape`, round at ends and corners.
    ///
    /// - Parameters:
    ///   - distance: In the unit of the coordinates, more than 0.
    ///   - quadrantSegments: How many straight pieces stand for a quarter of a circle; with *n* of them the edge
    ///     lies inside the true circle by up to `distance × (1 − cos(π/4n))`.
    /// - Throws: `GeometryError` when GEOS fails.
    public func buffer(
        _ shape: Shape, by distance: Double, quadrantSegments: Int
    ) throws(GeometryError) -> [Polygon] {
        let geometry = try GEOSGeometry.make(shape, in: self)
        return try result("GEOSBuffer_r") {
            GEOSBuffer_r($0, geometry.pointer, distance, CInt(quadrantSegments))
        }
    }

    /// Whether the two surfaces share a point.
    ///
    /// - Throws: `GeometryError` when GEOS fails.
    public func meet(_ a: [Polygon], _ b: [Polygon]) throws(GeometryError) -> Bool {
        guard !a.isEmpty, !b.isEmpty else { return false }
        let (first, second) = (try surface(a), try surface(b))
        return try predicate("GEOSIntersects_r") { GEOSIntersects_r($0, first.pointer, second.pointer) }
    }

    /// The faces that `lines` enclose, after joining them where they cross: each without the faces inside it.
    ///
    /// - Throws: `GeometryError` when GEOS fails.
    public func faces(enclosedBy lines: [LineString]) throws(GeometryError) -> [Polygon] {
        guard !lines.isEmpty else { return [] }
        let drawn = try GEOSGeometry.make(.multiLineString(lines), in: self)
        let noded = GEOSGeometry(try pointer("GEOSNode_r") { GEOSNode_r($0, drawn.pointer) }, in: self)
        var inputs: [OpaquePointer?] = [noded.pointer]
        return try result("GEOSPolygonize_r") { GEOSPolygonize_r($0, &inputs, 1) }
    }

    private func surface(_ polygons: [Polygon]) throws(GeometryError) -> GEOSGeometry {
        try GEOSGeometry.make(polygons.count == 1 ? .polygon(polygons[0]) : .multiPolygon(polygons), in: self)
    }

    private func result(
        _ operation: String, _ call: (OpaquePointer) -> OpaquePointer?
    ) throws(GeometryError) -> [Polygon] {
        let made = GEOSGeometry(try pointer(operation, call), in: self)
        // Unlike the other calls this one returns 0 on success and -1 on failure.
        _ = try count("GEOSNormalize_r") { GEOSNormalize_r($0, made.pointer) }
        return try made.polygons()
    }
}
