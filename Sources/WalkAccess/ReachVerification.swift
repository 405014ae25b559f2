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

/// Walks to random positions of an area, by a search of its own that knows nothing of how far the ways were reached.
///
/// A walk goes from the place along the network to the nearest point of a reached stretch and from there straight, no
/// further than the buffer and across no barrier. Scratch space for one task.
public struct ReachVerifier {
    private let network: PedestrianNetwork
    private let barriers: BarrierLines
    private let buffer: Double
    private let context = GEOSContext()
    private var search: NearestFacilitySearch
    private var stretches: [ReachedPiece] = []
    private var index = SpatialIndex([])
    private var scratch = SpatialIndex.Scratch()
    private var barrierScratch = SpatialIndex.Scratch()

    /// A verifier of areas that go `buffer` metres from the ways of `network`.
    public init(_ network: PedestrianNetwork, barriers: BarrierLines, buffer: Double) {
        self.network = network
        self.barriers = barriers
        self.buffer = buffer
        search = NearestFacilitySearch(on: network)
    }

    /// Gets ready for areas around `ways`, which are said to be within walks of `places`.
    public mutating func prepare(_ places: NetworkPlaces, _ ways: ReachedWays, within longest: ReachLimit) {
        search.prepare(places, within: longest.judged + WalkingDistance(metres: buffer + 1))
        stretches = ways.pieces.joined
        index = SpatialIndex(stretches.map { $0.segment(on: network).box })
    }

    /// Walks to `count` random positions of an area.
    ///
    /// - Parameters:
    ///   - polygons: The area of limit number `band`.
    ///   - limit: That limit.
    ///   - seed: The same seed gives the same positions.
    /// - Returns: Fewer points for an area so thin that chance does not find it.
    /// - Throws: `GeometryError` when GEOS fails.
    public mutating func verify(
        _ polygons: [Polygon], band: Int, limit: ReachLimit, count: Int, seed: UInt64
    ) throws(GeometryError) -> ReachVerification {
        let sampler = try AreaSampler(polygons, in: context)
        var random = SampleRandom(seed: seed)
        var (points, withinLimit, withinBuffer) = (0, 0, 0)
        let most = ReachLimit(metres: limit.cut.metres + buffer).judged
        while points < count, let position = try sampler.position(&random) {
            points += 1
            guard let walk = walk(to: position, band: band) else { continue }
            if walk <= limit.judged { withinLimit += 1 }
            if walk <= most { withinBuffer += 1 }
        }
        return ReachVerification(points: points, withinLimit: withinLimit, withinBuffer: withinBuffer)
    }

    /// The shortest walk to `position` by a straight leg from a stretch of up to limit number `band`; nil when there
    /// is none.
    public mutating func walk(to position: Position, band: Int) -> WalkingDistance? {
        var near: [Int] = []
        let window = Box(position, position).grown(by: buffer + 0.001)
        index.forEach(meeting: window, scratch: &scratch) { near.append($0) }
        var least: WalkingDistance?
        for number in near where stretches[number].band <= band {
            guard let walk = walk(to: position, from: stretches[number]) else { continue }
            least = min(least ?? walk, walk)
        }
        return least
    }

    private mutating func walk(to position: Position, from stretch: ReachedPiece) -> WalkingDistance? {
        let foot = stretch.segment(on: network).nearest(to: position)
        let leg = Segment(foot.point, position)
        // A micrometre for the rounding of positions.
        guard leg.length <= buffer + 1e-6, !barriers.cross(leg, scratch: &barrierScratch) else { return nil }
        let offset = (foot.fraction * Double(stretch.to - stretch.from)).rounded()
        let spot = min(stretch.from + UInt32(offset), stretch.to)
        return search.nearest(to: [
            NetworkLocation(
                edge: stretch.edge, low: spot, high: spot, leg: WalkingDistance(metres: leg.length))
        ])?.distance
    }
}
