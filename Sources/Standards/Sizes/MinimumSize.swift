/// The least size a facility may have to count.
///
/// Every figure that is given has to be reached, one of `anyOf` where there are some, and that of `variants`
/// which applies. All empty: any size will do.
public struct MinimumSize: Sendable, Hashable {
    /// Floor area (建筑面积) in square metres; `nil` where none is asked for.
    public let floorAreaM2: Double?
    /// Site area (占地面积) in square metres; `nil` where none is asked for.
    public let siteAreaM2: Double?
    /// What it has to offer besides areas; empty where nothing is asked for.
    public let capacities: [MinimumCapacity]
    /// Ways of being large enough of which one suffices ("or"); empty where there is no choice.
    public let anyOf: [MinimumSize]
    /// Sizes that depend on where or for whom the facility is; empty where there are none.
    public let variants: [SizeVariant]

    /// A size from its parts, every figure positive.
    public init(
        floorAreaM2: Double? = nil, siteAreaM2: Double? = nil, capacities: [MinimumCapacity] = [],
        anyOf: [MinimumSize] = [], variants: [SizeVariant] = []
    ) {
        self.floorAreaM2 = floorAreaM2
        self.siteAreaM2 = siteAreaM2
        self.capacities = capacities
        self.anyOf = anyOf
        self.variants = variants
    }

    /// Whether any size will do.
    public var isNone: Bool {
        floorAreaM2 == nil && siteAreaM2 == nil && capacities.isEmpty && anyOf.isEmpty && variants.isEmpty
    }
}

/// A size that is asked for on a condition.
public struct SizeVariant: Sendable, Hashable {
    /// When it is asked for.
    public let condition: SizeCondition
    /// What is asked for then; it has no variants of its own.
    public let minimum: MinimumSize

    /// A variant from its parts.
    public init(condition: SizeCondition, minimum: MinimumSize) {
        self.condition = condition
        self.minimum = minimum
    }
}

/// What a size depends on.
public enum SizeCondition: Sendable, Hashable {
    /// The community is of one of these ages; not empty.
    case ages(Set<CommunityAge>)
    /// The facility serves this many people.
    case residents(ServicePopulation)
    /// The school or kindergarten has so many classes; positive.
    case classes(Int)
}

/// How many people one facility serves; either end may be open.
public struct ServicePopulation: Sendable, Hashable {
    /// The fewest; `nil` where the document gives no lower end.
    public let minimum: Int?
    /// The most; `nil` where the document gives no upper end.
    public let maximum: Int?

    /// A range of people, positive and in this order; at least one end is given.
    public init(minimum: Int?, maximum: Int?) {
        precondition(minimum != nil || maximum != nil, "an empty range says nothing")
        precondition(minimum ?? 1 <= maximum ?? .max && minimum ?? 1 > 0, "0 < minimum ≤ maximum")
        self.minimum = minimum
        self.maximum = maximum
    }

    /// Whether so many people are within the range, both ends included.
    ///
    /// Documents print tiers such as 3–5 and 5–7 万人 that share an end: that number is within both.
    public func contains(_ people: Double) -> Bool {
        minimum.map { people >= Double($0) } ?? true && maximum.map { people <= Double($0) } ?? true
    }
}
