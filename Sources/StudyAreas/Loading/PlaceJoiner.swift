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
        try await join(blocks.map { $0.origin }) { index, scratch in
            // Walks of a gated block start at its gates, outside.
            scratch.join(blocks[index].starts, isOutside: blocks[index].isGated == true, by: self)
        }
    }

    func join(_ facilities: [Facility]) async throws -> JoinedPlaces {
        try await join(facilities.map { $0.shape.box.centre }) { index, scratch in
            switch facilities[index].access {
            case .entrances(let entrances): scratch.join(entrances, isOutside: false, by: self)
            case .boundary: scratch.join(boundary: facilities[index].shape.polygons, by: self)
            }
        }
    }

    /// Places near one another follow each other, since they look at the same part of the network.
    private func join(
        _ positions: [Position], _ body: @Sendable @escaping (Int, inout Scratch) -> JoinFailure?
    ) async throws -> JoinedPlaces {
        let order = HilbertCurve(over: Box(around: positions)).order(of: positions)
        let parts = chunks(of: order.count, size: 256)
        let gated = gated
        let joined = try await concurrentMap(
            count: parts.count, threads: threads, workspace: { Scratch(gated: gated) }
        ) { part, scratch in
            scratch.found = JoinedPlaces.Part()
            for place in order[parts[part]] {
                scratch.found.end(place, body(Int(place), &scratch))
            }
            return scratch.found
        }
        return JoinedPlaces(joined, order: order)
    }

    /// One task's scratch space, and what it found of the places at hand.
    private struct Scratch {
        var snapper = Snapper.Scratch()
        var gated: GatedCompounds
        var found = JoinedPlaces.Part()

        /// Adds every position that joins; a place fails only when none of its positions does.
        mutating func join(
            _ positions: [Position], isOutside: Bool, by joiner: PlaceJoiner
        ) -> JoinFailure? {
            let before = found.locations.count
            var failure = JoinFailure(.tooFar)
            for position in positions {
                let compound = isOutside ? Compound.none : gated.compound(at: position)
                switch joiner.snapper.location(
                    of: position, within: joiner.limit, inside: compound, scratch: &snapper)
                {
                case .success(let location): found.locations.append(location)
                case .failure(let reason): if reason.reason == .behindBarrier { failure = reason }
                }
            }
            return found.locations.count > before ? nil : failure
        }

        mutating func join(boundary polygons: [Polygon], by joiner: PlaceJoiner) -> JoinFailure? {
            let compound =
                polygons.first.map { gated.compound(at: $0.shell.positions[0]) } ?? Compound.none
            found.locations += joiner.snapper.crossings(
                ofBoundary: polygons, inside: compound, scratch: &snapper)
            guard found.isWithout else { return nil }
            switch joiner.snapper.nearestToBoundary(
                polygons, within: joiner.limit, inside: compound, scratch: &snapper)
            {
            case .success(let locations): found.locations += locations
            case .failure(let reason): return reason
            }
            return nil
        }
    }
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

        /// Whether the place that has not ended yet has no location so far.
        var isWithout: Bool { Int(ends.last ?? 0) == locations.count }

        /// Ends a place, which failed or has locations by now.
        mutating func end(_ place: UInt32, _ failure: JoinFailure?) {
            ends.append(Int32(locations.count))
            if let failure { failures.append((Int(place), failure)) }
        }
    }

    /// - Parameter order: The places in the order of the parts.
    init(_ parts: [Part], order: [UInt32]) {
        places = NetworkPlaces(parts.map { ($0.locations, $0.ends) }, order: order)
        failures = Dictionary(
            uniqueKeysWithValues: parts.flatMap { $0.failures }.map { ($0.place, $0.failure) })
    }
}
