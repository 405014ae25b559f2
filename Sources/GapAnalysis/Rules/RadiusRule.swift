import Geometry
import PedestrianNetworks
import Standards
import StudyAreas
import WalkAccess

/// An open space of the kind, large enough, within a service radius (服务半径) of its boundary.
///
/// The radius is straight, from the boundary of the open space to the origin of the block, and needs no
/// network: the verdict rests on the straight line. The nearest walk stands beside it, be it to another open space. Source: Suzhou's community quality plan 2021–2025, action 6:
/// 400m² 以上公园绿地 300 米服务半径全覆盖.
struct RadiusRule: RequirementRule {
    func assess(
        _ group: SupplyGroup, _ context: RuleContext, _ search: inout NearestFacilitySearch
    ) -> [Assessment] {
        let (area, supply, blocks) = (context.area, group.supply, group.blocks)
        if supply.isEmpty, !supply.isSurveyed {
            return blocks.map { _ in Assessment(.notAssessable, .notSurveyed) }
        }
        let limit = context.searchLimit
        let walks = context.nearestWalks(from: blocks, to: supply.suitable, within: limit, &search)
        let smallWalks = context.nearestWalks(from: blocks, to: supply.undersized, within: limit, &search)
        let suitable = StraightLines(supply.suitable, in: area, to: .boundary)
        let undersized = StraightLines(supply.undersized, in: area, to: .boundary)
        var scratch = SpatialIndex.Scratch()
        return blocks.indices.map { place in
            let origin = [area.blocks[blocks[place]].origin]
            let near = suitable.nearest(to: origin, scratch: &scratch)
            if let near, isWithin(near, context) {
                let isUnknown = supply.size[near.facility] == .unknown
                return Assessment(.met, isUnknown ? .sizeUnknown : nil, walk: walks[place], line: near)
            }
            let small = undersized.nearest(to: origin, scratch: &scratch)
            if let small, isWithin(small, context) {
                return Assessment(.undersized, nil, walk: smallWalks[place], line: small)
            }
            let (walk, line) = (walks[place] ?? smallWalks[place], near ?? small)
            return supply.isSurveyed
                ? Assessment(.gap, .noneInReach, walk: walk, line: line)
                : Assessment(.notAssessable, .notSurveyed, line: line)
        }
    }

    private func isWithin(_ line: (facility: Int, distance: Double), _ context: RuleContext) -> Bool {
        WalkingDistance(metres: line.distance) <= context.limits.strict
    }
}
