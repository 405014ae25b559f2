import Geometry
import NetworkFixtures
import Testing

@testable import PedestrianNetworks

/// The diagnosis against a look at every pair, on random lines.
@Suite("Diagnosis against brute force")
struct DiagnosisOracleTests {
    private static let limits = NetworkDiagnosis.Limits(nearMiss: 30, longEdge: 120, joinTolerance: 0)

    private static func ways(_ seed: UInt64) -> [DrawnWay] {
        var random = SeededRandom(seed: seed)
        let levels: [WayLevel] = [.ground, .ground, .ground, WayLevel(.bridge)]
        return RandomLines(seed: seed, hasHairs: false).lines.map {
            DrawnWay($0, level: levels.randomElement(using: &random) ?? .ground)
        }
    }

    private static func diagnose(_ ways: [DrawnWay], threads: Int = 1) async throws -> NetworkDiagnosis {
        let network = NetworkBuilder(joinTolerance: 0).build(ways.map(\.line)).network
        return try await NetworkDiagnosis(of: ways, network: network, limits: limits, threads: threads)
    }

    @Test("Near misses are those of a table of all walks")
    func nearMisses() async throws {
        var count = 0
        for seed in 0..<1000 as Range<UInt64> {
            let ways = Self.ways(seed)
            let expected = Brute(ways).nearMisses(within: 30)
            let found = try await Self.diagnose(ways).issues.filter { $0.kind == .nearMiss }
                .map { Set($0.positions) }
            #expect(found.count == expected.count && Set(found) == expected, "seed \(seed)")
            count += found.count
        }
        #expect(count > 50)
    }

    @Test("Undershoots are the nearest lines, and only of ends without a near miss")
    func undershoots() async throws {
        var count = 0
        for seed in 0..<1000 as Range<UInt64> {
            let ways = Self.ways(seed)
            let expected = Brute(ways).undershoots(within: 30)
            let found = try await Self.diagnose(ways).issues.filter { $0.kind == .undershoot }
                .reduce(into: [Position: Double]()) { $0[$1.positions[0]] = $1.metres }
            #expect(Set(found.keys) == Set(expected.keys), "seed \(seed)")
            for (end, metres) in found { #expect(abs(metres - (expected[end] ?? -1)) < 1e-6, "seed \(seed)") }
            count += found.count
        }
        #expect(count > 50)
    }

    @Test("Crossings are those of all pairs")
    func crossings() async throws {
        var count = 0
        for seed in 0..<400 as Range<UInt64> {
            let ways = Self.ways(seed)
            let found = try await Self.diagnose(ways).issues.filter { $0.kind == .crossing }
                .map { Brute.rounded($0.positions[0]) }
            #expect(Set(found) == Brute(ways).crossings(), "seed \(seed)")
            count += found.count
        }
        #expect(count > 500)
    }

    @Test("Neither threads nor the order of the lines change what is found")
    func order() async throws {
        for seed in 0..<200 as Range<UInt64> {
            var random = SeededRandom(seed: seed)
            let ways = Self.ways(seed)
            let first = try await Self.diagnose(ways)
            #expect(try await Self.diagnose(ways, threads: 4).issues == first.issues, "seed \(seed)")
            let other = try await Self.diagnose(ways.shuffled(using: &random))
            for kind in NetworkIssue.Kind.allCases where kind != .island && kind != .undershoot {
                func places(_ diagnosis: NetworkDiagnosis) -> [Set<Position>: Int] {
                    diagnosis.issues.filter { $0.kind == kind }.reduce(into: [:]) {
                        $0[Set($1.positions.map(Brute.rounded)), default: 0] += 1
                    }
                }
                #expect(places(first) == places(other), "seed \(seed) \(kind)")
            }
        }
    }
}

extension NetworkIssue {
    fileprivate var positions: [Position] {
        var positions: [Position] = []
        shape.forEachRun { positions += $0 }
        return positions
    }
}

/// The same questions without an index, a bound or a node number.
private struct Brute {
    private let pieces: [(segment: Segment, line: Int)]
    private let ends: Set<Position>
    private let nodes: [Position]
    private let walk: [Position: [Position: Double]]

    init(_ ways: [DrawnWay]) {
        var seen: Set<Set<Position>> = []
        var pieces: [(segment: Segment, line: Int)] = []
        for (line, way) in ways.enumerated() {
            for (a, b) in zip(way.line.positions, way.line.positions.dropFirst())
            where a != b && seen.insert([a, b]).inserted {
                pieces.append((Segment(a, b), line))
            }
        }
        self.pieces = pieces
        ends = Set(ways.flatMap { [$0.line.positions[0], $0.line.positions[$0.line.positions.count - 1]] })
        nodes = Array(Set(ways.flatMap(\.line.positions)))
        walk = Self.walks(nodes, pieces.map(\.segment))
    }

    static func rounded(_ position: Position) -> Position {
        Position((position.x * 1e3).rounded() / 1e3, (position.y * 1e3).rounded() / 1e3)
    }

    /// Floyd and Warshall's table.
    private static func walks(_ nodes: [Position], _ pieces: [Segment]) -> [Position: [Position: Double]] {
        var walk = Dictionary(uniqueKeysWithValues: nodes.map { ($0, [$0: 0.0]) })
        for piece in pieces {
            walk[piece.start]?[piece.end] = piece.length
            walk[piece.end]?[piece.start] = piece.length
        }
        for middle in nodes {
            for a in nodes {
                guard let first = walk[a]?[middle] else { continue }
                for (b, second) in walk[middle] ?? [:] {
                    let known = walk[a]?[b] ?? .infinity
                    walk[a]?[b] = min(known, first + second)
                }
            }
        }
        return walk
    }

    private func isFar(_ a: Position, _ b: Position, _ reach: Double) -> Bool {
        (walk[a]?[b] ?? .infinity) > 10 * reach
    }

    func nearMisses(within reach: Double) -> Set<Set<Position>> {
        var found: Set<Set<Position>> = []
        for a in nodes {
            for b in nodes where a != b && (isEnd(a) || isEnd(b)) {
                if a.distance(to: b) <= reach, isFar(a, b, reach) { found.insert([a, b]) }
            }
        }
        return found
    }

    private func isEnd(_ node: Position) -> Bool { ends.contains(node) || neighbours(node).count == 1 }

    private func neighbours(_ node: Position) -> Set<Position> {
        Set(
            pieces.compactMap { piece in
                if piece.segment.start == node { return piece.segment.end }
                return piece.segment.end == node ? piece.segment.start : nil
            })
    }

    func undershoots(within reach: Double) -> [Position: Double] {
        let near = nearMisses(within: reach).reduce(into: Set<Position>()) { $0.formUnion($1) }
        var found: [Position: Double] = [:]
        for end in nodes where !near.contains(end) {
            let next = neighbours(end)
            guard next.count == 1, let back = next.first else { continue }
            for (segment, _) in pieces where segment.start != end && segment.end != end {
                let nearest = segment.nearest(to: end)
                let crosses =
                    !([segment.start, segment.end].contains(back)) && segment.meets(Segment(back, end))
                let round = min(
                    (walk[end]?[segment.start] ?? .infinity) + nearest.fraction * segment.length,
                    (walk[end]?[segment.end] ?? .infinity) + (1 - nearest.fraction) * segment.length)
                let gap = nearest.point.distance(to: end)
                guard nearest.fraction > 0, nearest.fraction < 1, gap <= reach, round > 10 * reach, !crosses
                else { continue }
                found[end] = min(found[end] ?? .infinity, gap)
            }
        }
        return found
    }

    /// Where two pieces without a common vertex meet in one point, to a millimetre.
    func crossings() -> Set<Position> {
        var found: Set<Position> = []
        for (place, first) in pieces.enumerated() {
            for second in pieces[(place + 1)...] {
                let (a, b) = (first.segment, second.segment)
                let corners: Set<Position> = [a.start, a.end, b.start, b.end]
                guard corners.count == 4, let position = Self.crossing(a, b) else { continue }
                found.insert(Self.rounded(position))
            }
        }
        return found
    }

    /// By the two parameters of the lines; nil for parallel ones.
    private static func crossing(_ a: Segment, _ b: Segment) -> Position? {
        let (ux, uy) = (a.end.x - a.start.x, a.end.y - a.start.y)
        let (vx, vy) = (b.end.x - b.start.x, b.end.y - b.start.y)
        let (wx, wy) = (b.start.x - a.start.x, b.start.y - a.start.y)
        let turn = ux * vy - uy * vx
        guard turn != 0 else { return nil }
        let (s, t) = ((wx * vy - wy * vx) / turn, (wx * uy - wy * ux) / turn)
        guard (-1e-12...1 + 1e-12).contains(s), (-1e-12...1 + 1e-12).contains(t) else { return nil }
        return Position(a.start.x + s * ux, a.start.y + s * uy)
    }
}
