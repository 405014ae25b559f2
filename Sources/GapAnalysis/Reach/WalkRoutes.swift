public import Geometry
import PedestrianNetworks
import Standards
import StudyAreas
import WalkAccess
import WorkSharing

/// The ways that the walks of an audit take, for drawing.
public struct WalkRoutes: Sendable {
    /// By requirement and block: the way from the facility to the block, in the plane; nil where the audit has no
    /// walk.
    public let ways: [[[Position]?]]

    /// Walks again to the facilities that `audit` found, requirements spread over its options' threads.
    ///
    /// Each way begins and ends where the walk does: at the facility's and the block's own places.
    public init(of audit: Audit) async throws {
        let area = audit.area
        let arcs = ArrivingArcs(of: area.network)
        ways = try await concurrentMap(
            count: audit.requirements.count, threads: audit.options.threads,
            workspace: { NearestFacilitySearch(on: area.network) }, progress: { _ in }
        ) { index, search in
            RequirementRoutes(audit: audit, result: audit.requirements[index], arcs: arcs).ways(&search)
        }
    }
}

/// The ways under one requirement.
private struct RequirementRoutes {
    let audit: Audit
    let result: RequirementAudit
    let arcs: ArrivingArcs

    private var area: StudyArea { audit.area }

    func ways(_ search: inout NearestFacilitySearch) -> [[Position]?] {
        var ways = [[Position]?](repeating: nil, count: area.blocks.count)
        let supply = KindSupply(audit.standard.providers(of: result.requirement), in: area)
        let limit = max(audit.options.searchLimit, result.limits.lenient)
        for group in [supply.suitable, supply.undersized] where !group.isEmpty {
            let places = area.facilityPlaces.selecting(group)
            search.prepare(places, within: limit)
            for block in area.blocks.indices where ways[block] == nil {
                ways[block] = way(of: block, group, search)
            }
        }
        return ways
    }

    /// The way to the facility that the audit names, when it is the nearest of `group`.
    private func way(of block: Int, _ group: [Int], _ search: NearestFacilitySearch) -> [Position]? {
        let assessment = result.assessments[block]
        guard let facility = assessment.facility,
            let route = search.route(to: area.blockPlaces[block], arcs),
            group[Int(route.walk.facility)] == facility, route.walk.distance == assessment.distance,
            let first = route.positions.first, let last = route.positions.last
        else { return nil }
        let start = entrance(of: area.facilities[facility], near: first, leg: route.walk.facilityLeg)
        let end = nearest(of: area.blocks[block].starts, to: last, leg: route.walk.blockLeg)
        return [start].compactMap { $0 } + route.positions + [end].compactMap { $0 }
    }

    private func entrance(of facility: Facility, near spot: Position, leg: WalkingDistance) -> Position? {
        guard case .entrances(let entrances) = facility.access else { return nil }
        return nearest(of: entrances, to: spot, leg: leg)
    }

    /// The one of `places` from which the straight leg to `spot` is as long as the walk says.
    private func nearest(of places: [Position], to spot: Position, leg: WalkingDistance) -> Position? {
        places.min { abs($0.distance(to: spot) - leg.metres) < abs($1.distance(to: spot) - leg.metres) }
    }
}
