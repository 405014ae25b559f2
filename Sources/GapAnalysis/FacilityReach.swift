import Geometry
import PedestrianNetworks
import Standards
import StudyAreas
import WalkAccess
import WorkSharing

/// The residents within the limits of one facility, under the requirement its kind is judged by.
public struct FacilityReach: Hashable, Sendable {
    /// The place of the requirement in the audit.
    public let requirement: Int
    /// Whether the facility is large enough.
    public let size: SizeVerdict
    /// Residents of blocks within the strict limit; nil when the facility is off the network.
    public var residentsStrict: Double?
    /// Residents of blocks within the lenient limit; nil when the facility is off the network.
    public var residentsLenient: Double?
}

/// Finds who lives within the limits of each facility: one bounded search a facility, over all cores.
struct FacilityReachSurvey {
    let area: StudyArea
    let results: [RequirementAudit]
    let threads: Int

    /// By facility; nil for kinds that the standard does not judge.
    func survey(
        progress: @Sendable @escaping (Double) -> Void
    ) async throws -> (reach: [FacilityReach?], counters: SearchCounters) {
        let judged = Dictionary(
            results.enumerated().map { ($1.requirement.kind, $0) }, uniquingKeysWith: { first, _ in first })
        let targets = TargetColumns(area.blockPlaces, on: area.network)
        let spots = PlaceSpots(area.facilityPlaces, on: area.network)
        let parts = chunks(of: spots.order.count, size: 64)
        let (area, results) = (area, results)
        let surveyed = try await concurrentMap(
            count: parts.count, threads: threads,
            workspace: { PlacesWithinSearch(targets, on: area.network) },
            progress: { progress(Double($0) / Double(parts.count)) }
        ) { part, search in
            let before = search.counters
            search.prepare(spots, parts[part])
            let reach = parts[part].map { rank -> FacilityReach? in
                let facility = Int(spots.order[rank])
                guard let place = judged[area.facilities[facility].kind] else { return nil }
                let surveyor = FacilitySurveyor(
                    area: area, result: results[place], requirement: place, facility: facility,
                    spots: spots[rank])
                return surveyor.reach(&search)
            }
            return (reach, search.counters - before)
        }
        var reach = [FacilityReach?](repeating: nil, count: spots.order.count)
        for (facility, found) in zip(spots.order, surveyed.flatMap(\.0)) { reach[Int(facility)] = found }
        return (reach, surveyed.reduce(SearchCounters()) { $0 + $1.1 })
    }
}

/// Sums up the residents within the limits of one facility.
private struct FacilitySurveyor {
    let area: StudyArea
    let result: RequirementAudit
    let requirement: Int
    let facility: Int
    let spots: ArraySlice<ChainSpot>

    func reach(_ search: inout PlacesWithinSearch) -> FacilityReach {
        let size = MinimumSizeRule(result.requirement.minimum).verdict(on: area.facilities[facility])
        var reach = FacilityReach(requirement: requirement, size: size)
        switch result.requirement.distance {
        case .radius: countWithinRadius(&reach)
        case .walking, .walk: if !spots.isEmpty { countOnFoot(&reach, &search) }
        }
        return reach
    }

    private func countOnFoot(_ reach: inout FacilityReach, _ search: inout PlacesWithinSearch) {
        var within: [(block: Int, isStrict: Bool)] = []
        search.forEachTarget(from: spots, within: result.limits.lenient) {
            within.append(($0, $1 <= result.limits.strict))
        }
        // Sums of fractions depend on the order, so blocks are taken in theirs.
        add(within.sorted { $0.block < $1.block }, to: &reach)
    }

    private func countWithinRadius(_ reach: inout FacilityReach) {
        let shape = area.facilities[facility].shape
        let window = shape.box.grown(by: result.limits.lenient.metres + 1)
        var within: [(block: Int, isStrict: Bool)] = []
        for (index, block) in area.blocks.enumerated()
        where window.squaredDistance(to: block.origin) == 0 {
            let distance = WalkingDistance(metres: shape.distance(to: block.origin))
            if distance <= result.limits.lenient { within.append((index, distance <= result.limits.strict)) }
        }
        add(within, to: &reach)
    }

    private func add(_ within: [(block: Int, isStrict: Bool)], to reach: inout FacilityReach) {
        let residents = within.map { (area.blocks[$0.block].population ?? 0, $0.isStrict) }
        reach.residentsLenient = residents.reduce(0) { $0 + $1.0 }
        reach.residentsStrict = residents.reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
    }
}
