/// How an item is judged: by what can be computed, by what a person states, or by both.
public enum ItemJudgement: Sendable, Hashable {
    /// Only a person can say whether it is met.
    case evidence
    /// These judgements together decide; not empty.
    case geometry([IndicatorJudgement])
    /// These judgements have to hold, and a person has to state the rest; not empty.
    case both([IndicatorJudgement])

    /// What can be computed; empty where nothing can.
    public var judgements: [IndicatorJudgement] {
        switch self {
        case .evidence: []
        case .geometry(let judgements), .both(let judgements): judgements
        }
    }

    /// Whether a person has to state something.
    public var needsEvidence: Bool {
        if case .geometry = self { false } else { true }
    }

    /// The name in files.
    public var id: String {
        switch self {
        case .evidence: "evidence"
        case .geometry: "geometry"
        case .both: "both"
        }
    }
}

/// A rule that geometry can judge an item by, with its figures.
public enum IndicatorJudgement: Sendable, Hashable {
    /// Every block has a bus stop within a walk.
    case busStopWithin(ReachLimit)
    /// Every block has a rail station within a walk.
    case railStationWithin(ReachLimit)
    /// Every block has a facility of one of these kinds within a walk; not empty.
    case facilityCoverage(kinds: [FacilityKind.ID], within: ReachLimit)
    /// Every block has what the facility table asks for in this circle.
    case circleServices(LifeCircleTier)
    /// There is a facility of one of these kinds, at least so large.
    case facilitySize(kinds: [FacilityKind.ID], minimum: MinimumSize)
    /// Facilities of one of these kinds follow one another along the way at most so many metres apart.
    case facilitySpacing(kinds: [FacilityKind.ID], maximum: Double)
    /// At least so many kilometres of walkable ways per square kilometre.
    case networkDensity(minimum: Double)
    /// Junctions at most so many metres apart.
    case junctionSpacing(maximum: Double)
    /// No closed compound is longer than so many metres on a side.
    case closedCompoundSize(maximumSide: Double)

    /// The name in files.
    public var rule: Rule {
        switch self {
        case .busStopWithin: .busStopWithin
        case .railStationWithin: .railStationWithin
        case .facilityCoverage: .facilityCoverage
        case .circleServices: .circleServices
        case .facilitySize: .facilitySize
        case .facilitySpacing: .facilitySpacing
        case .networkDensity: .networkDensity
        case .junctionSpacing: .junctionSpacing
        case .closedCompoundSize: .closedCompoundSize
        }
    }

    /// The rules without their figures; the raw value is the name in files.
    public enum Rule: String, Sendable, Hashable, CaseIterable {
        case busStopWithin = "bus_stop_within"
        case railStationWithin = "rail_station_within"
        case facilityCoverage = "facility_coverage"
        case circleServices = "circle_services"
        case facilitySize = "facility_size"
        case facilitySpacing = "facility_spacing"
        case networkDensity = "network_density"
        case junctionSpacing = "junction_spacing"
        case closedCompoundSize = "closed_compound_size"
    }
}

/// How far somebody walks to something: as far as a circle reaches, or so many metres.
public enum ReachLimit: Sendable, Hashable {
    /// The circle's distance, which the facility table gives.
    case circle(LifeCircleTier)
    /// So many metres; positive.
    case metres(Double)
}
