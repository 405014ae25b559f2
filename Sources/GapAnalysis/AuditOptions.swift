public import PedestrianNetworks
public import Standards
public import WalkAccess

/// How an audit measures.
public struct AuditOptions: Sendable {
    /// What a circle's limit is held against.
    public enum Measure: String, Sendable, CaseIterable {
        /// The table's metres.
        case distance
        /// The circle's minutes at the walker's pace.
        case time
    }

    /// Metres or minutes.
    public var measure: Measure
    /// Whose pace turns metres into minutes.
    public var walker: WalkerProfile
    /// How far facilities are looked for, beyond every limit, so that a gap can say how far the nearest is.
    public var searchLimit: WalkingDistance
    /// At most this many tasks.
    public var threads: Int

    /// The defaults: metres, the table's own pace, three kilometres.
    public init(
        measure: Measure = .distance, walker: WalkerProfile = .standard,
        searchLimit: WalkingDistance = WalkingDistance(metres: 3000), threads: Int = 1
    ) {
        self.measure = measure
        self.walker = walker
        self.searchLimit = searchLimit
        self.threads = threads
    }

    /// The limits of `requirement` under `standard`, as applied.
    public func limits(of requirement: FacilityRequirement, in standard: FacilityStandard) -> Limits {
        if measure == .time, case .walking(let circle) = requirement.distance {
            let limit = walker.limit(for: WalkTime(minutes: Double(circle.judgedBy.minutes)))
            return Limits(strict: limit, lenient: limit)
        }
        let metres = standard.limits(of: requirement)
        return Limits(strict: .limit(metres: metres.strict), lenient: .limit(metres: metres.lenient))
    }
}

/// The two distances a requirement is judged by.
public struct Limits: Hashable, Sendable {
    /// Within it the requirement is met.
    public let strict: WalkingDistance
    /// Within it the requirement is met by the wider reading of the table.
    public let lenient: WalkingDistance
}
