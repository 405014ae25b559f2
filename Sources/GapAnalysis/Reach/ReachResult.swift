public import PedestrianNetworks
public import WalkAccess

/// What one area, for each limit, is made for: a place, or all places of a kind.
public struct ReachSubject: Hashable, Sendable {
    /// The place's id, or the kind.
    public let id: String
    /// The place's name; nil for a kind or when it has none.
    public let name: String?
    /// The kind; nil when there is none.
    public let kind: String?
    /// Places in the area's facilities.
    public let places: [Int]
}

/// What became of a subject within one limit.
public enum ReachStatus: String, Sendable, CaseIterable {
    /// Ways are reached.
    case reached
    /// On the network, but nothing is reached: an empty circle.
    case empty
    /// It does not join the network.
    case offNetwork = "off_network"
}

/// Why nothing is reached.
public enum ReachReason: String, Sendable, CaseIterable {
    /// The leg to the network takes the whole limit.
    case legTooLong = "leg_too_long"
    /// Every way within the limit is nearer to another place.
    case nearerToAnother = "nearer_to_another"
    /// No way lies within the longest leg.
    case noWayNear = "no_way_near"
    /// Every leg to a way crosses a barrier.
    case behindBarrier = "behind_barrier"
}

/// What one limit reaches.
public struct ReachWithin: Sendable {
    /// The limit.
    public let limit: ReachLimit
    /// What became of the subject.
    public let status: ReachStatus
    /// Why nothing is reached; nil when something is.
    public let reason: ReachReason?
    /// The length of the ways reached.
    public let reached: WalkingDistance
    /// The nodes reached.
    public let nodes: Int
    /// The area around the ways.
    public let area: ReachedArea
    /// What walking to random positions found; nil when that was not asked for.
    public let verification: ReachVerification?
    /// Whether the edge of the data is within the limit, so that with more data more could be reached.
    public let isUncertain: Bool
}

/// What a subject reaches.
public struct ReachResult: Sendable {
    /// Whose areas these are.
    public let subject: ReachSubject
    /// By limit.
    public let within: [ReachWithin]
    /// The ways that the longest limit reaches, cut at each.
    public let ways: ReachedWays
}
