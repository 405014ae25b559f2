public import Geometry

/// A thing with tags and a shape, whatever it is.
public struct OSMPlace: Hashable, Sendable {
    /// Its name in OpenStreetMap.
    public let id: OSMObjectID
    /// All its tags.
    public let tags: OSMTags
    /// A point, a line, a polygon or a multi-polygon in degrees; rings as they are drawn, possibly crossing.
    public let shape: Shape
}

/// A line that nobody walks across.
public struct OSMBarrier: Hashable, Sendable {
    /// What stops people.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A wall, fence, hedge or the like.
        case wall
        /// The course of a river or canal, or the edge of water.
        case water
        /// A railway on the ground.
        case railway
    }

    /// Its name in OpenStreetMap.
    public let id: OSMObjectID
    /// What stops people.
    public let kind: Kind
    /// Longitude and latitude in degrees.
    public let line: LineString
    /// All tags of the object.
    public let tags: OSMTags
}

/// A door of a building or the way into a site.
public struct OSMEntrance: Hashable, Sendable {
    /// The number of the node.
    public let node: Int64
    /// Longitude and latitude in degrees.
    public let position: Position
    /// The value of the key `entrance`, such as `main` or `yes`.
    public let value: String
    /// Who gets in, by the node's access keys.
    public let passage: NodePassage
    /// All tags of the node.
    public let tags: OSMTags
}

/// A barrier on a node: a gate, a bollard, a stile.
public struct OSMGate: Hashable, Sendable {
    /// The number of the node.
    public let node: Int64
    /// Longitude and latitude in degrees.
    public let position: Position
    /// The value of the key `barrier`, such as `gate`.
    public let value: String
    /// Who gets through.
    public let passage: NodePassage
    /// All tags of the node.
    public let tags: OSMTags
}
