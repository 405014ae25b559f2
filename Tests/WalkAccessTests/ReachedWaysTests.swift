import Geometry
import NetworkFixtures
import PedestrianNetworks
import Testing
import WalkAccess

@Suite("Reached ways")
struct ReachedWaysTests {
    private static let seeds = Array(stride(from: 0, to: 1000, by: 100))
    private let city = GridCity(size: 12, spacing: 100)

    /// On a grid of spacing s, from a junction, within L = m s + r with 0 ≤ r < s, far from the edge of the town:
    /// 8k + 4 streets lead from the junctions k streets away to those k + 1 away, so the length reached is
    /// Σ_{k<m} (8k + 4) s + (8m + 4) r = 4 m² s + (8m + 4) r, and the junctions are 1 + Σ_{k≤m} 4k = 2m² + 2m + 1.
    @Test(
        "On a grid the length and the junctions are known", arguments: [100, 199.999, 200, 250, 333.333, 480])
    func grid(limit: Double) {
        let reached = ReachCase(city.lines, places: [city.junction(5, 5)]).ways(within: [limit])
        let streets = Int64(limit / 100)
        let rest = Int64((limit * 1e6).rounded()) - streets * 100_000_000
        let expected = 4 * streets * streets * 100_000_000 + (8 * streets + 4) * rest
        #expect(reached.length(within: 0).micrometres == expected)
        #expect(reached.nodeCount(within: 0) == Int(2 * streets * streets + 2 * streets + 1))
    }

    /// The ends of the ways cut at L lie on the diamond |dx| + |dy| = L, whose area is 2 L².
    @Test("On a grid the cuts span the diamond", arguments: [250, 333.333])
    func diamond(limit: Double) {
        let reached = ReachCase(city.lines, places: [city.junction(5, 5)])
        var corners: Set<Position> = []
        for piece in reached.ways(within: [limit]).pieces {
            let segment = piece.segment(on: reached.network)
            for (end, walked) in [(segment.start, piece.walkedFrom), (segment.end, piece.walkedTo)] {
                let offset = abs(end.x - 500) + abs(end.y - 500)
                #expect(abs(offset - walked.metres) < 1e-6, "\(end)")
                if walked.metres == limit { corners.insert(end) }
            }
        }
        let box = corners.reduce(into: Box.empty) { $0.extend(to: $1) }
        let area = (box.maxX - box.minX) * (box.maxY - box.minY) / 2
        #expect(abs(area - 2 * limit * limit) < 1e-3)
    }

    @Test("The leg is charged")
    func leg() {
        let reached = ReachCase(city.lines, places: [Position(550, 530)])
        // 30 m to the street below: 40 m along it either way within 70 m.
        #expect(reached.ways(within: [70]).length(within: 0).metres == 80)
        #expect(reached.ways(within: [30]).pieces.isEmpty, "the leg takes it all")
        #expect(reached.ways(within: [30.001]).length(within: 0).metres == 0.002)
    }

    @Test("Ways are cut at each limit, to the millimetre, and limits are sums of bands")
    func bands() {
        let reached = ReachCase(city.lines, places: [Position(520, 500)])
        let both = reached.ways(within: [123.456, 300])
        #expect(both.length(within: 0) == reached.ways(within: [123.456]).length(within: 0))
        #expect(both.length(within: 1) == reached.ways(within: [300]).length(within: 0))
        let cuts = both.pieces.flatMap { [$0.walkedFrom, $0.walkedTo] }
        #expect(cuts.contains { $0.micrometres == 123_456_000 })
        #expect(
            both.pieces.allSatisfy { ($0.band == 0) == (max($0.walkedFrom, $0.walkedTo).metres <= 123.456) })
    }

    @Test("A stretch that is an entrance is reached without a step")
    func stretch() throws {
        let line = try LineString([Position(0, 0), Position(100, 0)])
        let network = NetworkBuilder().build([line]).network
        var places = NetworkPlaces()
        places.append([
            NetworkLocation(edge: 0, low: 30_000_000, high: 60_000_000, leg: WalkingDistance(metres: 5))
        ])
        var search = ReachSearch(on: network, ArcChains(of: network))
        let ways = search.ways(from: places, within: [5, 15].map { ReachLimit(metres: $0) })
        #expect(ways.length(within: 0).metres == 30)
        #expect(ways.length(within: 1).metres == 50)
        #expect(ways.nodeCount(within: 1) == 0)
    }

    @Test("A place off the network and no places at all reach nothing")
    func nothing() {
        let reached = ReachCase(city.lines, places: [Position(-500, 0)])
        #expect(reached.ways(within: [1000]).pieces.isEmpty)
        #expect(reached.ways([], within: [1000]).nodes.isEmpty)
    }

    /// Whatever the network: a spot is in a piece exactly when the walk to it is within the limit, the walk is what
    /// the piece says, and the place is the nearest one, the first among equals.
    @Test("1,000 random networks: every spot against single walks", arguments: seeds)
    func spots(firstSeed: Int) {
        for seed in firstSeed..<firstSeed + 100 {
            let random = RandomLines(seed: UInt64(seed))
            let reached = ReachCase(random.lines, places: random.places)
            let walks = reached.distances()
            let limit = [40.0, 90, 150][seed % 3]
            let pieces = Dictionary(grouping: reached.ways(within: [limit / 2, limit]).pieces, by: \.edge)
            var dice = SeededRandom(seed: UInt64(seed))
            for edge in 0..<Int32(reached.network.edgeCount) {
                for _ in 0..<12 {
                    let spot = UInt32.random(in: 0...reached.network.length(of: Int(edge)), using: &dice)
                    let walk = walks.nearest(toSpot: spot, on: edge)
                    let piece = pieces[edge]?.first { $0.from < spot && spot < $0.to }
                    #expect(
                        agree(piece, walk, spot, ReachLimit(metres: limit)),
                        "seed \(seed), \(edge) at \(spot)")
                }
            }
        }
    }

    private func agree(_ piece: ReachedPiece?, _ walk: NearestWalk?, _ spot: UInt32, _ limit: ReachLimit)
        -> Bool
    {
        guard let piece else { return walk.map { $0.distance >= limit.cut } ?? true }
        guard let walk, walk.distance <= limit.cut else { return false }
        let slope = (piece.walkedTo.micrometres - piece.walkedFrom.micrometres).signum()
        let walked = piece.walkedFrom.micrometres + slope * Int64(spot - piece.from)
        return walked == walk.distance.micrometres && piece.place == walk.facility
    }

    @Test("Pieces do not overlap, come in order, and each place's add up to all", arguments: seeds)
    func order(firstSeed: Int) {
        for seed in firstSeed..<firstSeed + 100 {
            let random = RandomLines(seed: UInt64(seed))
            let reached = ReachCase(random.lines, places: random.places)
            let ways = reached.ways(within: [60, 140])
            for (a, b) in zip(ways.pieces, ways.pieces.dropFirst()) {
                #expect(a.edge < b.edge || (a.edge == b.edge && a.to <= b.from), "seed \(seed)")
            }
            let parts = ways.byPlace(count: reached.places.count)
            #expect(parts.map { $0.length(within: 1) }.reduce(.zero, +) == ways.length(within: 1))
            #expect(parts.map { $0.nodeCount(within: 0) }.reduce(0, +) == ways.nodeCount(within: 0))
        }
    }
}
