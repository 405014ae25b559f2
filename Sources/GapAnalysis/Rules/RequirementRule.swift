import Geometry
import PedestrianNetworks
import Standards
import StudyAreas
import WalkAccess

/// What a rule needs to judge one requirement: one task's own, hence its scratch space.
struct RuleContext {
    let area: StudyArea
    let requirement: FacilityRequirement
    let limits: Limits
    let searchLimit: WalkingDistance

    /// The nearest of `facilities` on foot from every block, facilities numbered as in the area.
    func nearestWalks(
        to facilities: [Int], within limit: WalkingDistance, _ search: inout NearestFacilitySearch
    ) -> [NearestWalk?] {
        guard !facilities.isEmpty else { return [NearestWalk?](repeating: nil, count: area.blocks.count) }
        search.prepare(area.facilityPlaces.selecting(facilities), within: limit)
        return area.blocks.indices.map { block in
            search.nearest(to: area.blockPlaces[block])?.renumbered(by: facilities)
        }
    }
}

/// Judges every block of an area by one requirement.
protocol RequirementRule {
    func assess(_ context: RuleContext, _ search: inout NearestFacilitySearch) -> [Assessment]
}

extension FacilityRequirement {
    /// The rule that the requirement is judged by.
    var rule: any RequirementRule {
        switch distance {
        case .walking, .walk: ReachRule()
        case .radius: RadiusRule()
        }
    }
}
