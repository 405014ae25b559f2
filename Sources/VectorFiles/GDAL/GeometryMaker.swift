internal import CGDAL
internal import Geometry

/// Turns shapes into OGR geometries, which belong to the caller.
enum GeometryMaker {
    /// The OGR type of a shape.
    static func type(of shape: Shape) -> OGRwkbGeometryType {
        switch shape {
        case .point: wkbPoint
        case .multiPoint: wkbMultiPoint
        case .lineString: wkbLineString
        case .multiLineString: wkbMultiLineString
        case .polygon: wkbPolygon
        case .multiPolygon: wkbMultiPolygon
        }
    }

    /// The one type that all of `shapes` can be stored as; any kind of geometry where families are mixed.
    static func commonType(of shapes: some Sequence<Shape>) -> OGRwkbGeometryType {
        let types = Set(shapes.map { type(of: $0).rawValue })
        if types.count == 1, let type = types.first { return OGRwkbGeometryType(rawValue: type) }
        // The type of several such shapes, which of several is what it is.
        let collected = Set(
            types.map { type in
                let collection = OGR_GT_GetCollection(OGRwkbGeometryType(rawValue: type))
                return collection == wkbUnknown ? type : collection.rawValue
            })
        guard collected.count == 1, let type = collected.first else { return wkbUnknown }
        return OGRwkbGeometryType(rawValue: type)
    }

    /// The shape as a geometry of `type`, which is its own or that of several such shapes.
    static func geometry(_ shape: Shape, as type: OGRwkbGeometryType) -> OGRGeometryH? {
        let made = geometry(shape)
        return type == wkbUnknown || type == self.type(of: shape) ? made : OGR_G_ForceTo(made, type, nil)
    }

    private static func geometry(_ shape: Shape) -> OGRGeometryH? {
        switch shape {
        case .point(let position): chain([position], wkbPoint)
        case .multiPoint(let positions): collection(wkbMultiPoint, positions.map { chain([$0], wkbPoint) })
        case .lineString(let line): chain(line.positions, wkbLineString)
        case .multiLineString(let lines):
            collection(wkbMultiLineString, lines.map { chain($0.positions, wkbLineString) })
        case .polygon(let polygon): surface(polygon)
        case .multiPolygon(let polygons): collection(wkbMultiPolygon, polygons.map(surface))
        }
    }

    private static func surface(_ polygon: Polygon) -> OGRGeometryH? {
        collection(wkbPolygon, polygon.rings.map { chain($0.positions, wkbLinearRing) })
    }

    private static func chain(_ positions: [Position], _ type: OGRwkbGeometryType) -> OGRGeometryH? {
        let geometry = OGR_G_CreateGeometry(type)
        for (place, position) in positions.enumerated() {
            OGR_G_SetPoint_2D(geometry, CInt(place), position.x, position.y)
        }
        return geometry
    }

    private static func collection(
        _ type: OGRwkbGeometryType, _ parts: [OGRGeometryH?]
    ) -> OGRGeometryH? {
        let geometry = OGR_G_CreateGeometry(type)
        for part in parts { OGR_G_AddGeometryDirectly(geometry, part) }
        return geometry
    }
}
