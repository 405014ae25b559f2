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
        let (walks, counters) = auditor.walks()
        let blocks = try await auditor.blocks(walks: walks, progress: progress)
        edge = try ParkDoubt(of: blocks, in: area, radius: options.radius)
        let notes = EdgeNotes(
            area: area, blocks: edge.blocks, count: edge.count, widest: auditor.limit)
        findings = area.findings + (try OverlapNotes(area: area).findings()) + notes.findings
        self.area = area
        self.options = options
        self.blocks = blocks
        self.counters = counters
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
        // No minimum asks for no size: then parks of unknown size count as well.
        let minimum = options.minimumArea > 0 ? options.minimumArea : nil
        let rule = MinimumSizeRule(.init(floorAreaM2: nil, siteAreaM2: minimum))
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
    func walks() -> (walks: [NearestWalk?], counters: SearchCounters) {
        guard hasNetwork else { return (area.blocks.map { _ in nil }, SearchCounters()) }
        var search = NearestFacilitySearch(on: area.network)
        search.prepare(
            area.facilityPlaces.selecting(counted), within: .limit(metres: 10 * options.radius))
        let walks = area.blocks.indices.map {
            search.nearest(to: area.blockPlaces[$0])?.renumbered(by: counted)
        }
        return (walks, search.counters)
    }

    func blocks(
        walks: [NearestWalk?], progress: @Sendable @escaping (Double) -> Void
    ) async throws -> [ParkBlock] {
        let counted = try await RatedParks(counted, in: area, options)
        let unknown = try await RatedParks(
            standings.indices.filter { standings[$0] == .sizeUnknown }, in: area, options)
        let parts = chunks(of: area.blocks.count, size: 64)
        let walkers = hasNetwork ? ParkWalkers(self.counted, in: area, within: limit) : nil
        return try await concurrentMap(
            count: parts.count, threads: options.threads, workspace: { Scratch() },
            progress: { progress(Double($0) / Double(parts.count)) }
        ) { part, scratch in
            try parts[part].map { try block($0, walk: walks[$0], counted, unknown, walkers, &scratch) }
        }.flatMap { $0 }
    }

    /// One task's scratch space.
    private struct Scratch {
        var service = ServiceAreas.Scratch()
        var walked = WalkedLand.Scratch()
    }

    private func block(
        _ place: Int, walk: NearestWalk?, _ counted: RatedParks, _ unknown: RatedParks,
        _ walkers: ParkWalkers?, _ scratch: inout Scratch
    ) throws -> ParkBlock {
        let block = area.blocks[place]
        let near = counted.lines.nearest(to: [block.origin], scratch: &scratch.service.index)
        let nearUnknown = unknown.lines.nearest(to: [block.origin], scratch: &scratch.service.index)
        let uncovered = try counted.service.uncovered(of: block.shape, &scratch.service)
        let stillUncovered = try unknown.service.uncovered(of: uncovered, &scratch.service)
        let canWalk = hasNetwork && !area.blockPlaces[place].isEmpty
        let isWithinWalk = canWalk ? walk.map { $0.distance <= limit } ?? false : nil
        let unwalked = try isWithinWalk.flatMap { isWithin in
            try walkers?.uncovered(of: block, isWithin: isWithin, &scratch.walked)
        }
        return ParkBlock(
            nearestPark: near?.facility, straight: near?.distance, isWithinRadius: isWithinRadius(near),
            isWithinRadiusWithUnknown: isWithinRadius(near) || isWithinRadius(nearUnknown), walk: walk,
            isWithinWalk: isWithinWalk,
            uncovered: uncovered, uncoveredArea: block.shape.area(of: uncovered),
            walkUncoveredArea: unwalked.map { block.shape.area(of: $0) },
            uncoveredAreaWithUnknown: block.shape.area(of: stillUncovered))
    }

    private func isWithinRadius(_ near: (facility: Int, distance: Double)?) -> Bool {
        near.map { WalkingDistance(metres: $0.distance) <= limit } ?? false
    }

    func coverages(
        _ blocks: [ParkBlock]
    ) -> (byRadius: ParkCoverage, withUnknown: ParkCoverage, onFoot: ParkCoverage?) {
        var (byRadius, withUnknown, onFoot) = (ParkCoverage(), ParkCoverage(), ParkCoverage())
        for (block, result) in zip(area.blocks, blocks) {
            let land = block.shape.area
            byRadius.add(block, land: land - result.uncoveredArea, isCovered: result.isWithinRadius)
            withUnknown.add(
                block, land: land - result.uncoveredAreaWithUnknown,
                isCovered: result.isWithinRadiusWithUnknown)
            if let isWithinWalk = result.isWithinWalk, let unwalked = result.walkUncoveredArea {
                onFoot.add(block, land: land - unwalked, isCovered: isWithinWalk)
            }
        }
        return (byRadius, withUnknown, hasNetwork ? onFoot : nil)
    }
}

/// Parks of one standing: the lines to them and the land they serve.
private struct RatedParks: Sendable {
    let lines: StraightLines
    let service: ServiceAreas

    init(_ places: [Int], in area: StudyArea, _ options: ParkAuditOptions) async throws {
        lines = StraightLines(places, in: area, to: .boundary)
        service = try await ServiceAreas(
            places, in: area, radius: options.radius, threads: options.threads)
    }
}

/// The walk to the counted parks from any spot of land.
private struct ParkWalkers: Sendable {
    private let land: WalkedLand
    private let search: NearestFacilitySearch

    init(_ places: [Int], in area: StudyArea, within limit: WalkingDistance) {
        land = WalkedLand(of: area)
        var search = NearestFacilitySearch(on: area.network)
        search.prepare(area.facilityPlaces.selecting(places), within: limit)
        self.search = search
    }

    /// What of a block's land lies beyond the limit; all or nothing where the land is not cut.
    func uncovered(
        of block: ResidentialBlock, isWithin: Bool, _ scratch: inout WalkedLand.Scratch
    ) throws -> [Polygon] {
        guard let sample = land.sample(of: block, &scratch) else {
            return isWithin ? [] : block.shape.polygons
        }
        return try land.beyond(search, of: sample, &scratch)
    }
}

extension Shape {
    /// The area of a part of the shape: at most the shape's own, whatever the last bits of an overlay say.
    fileprivate func area(of part: [Polygon]) -> Double { min(part.reduce(0) { $0 + $1.area }, area) }
}
