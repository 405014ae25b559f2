import Geometry
import PedestrianNetworks
import Standards
public import StudyAreas
import WalkAccess
import WorkSharing

extension ParkAudit {
    /// Audits the parks of `area`, which are its facilities, whatever their kind.
    ///
    /// Blocks are overlaid one by one with the parks near them, spread over the options' threads; patches grow
    /// together from what is left of each, so the result does not depend on how the work is cut.
    ///
    /// - Parameter progress: Called from any task with the share of the work done, 0…1.
    /// - Throws: `GeometryError` when GEOS fails.
    public init(
        of area: StudyArea, options: ParkAuditOptions,
        progress: @Sendable @escaping (Double) -> Void = { _ in }
    ) async throws {
        let auditor = ParkAuditor(area: area, options: options)
        let walks = auditor.walks()
        let blocks = try await auditor.blocks(walks: walks, progress: progress)
        self.area = area
        self.options = options
        self.blocks = blocks
        standings = auditor.standings
        (byRadius, byRadiusWithUnknown, onFoot) = auditor.coverages(blocks)
        patches = try PatchBuilder(area: area).patches(
            of: blocks.enumerated().map { UncoveredLand(block: $0, polygons: $1.uncovered) })
    }
}

/// The work of a park audit, step by step.
private struct ParkAuditor: Sendable {
    let area: StudyArea
    let options: ParkAuditOptions
    let standings: [ParkStanding]
    let counted: [Int]
    let limit: WalkingDistance

    var hasNetwork: Bool { area.network.edgeCount > 0 }

    init(area: StudyArea, options: ParkAuditOptions) {
        self.area = area
        self.options = options
        let rule = MinimumSizeRule(.init(floorAreaM2: nil, siteAreaM2: options.minimumArea))
        standings = area.facilities.map { park in
            switch rule.verdict(on: park) {
            case .undersized: .tooSmall
            case .unknown: .sizeUnknown
            case .adequate, .notRequired: .counted
            }
        }
        counted = standings.indices.filter { [standings] in standings[$0] == .counted }
        limit = .limit(metres: options.radius)
    }

    /// The nearest walk to a counted park from every block, as far as ten times the radius.
    func walks() -> [NearestWalk?] {
        guard hasNetwork else { return [NearestWalk?](repeating: nil, count: area.blocks.count) }
        var search = NearestFacilitySearch(on: area.network)
        search.prepare(
            area.facilityPlaces.selecting(counted), within: .limit(metres: 10 * options.radius))
        return area.blocks.indices.map {
            search.nearest(to: area.blockPlaces[$0])?.renumbered(by: counted)
        }
    }

    func blocks(
        walks: [NearestWalk?], progress: @Sendable @escaping (Double) -> Void
    ) async throws -> [ParkBlock] {
        let parks = try await ServiceAreas(
            counted, in: area, radius: options.radius, threads: options.threads)
        let lines = StraightLines(counted, in: area, to: .boundary)
        let parts = chunks(of: area.blocks.count, size: 64)
        return try await concurrentMap(
            count: parts.count, threads: options.threads, workspace: { ServiceAreas.Scratch() },
            progress: { progress(Double($0) / Double(parts.count)) }
        ) { part, scratch in
            try parts[part].map { try block($0, walk: walks[$0], parks, lines, &scratch) }
        }.flatMap { $0 }
    }

    private func block(
        _ place: Int, walk: NearestWalk?, _ parks: ServiceAreas, _ lines: StraightLines,
        _ scratch: inout ServiceAreas.Scratch
    ) throws -> ParkBlock {
        let block = area.blocks[place]
        let near = lines.nearest(to: [block.origin], scratch: &scratch.index)
        let uncovered = try parks.uncovered(of: block.shape, &scratch)
        let canWalk = hasNetwork && !area.blockPlaces[place].isEmpty
        return ParkBlock(
            nearestPark: near?.facility, straight: near?.distance,
            isWithinRadius: near.map { WalkingDistance(metres: $0.distance) <= limit } ?? false,
            walk: walk, isWithinWalk: canWalk ? walk.map { $0.distance <= limit } ?? false : nil,
            uncovered: uncovered, uncoveredArea: uncovered.reduce(0) { $0 + $1.area })
    }

    func coverages(
        _ blocks: [ParkBlock]
    ) -> (byRadius: ParkCoverage, withUnknown: ParkCoverage, onFoot: ParkCoverage?) {
        var (byRadius, withUnknown, onFoot) = (ParkCoverage(), ParkCoverage(), ParkCoverage())
        let possible = StraightLines(
            standings.indices.filter { standings[$0] != .tooSmall }, in: area, to: .boundary)
        var scratch = SpatialIndex.Scratch()
        for (block, result) in zip(area.blocks, blocks) {
            let land = block.shape.area
            byRadius.add(block, land: land - result.uncoveredArea, isCovered: result.isWithinRadius)
            let near = possible.nearest(to: [block.origin], scratch: &scratch)
            let isPossible = near.map { WalkingDistance(metres: $0.distance) <= limit } ?? false
            withUnknown.add(block, land: isPossible ? land : 0, isCovered: isPossible)
            if let isWithinWalk = result.isWithinWalk {
                onFoot.add(block, land: isWithinWalk ? land : 0, isCovered: isWithinWalk)
            }
        }
        return (byRadius, withUnknown, hasNetwork ? onFoot : nil)
    }
}
