import Geometry
import PedestrianNetworks
import Standards
import StudyAreas
import WalkAccess

/// An open space of the kind, large enough, within a service radius (服务半径) of its boundary.
///
/// The radius is straight, from the boundary of the open space to the origin of the block, and needs no
/// network; the nearest walk is reported beside it, be it to another open space. Source: Suzhou's community quality plan 2021–2025, action 6:
/// 400m² 以上公园绿地 300 米服务半径全覆盖.
struct RadiusRule: RequirementRule {
    func assess(_ context: RuleContext, _ search: inout NearestFacilitySearch) -> [Assessment] {
        let area = context.area
        let supply = KindSupply(context.requirement, in: area)
        if supply.isEmpty, !area.surveyed.includes(context.requirement.kind) {
            return area.blocks.map { _ in Assessment(.notAssessable, .notSurveyed) }
        }
        let walks = context.nearestWalks(to: supply.suitable, within: context.searchLimit, &search)
        let suitable = StraightLines(supply.suitable, in: area)
        let undersized = StraightLines(supply.undersized, in: area)
        var scratch = SpatialIndex.Scratch()
        return area.blocks.indices.map { block in
            let origin = [area.blocks[block].origin]
            let near = suitable.nearest(to: origin, scratch: &scratch)
            let small = undersized.nearest(to: origin, scratch: &scratch)
            return assessment(context, supply, walks[block], near, small)
        }
    }

    private typealias Line = (facility: Int, distance: Double)

    private func assessment(
        _ context: RuleContext, _ supply: KindSupply, _ walk: NearestWalk?, _ near: Line?, _ small: Line?
    ) -> Assessment {
        func isWithin(_ line: Line) -> Bool {
            WalkingDistance(metres: line.distance) <= context.limits.strict
        }
        func result(_ verdict: Verdict, _ reason: Reason?, _ line: Line?, onFoot: Bool = true) -> Assessment {
            let walk = onFoot ? walk : nil
            return Assessment(
                verdict: verdict, reason: reason, facility: walk.map { Int($0.facility) } ?? line?.facility,
                distance: walk?.distance, straight: line?.distance)
        }
        if let near, isWithin(near) {
            return result(.met, supply.size[near.facility] == .unknown ? .sizeUnknown : nil, near)
        }
        if let small, isWithin(small) { return result(.undersized, nil, small, onFoot: false) }
        return result(.gap, .noneInReach, near ?? small)
    }
}
