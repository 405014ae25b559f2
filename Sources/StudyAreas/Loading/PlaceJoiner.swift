import Geometry
import PedestrianNetworks
import WorkSharing

/// Joins blocks and facilities to the network, over all cores.
struct PlaceJoiner {
    let snapper: Snapper
    let limit: WalkingDistance
    let threads: Int

    /// The locations of one place, or why it has none.
    typealias Joined = Result<[NetworkLocation], JoinFailure>

    func join(_ blocks: [ResidentialBlock]) async throws -> [Joined] {
        try await join(count: blocks.count) { index, scratch in
            locations(of: blocks[index].starts, &scratch)
        }
    }

    func join(_ facilities: [Facility]) async throws -> [Joined] {
        try await join(count: facilities.count) { index, scratch in
            switch facilities[index].access {
            case .entrances(let entrances): locations(of: entrances, &scratch)
            case .boundary: locations(ofBoundary: facilities[index].shape.polygons, &scratch)
            }
        }
    }

    private func join(
        count: Int, _ body: @Sendable @escaping (Int, inout Snapper.Scratch) -> Joined
    ) async throws -> [Joined] {
        let parts = chunks(of: count, size: 256)
        return try await concurrentMap(
            count: parts.count, threads: threads, workspace: { Snapper.Scratch() }
        ) { part, scratch in
            parts[part].map { body($0, &scratch) }
        }.flatMap { $0 }
    }

    /// Every position that joins; a place fails only when none of its positions does.
    private func locations(of positions: [Position], _ scratch: inout Snapper.Scratch) -> Joined {
        var found: [NetworkLocation] = []
        var failure = JoinFailure(.tooFar)
        for position in positions {
            switch snapper.location(of: position, within: limit, scratch: &scratch) {
            case .success(let location): found.append(location)
            case .failure(let reason): if reason.reason == .behindBarrier { failure = reason }
            }
        }
        return found.isEmpty ? .failure(failure) : .success(found)
    }

    private func locations(ofBoundary polygons: [Polygon], _ scratch: inout Snapper.Scratch) -> Joined {
        let crossings = snapper.crossings(ofBoundary: polygons, scratch: &scratch)
        if !crossings.isEmpty { return .success(crossings) }
        return snapper.nearestToBoundary(polygons, within: limit, scratch: &scratch)
    }
}
