internal import CGDAL
internal import Geometry

/// Turns OGR geometries into shapes: planar, without curves, empty members left out.
struct GeometryReader {
    /// Whether a geometry had Z or M, which are dropped.
    private(set) var droppedHeights = false
    private var mend: GeometryMend?
    private let geos = GEOSContext()

    /// A feature with the shape of a borrowed geometry, or with why it has none.
    mutating func feature(_ number: Int, _ geometry: OGRGeometryH?, _ values: [FieldValue]) -> Feature {
        do {
            let read = try shape(geometry)
            return Feature(number: number, shape: read.shape, mend: read.mend, values: values)
        } catch {
            return Feature(number: number, defect: error, values: values)
        }
    }

    /// The shape of a borrowed geometry, and what had to be left out of it.
    mutating func shape(
        _ geometry: OGRGeometryH?
    ) throws(GeometryDefect) -> (shape: Shape, mend: GeometryMend?) {
        guard let geometry else { throw .missing }
        guard OGR_G_IsEmpty(geometry) == 0 else { throw .empty }
        mend = nil
        if OGR_G_Is3D(geometry) != 0 || OGR_G_IsMeasured(geometry) != 0 { droppedHeights = true }
        guard OGR_G_HasCurveGeometry(geometry, 0) != 0 else { return (try linear(geometry), mend) }
        guard let stroked = OGR_G_GetLinearGeometry(geometry, 0, nil) else {
            throw .unsupported(type: typeName(geometry))
        }
        defer { OGR_G_DestroyGeometry(stroked) }
        return (try linear(stroked), mend)
    }

    private mutating func linear(_ geometry: OGRGeometryH) throws(GeometryDefect) -> Shape {
        switch kind(geometry) {
        case wkbPoint: .point(try point(geometry))
        case wkbLineString: .lineString(try line(geometry))
        case wkbPolygon: .polygon(try polygons([geometry])[0])
        case wkbMultiPoint, wkbMultiLineString, wkbMultiPolygon, wkbGeometryCollection:
            try merged(geometry)
        default: throw .unsupported(type: typeName(geometry))
        }
    }

    /// A collection as a multi-shape, when its parts are all points, all lines or all surfaces.
    private mutating func merged(_ collection: OGRGeometryH) throws(GeometryDefect) -> Shape {
        let parts = parts(collection)
        guard let first = parts.first else { throw .empty }
        guard parts.allSatisfy({ kind($0) == kind(first) }) else {
            throw .unsupported(type: "GeometryCollection of mixed kinds")
        }
        switch kind(first) {
        case wkbPoint: return .multiPoint(try read(parts, point))
        case wkbLineString: return .multiLineString(try read(parts, line))
        case wkbPolygon: return .multiPolygon(try polygons(parts))
        default: throw .unsupported(type: typeName(first))
        }
    }

    /// The members that are not collections themselves, empty ones left out.
    private func parts(_ geometry: OGRGeometryH) -> [OGRGeometryH] {
        guard OGR_G_IsEmpty(geometry) == 0 else { return [] }
        switch kind(geometry) {
        case wkbMultiPoint, wkbMultiLineString, wkbMultiPolygon, wkbGeometryCollection:
            return (0..<OGR_G_GetGeometryCount(geometry))
                .compactMap { OGR_G_GetGeometryRef(geometry, $0) }.flatMap { self.parts($0) }
        default: return [geometry]
        }
    }

    private func read<Member>(
        _ parts: [OGRGeometryH], _ member: (OGRGeometryH) throws(GeometryDefect) -> Member
    ) throws(GeometryDefect) -> [Member] {
        var found: [Member] = []
        for part in parts { found.append(try member(part)) }
        return found
    }

    /// At least one polygon.
    private mutating func polygons(_ parts: [OGRGeometryH]) throws(GeometryDefect) -> [Polygon] {
        var reader = PolygonReader(geos: geos)
        let polygons = try reader.polygons(parts)
        mend = reader.mend
        return polygons
    }

    private func point(_ geometry: OGRGeometryH) throws(GeometryDefect) -> Position {
        guard let position = Self.positions(geometry).first else { throw .empty }
        guard position.isFinite else { throw .notFinite }
        return position
    }

    private func line(_ geometry: OGRGeometryH) throws(GeometryDefect) -> LineString {
        do { return try LineString(Self.positions(geometry)) } catch {
            throw GeometryDefect(error, of: "line")
        }
    }

    private func kind(_ geometry: OGRGeometryH) -> OGRwkbGeometryType {
        OGR_GT_Flatten(OGR_G_GetGeometryType(geometry))
    }

    private func typeName(_ geometry: OGRGeometryH) -> String {
        OGR_G_GetGeometryName(geometry).map { String(cString: $0) } ?? "unknown"
    }

    /// All positions of a point, line or ring in one call, written in place.
    static func positions(_ geometry: OGRGeometryH) -> [Position] {
        let count = Int(OGR_G_GetPointCount(geometry))
        let stride = CInt(MemoryLayout<Position>.stride)
        return [Position](unsafeUninitializedCapacity: count) { buffer, written in
            guard let base = buffer.baseAddress, count > 0 else { return }
            let x = UnsafeMutableRawPointer(base)
            let y = x + MemoryLayout<Double>.stride
            written = Int(OGR_G_GetPoints(geometry, x, stride, y, stride, nil, 0))
        }
    }
}

extension GeometryDefect {
    /// Why positions make no `what`.
    init(_ error: ShapeError, of what: String) {
        switch error {
        case .tooFewPositions(let found, let needed):
            self = .malformed(reason: "a \(what) has \(found) positions and needs \(needed)")
        case .ringNotClosed: self = .malformed(reason: "a ring does not end where it begins")
        case .notFinite: self = .notFinite
        }
    }
}
