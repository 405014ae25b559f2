import Foundation
import Geometry
import NetworkFixtures
import Testing

@testable import WalkAccess

/// Outlines are held against unions that GEOS makes of one buffer for each stretch: all that is 4 cm inside the radius has
/// to be there, and nothing that is 4 cm outside, since rounded ends are inscribed by 3.
@Suite("Outlines of buffers")
struct BufferOutlineTests {
    private static let radius = 25.0
    private let context = GEOSContext()

    private func check(
        _ stretches: [BufferedStretch], radius: Double = Self.radius, _ about: Comment,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        var outline = BufferOutline(radius: radius)
        let polygons = outline.polygons(around: stretches)
        let found = try #require(polygons, about, sourceLocation: sourceLocation)
        let slack = radius * 0.0016
        let inner = try context.union(of: stretches.compactMap { buffer($0.segment, radius - slack) })
        let outer = try context.union(of: stretches.compactMap { buffer($0.segment, radius + slack) })
        let missing = try context.difference(inner, found).area
        let added = try context.difference(found, outer).area
        #expect(missing < 1e-6 && added < 1e-6, about, sourceLocation: sourceLocation)
        guard !found.isEmpty else { return }
        #expect(
            try Shape.multiPolygon(found).validity(in: context) == .valid, about,
            sourceLocation: sourceLocation)
        #expect(
            found.allSatisfy { $0.shell.signedArea > 0 && $0.holes.allSatisfy { $0.signedArea < 0 } },
            about, sourceLocation: sourceLocation)
    }

    private func buffer(_ segment: Segment, _ radius: Double) -> Polygon? {
        guard segment.start != segment.end else { return nil }
        return PieceBuffer(frame: PieceFrame(segment, along: segment), radius: radius).outline
    }

    /// Stretches between numbered positions.
    private func stretches(_ positions: [Position], _ pairs: [(Int, Int)]) -> [BufferedStretch] {
        pairs.map {
            BufferedStretch(
                segment: Segment(positions[$0], positions[$1]), startName: UInt64($0), endName: UInt64($1))
        }
    }

    @Test("The area about one stretch is that of a rectangle and two half circles")
    func single() throws {
        var outline = BufferOutline(radius: 10)
        let stretch = stretches([Position(500_000, 4_000_000), Position(500_060, 4_000_080)], [(0, 1)])
        let polygons = outline.polygons(around: stretch)
        let found = try #require(polygons)
        let n = Double(ReachedAreaOptions.quadrantSegments)
        // Corners of the circle stand at fixed angles, so either end has a corner or two more than a half circle's.
        let circle = 2 * n * 100 * sin(.pi / (2 * n))
        let expected = 100 * 20 + circle
        #expect(found.count == 1 && abs(found.area - expected) < 0.2)
        #expect(found.area <= 2000 + 100 * .pi)
    }

    @Test("Chains, stars, crossings and equal stretches", arguments: [0.0, 30, 45, 90])
    func shapes(degrees: Double) throws {
        let (c, s) = (cos(degrees * .pi / 180), sin(degrees * .pi / 180))
        func turned(_ positions: [(Double, Double)]) -> [Position] {
            positions.map { Position(500_000 + $0 * c - $1 * s, 4_000_000 + $0 * s + $1 * c) }
        }
        let line = turned((0...6).map { (Double($0) * 17, 0) })
        try check(stretches(line, (0..<6).map { ($0, $0 + 1) }), "straight on")
        try check(stretches(line, [(0, 3), (2, 5), (1, 6), (0, 6)]), "on one another")
        try check(stretches(line, [(0, 1), (1, 0), (0, 1)]), "the same three times")
        let star = turned([(0, 0), (100, 0), (0, 100), (-100, 0), (0, -100)])
        try check(stretches(star, [(0, 1), (0, 2), (0, 3), (0, 4)]), "a star")
        try check(stretches(star, [(1, 3), (2, 4)]), "a crossing without a junction")
        try check(stretches(star, [(1, 2), (2, 3), (3, 4), (4, 1)]), "a ring with a hole")
        let rails = turned([(0, 0), (100, 0), (0, 50), (100, 50), (0, 100), (100, 100)])
        try check(stretches(rails, [(0, 1), (2, 3), (4, 5)]), "rows that touch")
        try check(stretches(rails, [(0, 1), (2, 3), (4, 5), (0, 4), (1, 5)]), "rows in a frame")
        let joints = turned([
            (0, 0), (100, 0), (50, 0), (50, 80), (50, 1e-7), (50, -80), (100, 1e-9), (200, 3),
        ])
        try check(stretches(joints, [(0, 1), (2, 3)]), "an end on a stretch")
        try check(stretches(joints, [(0, 1), (4, 5), (6, 7)]), "ends that nearly meet")
        let hairs = turned([(0, 0), (1e-6, 0), (1e-6, 1e-6), (0.001, 0), (0.01, 0.02), (20, 0)])
        try check(stretches(hairs, [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5)]), "hairs")
        let angles = (0..<40).map { Double($0) * .pi / 20 }
        let ring = turned(angles.map { (25 * cos($0), 25 * sin($0)) })
        try check(stretches(ring, (0..<40).map { ($0, ($0 + 1) % 40) }), "a ring as wide as the radius")
    }

    @Test("Grids of every spacing", arguments: [10.0, 25, 50, 50.0001, 75, 100])
    func grids(spacing: Double) throws {
        let side = 7
        let positions = (0..<side * side).map {
            Position(
                500_000 + Double($0 % side) * spacing, 4_000_000 + Double($0 / side) * spacing)
        }
        let across = positions.indices.filter { $0 % side < side - 1 }.map { ($0, $0 + 1) }
        let up = positions.indices.filter { $0 + side < side * side }.map { ($0, $0 + side) }
        try check(stretches(positions, across + up), "\(spacing)")
    }

    @Test("4000 random heaps of stretches", arguments: Array(stride(from: 0, to: 4000, by: 250)))
    func heaps(firstSeed: Int) throws {
        for seed in firstSeed..<firstSeed + 250 {
            var random = SeededRandom(seed: UInt64(seed))
            let count = Int.random(in: 2...30, using: &random)
            let size = Double.random(in: 5...400, using: &random)
            // On a coarse grid ends meet, lie on stretches and in line with them.
            let grid = [0.001, 1, 10, 25][Int.random(in: 0..<4, using: &random)]
            let positions = (0..<count).map { _ in
                Position(
                    500_000 + (Double.random(in: 0...size, using: &random) / grid).rounded() * grid,
                    4_000_000 + (Double.random(in: 0...size, using: &random) / grid).rounded() * grid)
            }
            let pairs = (0..<Int.random(in: 1...2 * count, using: &random)).map { _ in
                (Int.random(in: 0..<count, using: &random), Int.random(in: 0..<count, using: &random))
            }
            let heap = stretches(positions, pairs).filter { $0.segment.start != $0.segment.end }
            try check(heap, "seed \(seed)")
        }
    }
}
