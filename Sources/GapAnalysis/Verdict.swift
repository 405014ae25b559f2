public import PedestrianNetworks
import WalkAccess

/// What becomes of one block under one requirement (Docs/Methods: Verdicts).
public enum Verdict: String, Sendable, CaseIterable {
    /// An adequate facility within the strict limit.
    case met
    /// An adequate facility within the lenient limit only.
    case marginal
    /// A facility within the lenient limit, but none of the required size.
    case undersized
    /// None within the lenient limit.
    case gap
    /// Not known, hence neither a gap nor a success.
    case notAssessable = "not_assessable"

    /// Whether the block counts among the assessed.
    public var isAssessed: Bool { self != .notAssessable }
    /// Whether the requirement is plainly not met: what `gaps.geojson` lists.
    public var isShortfall: Bool { self == .gap || self == .undersized || self == .marginal }
}

/// Why a verdict is what it is.
public enum Reason: String, Sendable, CaseIterable {
    // Of a gap
    /// No facility of the kind near enough, not even as the crow flies.
    case noneInReach = "none_in_reach"
    /// One is near enough as the crow flies, but not on foot.
    case detour
    /// The kind exists, but nowhere the block's piece of the network leads to.
    case unreachable
    // Of a success
    /// The nearest facility not known to be too small has no known size: the minimum is taken on trust.
    case sizeUnknown = "size_unknown"
    /// It is served by a building that provides several facilities at once (综合设置).
    case byBundle = "by_bundle"
    /// It is served by a facility outside the block's unit (周边已配套).
    case inNeighbouringUnit = "in_neighbouring_unit"
    // Of a case not assessable
    /// The block does not join the network.
    case offNetwork = "off_network"
    /// The kind is absent from the data and was not declared surveyed.
    case notSurveyed = "not_surveyed"
    /// A facility near enough as the crow flies does not join the network, and it alone might serve.
    case facilityOffNetwork = "facility_off_network"
}

/// The verdict on one block under one requirement, with the figures it rests on.
public struct Assessment: Hashable, Sendable {
    /// What becomes of the block.
    public let verdict: Verdict
    /// Why, when there is something to say.
    public internal(set) var reason: Reason?
    /// What else there is to say of it; the reason may be among these.
    public internal(set) var remarks: Remarks = []
    /// The nearest facility on foot, a place in the area's facilities; nil when none is within the search limit.
    public let facility: Int?
    /// The walk to it.
    public let distance: WalkingDistance?
    /// The nearest facility as the crow flies, which may be another one: among those adequate for a success,
    /// among those too small for `undersized`, among all otherwise.
    public let straightFacility: Int?
    /// The straight line to that one, in metres.
    public let straight: Double?

    init(
        _ verdict: Verdict, _ reason: Reason?, walk: NearestWalk? = nil,
        line: (facility: Int, distance: Double)? = nil
    ) {
        self.verdict = verdict
        self.reason = reason
        facility = walk.map { Int($0.facility) }
        distance = walk?.distance
        straightFacility = line?.facility
        straight = line?.distance
    }
}
