public import Geometry

/// What reading an OSM file counted, changed and left out.
public struct OSMReport: Hashable, Sendable {
    /// Nodes in the file, wanted or not.
    public var nodesInFile = 0
    /// Ways in the file, wanted or not.
    public var waysInFile = 0
    /// Relations in the file, wanted or not.
    public var relationsInFile = 0
    /// Objects that anybody may walk along or across, before they were cut.
    public var walkableObjects = 0
    /// Objects that only walks beginning or ending inside may use, before they were cut.
    public var privateObjects = 0
    /// Walkable objects that are surfaces.
    public var walkedAcross = 0
    /// Straight walks across surfaces that were added.
    public var chords = 0
    /// Surfaces that are walked around only, and why.
    public var walkedAround: [OSMWalkedAround] = []
    /// Where ways were parted at an impassable node, by way and node.
    public var cuts: [OSMCut] = []
    /// Open objects that are private here because they, or pieces of them, can be reached over private ways only.
    public var enclosed: [OSMObjectID] = []
    /// Nodes that were moved because another node of walkable ways lies within two centimetres.
    public var movedNodes: [OSMMovedNode] = []
    /// Objects that were not used, each with the reason, by id.
    public var leftOut: [OSMLeftOut] = []

    /// How many objects were left out for each reason, as `OSMLeftOut.Reason.code` names it.
    public var leftOutCounts: [String: Int] {
        leftOut.reduce(into: [:]) { $0[$1.reason.code, default: 0] += 1 }
    }
}

/// A surface without straight walks across it.
public struct OSMWalkedAround: Hashable, Sendable {
    /// Why there are none.
    public enum Reason: Hashable, Sendable {
        /// More places where ways meet its edge than are joined in pairs.
        case manyEntries(Int)
        /// Its rings cross one another.
        case crossingRings
        /// Some of its nodes are not in the file.
        case nodesMissing
    }

    /// The surface.
    public let id: OSMObjectID
    /// Why there are none.
    public let reason: Reason
}

/// A node nobody gets through, where a way was parted.
public struct OSMCut: Hashable, Sendable {
    /// The way or multipolygon.
    public let id: OSMObjectID
    /// The impassable node.
    public let node: Int64
    /// What makes it so.
    public let rule: FootRule
}

/// A node that was moved to keep it apart from another.
public struct OSMMovedNode: Hashable, Sendable {
    /// The node that was moved.
    public let node: Int64
    /// The node it lay too close to, which kept its place.
    public let apartFrom: Int64
    /// Where it lay, in degrees.
    public let from: Position
    /// Where it lies now, in degrees: some three centimetres away.
    public let to: Position
}

/// An object that was not used.
public struct OSMLeftOut: Hashable, Sendable {
    /// Why not.
    public enum Reason: Hashable, Sendable {
        /// The table of foot access closes it.
        case notWalkable(FootRule)
        /// None, or only one, of the nodes it needs is in the file.
        case nodesMissing
        /// Fewer than two different nodes, or fewer than three for a surface.
        case tooFewNodes
        /// A member of the multipolygon, or a node of one, is not in the file.
        case incompleteMultipolygon
        /// The members of the multipolygon make no closed rings.
        case openMultipolygon
        /// The node has no place on the globe.
        case noPosition

        /// A short word for tables: `not_walkable:motorway`.
        public var code: String {
            switch self {
            case .notWalkable(let rule): "not_walkable:\(rule.id)"
            case .nodesMissing: "nodes_missing"
            case .tooFewNodes: "too_few_nodes"
            case .incompleteMultipolygon: "incomplete_multipolygon"
            case .openMultipolygon: "open_multipolygon"
            case .noPosition: "no_position"
            }
        }
    }

    /// The object.
    public let id: OSMObjectID
    /// Why it was not used.
    public let reason: Reason
}
