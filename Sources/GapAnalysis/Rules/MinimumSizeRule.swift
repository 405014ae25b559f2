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

/// The minimum size of a requirement (最小规模): areas, capacities, alternatives, and what depends on the
/// community's age, on the residents served or on the classes.
///
/// Size unknown is not undersized: a planner who has no figures is told so, not that all is too small. The same
/// holds where it is not known which minimum applies: a facility is adequate when it reaches all that may
/// apply, undersized when it misses all of them, and unknown otherwise.
public struct MinimumSizeRule: Sendable {
    /// The minimum to hold sizes against.
    public let minimum: MinimumSize
    /// The age of the community the facility is for; nil when unknown.
    public let age: CommunityAge?

    /// A rule for `minimum`, for a facility of a community of this age.
    public init(_ minimum: MinimumSize, age: CommunityAge? = nil) {
        self.minimum = minimum
        self.age = age
    }

    /// The verdict on `facility`.
    public func verdict(on facility: Facility) -> SizeVerdict { verdict(of: minimum, on: facility) }

    private func verdict(of minimum: MinimumSize, on facility: Facility) -> SizeVerdict {
        var parts = [
            verdict(on: facility.floorArea, against: minimum.floorAreaM2),
            verdict(on: facility.siteArea, against: minimum.siteAreaM2),
        ]
        // No facility of the data says how many it has room for.
        parts += minimum.capacities.map { _ in .unknown }
        let choices = minimum.anyOf.map { verdict(of: $0, on: facility) }
        if !choices.isEmpty { parts.append(.any(choices)) }
        if !minimum.variants.isEmpty { parts.append(.same(variants(minimum.variants, on: facility))) }
        return .all(parts)
    }

    /// Sizes are held against the minimum to a hundredth of a square metre, so that a polygon drawn as exactly
    /// 400 m² is not undersized by the last bit of its coordinates.
    private func verdict(on found: Double?, against asked: Double?) -> SizeVerdict {
        guard let asked else { return .notRequired }
        guard let found else { return .unknown }
        return (found * 100).rounded() < (asked * 100).rounded() ? .undersized : .adequate
    }

    /// The verdicts by the variants that may apply.
    private func variants(_ variants: [SizeVariant], on facility: Facility) -> [SizeVerdict] {
        let matching = variants.filter { matches($0.condition, facility) ?? true }
        var verdicts = matching.map { verdict(of: $0.minimum, on: facility) }
        if mayBeFree(variants) { verdicts.append(.notRequired) }
        // A school of so many classes as the table does not list: any of its rows may be meant.
        return verdicts.isEmpty ? variants.map { verdict(of: $0.minimum, on: facility) } : verdicts
    }

    /// Whether the condition holds; nil when that is not known.
    private func matches(_ condition: SizeCondition, _ facility: Facility) -> Bool? {
        switch condition {
        case .ages(let ages): age.map(ages.contains)
        case .residents: nil
        case .classes(let classes): facility.classes.map { $0 == Double(classes) }
        }
    }

    /// Whether the community may be of an age that no variant names, so that no size is asked for.
    private func mayBeFree(_ variants: [SizeVariant]) -> Bool {
        var named: Set<CommunityAge> = []
        for case .ages(let ages) in variants.map(\.condition) { named.formUnion(ages) }
        guard !named.isEmpty else { return false }
        return age.map { !named.contains($0) } ?? (named.count < CommunityAge.allCases.count)
    }
}

extension SizeVerdict {
    /// The verdict where every part has to be adequate.
    fileprivate static func all(_ parts: [SizeVerdict]) -> SizeVerdict {
        let asked = parts.filter { $0 != .notRequired }
        if asked.isEmpty { return .notRequired }
        if asked.contains(.undersized) { return .undersized }
        return asked.contains(.unknown) ? .unknown : .adequate
    }

    /// The verdict where one part that is adequate suffices.
    fileprivate static func any(_ parts: [SizeVerdict]) -> SizeVerdict {
        if parts.contains(.notRequired) { return .notRequired }
        if parts.contains(.adequate) { return .adequate }
        return parts.contains(.unknown) ? .unknown : .undersized
    }

    /// The verdict where one of these applies and it is not known which.
    fileprivate static func same(_ parts: [SizeVerdict]) -> SizeVerdict {
        if let first = parts.first, parts.allSatisfy({ $0 == first }) { return first }
        return parts.allSatisfy { $0 == .adequate || $0 == .notRequired } ? .adequate : .unknown
    }
}
