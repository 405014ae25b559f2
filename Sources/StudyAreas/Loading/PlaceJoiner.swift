import Geometry
import PedestrianNetworks
import WorkSharing

/// Joins blocks and facilities to the network, over all cores.
struct PlaceJoiner {
    let snapper: Snapper
    let gated: GatedCompounds
    let limit: WalkingDistance
    let threads: Int

    /// The locations of one place, or why it has none.
    typealias Joined = Result<[NetworkLocation], JoinFailure>

    func join(_ blocks: [ResidentialBlock]) async throws -> [Joined] {
        try await join(blocks.map(\.origin)) { index, scratch in
            // Walks of a gated block start at its gates, outside.
            locations(of: blocks[index].starts, isOutside: blocks[index].isGated == true, &scratch)
        }
    }

    func join(_ facilities: [Facility]) async throws -> [Joined] {
        try await join(facilities.map(\.shape.box.centre)) { index, scratch in
            switch facilities[index].access {
            case .entrances(let entrances): locations(of: entrances, isOutside: false, &scratch)
            case .boundary: locations(ofBoundary: facilities[index].shape.polygons, &scratch)
            }
        }
    }

    /// Places near one another follow each other, since they look at the same part of the network.
    private func join(
        _ positions: [Position], _ body: @Sendable @escaping (Int, inout Scratch) -> Joined
    ) async throws -> [Joined] {
        let whole = positions.reduce(into: Box.empty) { $0.extend(to: $1) }
        let order = positions.isEmpty ? [] : HilbertCurve(over: whole).order(of: positions)
        let parts = chunks(of: order.count, size: 256)
        let gated = gated
        let joined = try await concurrentMap(
            count: parts.count, threads: threads, workspace: { Scratch(gated: gated) }
        ) { part, scratch in
            order[parts[part]].map { body(Int($0), &scratch) }
        }
        var inOrder = [Joined](repeating: .success([]), count: order.count)
        for (place, found) in zip(order, joined.joined()) { inOrder[Int(place)] = found }
        return inOrder
    }

    /// One task's scratch space.
    private struct Scratch {
        var snapper = Snapper.Scratch()
        var gated: GatedCompounds
    }

    /// Every position that joins; a place fails only when none of its positions does.
    private func locations(
        of positions: [Position], isOutside: Bool, _ scratch: inout Scratch
    ) -> Joined {
        var found: [NetworkLocation] = []
        var failure = JoinFailure(.tooFar)
        for position in positions {
            let compound = isOutside ? Compound.none : scratch.gated.compound(at: position)
            switch snapper.location(
                of: position, within: limit, inside: compound, scratch: &scratch.snapper)
            {
            case .success(let location): found.append(location)
            case .failure(let reason): if reason.reason == .behindBarrier { failure = reason }
            }
        }
        return found.isEmpty ? .failure(failure) : .success(found)
    }

    private func locations(ofBoundary polygons: [Polygon], _ scratch: inout Scratch) -> Joined {
        let compound =
            polygons.first.map { scratch.gated.compound(at: $0.shell.positions[0]) }
            ?? Compound.none
        let crossings = snapper.crossings(
            ofBoundary: polygons, inside: compound, scratch: &scratch.snapper)
        if !crossings.isEmpty { return .success(crossings) }
        return snapper.nearestToBoundary(
            polygons, within: limit, inside: compound, scratch: &scratch.snapper)
    }
}
