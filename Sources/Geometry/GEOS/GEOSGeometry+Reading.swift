internal import CGEOS

// Members, rings and sequences are borrowed from the geometry they are part of.
extension GEOSGeometry {
    /// The position of a point geometry.
    ///
    /// - Throws: `GeometryError` when it is empty, not a point, or not finite.
    func position() throws(GeometryError) -> Position {
        var position = Position(.nan, .nan)
        try context.status("GEOSGeomGetX_r") { GEOSGeomGetX_r($0, pointer, &position.x) }
        try context.status("GEOSGeomGetY_r") { GEOSGeomGetY_r($0, pointer, &position.y) }
        guard position.isFinite else {
            throw GeometryError(operation: "GEOSGeomGetX_r", message: "the result is not finite")
        }
        return position
    }

    /// All polygons of the geometry, however deep in collections; lines and points are left out.
    func polygons() throws(GeometryError) -> [Polygon] {
        var found: [Polygon] = []
        try collectPolygons(of: pointer, into: &found)
        return found
    }

    private func collectPolygons(
        of part: OpaquePointer, into found: inout [Polygon]
    ) throws(GeometryError) {
        let type = try context.count("GEOSGeomTypeId_r") { GEOSGeomTypeId_r($0, part) }
        switch GEOSGeomTypes(CUnsignedInt(type)) {
        case GEOS_POLYGON:
            guard try !context.predicate("GEOSisEmpty_r", { GEOSisEmpty_r($0, part) }) else { return }
            found.append(try polygon(part))
        case GEOS_MULTIPOLYGON, GEOS_GEOMETRYCOLLECTION:
            let members = try context.count("GEOSGetNumGeometries_r") { GEOSGetNumGeometries_r($0, part) }
            for index in 0..<members {
                let member = try context.pointer("GEOSGetGeometryN_r") {
                    GEOSGetGeometryN_r($0, part, CInt(index))
                }
                try collectPolygons(of: member, into: &found)
            }
        default: return
        }
    }

    private func polygon(_ part: OpaquePointer) throws(GeometryError) -> Polygon {
        let shell = try context.pointer("GEOSGetExteriorRing_r") { GEOSGetExteriorRing_r($0, part) }
        let holes = try context.count("GEOSGetNumInteriorRings_r") { GEOSGetNumInteriorRings_r($0, part) }
        var rings: [LinearRing] = []
        for index in 0..<holes {
            let hole = try context.pointer("GEOSGetInteriorRingN_r") {
                GEOSGetInteriorRingN_r($0, part, CInt(index))
            }
            rings.append(try ring(hole))
        }
        return Polygon(shell: try ring(shell), holes: rings)
    }

    private func ring(_ part: OpaquePointer) throws(GeometryError) -> LinearRing {
        let operation = "GEOSCoordSeq_copyToBuffer_r"
        let sequence = try context.pointer("GEOSGeom_getCoordSeq_r") { GEOSGeom_getCoordSeq_r($0, part) }
        let count = try context.count("GEOSGeomGetNumPoints_r") { GEOSGeomGetNumPoints_r($0, part) }
        var positions = [Position](repeating: Position(0, 0), count: count)
        try context.status(operation) { handle in
            positions.withUnsafeMutableBytes { bytes in
                let target = bytes.baseAddress?.assumingMemoryBound(to: Double.self)
                return GEOSCoordSeq_copyToBuffer_r(handle, sequence, target, 0, 0)
            }
        }
        do { return try LinearRing(positions) } catch {
            throw GeometryError(operation: operation, message: "not a ring: \(error)")
        }
    }
}
