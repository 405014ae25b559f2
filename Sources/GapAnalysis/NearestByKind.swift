public import PedestrianNetworks
public import StudyAreas
public import WalkAccess
import WorkSharing

/// The nearest facility of every kind from every block, and how many there are within given walks: access
/// without a standard.
public struct NearestByKind: Sendable {
    /// The place that was measured.
    public let area: StudyArea
    /// The kinds, in the order in which the facilities first have them.
    public let kinds: [String]
    /// The limits of the counts.
    public let countLimits: [WalkingDistance]
    /// The work the searches did.
    public let counters: SearchCounters
    /// The area's findings, and whether its edge could be nearer than the facilities.
    public let findings: [Finding]
    /// Which answers could be better if the data went on beyond its edge.
    public let edge: NearestDoubt
    /// By kind: from each block to the nearest facility within the limit.
    private let walks: [NearestWalks]
    /// By kind: its facilities, places in the area's.
    private let facilities: [[Int]]
    /// By block, kind and limit.
    private let counts: [Int32]

    /// Measures `area`: searches from all facilities of each kind, and for counts one bounded search per block, spread over
    /// `threads` tasks.
    ///
    /// - Parameters:
    ///   - limit: The longest walk of interest.
    ///   - countLimits: The limits within which facilities are counted; none for no counts.
    ///   - progress: Called from any task with the share of the work done, 0…1.
    /// - Throws: `GeometryError` when GEOS fails; `CancellationError` when the task is cancelled.
    public init(
        in area: StudyArea, within limit: WalkingDistance, counting countLimits: [WalkingDistance] = [],
        threads: Int, progress: @Sendable @escaping (Double) -> Void = { _ in }
    ) async throws {
        let sorted = FacilitiesByKind(area.facilities)
        let share = countLimits.isEmpty ? 1 : 0.3
        let blocks = PlaceSpots(area.blockPlaces, on: area.network)
        let supply = sorted.facilities.map { area.facilityPlaces.selecting($0) }
        let searched = try await NearestOfKinds(supply, within: limit, on: area.network, threads: threads)
            .walks(from: blocks, threads: threads) { progress(share * $0) }
        let counter = CountsByKind(area: area, blocks: blocks, kinds: sorted, limits: countLimits)
        let counted = try await counter.count(threads: threads) { progress(share + (1 - share) * $0) }
        self.area = area
        self.countLimits = countLimits
        kinds = sorted.kinds
        (walks, facilities) = (searched.walks, sorted.facilities)
        edge = try NearestDoubt(of: walks, in: area, within: limit, counting: countLimits)
        findings = area.findings + edge.notes(on: area).findings
        counts = counted.counts
        counters = searched.counters + counted.counters
    }

    /// The walk from block `block` to the nearest facility of kind `kind`; nil when none is within the limit.
    public func walk(fromBlock block: Int, toKind kind: Int) -> NearestWalk? {
        walks[kind][block]?.renumbered(by: facilities[kind])
    }

    /// The walks from all blocks to kind `kind`; its facilities are numbered among themselves.
    public func walks(toKind kind: Int) -> NearestWalks { walks[kind] }

    /// The locations of the facilities of kind `kind`, each with its facility in the study area and its straight leg.
    public func locations(ofKind kind: Int) -> some Sequence<(facility: Int, leg: WalkingDistance)> {
        let (found, all) = (walks[kind].facilities, facilities[kind])
        return zip(found.place, found.locations).lazy.map { (all[Int($0)], $1.leg) }
    }

    /// How many facilities of kind `kind` are within each of the count limits of block `block`.
    public func counts(ofBlock block: Int, kind: Int) -> ArraySlice<Int32> {
        let start = (block * kinds.count + kind) * countLimits.count
        return counts[start..<start + countLimits.count]
    }
}

/// Facilities sorted by kind, kinds in the order of their first facility.
struct FacilitiesByKind: Sendable {
    private(set) var kinds: [String] = []
    /// By kind: places in the area's facilities.
    private(set) var facilities: [[Int]] = []
    /// By facility: the place of its kind.
    private(set) var kindOfFacility: [Int] = []

    init(_ all: [Facility]) {
        var places: [String: Int] = [:]
        for (index, facility) in all.enumerated() {
            let place = places[facility.kind] ?? kinds.count
            if place == kinds.count {
                places[facility.kind] = place
                kinds.append(facility.kind)
                facilities.append([])
            }
            facilities[place].append(index)
            kindOfFacility.append(place)
        }
    }
}

/// Counts the facilities of each kind within several walks of each block.
private struct CountsByKind: Sendable {
    let area: StudyArea
    let blocks: PlaceSpots
    let kinds: FacilitiesByKind
    let limits: [WalkingDistance]

    func count(
        threads: Int, progress: @Sendable @escaping (Double) -> Void
    ) async throws -> (counts: [Int32], counters: SearchCounters) {
        guard let widest = limits.max() else { return ([], SearchCounters()) }
        let targets = TargetColumns(area.facilityPlaces, on: area.network)
        let parts = chunks(of: blocks.order.count, size: 64)
        let (area, width) = (area, kinds.kinds.count * limits.count)
        let counted = try await concurrentMap(
            count: parts.count, threads: threads,
            workspace: { PlacesWithinSearch(targets, on: area.network) },
            progress: { progress(Double($0) / Double(parts.count)) }
        ) { part, search in
            let before = search.counters
            var counts = [Int32](repeating: 0, count: parts[part].count * width)
            search.prepare(blocks, parts[part])
            for (row, rank) in parts[part].enumerated() {
                search.forEachTarget(from: blocks[rank], within: widest) { facility, distance in
                    add(facility, distance, to: &counts, row: row * width)
                }
            }
            return (counts, search.counters - before)
        }
        return (
            inOrderOfBlocks(counted.flatMap(\.0), width: width),
            counted.reduce(SearchCounters()) { $0 + $1.1 }
        )
    }

    /// Rows that come in the order of the curve, put where their blocks are.
    private func inOrderOfBlocks(_ counted: [Int32], width: Int) -> [Int32] {
        var counts = [Int32](repeating: 0, count: counted.count)
        for (row, block) in blocks.order.enumerated() {
            for column in 0..<width { counts[Int(block) * width + column] = counted[row * width + column] }
        }
        return counts
    }

    private func add(_ facility: Int, _ distance: WalkingDistance, to counts: inout [Int32], row: Int) {
        let start = row + kinds.kindOfFacility[facility] * limits.count
        for (place, limit) in limits.enumerated() where distance <= limit { counts[start + place] += 1 }
    }
}

extension NearestWalk {
    /// The same walk with its facility counted in another list.
    func renumbered(by places: [Int]) -> NearestWalk {
        NearestWalk(
            facility: Int32(places[Int(facility)]), distance: distance, blockLeg: blockLeg,
            facilityLeg: facilityLeg)
    }
}
