internal import CGEOS

/// Whether a shape's rings make a proper surface.
public enum Validity: Hashable, Sendable {
    case valid
    /// What is wrong, in GEOS's words, and where, when GEOS can tell.
    case invalid(reason: String, at: Position?)
}

extension Shape {
    /// Whether the shape is valid in the sense of the OGC: rings that do not cross, holes inside shells.
    ///
    /// Points are always valid, lines when they have two different positions.
    /// - Throws: `GeometryError` when GEOS fails.
    public func validity(in context: GEOSContext) throws(GeometryError) -> Validity {
        let geometry = try GEOSGeometry.make(self, in: context)
        var reason: UnsafeMutablePointer<CChar>?
        var place: OpaquePointer?
        defer { if let reason { GEOSFree_r(context.handle, reason) } }
        let isValid = try context.predicate("GEOSisValidDetail_r") {
            GEOSisValidDetail_r($0, geometry.pointer, 0, &reason, &place)
        }
        let location = place.map { GEOSGeometry($0, in: context) }
        guard !isValid else { return .valid }
        return .invalid(
            reason: reason.map { String(cString: $0) } ?? "invalid", at: try? location?.position())
    }

    /// The surface that the shape's rings most likely meant, keeping all their lines as borders.
    ///
    /// A valid polygon comes back as the same surface, though possibly with its rings turned or begun
    /// elsewhere. Lines and points that remain of collapsed parts are left out.
    /// - Returns: A polygon, or a multi-polygon when there are several parts; nil when nothing with an area is
    ///   left. Only for polygons and multi-polygons: another kind of shape gives nil.
    /// - Throws: `GeometryError` when GEOS fails.
    public func repaired(in context: GEOSContext) throws(GeometryError) -> Shape? {
        guard !polygons.isEmpty else { return nil }
        let geometry = try GEOSGeometry.make(self, in: context)
        let made = try context.pointer("GEOSMakeValid_r") { GEOSMakeValid_r($0, geometry.pointer) }
        let parts = try GEOSGeometry(made, in: context).polygons()
        return parts.count == 1 ? .polygon(parts[0]) : parts.isEmpty ? nil : .multiPolygon(parts)
    }
}
