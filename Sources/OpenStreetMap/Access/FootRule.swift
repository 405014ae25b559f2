/// One row of the table of foot access: what decided, and why it is so.
public struct FootRule: Hashable, Sendable {
    /// The row's id, such as `motorway`; an access key that decided is written `access=private`.
    public let id: String
    /// Why the row says what it says, in English.
    public let reason: String
}

/// Whether a way may be walked.
public enum WayAccess: Hashable, Sendable {
    /// By anybody.
    case walkable(FootRule)
    /// By those whose walk begins or ends inside: residents, staff, customers.
    case privateOnly(FootRule)
    /// By nobody.
    case notWalkable(FootRule)
    /// The tags are not those of a way at all.
    case notAWay
}

/// Whether a walker gets through a node.
public enum NodePassage: Hashable, Sendable {
    /// There is nothing in the way, or everybody gets through it.
    case open
    /// Those whose walk begins or ends behind it get through.
    case privateOnly(FootRule)
    /// Nobody gets through.
    case closed(FootRule)
}

/// Who counts as able to walk where.
public enum FootProfile: String, Hashable, Sendable, CaseIterable {
    /// The tags as they are used in most of the world.
    case `default`
    /// Main streets of Chinese cities are tagged as trunk roads and have pavements (Docs/OpenStreetMap.md).
    case china
}
