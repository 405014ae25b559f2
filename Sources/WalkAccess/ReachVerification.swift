public import Geometry
public import PedestrianNetworks

/// What walking to random positions of an area found.
public struct ReachVerification: Hashable, Sendable {
    /// The positions that were walked to.
    public let points: Int
    /// Those whose walk, straight leg included, is within the limit.
    public let withinLimit: Int
    /// Those whose walk is within the limit and the buffer.
    public let withinBuffer: Int

    /// The sum of several.
    public static func + (a: ReachVerification, b: ReachVerification) -> ReachVerification {
        ReachVerification(
            points: a.points + b.points, withinLimit: a.withinLimit + b.withinLimit,
            withinBuffer: a.withinBuffer + b.withinBuffer)
    }

    /// No positions at all.
    public static let none = ReachVerification(points: 0, withinLimit: 0, withinBuffer: 0)
}

/// Walks to random positions of an area, by a search of its own that knows nothing of how the area was made.
///
/// A walk goes from the place along the network to the nearest point of a reached stretch and from there straight, no
/// further than the buffer and across no barrier. Scratch space for one task.
public struct ReachVerifier {
    private let network: PedestrianNetwork
    private let barriers: BarrierLines
    private let index: SpatialIndex
    private let buffer: Double
    private let context = GEOSContext()
    private var search: NearestFacilitySearch
    private var places = NetworkPlaces()
    private var scratch = SpatialIndex.Scratch()
    private var barrierScratch = SpatialIndex.Scratch()

    /// A verifier; `edges` indexes the boxes of the network's edges in their order.
    public init(
        _ network: PedestrianNetwork, edges: SpatialIndex, barriers: BarrierLines, buffer: Double
    ) {
        self.network = network
        self.barriers = barriers
        self.buffer = buffer
        index = edges
        search = NearestFacilitySearch(on: network)
    }

    /// Gets ready for areas around `places` of up to `limit`.
    public mutating func prepare(_ places: NetworkPlaces, within limit: ReachLimit) {
        self.places = places
        search.prepare(places, within: limit.judged + WalkingDistance(metres: buffer + 1))
    }

    /// Walks to `count` random positions of an area.
    ///
    /// - Parameter seed: The same seed gives the same positions.
    /// - Returns: Fewer points for an area so thin that chance does not find it.
    /// - Throws: `GeometryError` when GEOS fails.
    public mutating func verify(
        _ polygons: [Polygon], limit: ReachLimit, count: Int, seed: UInt64
    ) throws(GeometryError) -> ReachVerification {
        let sampler = try AreaSampler(polygons, in: context)
        var random = SampleRandom(seed: seed)
        var (points, withinLimit, withinBuffer) = (0, 0, 0)
        let most = ReachLimit(metres: limit.cut.metres + buffer).judged
        while points < count, let position = try sampler.position(&random) {
            points += 1
            guard let walk = walk(to: position, limit) else { continue }
            if walk <= limit.judged { withinLimit += 1 }
            if walk <= most { withinBuffer += 1 }
        }
        return ReachVerification(points: points, withinLimit: withinLimit, withinBuffer: withinBuffer)
    }

    /// The shortest walk to `position` by a straight leg from a stretch within `limit`; nil when there is none.
    public mutating func walk(to position: Position, _ limit: ReachLimit) -> WalkingDistance? {
        var near: [Int] = []
        let window = Box(position, position).grown(by: buffer + 0.001)
        index.forEach(meeting: window, scratch: &scratch) { near.append($0) }
        var least: WalkingDistance?
        for edge in near {
            for spot in feet(of: position, on: edge, limit) {
                guard let walk = walk(to: position, from: spot, on: edge) else { continue }
                least = min(least ?? walk, walk)
            }
        }
        return least
    }

    /// The points of an edge's reached stretches nearest to `position`, in micrometres from its tail.
    private func feet(of position: Position, on edge: Int, _ limit: ReachLimit) -> [UInt32] {
        let length = Int64(network.edgeLength[edge])
        let foot = Int64(
            (network.segment(of: edge).nearest(to: position).fraction * Double(length)).rounded())
        var feet: Set<UInt32> = []
        for (low, high, walked) in starts(on: edge, length) {
            let rest = limit.cut.micrometres - walked
            guard rest >= 0 else { continue }
            feet.insert(UInt32(min(max(foot, low - rest, 0), high + rest, length)))
        }
        return feet.sorted()
    }

    /// Where walks come onto an edge, and with how many micrometres: at its ends and at places on it.
    private func starts(on edge: Int, _ length: Int64) -> [(low: Int64, high: Int64, walked: Int64)] {
        var starts: [(low: Int64, high: Int64, walked: Int64)] = []
        for end in [0, length] {
            guard let walk = search.nearest(to: [spot(UInt32(end), on: edge)]) else { continue }
            starts.append((end, end, walk.distance.micrometres))
        }
        for location in places.locations where Int(location.edge) == edge {
            starts.append((Int64(location.low), Int64(location.high), location.leg.micrometres))
        }
        return starts
    }

    private mutating func walk(to position: Position, from spot: UInt32, on edge: Int) -> WalkingDistance? {
        let fraction = Double(spot) / Double(network.edgeLength[edge])
        let leg = Segment(network.segment(of: edge).point(at: fraction), position)
        // A micrometre for the rounding of positions.
        guard leg.length <= buffer + 1e-6, !barriers.cross(leg, scratch: &barrierScratch) else { return nil }
        return search.nearest(to: [self.spot(spot, on: edge, leg: leg.length)])?.distance
    }

    private func spot(_ offset: UInt32, on edge: Int, leg: Double = 0) -> NetworkLocation {
        NetworkLocation(edge: Int32(edge), low: offset, high: offset, leg: WalkingDistance(metres: leg))
    }
}
