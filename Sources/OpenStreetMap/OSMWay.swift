public import Geometry

/// A stretch that can be walked: a way of OpenStreetMap, a piece of one, or a line across a square.
///
/// Ways are joined where they share a position, and only there: positions of different nodes lie more than two
/// centimetres apart, so bridges and tunnels stay apart from what they cross.
public struct OSMWay: Hashable, Sendable {
    /// What the line stands for.
    public enum Course: String, Hashable, Sendable {
        /// The way itself.
        case line
        /// The edge of a surface that is walked across.
        case boundary
        /// A straight walk across such a surface between two places where ways meet its edge.
        case chord
    }

    /// The way or multipolygon it comes from.
    public let id: OSMObjectID
    /// Which piece of that object, from 0: an object is cut at barriers, gates and missing nodes.
    public let piece: Int
    /// What the line stands for.
    public let course: Course
    /// The nodes it runs over; at an impassable node it ends 3 cm before that node.
    public let nodes: [Int64]
    /// Longitude and latitude in degrees, one for each node; two or more.
    public let positions: [Position]
    /// Those of the object's tags that a network keeps: `highway`, `name`, `layer`, `bridge`, `tunnel`, `access`.
    public let tags: OSMTags
    /// Whether only walks that begin or end inside may use it: private ways, what leads up to a private gate, and
    /// what can be reached only over those.
    public let isPrivate: Bool

    /// The keys of the tags that are kept, besides `level`.
    public static let keptKeys = ["highway", "name", "layer", "bridge", "tunnel", "access"]

    /// The floor or floors, as tagged; nil where none is given.
    public let level: String?
}
