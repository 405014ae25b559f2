public import Standards

/// Whether a zone's network is what a standard asks for.
public enum NetworkVerdict: String, Sendable, CaseIterable {
    /// As asked.
    case met
    /// Not as asked.
    case notMet = "not_met"
    /// Nothing there to judge, or not known.
    case notAssessable = "not_assessable"
}

/// Why a figure is not met, or cannot be judged.
public enum NetworkReason: String, Sendable, CaseIterable {
    /// Less than the least figure.
    case below
    /// More than the largest figure.
    case above
    /// The zone has no area in the window.
    case noLand = "no_land"
    /// The zone has no two neighbouring junctions.
    case noLinks = "no_links"
    /// The ways enclose nothing there.
    case nothingEnclosed = "nothing_enclosed"
    /// No residential blocks were given, or none lies there.
    case noBlocks = "no_blocks"
    /// A block is too large if it is closed, which is not known; or its extent is not known.
    case closedUnknown = "closed_unknown"
}

/// What one requirement makes of a zone.
public struct NetworkJudgement: Sendable {
    /// The requirement.
    public let requirement: NetworkRequirement
    /// What was held against it: km/km², the median or the longest spacing in metres, the largest street block in
    /// hectares, the longest closed side in metres; nil when there is none.
    public let value: Double?
    /// Links, street blocks or compounds beyond the largest figure; nil for densities.
    public let countOver: Int?
    /// The verdict.
    public let verdict: NetworkVerdict
    /// Why, when it is not met or not assessable.
    public let reason: NetworkReason?
}
