import Geometry
import PedestrianNetworks
import StudyAreas
import WalkAccess

/// One task's scratch space for service areas, and the work on one subject.
struct ReachTask {
    private let area: StudyArea
    private let options: ReachOptions
    private let offNetwork: [Int: ReachReason]
    private let edgeWalks: [WalkingDistance?]
    private var search: ReachSearch
    private var builder: ReachedAreaBuilder
    private var verifier: ReachVerifier

    init(_ analysis: ReachAnalysis, _ arcs: ArcChains) {
        area = analysis.area
        options = analysis.options
        offNetwork = analysis.offNetwork
        edgeWalks = analysis.edgeWalks
        search = ReachSearch(on: area.network, arcs)
        builder = ReachedAreaBuilder(area.network, barriers: area.barriers, options: options.shape)
        verifier = ReachVerifier(area.network, barriers: area.barriers, buffer: options.shape.buffer)
    }

    /// Everything about a subject on its own, and what the search did for it.
    mutating func result(of subject: ReachSubject) throws -> (ReachResult, SearchCounters) {
        let before = search.counters
        let ways = search.ways(
            from: area.facilityPlaces.selecting(subject.places), within: options.limits)
        let areas = try builder.areas(of: ways, bands: options.limits.count)
        return (try result(of: subject, ways, areas), search.counters - before)
    }

    /// The buffers of a territory, limit by limit.
    mutating func buffers(of ways: ReachedWays) throws -> [[Polygon]] {
        try builder.buffers(of: ways, bands: options.limits.count)
    }

    /// The result of ways and areas that are known.
    mutating func result(
        of subject: ReachSubject, _ ways: ReachedWays, _ areas: [ReachedArea]
    ) throws -> ReachResult {
        let places = area.facilityPlaces.selecting(subject.places)
        if options.verifiedPoints > 0, let longest = options.limits.last {
            verifier.prepare(places, ways, within: longest)
        }
        let edge = subject.places.compactMap { edgeWalks[$0] }.min()
        var within: [ReachWithin] = []
        for (band, limit) in options.limits.enumerated() {
            let length = ways.length(within: band)
            let (status, reason) = status(of: subject, places, reached: length, limit)
            within.append(
                ReachWithin(
                    limit: limit, status: status, reason: reason, reached: length,
                    nodes: ways.nodeCount(within: band), area: areas[band],
                    verification: try verification(of: areas[band], subject, band),
                    isUncertain: edge.map { $0 <= limit.cut } ?? false))
        }
        return ReachResult(subject: subject, within: within, ways: ways)
    }

    /// Each area has positions of its own, whichever task walks to them.
    private mutating func verification(
        of area: ReachedArea, _ subject: ReachSubject, _ band: Int
    ) throws -> ReachVerification? {
        guard options.verifiedPoints > 0 else { return nil }
        let seed = UInt64(subject.places.first ?? 0) << 16 | UInt64(band)
        return try verifier.verify(
            area.polygons, band: band, limit: options.limits[band], count: options.verifiedPoints, seed: seed)
    }

    private func status(
        of subject: ReachSubject, _ places: NetworkPlaces, reached: WalkingDistance, _ limit: ReachLimit
    ) -> (ReachStatus, ReachReason?) {
        if reached > .zero { return (.reached, nil) }
        guard let leg = places.locations.map(\.leg).min() else {
            let reasons = subject.places.compactMap { offNetwork[$0] }
            return (.offNetwork, reasons.first { $0 == .behindBarrier } ?? reasons.first)
        }
        return (.empty, leg < limit.cut ? .nearerToAnother : .legTooLong)
    }
}
