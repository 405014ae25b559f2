import Geometry
import PedestrianNetworks
import Standards
import StudyAreas
import WalkAccess

/// A facility of the kind, large enough, within the circle's walking distance (步行可达距离).
///
/// Source: Suzhou's community quality plan 2021–2025, table 1 and tables 2–7; the verdicts are those of
/// Docs/Methods.
struct ReachRule: RequirementRule {
    func assess(
        _ group: SupplyGroup, _ context: RuleContext, _ search: inout NearestFacilitySearch
    ) -> [Assessment] {
        let (supply, blocks, limit) = (group.supply, group.blocks, context.searchLimit)
        let suitable = context.nearestWalks(from: blocks, to: supply.suitable, within: limit, &search)
        let undersized = context.nearestWalks(from: blocks, to: supply.undersized, within: limit, &search)
        let lines = Lines(supply, context.area)
        var scratch = SpatialIndex.Scratch()
        return blocks.indices.map { place in
            let judge = BlockJudge(
                context: context, supply: supply, block: blocks[place], suitable: suitable[place],
                undersized: undersized[place])
            return judge.assessment(lines, &scratch)
        }
    }

    /// Straight lines to the groups of facilities that the verdict tells apart.
    struct Lines {
        let suitable: StraightLines
        let undersized: StraightLines
        let any: StraightLines
        let suitableOffNetwork: StraightLines
        let undersizedOffNetwork: StraightLines

        init(_ supply: KindSupply, _ area: StudyArea) {
            func offNetwork(_ places: [Int]) -> StraightLines {
                StraightLines(places.filter { area.facilityPlaces[$0].isEmpty }, in: area)
            }
            suitable = StraightLines(supply.suitable, in: area)
            undersized = StraightLines(supply.undersized, in: area)
            any = StraightLines((supply.suitable + supply.undersized).sorted(), in: area)
            suitableOffNetwork = offNetwork(supply.suitable)
            undersizedOffNetwork = offNetwork(supply.undersized)
        }
    }
}

/// The walks and straight lines of one block, and the verdict they give.
private struct BlockJudge {
    let context: RuleContext
    let supply: KindSupply
    let block: Int
    let suitable: NearestWalk?
    let undersized: NearestWalk?

    private var area: StudyArea { context.area }
    private var starts: [Position] { area.blocks[block].starts }

    func assessment(_ lines: ReachRule.Lines, _ scratch: inout SpatialIndex.Scratch) -> Assessment {
        if supply.isEmpty, !supply.isSurveyed {
            return Assessment(.notAssessable, .notSurveyed)
        }
        if area.blockPlaces[block].isEmpty {
            return unwalked(.notAssessable, .offNetwork, lines, &scratch)
        }
        if let walk = suitable, isWithin(walk, context.limits.lenient) {
            let verdict: Verdict = isWithin(walk, context.limits.strict) ? .met : .marginal
            let isUnknown = supply.size[Int(walk.facility)] == .unknown
            return walked(walk, verdict, isUnknown ? .sizeUnknown : nil, lines.suitable, &scratch)
        }
        return shortfall(lines, &scratch)
    }

    /// No adequate facility within the lenient limit: what there is instead.
    private func shortfall(
        _ lines: ReachRule.Lines, _ scratch: inout SpatialIndex.Scratch
    ) -> Assessment {
        if isNear(lines.suitableOffNetwork, &scratch) {
            return unwalked(.notAssessable, .facilityOffNetwork, lines, &scratch)
        }
        if let walk = undersized, isWithin(walk, context.limits.lenient) {
            return walked(walk, .undersized, nil, lines.undersized, &scratch)
        }
        if isNear(lines.undersizedOffNetwork, &scratch) {
            return unwalked(.notAssessable, .facilityOffNetwork, lines, &scratch)
        }
        // Only buildings that provide it among other things are known: what else there is, nobody has looked for.
        guard supply.isSurveyed else { return unwalked(.notAssessable, .notSurveyed, lines, &scratch) }
        return gap(lines, &scratch)
    }

    /// The row of a gap tells of the nearest adequate facility on foot, for that is what is lacking, and of the
    /// nearest of any size as the crow flies, for that is what makes a detour.
    private func gap(_ lines: ReachRule.Lines, _ scratch: inout SpatialIndex.Scratch) -> Assessment {
        let isSplit = !supply.isEmpty && !supply.sharesPiece(with: area.blockPlaces[block], in: area)
        let line = lines.any.nearest(to: starts, scratch: &scratch)
        let isNear = line.map { WalkingDistance(metres: $0.distance) <= context.limits.lenient } ?? false
        let reason: Reason = isSplit ? .unreachable : isNear ? .detour : .noneInReach
        return Assessment(.gap, reason, walk: suitable ?? undersized, line: line)
    }

    private func isWithin(_ walk: NearestWalk, _ limit: WalkingDistance) -> Bool {
        walk.distance <= limit
    }

    /// Whether the nearest of `lines` might be within the limit, seen that no walk is shorter than its line.
    private func isNear(_ lines: StraightLines, _ scratch: inout SpatialIndex.Scratch) -> Bool {
        guard let straight = lines.nearest(to: starts, scratch: &scratch) else { return false }
        return WalkingDistance(metres: straight.distance) <= context.limits.lenient
    }

    private func walked(
        _ walk: NearestWalk, _ verdict: Verdict, _ reason: Reason?, _ lines: StraightLines,
        _ scratch: inout SpatialIndex.Scratch
    ) -> Assessment {
        Assessment(verdict, reason, walk: walk, line: lines.nearest(to: starts, scratch: &scratch))
    }

    private func unwalked(
        _ verdict: Verdict, _ reason: Reason, _ lines: ReachRule.Lines,
        _ scratch: inout SpatialIndex.Scratch
    ) -> Assessment {
        Assessment(verdict, reason, line: lines.any.nearest(to: starts, scratch: &scratch))
    }
}
