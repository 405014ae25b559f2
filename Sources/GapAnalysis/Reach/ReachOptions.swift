public import WalkAccess

/// For what areas are made: for each place, for all of a kind together, or each place against the others.
public enum ReachDissolve: String, Sendable, CaseIterable {
    /// One area a place; areas of different places overlap.
    case none
    /// One area a kind: within reach of any of its places.
    case kind
    /// One area a place, and no two overlap: the territory that is nearest to it on foot.
    case nearest
}

/// How service areas are made.
public struct ReachOptions: Sendable {
    /// How far they reach: at least one, ascending.
    public var limits: [ReachLimit]
    /// For what they are made.
    public var dissolve: ReachDissolve
    /// How areas are made of reached ways.
    public var shape: ReachedAreaOptions
    /// To how many random positions of each area to walk; 0 for none.
    public var verifiedPoints: Int
    /// Only places of these kinds; nil for all.
    public var kinds: Set<String>?
    /// At most this many tasks.
    public var threads: Int

    /// Options; limits ascend.
    public init(
        limits: [ReachLimit], dissolve: ReachDissolve = .none,
        shape: ReachedAreaOptions = ReachedAreaOptions(),
        verifiedPoints: Int = 0, kinds: Set<String>? = nil, threads: Int = 1
    ) {
        precondition(!limits.isEmpty, "an area has a limit")
        self.limits = limits
        self.dissolve = dissolve
        self.shape = shape
        self.verifiedPoints = verifiedPoints
        self.kinds = kinds
        self.threads = threads
    }
}
