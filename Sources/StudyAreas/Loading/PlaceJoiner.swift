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
