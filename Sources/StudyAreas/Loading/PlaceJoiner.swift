import Geometry
import PedestrianNetworks
import WorkSharing

/// Joins blocks and facilities to the network, over all cores.
struct PlaceJoiner {
    let snapper: Snapper
    let gated: GatedCompounds
    let limit: WalkingDistance
    let threads: Int

    func join(_ blocks: [ResidentialBlock]) async throws -> JoinedPlaces {
        var sites = JoinSites()
        for block in blocks {
            // Walks of a gated block start at its gates, outside.
            sites.add(block.starts, isOutside: block.isGated == true, around: block.origin)
        }
        return try await join(sites)
    }

    func join(_ facilities: [Facility]) async throws -> JoinedPlaces {
        var sites = JoinSites()
        for facility in facilities {
            switch facility.access {
            case .entrances(let entrances):
                sites.add(entrances, isOutside: false, around: facility.shape.box.centre)
            case .boundary: sites.add(boundary: facility.shape.polygons, around: facility.shape.box.centre)
            }
        }
        return try await join(sites)
    }

    /// Places near one another follow each other, since they look at the same part of the network.
    private func join(_ sites: JoinSites) async throws -> JoinedPlaces {
        let order = HilbertCurve(over: Box(around: sites.middles)).order(of: sites.middles)
        let parts = chunks(of: order.count, size: 128)
        let joined = try await concurrentMap(
            count: parts.count, threads: threads, workspace: { [gated] in Scratch(gated: gated) }
        ) { part, scratch in
            scratch.join(order[parts[part]], of: sites, by: self)
        }
        return JoinedPlaces(joined, order: order)
    }

    /// One task's scratch space.
    private struct Scratch {
        var snapper = Snapper.Scratch()
        var gated: GatedCompounds

        /// Adds every position that joins; a place fails only when none of its positions does.
        mutating func join(
            _ places: ArraySlice<UInt32>, of sites: JoinSites, by joiner: PlaceJoiner
        ) -> JoinedPlaces.Part {
            var found = JoinedPlaces.Part()
            let spots = places.flatMap { sites.range(Int($0)) }.map { sites.spot($0, in: &gated) }
            let joined = joiner.snapper.locations(of: spots, within: joiner.limit, scratch: &snapper)
            var next = 0
            for place in places {
                var failure = JoinFailure(.tooFar)
                for spot in next..<next + sites.range(Int(place)).count {
                    switch joined[spot] {
                    case .success(let location): found.locations.append(location)
                    case .failure(let reason): if reason.reason == .behindBarrier { failure = reason }
                    }
                    next += 1
                }
                if let polygons = sites.boundaries[Int(place)] {
                    switch join(boundary: polygons, by: joiner) {
                    case .success(let locations): found.locations += locations
                    case .failure(let reason): failure = reason
                    }
                }
                found.end(place, failure)
            }
            return found
        }

        private mutating func join(
            boundary polygons: [Polygon], by joiner: PlaceJoiner
        ) -> Result<[NetworkLocation], JoinFailure> {
            let compound =
                polygons.first.map { gated.compound(at: $0.shell.positions[0]) } ?? Compound.none
            let crossings = joiner.snapper.crossings(
                ofBoundary: polygons, inside: compound, scratch: &snapper)
            if !crossings.isEmpty { return .success(crossings) }
            return joiner.snapper.nearestToBoundary(
                polygons, within: joiner.limit, inside: compound, scratch: &snapper)
        }
    }
}

/// What is to be joined of each place, flat: places themselves are large, and are joined in another order than they lie.
private struct JoinSites: Sendable {
    /// By place, what the order goes by.
    private(set) var middles: [Position] = []
    /// The positions, place by place, and whether they lie outside every compound.
    private(set) var positions: [(Position, isOutside: Bool)] = []
    /// The surfaces of places that are joined by their boundary.
    private(set) var boundaries: [Int: [Polygon]] = [:]
    private var ends: [Int32] = []

    mutating func add(_ positions: [Position], isOutside: Bool, around middle: Position) {
        for position in positions { self.positions.append((position, isOutside)) }
        end(middle)
    }

    mutating func add(boundary: [Polygon], around middle: Position) {
        boundaries[middles.count] = boundary
        end(middle)
    }

    private mutating func end(_ middle: Position) {
        middles.append(middle)
        ends.append(Int32(positions.count))
    }

    /// A position and the compound it lies in.
    func spot(_ number: Int, in gated: inout GatedCompounds) -> (position: Position, compound: Int32) {
        let (position, isOutside) = positions[number]
        return (position, isOutside ? Compound.none : gated.compound(at: position))
    }

    /// The positions of a place.
    func range(_ place: Int) -> Range<Int> { (place == 0 ? 0 : Int(ends[place - 1]))..<Int(ends[place]) }
}

/// Where places join the network, and why some do not.
struct JoinedPlaces: Sendable {
    let places: NetworkPlaces
    /// By place, for those without a location.
    let failures: [Int: JoinFailure]

    /// Some places one after another.
    struct Part: Sendable {
        var locations: [NetworkLocation] = []
        /// Where the locations of each place end.
        private(set) var ends: [Int32] = []
        fileprivate private(set) var failures: [(place: Int, failure: JoinFailure)] = []

        /// Ends a place, which has locations by now or failed.
        mutating func end(_ place: UInt32, _ failure: JoinFailure) {
            if Int(ends.last ?? 0) == locations.count { failures.append((Int(place), failure)) }
            ends.append(Int32(locations.count))
        }
    }

    /// - Parameter order: The places in the order of the parts.
    init(_ parts: [Part], order: [UInt32]) {
        places = NetworkPlaces(parts.map { ($0.locations, $0.ends) }, order: order)
        failures = Dictionary(
            uniqueKeysWithValues: parts.flatMap { $0.failures }.map { ($0.place, $0.failure) })
    }
}
