import Foundation
import Geometry
import NetworkFixtures
import PedestrianNetworks
import Testing
import WalkAccess

@Suite("Areas of reached ways")
struct ReachedAreaTests {
    private static let seeds = Array(stride(from: 0, to: 400, by: 100))
    private let city = GridCity(size: 12, spacing: 100)
    private let context = GEOSContext()

    /// Within m streets of a junction, with a buffer b < s/2 whose rounded ends have n pieces a quarter, so that a whole
    /// circle has the area C = 2n b² sin(π/2n): streets of 2m² s across and as many along make strips 2b wide; at the
    /// 2m(m-1) + 1 junctions inside they overlap in a square (2b)²; at the 4(m-1) corners on the diamond, where two
    /// streets end at a right angle, in b², and a quarter of a circle is added; at its 4 tips half of one.
    @Test("On a grid the buffer's area is known", arguments: [1, 2, 3, 4], [10.0, 25])
    func buffer(streets: Int, width: Double) throws {
        let reached = ReachCase(city.lines, places: [city.junction(5, 5)])
        let limits = [Double(streets) * 100]
        let area = try reached.areas(
            reached.ways(within: limits), limits, ReachedAreaOptions(buffer: width))[0]
        let (m, n) = (Double(streets), Double(ReachedAreaOptions.quadrantSegments))
        let circle = 2 * n * width * width * sin(.pi / (2 * n))
        let expected =
            2 * (2 * m * m * 100) * 2 * width - (2 * m * (m - 1) + 1) * 4 * width * width
            + 4 * (m - 1) * (circle / 4 - width * width) + 2 * circle
        // Ends are moved by a hundredth of a millimetre each way, and the radius is less by two.
        #expect(abs(area.area - expected) < 4e-5 * 2 * (4 * m * m * 100))
        #expect(abs(area.polygons.area - area.area) < 1e-9)
    }

    /// Of the squares between streets, those are enclosed whose furthest corner is within m streets: m(m-1)/2 in each
    /// quadrant. What they add is the part of each that no buffer covers, (s - 2b)² beside none but reached streets.
    @Test("On a grid the enclosed blocks are known, and fill all holes", arguments: [2, 3, 4])
    func blocks(streets: Int) throws {
        let reached = ReachCase(city.lines, places: [city.junction(5, 5)])
        let limits = [Double(streets) * 100]
        let ways = reached.ways(within: limits)
        let count = Double(2 * streets * (streets - 1))
        let plain = try reached.areas(ways, limits)[0]
        #expect(plain.enclosedBlocks == nil)
        // Sides are up to 0.04 mm away from where they would be.
        let slack = count * 200 * 4e-5
        #expect(abs(plain.holes - count * 2500) < slack)
        let enclosed = try reached.areas(ways, limits, ReachedAreaOptions(addsEnclosedBlocks: true))[0]
        #expect(abs((enclosed.enclosedBlocks ?? 0) - count * 2500) < slack)
        #expect(abs(enclosed.area - plain.area - count * 2500) < slack)
        #expect(enclosed.holes < 1e-9)
        let filled = try reached.areas(ways, limits, ReachedAreaOptions(fillsHoles: true))[0]
        #expect(abs(filled.area - plain.area - filled.holes) < 1e-6)
        #expect(filled.polygons.allSatisfy { $0.holes.isEmpty })
    }

    @Test("A wall along a street stops the buffer, and its end does not")
    func wall() throws {
        let street = try LineString([Position(0, 0), Position(200, 0)])
        let walled = ReachCase(
            [street], places: [Position(100, 0)], barriers: [[Position(-100, 10), Position(100, 10)]])
        let area = try walled.areas(walled.ways(within: [90]), [90])[0]
        let shape = Shape.multiPolygon(area.polygons)
        #expect(try shape.covers(Position(50, 9.9), in: context))
        #expect(try !shape.covers(Position(50, 10.1), in: context))
        #expect(try !shape.covers(Position(0, 12), in: context))
        #expect(try shape.covers(Position(101, 24), in: context))
        #expect(try shape.covers(Position(50, -24), in: context))
    }

    @Test("At a bridge both banks are reached; beyond the bridge's buffer the river is not crossed")
    func bridge() throws {
        let bank = try LineString([Position(-100, 0), Position(0, 0), Position(100, 0)])
        let bridge = try LineString([Position(0, 0), Position(0, 40)])
        let river = [Position(-200, 15), Position(200, 25)]
        let reached = ReachCase([bank, bridge], places: [Position(-50, 0)], barriers: [river])
        let area = try reached.areas(reached.ways(within: [200]), [200])[0]
        let shape = Shape.multiPolygon(area.polygons)
        // Both sides of the river at the bridge, up to a square leg on it.
        for x in [-24.0, -10, 10, 24] {
            #expect(try shape.covers(Position(x, 20 + x / 40 - 0.5), in: context), "\(x)")
            #expect(try shape.covers(Position(x, 20 + x / 40 + 3), in: context) == (abs(x) < 25), "\(x)")
        }
        #expect(try !shape.covers(Position(60, 22), in: context))
        #expect(try shape.covers(Position(60, 21), in: context))
    }

    /// A position in an area has a leg of at most the buffer, across no barrier, from a spot whose walk is within the
    /// limit; and where there is such a leg, square and clear of walls, the position is in the area.
    @Test("100 random towns with walls, sampled every ten metres", arguments: seeds)
    func sampling(firstSeed: Int) throws {
        var (inside, outside) = (0, 0)
        for seed in firstSeed..<firstSeed + 25 {
            let random = RandomLines(seed: UInt64(seed))
            let walls = RandomLines.walls(seed: UInt64(seed), around: random.lines)
            let reached = ReachCase(random.lines, places: random.places, barriers: walls)
            let limits = [40.0, 110]
            for place in random.places.indices {
                let ways = reached.ways([place], within: limits)
                let areas = try reached.areas(ways, limits)
                let walks = reached.distances([place])
                for (band, limit) in limits.enumerated() where !areas[band].polygons.isEmpty {
                    let shape = Shape.multiPolygon(areas[band].polygons)
                    let prepared = try PreparedShape(shape, in: context)
                    let legs = Legs(reached, ways.pieces.filter { $0.band <= band }, walks, limit: limit)
                    for position in samples(of: shape.box) {
                        let isInside = try prepared.covers(position)
                        if isInside {
                            inside += 1
                            let isReached = legs.reach(position)
                            #expect(isReached, "seed \(seed), place \(place), \(limit) m, \(position)")
                        } else {
                            outside += 1
                            let isMissing = legs.reachClearly(position)
                            #expect(
                                !isMissing,
                                "seed \(seed), place \(place), \(limit) m, \(position) is missing")
                        }
                    }
                }
            }
        }
        #expect(inside > 1000 && outside > 1000)
    }

    private func samples(of box: Box) -> [Position] {
        stride(from: box.minX - 10, to: box.maxX + 10, by: 10).flatMap { x in
            stride(from: box.minY - 10, to: box.maxY + 10, by: 10).map { Position(x, $0) }
        }
    }

    @Test("Areas are valid, run counter-clockwise and are nested", arguments: seeds)
    func soundness(firstSeed: Int) throws {
        for seed in firstSeed..<firstSeed + 25 {
            let random = RandomLines(seed: UInt64(seed))
            let walls = RandomLines.walls(seed: UInt64(seed), around: random.lines)
            let reached = ReachCase(random.lines, places: random.places, barriers: walls)
            let limits = [30.0, 60, 150]
            for (blocks, fills) in [(false, false), (true, false), (false, true), (true, true)] {
                let options = ReachedAreaOptions(addsEnclosedBlocks: blocks, fillsHoles: fills)
                let areas = try reached.areas(reached.ways(within: limits), limits, options)
                for area in areas where !area.polygons.isEmpty {
                    #expect(
                        try Shape.multiPolygon(area.polygons).validity(in: context) == .valid, "seed \(seed)")
                }
                for (smaller, larger) in zip(areas, areas.dropFirst()) {
                    // A chord of a larger outline may cut off what is left of a circle of a smaller one: slivers.
                    let lost = try context.difference(smaller.polygons, larger.polygons)
                    let isThin = lost.allSatisfy { $0.meanWidth < 0.031 }
                    #expect(isThin && lost.area < 0.01, "seed \(seed): \(lost.area)")
                    #expect(smaller.area <= larger.area + lost.area)
                }
            }
        }
    }

    @Test("On a grid of degrees areas stay valid")
    func rounding() throws {
        for seed in 0..<60 {
            let random = RandomLines(seed: UInt64(seed))
            let reached = ReachCase(random.lines, places: random.places)
            let area = try reached.areas(reached.ways(within: [150]), [150])[0]
            for grid in [1e-3, 0.01, 0.5] {
                let rounded = try context.rounded(area.polygons, toGrid: grid)
                guard !rounded.isEmpty else { continue }
                #expect(try Shape.multiPolygon(rounded).validity(in: context) == .valid, "seed \(seed)")
                #expect(abs(rounded.area - area.area) < 0.01 * area.area + 4000 * grid, "seed \(seed)")
                let corners = rounded.flatMap { $0.rings.flatMap(\.positions) }
                #expect(corners.allSatisfy { abs(($0.x / grid).rounded() * grid - $0.x) < 1e-6 })
            }
        }
    }
}

/// Legs from reached stretches, judged by single walks and barriers.
private struct Legs {
    private let town: ReachCase
    private let pieces: [ReachedPiece]
    /// Stretches within one limit as far as they run straight on.
    private let runs: [Segment]
    private let walks: NearestFacilitySearch
    private let limit: ReachLimit

    init(_ town: ReachCase, _ pieces: [ReachedPiece], _ walks: NearestFacilitySearch, limit: Double) {
        self.town = town
        self.pieces = pieces
        var runs: [(last: ReachedPiece, segment: Segment)] = []
        for piece in pieces {
            let segment = piece.segment(on: town.network)
            if let run = runs.last, run.last.edge == piece.edge, run.last.to == piece.from,
                run.last.band == piece.band
            {
                runs[runs.count - 1] = (piece, Segment(run.segment.start, segment.end))
            } else {
                runs.append((piece, segment))
            }
        }
        self.runs = runs.map(\.segment)
        self.walks = walks
        self.limit = ReachLimit(metres: limit)
    }

    /// Whether there is a leg at all.
    func reach(_ position: Position) -> Bool {
        pieces.contains { piece in
            guard let (foot, walk) = foot(of: position, on: piece) else { return false }
            return walk <= limit.judged && isClear(from: foot, to: position, longest: 25 + 1e-6)
        }
    }

    /// Whether there is a leg that would hold if everything were two centimetres elsewhere.
    func reachClearly(_ position: Position) -> Bool {
        runs.contains { run in
            let foot = run.nearest(to: position).point
            return [(0.0, 0.0), (0.02, 0), (-0.02, 0), (0, 0.02), (0, -0.02)].allSatisfy { dx, dy in
                // Rounded ends are inscribed: up to 3 cm are missing there.
                isClear(from: foot, to: Position(position.x + dx, position.y + dy), longest: 24.96)
            }
        }
    }

    private func foot(of position: Position, on piece: ReachedPiece) -> (Position, WalkingDistance)? {
        let segment = piece.segment(on: town.network)
        let nearest = segment.nearest(to: position)
        let spot = Double(piece.from) + nearest.fraction * Double(piece.to - piece.from)
        guard let walk = walks.nearest(toSpot: UInt32(spot.rounded()), on: piece.edge) else { return nil }
        return (nearest.point, walk.distance)
    }

    private func isClear(from foot: Position, to position: Position, longest: Double) -> Bool {
        var scratch = SpatialIndex.Scratch()
        let leg = Segment(foot, position)
        return leg.length <= longest && !town.barriers.cross(leg, scratch: &scratch)
    }
}
