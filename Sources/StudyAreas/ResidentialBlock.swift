public import Geometry
public import Standards

/// A residential block (居住街坊/小区): the unit of demand.
public struct ResidentialBlock: Sendable {
    /// The id, unique in its layer.
    public let id: String
    /// The name, when it has one.
    public let name: String?
    /// Residents; nil when unknown.
    public let population: Double?
    /// Households; nil when unknown.
    public let households: Double?
    /// How old the community is; nil when unknown.
    public let age: CommunityAge?
    /// Whether strangers are kept out; nil when unknown.
    public let isGated: Bool?
    /// In the plane.
    public let shape: Shape
    /// Residential land in m²: the polygon's, or for a point what a column says; nil when unknown.
    public let landArea: Double?
    /// A position inside the block: the centroid if the block covers it, else a point on its surface.
    public let origin: Position
    /// Where walks start: the known entrances, else the gates that were derived, else the origin.
    public internal(set) var starts: [Position]
    /// How `starts` came about.
    public internal(set) var startKind = StartKind.origin
    /// The unit that covers the origin, a place in the area's units.
    public internal(set) var unit: Int?
}

/// How it is known where the walks of a block start.
public enum StartKind: String, Sendable, CaseIterable {
    /// From a layer of entrances.
    case entrances
    /// Derived: where ways cross the boundary of a gated block.
    case derivedGates = "derived_gates"
    /// Not known: the block's origin stands for it.
    case origin
}

extension CommunityAge {
    /// From an attribute in Chinese or English; nil when it is none of them.
    init?(attribute: String) {
        switch attribute.lowercased() {
        case "new", "newbuilt", "new_built", "新建", "新建社区": self = .newBuilt
        case "existing", "既有", "既有社区": self = .existing
        case "old", "老旧", "老旧小区", "老旧社区": self = .old
        default: return nil
        }
    }
}

/// A unit that results are summed by: a community or a subdistrict.
public struct Unit: Sendable {
    /// The id, unique in its layer.
    public let id: String
    /// The name, when it has one.
    public let name: String?
    /// In the plane.
    public let shape: Shape
}
