internal import CGEOS

extension GEOSGeometry {
    /// The GEOS geometry of a shape.
    static func make(_ shape: Shape, in context: GEOSContext) throws(GeometryError) -> GEOSGeometry {
        switch shape {
        case .point(let position): try point(position, in: context)
        case .multiPoint(let positions):
            try collection(GEOS_MULTIPOINT, of: positions, in: context, member: point)
        case .lineString(let line): try chain(line, in: context)
        case .multiLineString(let lines):
            try collection(GEOS_MULTILINESTRING, of: lines, in: context, member: chain)
        case .polygon(let polygon): try surface(polygon, in: context)
        case .multiPolygon(let polygons):
            try collection(GEOS_MULTIPOLYGON, of: polygons, in: context, member: surface)
        }
    }

    /// The GEOS geometry of one position.
    static func point(
        _ position: Position, in context: GEOSContext
    ) throws(GeometryError) -> GEOSGeometry {
        let made = try context.pointer("GEOSGeom_createPointFromXY_r") {
            GEOSGeom_createPointFromXY_r($0, position.x, position.y)
        }
        return GEOSGeometry(made, in: context)
    }

    private static func chain(
        _ line: LineString, in context: GEOSContext
    ) throws(GeometryError) -> GEOSGeometry {
        // The sequence belongs to the new geometry, or is freed by the failed call.
        let sequence = try sequence(line.positions, in: context)
        let made = try context.pointer("GEOSGeom_createLineString_r") {
            GEOSGeom_createLineString_r($0, sequence)
        }
        return GEOSGeometry(made, in: context)
    }

    private static func ring(
        _ ring: LinearRing, in context: GEOSContext
    ) throws(GeometryError) -> GEOSGeometry {
        let sequence = try sequence(ring.positions, in: context)
        let made = try context.pointer("GEOSGeom_createLinearRing_r") {
            GEOSGeom_createLinearRing_r($0, sequence)
        }
        return GEOSGeometry(made, in: context)
    }

    private static func surface(
        _ polygon: Polygon, in context: GEOSContext
    ) throws(GeometryError) -> GEOSGeometry {
        let shell = try ring(polygon.shell, in: context)
        var holes: [GEOSGeometry] = []
        for hole in polygon.holes { holes.append(try ring(hole, in: context)) }
        let givenShell = shell.release()
        var givenHoles = holes.map { OpaquePointer?($0.release()) }
        let made = try context.pointer("GEOSGeom_createPolygon_r") {
            GEOSGeom_createPolygon_r($0, givenShell, &givenHoles, CUnsignedInt(givenHoles.count))
        }
        return GEOSGeometry(made, in: context)
    }

    private static func collection<Member>(
        _ type: GEOSGeomTypes, of members: [Member], in context: GEOSContext,
        member: (Member, GEOSContext) throws(GeometryError) -> GEOSGeometry
    ) throws(GeometryError) -> GEOSGeometry {
        var parts: [GEOSGeometry] = []
        for each in members { parts.append(try member(each, context)) }
        var given = parts.map { OpaquePointer?($0.release()) }
        let made = try context.pointer("GEOSGeom_createCollection_r") {
            GEOSGeom_createCollection_r($0, CInt(type.rawValue), &given, CUnsignedInt(given.count))
        }
        return GEOSGeometry(made, in: context)
    }

    private static func sequence(
        _ positions: [Position], in context: GEOSContext
    ) throws(GeometryError) -> OpaquePointer {
        try context.pointer("GEOSCoordSeq_copyFromBuffer_r") { handle in
            positions.withUnsafeBytes { bytes in
                GEOSCoordSeq_copyFromBuffer_r(
                    handle, bytes.baseAddress?.assumingMemoryBound(to: Double.self),
                    CUnsignedInt(positions.count), 0, 0)
            }
        }
    }
}
