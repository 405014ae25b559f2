/// The name of an object in OpenStreetMap, such as `way/5`.
public struct OSMObjectID: Hashable, Sendable {
    /// What OpenStreetMap is made of.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case node
        case way
        case relation

        fileprivate var rank: Int { self == .node ? 0 : self == .way ? 1 : 2 }
    }

    /// Node, way or relation.
    public let kind: Kind
    /// The number among the objects of its kind; negative for objects that were never uploaded.
    public let number: Int64

    /// The name of one object.
    public init(_ kind: Kind, _ number: Int64) {
        self.kind = kind
        self.number = number
    }
}

extension OSMObjectID: CustomStringConvertible {
    /// As in OpenStreetMap's own addresses: `node/123`.
    public var description: String { kind.rawValue + "/" + String(number) }
}

extension OSMObjectID: Comparable {
    /// Nodes before ways before relations, each by number.
    public static func < (a: OSMObjectID, b: OSMObjectID) -> Bool {
        (a.kind.rank, a.number) < (b.kind.rank, b.number)
    }
}
