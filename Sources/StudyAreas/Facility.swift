public import Geometry

/// A facility that exists on the ground.
public struct Facility: Sendable {
    /// The id, unique among all facilities.
    public let id: String
    /// The name, when it has one.
    public let name: String?
    /// The kind's id in the catalogue, or the value as written when no catalogue is used.
    public let kind: String
    /// Floor area (建筑面积) in m²; nil when unknown.
    public let floorArea: Double?
    /// Site area (占地面积) in m²; an open space's polygon is measured when no column says; nil when unknown.
    public let siteArea: Double?
    /// Classes of a school; nil when unknown.
    public let classes: Double?
    /// Places of a nursery, a school or a home; nil when unknown.
    public var places: Double? = nil
    /// In the plane.
    public let shape: Shape
    /// Where walks end.
    public let access: Access

    /// Where walks end.
    public enum Access: Hashable, Sendable {
        /// At any of these entrances.
        case entrances([Position])
        /// Where ways meet the boundary of the shape, or where it comes nearest to one.
        case boundary
    }

    /// The straight line from `position` to where the facility is entered; the shape's edge for open spaces.
    public func straightDistance(from position: Position) -> Double {
        switch access {
        case .entrances(let entrances):
            entrances.map { $0.distance(to: position) }.min() ?? .infinity
        case .boundary: shape.distance(to: position)
        }
    }
}
