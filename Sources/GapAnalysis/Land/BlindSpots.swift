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
    let standard: FacilityStandard
    let results: [RequirementAudit]
    let threads: Int

    /// By requirement: the patches, the largest first.
    func spots() async throws -> [[UncoveredPatch]] {
        var land = [[UncoveredLand]](repeating: [], count: results.count)
        for (requirement, result) in results.enumerated() {
            if case .radius = result.requirement.distance {
                land[requirement] = try await beyondRadius(requirement)
            }
        }
        for batch in batches { try await addBeyondWalk(batch, to: &land) }
        let (area, pieces) = (area, land)
        return try await concurrentMap(count: land.count, threads: threads, workspace: {}) { requirement, _ in
            try PatchBuilder(area: area).patches(of: pieces[requirement])
        }
    }

    /// The requirements with a walk, by the groups of blocks that the same sizes hold for, as many at a time as
    /// have their searches in 256 MB: the land of a block is sampled once for each batch.
    private var batches: [[WalkedSupply]] {
        let walking = results.indices.flatMap { requirement -> [WalkedSupply] in
            if case .radius = results[requirement].requirement.distance { return [] }
            guard results[requirement].assessments.contains(where: \.verdict.isAssessed) else { return [] }
            return groups(of: requirement).map { WalkedSupply(requirement: requirement, group: $0) }
        }
        let size = max(1, (256 << 20) / (max(area.network.nodeCount, 1) * WalkSearch.bytesPerNode))
        return chunks(of: walking.count, size: size).map { Array(walking[$0]) }
    }

    private func groups(of requirement: Int) -> [SupplyGroup] {
        SupplyGroup.all(of: standard.providers(of: results[requirement].requirement), in: area)
    }

    private func addBeyondWalk(_ batch: [WalkedSupply], to land: inout [[UncoveredLand]]) async throws {
        let (area, results) = (area, results)
        let searches = try await concurrentMap(
            count: batch.count, threads: threads, workspace: {}
        ) { place, _ in
            let limit = results[batch[place].requirement].limits.lenient
            var search = NearestFacilitySearch(on: area.network)
            search.prepare(
                area.facilityPlaces.selecting(batch[place].group.supply.suitable), within: limit)
            return search
        }
        let cutter = WalkedBlockCutter(
            area: area, land: WalkedLand(of: area), results: results, supplies: batch, searches: searches)
        let parts = chunks(of: area.blocks.count, size: 64)
        let cut = try await concurrentMap(
            count: parts.count, threads: threads, workspace: { WalkedLand.Scratch() }
        ) { part, scratch in
            try parts[part].flatMap { try cutter.uncovered(of: $0, &scratch) }
        }
        for piece in cut.joined() { land[piece.requirement].append(piece.land) }
    }

    private func beyondRadius(_ requirement: Int) async throws -> [UncoveredLand] {
        let result = results[requirement]
        guard result.assessments.contains(where: \.verdict.isAssessed) else { return [] }
        var land: [UncoveredLand] = []
        for group in groups(of: requirement) {
            let service = try await ServiceAreas(
                group.supply.suitable, in: area, radius: result.limits.strict.roundedMetres, threads: threads)
            let parts = chunks(of: group.blocks.count, size: 64)
            let area = area
            land += try await concurrentMap(
                count: parts.count, threads: threads, workspace: { ServiceAreas.Scratch() }
            ) { part, scratch in
                try group.blocks[parts[part]].map { place in
                    UncoveredLand(
                        block: place,
                        polygons: try service.uncovered(of: area.blocks[place].shape, &scratch))
                }
            }.flatMap { $0 }
        }
        return land.sorted { $0.block < $1.block }
    }
}

/// What blocks of a group walk to under one requirement.
private struct WalkedSupply: Sendable {
    /// The place of the requirement in the audit.
    let requirement: Int
    let group: SupplyGroup
    private let blocks: Set<Int>

    init(requirement: Int, group: SupplyGroup) {
        self.requirement = requirement
        self.group = group
        blocks = Set(group.blocks)
    }

    func holds(for block: Int) -> Bool { blocks.contains(block) }
}

/// Cuts the land of one block for several requirements.
private struct WalkedBlockCutter: Sendable {
    let area: StudyArea
    let land: WalkedLand
    let results: [RequirementAudit]
    let supplies: [WalkedSupply]
    /// By supply.
    let searches: [NearestFacilitySearch]

    func uncovered(
        of place: Int, _ scratch: inout WalkedLand.Scratch
    ) throws -> [(requirement: Int, land: UncoveredLand)] {
        let assessed = supplies.indices.filter {
            supplies[$0].holds(for: place) && verdict(supplies[$0], place).isAssessed
        }
        guard !assessed.isEmpty else { return [] }
        let block = area.blocks[place]
        let sample = land.sample(of: block, &scratch)
        return try assessed.compactMap { supply in
            let polygons =
                if let sample {
                    try land.beyond(searches[supply], of: sample, &scratch)
                } else if verdict(supplies[supply], place).isUnserved {
                    block.shape.polygons
                } else {
                    [Polygon]()
                }
            guard !polygons.isEmpty else { return nil }
            return (supplies[supply].requirement, UncoveredLand(block: place, polygons: polygons))
        }
    }

    private func verdict(_ supply: WalkedSupply, _ block: Int) -> Verdict {
        results[supply.requirement].assessments[block].verdict
    }
}

extension Verdict {
    /// Whether no adequate facility is within the lenient limit.
    fileprivate var isUnserved: Bool { self == .gap || self == .undersized }
}
