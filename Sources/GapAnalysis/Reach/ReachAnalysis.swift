import Geometry
public import PedestrianNetworks
public import StudyAreas
public import WalkAccess
import WorkSharing

/// Service areas around the facilities of a study area, for several limits.
public struct ReachAnalysis: Sendable {
    /// Places, network and barriers.
    public let area: StudyArea
    /// What was asked for.
    public let options: ReachOptions
    /// Whose areas are made, in input order; kinds by their first place.
    public let subjects: [ReachSubject]
    /// Places that do not join the network, and why.
    public let offNetwork: [Int: ReachReason]
    /// By facility of the area, the walk to the edge of the data; nil when it is longer than every limit.
    public let edgeWalks: [WalkingDistance?]

    private let arcs: ArcChains

    /// Results held at a time for each task: enough that tasks seldom wait for the slowest.
    private static let batch = 16

    /// Prepares the areas around the facilities of `area`.
    ///
    /// - Throws: `GeometryError` when GEOS fails.
    public init(of area: StudyArea, options: ReachOptions) throws {
        self.area = area
        self.options = options
        let chosen = area.facilities.indices.filter {
            options.kinds?.contains(area.facilities[$0].kind) ?? true
        }
        subjects = ReachSubject.all(of: chosen, in: area, by: options.dissolve)
        offNetwork = ReachReason.whyOffNetwork(chosen, in: area)
        arcs = ArcChains(of: area.network)
        edgeWalks = try DataEdge(of: area).walks(
            from: area.facilityPlaces, count: area.facilities.count, on: area.network,
            within: options.limits.map(\.cut).max() ?? .zero)
    }

    /// Makes the areas and hands them over one by one, in the order of the subjects.
    ///
    /// Subjects are spread over the options' threads, some at a time, so memory does not grow with their number;
    /// territories, which hang on one another, are held together.
    /// - Parameters:
    ///   - progress: Called from any task with the share of the work done, 0…1.
    ///   - receive: Called with each result.
    /// - Returns: What the searches did.
    /// - Throws: `GeometryError` when GEOS fails, or what `receive` throws.
    public func run(
        progress: @Sendable @escaping (Double) -> Void = { _ in }, receive: (ReachResult) throws -> Void
    ) async throws -> SearchCounters {
        if options.dissolve == .nearest { return try await runTerritories(progress, receive) }
        var counters = SearchCounters()
        for part in chunks(of: subjects.count, size: Self.batch * max(options.threads, 1)) {
            let results = try await map(part, progress) { try $1.result(of: subjects[$0]) }
            for (result, work) in results {
                counters = counters + work
                try receive(result)
            }
        }
        return counters
    }

    private func map<Result: Sendable>(
        _ part: Range<Int>, _ progress: @Sendable @escaping (Double) -> Void,
        _ body: @Sendable @escaping (Int, inout ReachTask) throws -> Result
    ) async throws -> [Result] {
        try await concurrentMap(
            count: part.count, threads: options.threads,
            workspace: { ReachTask(self, arcs) },
            progress: { progress(Double(part.lowerBound + $0) / Double(subjects.count)) }
        ) { try body(part.lowerBound + $0, &$1) }
    }

    /// One search from all places; then each place's buffers, the sharing out, and each place's walks.
    private func runTerritories(
        _ progress: @Sendable @escaping (Double) -> Void, _ receive: (ReachResult) throws -> Void
    ) async throws -> SearchCounters {
        var search = ReachSearch(on: area.network, arcs)
        let places = area.facilityPlaces.selecting(subjects.flatMap(\.places))
        let ways = search.ways(from: places, within: options.limits).byPlace(count: subjects.count)
        let buffers = try await map(0..<subjects.count, { progress($0 / 2) }) { place, task in
            try task.buffers(of: ways[place])
        }
        let areas = try shared(buffers)
        for part in chunks(of: subjects.count, size: Self.batch * max(options.threads, 1)) {
            let results = try await map(part, { progress(0.5 + $0 / 2) }) { place, task in
                try task.result(of: subjects[place], ways[place], areas[place].map { ReachedArea($0) })
            }
            for result in results { try receive(result) }
        }
        return search.counters
    }

    /// By place and limit, what each place has of the land.
    private func shared(_ buffers: [[[Polygon]]]) throws -> [[[Polygon]]] {
        var territories = Territories(boxes: buffers.map { Shape.multiPolygon($0.flatMap { $0 }).box })
        var areas = [[[Polygon]]](repeating: [], count: buffers.count)
        for band in options.limits.indices {
            let held = try territories.add(buffers.map { $0[band] })
            for place in areas.indices { areas[place].append(held[place]) }
        }
        return areas
    }
}

extension ReachSubject {
    /// Each of the chosen places for itself, or all of a kind together.
    fileprivate static func all(
        of chosen: [Int], in area: StudyArea, by dissolve: ReachDissolve
    ) -> [ReachSubject] {
        func kind(_ place: Int) -> String { area.facilities[place].kind }
        guard dissolve == .kind else {
            return chosen.map { place in
                ReachSubject(
                    id: area.facilities[place].id, name: area.facilities[place].name,
                    kind: kind(place).isEmpty ? nil : kind(place), places: [place])
            }
        }
        let byKind = Dictionary(grouping: chosen, by: kind)
        return byKind.sorted { ($0.value.first ?? 0) < ($1.value.first ?? 0) }.map { kind, places in
            ReachSubject(id: kind, name: nil, kind: kind, places: places)
        }
    }
}

extension ReachReason {
    /// Why places do not join the network, as loading found.
    fileprivate static func whyOffNetwork(_ places: [Int], in area: StudyArea) -> [Int: ReachReason] {
        let barred = Set(area.findings.filter { $0.code == .facilityBehindBarrier }.map(\.feature))
        let off = places.filter { area.facilityPlaces[$0].isEmpty }
        return Dictionary(
            off.map { ($0, barred.contains(area.facilities[$0].id) ? .behindBarrier : .noWayNear) },
            uniquingKeysWith: { first, _ in first })
    }
}
