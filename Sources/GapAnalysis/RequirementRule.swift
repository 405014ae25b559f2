import Geometry
import PedestrianNetworks
import Standards
import StudyAreas
import WalkAccess

/// What a rule needs to judge one requirement: one task's own, hence its scratch space.
struct RuleContext {
    let area: StudyArea
    let requirement: FacilityRequirement
    let providers: [SupplyProvider]
    let limits: Limits
    let searchLimit: WalkingDistance

    /// The supply of each group of blocks that the same sizes hold for.
    var groups: [SupplyGroup] { SupplyGroup.all(of: providers, in: area) }

    /// The nearest of `facilities` on foot from each of `blocks`, facilities numbered as in the area.
    func nearestWalks(
        from blocks: [Int], to facilities: [Int], within limit: WalkingDistance,
        _ search: inout NearestFacilitySearch
    ) -> [NearestWalk?] {
        guard !facilities.isEmpty else { return [NearestWalk?](repeating: nil, count: blocks.count) }
        search.prepare(area.facilityPlaces.selecting(facilities), within: limit)
        return blocks.map { block in
            search.nearest(to: area.blockPlaces[block])?.renumbered(by: facilities)
        }
    }
}

/// Judges blocks of an area by one requirement.
protocol RequirementRule {
    /// What becomes of each block of a group, in its order.
    func assess(
        _ group: SupplyGroup, _ context: RuleContext, _ search: inout NearestFacilitySearch
    ) -> [Assessment]
}

extension RequirementRule {
    /// What becomes of each block of the area.
    func assess(_ context: RuleContext, _ search: inout NearestFacilitySearch) -> [Assessment] {
        let unjudged = Assessment(.notAssessable, .notSurveyed)
        var assessments = [Assessment](repeating: unjudged, count: context.area.blocks.count)
        for group in context.groups {
            for (block, assessment) in zip(group.blocks, assess(group, context, &search)) {
                assessments[block] = assessment
            }
        }
        return assessments
    }
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
