public import Geometry

/// Joins positions to the nearest point of the nearest segment of a network.
///
/// Legs are compared in whole micrometres and ties go to the first line's first segment, so the answer does not
/// hang on the last bit of a square root. A leg may not cross a barrier: a segment whose nearest point cannot be
/// reached straight is passed over for the next nearest one.
public struct Snapper: Sendable {
    /// The network that is joined to.
    public let network: PedestrianNetwork
    private let index: SpatialIndex
    private let barriers: BarrierLines

    /// A snapper for `network` whose legs keep to one side of `barriers`.
    public init(_ network: PedestrianNetwork, barriers: BarrierLines = BarrierLines([])) {
        self.network = network
        self.barriers = barriers
        index = SpatialIndex(inOrder: Self.edgesAlongCurve(of: network)) { network.segment(of: $0).box }
    }

    /// The edges by the lower of their nodes, which are numbered along a curve: by counting sort.
    private static func edgesAlongCurve(of network: PedestrianNetwork) -> [Int32] {
        let lower = zip(network.edgeTail, network.edgeHead).map { min($0, $1) }
        var next = [Int32](repeating: 0, count: network.nodeCount + 1)
        for node in lower { next[Int(node) + 1] += 1 }
        for node in 0..<network.nodeCount { next[node + 1] += next[node] }
        var order = [Int32](repeating: 0, count: lower.count)
        for (edge, node) in lower.enumerated() {
            order[Int(next[Int(node)])] = Int32(edge)
            next[Int(node)] += 1
        }
        return order
    }

    /// One task's room for queries.
    public struct Scratch: Sendable {
        fileprivate var edges = SpatialIndex.Scratch()
        fileprivate var barriers = SpatialIndex.Scratch()

        /// Scratch space that grows on first use.
        public init() {}
    }

    /// Why a position could not be joined.
    public enum Failure: Hashable, Sendable {
        /// The network has nothing within the limit.
        case tooFar
        /// There is a way within the limit, but every straight leg to one crosses a barrier.
        case behindBarrier
    }

    /// Where `position` joins the network.
    ///
    /// - Parameters:
    ///   - position: In the plane of the network.
    ///   - limit: The longest leg; longer ones are off the network.
    ///   - compound: The compound the position lies in; the ways of others are not joined. See `Compound`.
    ///   - scratch: The task's own.
    /// - Returns: The location, or why there is none.
    public func location(
        of position: Position, within limit: WalkingDistance, inside compound: Int32 = Compound.none,
        scratch: inout Scratch
    ) -> Result<NetworkLocation, JoinFailure> {
        location(of: position, within: limit, inside: compound, from: nil, scratch: &scratch)
    }

    /// The same for positions near one another, each with the compound it lies in: what they have in common of the
    /// way through the index is gone once.
    public func locations(
        of spots: [(position: Position, compound: Int32)], within limit: WalkingDistance,
        scratch: inout Scratch
    ) -> [Result<NetworkLocation, JoinFailure>] {
        // A millimetre more than any leg that is looked at.
        let window = Box(around: spots.map(\.position)).grown(by: limit.metres + 0.001)
        let entry = index.entry(meeting: window)
        return spots.map {
            location(of: $0.position, within: limit, inside: $0.compound, from: entry, scratch: &scratch)
        }
    }

    private func location(
        of position: Position, within limit: WalkingDistance, inside compound: Int32,
        from entry: SpatialIndex.Entry?, scratch: inout Scratch
    ) -> Result<NetworkLocation, JoinFailure> {
        var best: (leg: Int64, edge: Int, fraction: Double)?
        var blocked = false
        // A margin of two micrometres keeps rivals whose rounded legs are equal within reach.
        func square(_ micrometres: Int64) -> Double {
            let metres = Double(micrometres + 2) / 1e6
            return metres * metres
        }
        let barriers = self.barriers
        var barrierScratch = scratch.barriers
        var reach = square(limit.micrometres)
        index.forEach(near: position, reach: &reach, from: entry, scratch: &scratch.edges) { edge, reach in
            guard network.isJoined(edge, from: compound) else { return }
            let nearest = network.segment(of: edge).nearest(to: position)
            let leg = WalkingDistance(metres: nearest.squaredDistance.squareRoot()).micrometres
            guard leg <= limit.micrometres else { return }
            if let best, (leg, edge) >= (best.leg, best.edge) { return }
            if barriers.cross(Segment(position, nearest.point), scratch: &barrierScratch) {
                blocked = true
                return
            }
            best = (leg, edge, nearest.fraction)
            reach = square(leg)
        }
        scratch.barriers = barrierScratch
        guard let best else { return .failure(JoinFailure(blocked ? .behindBarrier : .tooFar)) }
        return .success(location(edge: best.edge, fraction: best.fraction, leg: best.leg))
    }

    /// Calls `body` with every edge that places inside `compound` may join and whose box meets `window`.
    func forEachEdge(
        near window: Box, from compound: Int32, scratch: inout Scratch, _ body: (Int) -> Void
    ) {
        index.forEach(meeting: window, scratch: &scratch.edges) { edge in
            if network.isJoined(edge, from: compound) { body(edge) }
        }
    }

    /// Whether a barrier is in the way of a leg.
    func crossesBarrier(_ leg: Segment, scratch: inout Scratch) -> Bool {
        barriers.cross(leg, scratch: &scratch.barriers)
    }

    func location(edge: Int, fraction: Double, leg: Int64) -> NetworkLocation {
        let spot = offset(edge: edge, fraction: fraction)
        return NetworkLocation(edge: Int32(edge), low: spot, high: spot, leg: .init(micrometres: leg))
    }

    /// Micrometres from the tail of `edge` at `fraction` of its length.
    private func offset(edge: Int, fraction: Double) -> UInt32 {
        let length = network.length(of: edge)
        return min(length, UInt32((Double(length) * fraction).rounded()))
    }

    /// Where ways meet the boundary of an open space: its entrances, in the order of the network's edges.
    ///
    /// A way that crosses gives a spot; one that runs along the boundary gives the stretch they share. Where
    /// several edges meet the boundary in their common node, each of them gives a location there, which is the
    /// same entrance.
    public func crossings(
        ofBoundary polygons: [Polygon], inside compound: Int32 = Compound.none, scratch: inout Scratch
    ) -> [NetworkLocation] {
        var found: Set<NetworkLocation> = []
        for polygon in polygons {
            for ring in polygon.rings {
                for (a, b) in zip(ring.positions, ring.positions.dropFirst()) where a != b {
                    collectCrossings(of: Segment(a, b), compound, into: &found, scratch: &scratch)
                }
            }
        }
        return found.sorted { ($0.edge, $0.low, $0.high) < ($1.edge, $1.low, $1.high) }
    }

    private func collectCrossings(
        of side: Segment, _ compound: Int32, into found: inout Set<NetworkLocation>, scratch: inout Scratch
    ) {
        index.forEach(meeting: side.box, scratch: &scratch.edges) { edge in
            guard network.isJoined(edge, from: compound) else { return }
            switch network.segment(of: edge).meeting(side) {
            case .none: return
            case .point(let fraction):
                found.insert(location(edge: edge, fraction: fraction, leg: 0))
            case .stretch(let from, let to):
                found.insert(
                    NetworkLocation(
                        edge: Int32(edge), low: offset(edge: edge, fraction: from),
                        high: offset(edge: edge, fraction: to), leg: .zero))
            }
        }
    }
}

/// The reason of a failed join, as an error so that it can travel in a `Result`.
public struct JoinFailure: Error, Hashable, Sendable {
    /// Why there is no location.
    public let reason: Snapper.Failure

    /// A failure for `reason`.
    public init(_ reason: Snapper.Failure) { self.reason = reason }
}
