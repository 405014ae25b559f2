import Geometry
import PedestrianNetworks
import Standards
import StudyAreas
import WorkSharing

/// Finds the residential land that no adequate facility reaches (服务盲区), as patches of touching land.
///
/// Under a walking distance a block's land goes with its verdict, because its residents start where the block's
/// walks start, be it a single gate: the land of blocks with a gap. Under a service radius it is exact: what of
/// each block lies beyond the radius of every open space that is not known to be too small.
struct BlindSpotSurvey {
    let area: StudyArea
    let results: [RequirementAudit]
    let threads: Int

    /// By requirement: the patches, the largest first.
    func spots() async throws -> [[UncoveredPatch]] {
        var land: [[UncoveredLand]] = []
        for result in results { land.append(try await uncoveredLand(of: result)) }
        let (area, pieces) = (area, land)
        return try await concurrentMap(count: land.count, threads: threads, workspace: {}) { requirement, _ in
            try PatchBuilder(area: area).patches(of: pieces[requirement])
        }
    }

    private func uncoveredLand(of result: RequirementAudit) async throws -> [UncoveredLand] {
        if case .radius = result.requirement.distance { return try await beyondRadius(result) }
        return zip(area.blocks.indices, result.assessments).compactMap { place, assessment in
            guard assessment.verdict == .gap else { return nil }
            return UncoveredLand(block: place, polygons: area.blocks[place].shape.polygons)
        }
    }

    private func beyondRadius(_ result: RequirementAudit) async throws -> [UncoveredLand] {
        let supply = KindSupply(result.requirement, in: area)
        guard result.assessments.contains(where: \.verdict.isAssessed) else { return [] }
        let service = try await ServiceAreas(
            supply.suitable, in: area, radius: result.limits.strict.roundedMetres, threads: threads)
        let parts = chunks(of: area.blocks.count, size: 64)
        let area = area
        return try await concurrentMap(
            count: parts.count, threads: threads, workspace: { ServiceAreas.Scratch() }
        ) { part, scratch in
            try parts[part].map { place in
                UncoveredLand(
                    block: place, polygons: try service.uncovered(of: area.blocks[place].shape, &scratch))
            }
        }.flatMap { $0 }
    }
}
