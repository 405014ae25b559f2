import Geometry
import PedestrianNetworks
import Standards
import StudyAreas
import WalkAccess
import WorkSharing

/// Finds the residential land that no adequate facility reaches (服务盲区), as patches of touching land.
///
/// Land is cut where the limit ends: under a walking distance where the walk from the spot itself exceeds the
/// lenient limit, under a service radius where the radius of every open space does that is not known to be too
/// small. Under a walk the land of a block with known entrances, or a gated one, goes with the block's verdict:
/// see `WalkedLand`. Blocks that could not be assessed have no blind spots.
struct BlindSpotSurvey {
    let area: StudyArea
    let results: [RequirementAudit]
    let threads: Int

    /// By requirement: the patches, the largest first.
    func spots() async throws -> [[UncoveredPatch]] {
        var land = [[UncoveredLand]](repeating: [], count: results.count)
        for (requirement, result) in results.enumerated() {
            if case .radius = result.requirement.distance {
                land[requirement] = try await beyondRadius(result)
            }
        }
        for batch in batches { try await addBeyondWalk(batch, to: &land) }
        let (area, pieces) = (area, land)
        return try await concurrentMap(count: land.count, threads: threads, workspace: {}) { requirement, _ in
            try PatchBuilder(area: area).patches(of: pieces[requirement])
        }
    }

    /// The requirements with a walk, as many at a time as have their searches in 256 MB: the land of a block is
    /// sampled once for each batch.
    private var batches: [[Int]] {
        let walking = results.indices.filter { requirement in
            guard case .walking = results[requirement].requirement.distance else { return false }
            return results[requirement].assessments.contains { $0.verdict.isAssessed }
        }
        let size = max(1, (256 << 20) / (max(area.network.nodeCount, 1) * WalkSearch.bytesPerNode))
        return chunks(of: walking.count, size: size).map { Array(walking[$0]) }
    }

    private func addBeyondWalk(_ batch: [Int], to land: inout [[UncoveredLand]]) async throws {
        let (area, results) = (area, results)
        let searches = try await concurrentMap(
            count: batch.count, threads: threads, workspace: {}
        ) { place, _ in
            let result = results[batch[place]]
            var search = NearestFacilitySearch(on: area.network)
            let suitable = KindSupply(result.requirement, in: area).suitable
            search.prepare(area.facilityPlaces.selecting(suitable), within: result.limits.lenient)
            return search
        }
        let cutter = WalkedBlockCutter(
            area: area, land: WalkedLand(of: area), results: batch.map { results[$0] }, searches: searches)
        let parts = chunks(of: area.blocks.count, size: 64)
        let cut = try await concurrentMap(
            count: parts.count, threads: threads, workspace: { WalkedLand.Scratch() }
        ) { part, scratch in
            try parts[part].flatMap { try cutter.uncovered(of: $0, &scratch) }
        }
        for piece in cut.joined() { land[batch[piece.requirement]].append(piece.land) }
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

/// Cuts the land of one block for several requirements.
private struct WalkedBlockCutter: Sendable {
    let area: StudyArea
    let land: WalkedLand
    let results: [RequirementAudit]
    let searches: [NearestFacilitySearch]

    func uncovered(
        of place: Int, _ scratch: inout WalkedLand.Scratch
    ) throws -> [(requirement: Int, land: UncoveredLand)] {
        let assessed = results.indices.filter { results[$0].assessments[place].verdict.isAssessed }
        guard !assessed.isEmpty else { return [] }
        let block = area.blocks[place]
        let sample = land.sample(of: block, &scratch)
        return try assessed.compactMap { requirement in
            let polygons =
                if let sample {
                    try land.beyond(searches[requirement], of: sample, &scratch)
                } else if results[requirement].assessments[place].verdict.isUnserved {
                    block.shape.polygons
                } else {
                    [Polygon]()
                }
            return polygons.isEmpty ? nil : (requirement, UncoveredLand(block: place, polygons: polygons))
        }
    }
}

extension Verdict {
    /// Whether no adequate facility is within the lenient limit.
    fileprivate var isUnserved: Bool { self == .gap || self == .undersized }
}
