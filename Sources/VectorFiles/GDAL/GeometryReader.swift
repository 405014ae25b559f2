internal import CGDAL
internal import Geometry

/// Turns OGR geometries into shapes: planar, without curves, empty members left out.
struct GeometryReader {
    /// Whether a geometry had Z or M, which are dropped.
    private(set) var droppedHeights = false

    /// The shape of a borrowed geometry.
    mutating func shape(_ geometry: OGRGeometryH?) throws(GeometryDefect) -> Shape {
        guard let geometry else { throw .missing }
        guard OGR_G_IsEmpty(geometry) == 0 else { throw .empty }
        if OGR_G_Is3D(geometry) != 0 || OGR_G_IsMeasured(geometry) != 0 { droppedHeights = true }
        guard OGR_G_HasCurveGeometry(geometry, 0) != 0 else { return try linear(geometry) }
        guard let stroked = OGR_G_GetLinearGeometry(geometry, 0, nil) else {
            throw .unsupported(type: typeName(geometry))
        }
        defer { OGR_G_DestroyGeometry(stroked) }
        return try linear(stroked)
    }

    private func linear(_ geometry: OGRGeometryH) throws(GeometryDefect) -> Shape {
        switch OGR_GT_Flatten(OGR_G_GetGeometryType(geometry)) {
        case wkbPoint: .point(try point(geometry))
        case wkbLineString: .lineString(try line(geometry))
        case wkbPolygon: .polygon(try polygon(geometry))
        case wkbMultiPoint: .multiPoint(try members(geometry, point))
        case wkbMultiLineString: .multiLineString(try members(geometry, line))
        case wkbMultiPolygon: .multiPolygon(try members(geometry, polygon))
        case wkbGeometryCollection: try merged(geometry)
        default: throw .unsupported(type: typeName(geometry))
        }
    }

    /// A collection as a multi-shape, when its members are all points, all lines or all surfaces.
    private func merged(_ collection: OGRGeometryH) throws(GeometryDefect) -> Shape {
        let shapes = try members(collection, linear)
        let points = shapes.flatMap(\.points)
        let lines = shapes.flatMap(\.lines)
        let polygons = shapes.flatMap(\.polygons)
        switch (points.isEmpty, lines.isEmpty, polygons.isEmpty) {
        case (false, true, true): return .multiPoint(points)
        case (true, false, true): return .multiLineString(lines)
        case (true, true, false): return .multiPolygon(polygons)
        default: throw .unsupported(type: "GeometryCollection of mixed kinds")
        }
    }

    private func members<Member>(
        _ geometry: OGRGeometryH, _ read: (OGRGeometryH) throws(GeometryDefect) -> Member
    ) throws(GeometryDefect) -> [Member] {
        var found: [Member] = []
        for index in 0..<OGR_G_GetGeometryCount(geometry) {
            guard let member = OGR_G_GetGeometryRef(geometry, index), OGR_G_IsEmpty(member) == 0
            else { continue }
            found.append(try read(member))
        }
        return found
    }

    private func point(_ geometry: OGRGeometryH) throws(GeometryDefect) -> Position {
        guard let position = positions(geometry).first else { throw .empty }
        guard position.isFinite else { throw .notFinite }
        return position
    }

    private func line(_ geometry: OGRGeometryH) throws(GeometryDefect) -> LineString {
        do { return try LineString(positions(geometry)) } catch { throw defect(error, of: "line") }
    }

    private func polygon(_ geometry: OGRGeometryH) throws(GeometryDefect) -> Polygon {
        let rings = try members(geometry, ring)
        guard let shell = rings.first else { throw .empty }
        return Polygon(shell: shell, holes: Array(rings.dropFirst()))
    }

    private func ring(_ geometry: OGRGeometryH) throws(GeometryDefect) -> LinearRing {
        do { return try LinearRing(positions(geometry)) } catch { throw defect(error, of: "ring") }
    }

    private func defect(_ error: ShapeError, of what: String) -> GeometryDefect {
        switch error {
        case .tooFewPositions(let found, let needed):
            .malformed(reason: "a \(what) has \(found) positions and needs \(needed)")
        case .ringNotClosed: .malformed(reason: "a ring does not end where it begins")
        case .notFinite: .notFinite
        }
    }

    /// All positions of a point, line or ring in one call, written in place.
    private func positions(_ geometry: OGRGeometryH) -> [Position] {
        let count = Int(OGR_G_GetPointCount(geometry))
        let stride = CInt(MemoryLayout<Position>.stride)
        return [Position](unsafeUninitializedCapacity: count) { buffer, written in
            guard let base = buffer.baseAddress, count > 0 else { return }
            let x = UnsafeMutableRawPointer(base)
            let y = x + MemoryLayout<Double>.stride
            written = Int(OGR_G_GetPoints(geometry, x, stride, y, stride, nil, 0))
        }
    }

    private func typeName(_ geometry: OGRGeometryH) -> String {
        OGR_G_GetGeometryName(geometry).map { String(cString: $0) } ?? "unknown"
    }
}

extension Shape {
    /// The positions of a point shape; none for lines and surfaces.
    fileprivate var points: [Position] {
        switch self {
        case .point(let position): [position]
        case .multiPoint(let positions): positions
        default: []
        }
    }
}
