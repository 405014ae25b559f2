public import Geometry

extension Snapper {
    /// Where the boundary of an open space that no way meets comes nearest to the network.
    ///
    /// Where several points come equally near, each is an entrance; a way parallel to a side is one all along the
    /// stretch they share.
    ///
    /// - Parameters:
    ///   - polygons: The open space.
    ///   - limit: The longest leg.
    ///   - compound: The compound the open space lies in; the ways of others are not joined.
    ///   - scratch: The task's own.
    /// - Returns: The locations in the order of the network's edges, or why there is none.
    public func nearestToBoundary(
        _ polygons: [Polygon], within limit: WalkingDistance, inside compound: Int32 = Compound.none,
        scratch: inout Scratch
    ) -> Result<[NetworkLocation], JoinFailure> {
        var approaches = BoundaryApproaches(limit: limit)
        for polygon in polygons {
            for ring in polygon.rings {
                for (a, b) in zip(ring.positions, ring.positions.dropFirst()) where a != b {
                    offer(Segment(a, b), compound, to: &approaches, &scratch)
                }
            }
        }
        return approaches.result
    }

    /// Tries one side of the boundary. Its closest pair with an edge has an end of one of them in it, so its start
    /// and the feet of near edges' ends are tried; its end is the next side's start.
    private func offer(
        _ side: Segment, _ compound: Int32, to approaches: inout BoundaryApproaches, _ scratch: inout Scratch
    ) {
        var candidates = [side.start]
        forEachEdge(near: side.box.grown(by: approaches.limit.metres), scratch: &scratch) { segment in
            candidates.append(side.nearest(to: segment.start).point)
            candidates.append(side.nearest(to: segment.end).point)
        }
        var onSide: [NetworkLocation] = []
        for candidate in candidates {
            switch location(of: candidate, within: approaches.limit, inside: compound, scratch: &scratch) {
            case .success(let location): onSide.append(location)
            case .failure(let failure): approaches.note(failure)
            }
        }
        approaches.offer(onSide)
    }
}

/// The nearest approaches found so far, all equally near.
private struct BoundaryApproaches {
    /// Legs this much longer than the least are as near: coordinates are no better known.
    private static let slack = WalkingDistance(micrometres: 2)

    private(set) var limit: WalkingDistance
    private var nearest: [NetworkLocation] = []
    private var failure = JoinFailure(.tooFar)

    init(limit: WalkingDistance) { self.limit = limit }

    mutating func note(_ failure: JoinFailure) {
        if failure.reason == .behindBarrier { self.failure = failure }
    }

    /// Takes what one side of the boundary has to offer: equally near points of one edge are a stretch of it.
    mutating func offer(_ locations: [NetworkLocation]) {
        guard let least = (locations + nearest).map(\.leg).min() else { return }
        limit = min(limit, least + Self.slack)
        nearest.removeAll { $0.leg > limit }
        var stretches: [Int32: NetworkLocation] = [:]
        for location in locations where location.leg <= limit {
            stretches[location.edge] = location.joined(with: stretches[location.edge])
        }
        nearest += stretches.values
    }

    var result: Result<[NetworkLocation], JoinFailure> {
        let distinct = Set(nearest).sorted { ($0.edge, $0.low, $0.high) < ($1.edge, $1.low, $1.high) }
        return distinct.isEmpty ? .failure(failure) : .success(distinct)
    }
}

extension NetworkLocation {
    /// The stretch from one location to another on the same edge, with the shorter leg.
    fileprivate func joined(with other: NetworkLocation?) -> NetworkLocation {
        guard let other else { return self }
        return NetworkLocation(
            edge: edge, low: min(low, other.low), high: max(high, other.high), leg: min(leg, other.leg))
    }
}
