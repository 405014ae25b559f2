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
        let sides = polygons.flatMap { polygon in
            polygon.rings.flatMap { ring in
                zip(ring.positions, ring.positions.dropFirst()).filter { $0 != $1 }.map { Segment($0, $1) }
            }
        }
        var approaches = BoundaryApproaches()
        // Most parks have a way close by; the window is widened only for those that have none.
        for reach in [limit.metres / 8, limit.metres / 4, limit.metres / 2, limit.metres] {
            let pairs = closePairs(
                sides, within: min(limit, WalkingDistance(metres: reach)), compound, &scratch)
            for pair in pairs {
                if !approaches.wants(pair.location.leg) { break }
                let isBlocked = crossesBarrier(pair.line, scratch: &scratch)
                approaches.offer(isBlocked ? nil : pair.location)
            }
            if approaches.isFound { break }
        }
        return approaches.result
    }

    /// A straight leg from the boundary to an edge.
    private struct Pair {
        let location: NetworkLocation
        let line: Segment
    }

    /// Where sides of the boundary and edges come close, the closest first.
    ///
    /// The closest points of two segments that do not meet have an end of one of them among them, so four legs are
    /// looked at for each side and edge.
    private func closePairs(
        _ sides: [Segment], within reach: WalkingDistance, _ compound: Int32, _ scratch: inout Scratch
    ) -> [Pair] {
        var pairs: [Pair] = []
        for side in sides {
            forEachEdge(near: side.box.grown(by: reach.metres), from: compound, scratch: &scratch) { edge in
                let way = network.segment(of: edge)
                let ends =
                    [side.start, side.end].map { ($0, way.nearest(to: $0)) }
                    .map { (Segment($0.0, $0.1.point), $0.1.fraction) }
                    + [(way.start, 0.0), (way.end, 1.0)].map {
                        (Segment(side.nearest(to: $0.0).point, $0.0), $0.1)
                    }
                for (line, fraction) in ends {
                    let leg = WalkingDistance(metres: line.length)
                    guard leg <= reach else { continue }
                    pairs.append(
                        Pair(
                            location: location(edge: edge, fraction: fraction, leg: leg.micrometres),
                            line: line))
                }
            }
        }
        return pairs.sorted { $0.location.isBefore($1.location) }
    }
}

/// The nearest approaches found so far, all equally near.
private struct BoundaryApproaches {
    /// Legs this much longer than the least are as near: coordinates are no better known.
    private static let slack = WalkingDistance(micrometres: 2)

    private var nearest: [NetworkLocation] = []
    private var failure = JoinFailure(.tooFar)

    var isFound: Bool { !nearest.isEmpty }

    /// Whether a leg is as near as those found.
    func wants(_ leg: WalkingDistance) -> Bool { nearest.first.map { leg <= $0.leg + Self.slack } ?? true }

    /// Takes a leg, or nil for one that a barrier is in the way of.
    mutating func offer(_ location: NetworkLocation?) {
        if let location { nearest.append(location) } else { failure = JoinFailure(.behindBarrier) }
    }

    /// Equally near points of one edge are a stretch of it.
    var result: Result<[NetworkLocation], JoinFailure> {
        var stretches: [Int32: NetworkLocation] = [:]
        for location in nearest { stretches[location.edge] = location.joined(with: stretches[location.edge]) }
        return stretches.isEmpty
            ? .failure(failure) : .success(stretches.values.sorted { $0.edge < $1.edge })
    }
}

extension NetworkLocation {
    /// By leg, then by place on the network.
    fileprivate func isBefore(_ other: NetworkLocation) -> Bool {
        (leg.micrometres, edge, low) < (other.leg.micrometres, other.edge, other.low)
    }

    /// The stretch from one location to another on the same edge, with the shorter leg.
    fileprivate func joined(with other: NetworkLocation?) -> NetworkLocation {
        guard let other else { return self }
        return NetworkLocation(
            edge: edge, low: min(low, other.low), high: max(high, other.high), leg: min(leg, other.leg))
    }
}
