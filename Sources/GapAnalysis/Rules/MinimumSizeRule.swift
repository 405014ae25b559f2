public import Standards
public import StudyAreas

/// Whether a facility is as large as its requirement asks.
public enum SizeVerdict: String, Sendable, CaseIterable {
    /// Every minimum is reached.
    case adequate
    /// At least one known size is below its minimum.
    case undersized
    /// No known size is below its minimum, but one that counts is not known.
    case unknown
    /// The requirement has no minimum.
    case notRequired = "not_required"
}

/// The minimum floor area and site area of a requirement (最小规模).
///
/// Size unknown is not undersized: a planner who has no figures is told so, not that all is too small.
public struct MinimumSizeRule: Sendable {
    /// The minimum to hold sizes against.
    public let minimum: MinimumSize

    /// A rule for `minimum`.
    public init(_ minimum: MinimumSize) { self.minimum = minimum }

    /// The verdict on `facility`.
    public func verdict(on facility: Facility) -> SizeVerdict {
        let pairs = [(minimum.floorAreaM2, facility.floorArea), (minimum.siteAreaM2, facility.siteArea)]
        let asked = pairs.compactMap { asked, found in asked.map { (asked: $0, found: found) } }
        if asked.isEmpty { return .notRequired }
        if asked.contains(where: { isBelow($0.found, $0.asked) }) { return .undersized }
        return asked.contains { $0.found == nil } ? .unknown : .adequate
    }

    /// Sizes are held against the minimum to a hundredth of a square metre, so that a polygon drawn as exactly
    /// 400 m² is not undersized by the last bit of its coordinates.
    private func isBelow(_ found: Double?, _ asked: Double) -> Bool {
        found.map { ($0 * 100).rounded() < (asked * 100).rounded() } ?? false
    }
}
