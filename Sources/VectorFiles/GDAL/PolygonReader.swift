internal import CGDAL
internal import Geometry

/// Makes polygons of OGR's, without the rings that bound nothing.
struct PolygonReader {
    let geos: GEOSContext
    private var droppedParts = 0
    private var droppedHoles = 0

    init(geos: GEOSContext) { self.geos = geos }

    /// What was left out so far.
    var mend: GeometryMend? {
        if droppedParts > 0 { return .degeneratePartsDropped(droppedParts) }
        return droppedHoles > 0 ? .degenerateHolesDropped(droppedHoles) : nil
    }

    /// The parts whose shells bound something: at least one.
    mutating func polygons(_ parts: [OGRGeometryH]) throws(GeometryDefect) -> [Polygon] {
        var polygons: [Polygon] = []
        var defect = GeometryDefect.empty
        for part in parts {
            switch try ring(OGR_G_GetGeometryRef(part, 0)) {
            case .sound(let shell): polygons.append(Polygon(shell: shell, holes: try holes(part)))
            case .degenerate(let reason): defect = .malformed(reason: reason)
            }
        }
        guard !polygons.isEmpty else { throw defect }
        droppedParts += parts.count - polygons.count
        return polygons
    }

    private mutating func holes(_ part: OGRGeometryH) throws(GeometryDefect) -> [LinearRing] {
        var holes: [LinearRing] = []
        for index in 1..<max(1, OGR_G_GetGeometryCount(part)) {
            guard let hole = OGR_G_GetGeometryRef(part, index), OGR_G_IsEmpty(hole) == 0 else { continue }
            switch try ring(hole) {
            case .sound(let ring): holes.append(ring)
            case .degenerate: droppedHoles += 1
            }
        }
        return holes
    }

    private enum Ring {
        case sound(LinearRing)
        case degenerate(reason: String)
    }

    private func ring(_ geometry: OGRGeometryH?) throws(GeometryDefect) -> Ring {
        let positions = geometry.map(GeometryReader.positions) ?? []
        guard positions.count >= 4 else {
            return .degenerate(reason: "a ring has \(positions.count) positions and needs 4")
        }
        do {
            let ring = try LinearRing(positions)
            return enclosesSomething(ring) ? .sound(ring) : .degenerate(reason: "a ring encloses nothing")
        } catch { throw GeometryDefect(error, of: "ring") }
    }

    /// Whether the ring has an inside, which a figure of eight has though its signed area is 0.
    ///
    /// A loop that the ring runs through both ways is an inside too, as it is when a surface is repaired.
    private func enclosesSomething(_ ring: LinearRing) -> Bool {
        // GEOS is seldom asked. What it fails on counts as enclosing, and is judged with the whole shape later.
        guard !ring.surelyEncloses else { return true }
        do { return try Shape.polygon(Polygon(shell: ring)).repaired(in: geos) != nil } catch { return true }
    }
}
