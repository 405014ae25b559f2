import Geometry
import NetworkFixtures
import Testing

@testable import PedestrianNetworks

/// What holds of every repair, on random lines.
@Suite("Promises of a repair")
struct RepairPropertyTests {
    private static func ways(_ seed: UInt64) -> [DrawnWay] {
        var random = SeededRandom(seed: seed)
        let levels: [WayLevel] = [.ground, .ground, .ground, WayLevel(.bridge)]
        return RandomLines(seed: seed).lines.map {
            DrawnWay($0, level: levels.randomElement(using: &random) ?? .ground)
        }
    }

    private static let repairs = [
        NetworkRepair(joinTolerance: 20), NetworkRepair(nodesCrossings: true),
        NetworkRepair(joinTolerance: 20, nodesCrossings: true), NetworkRepair(joinTolerance: 0.05),
    ]

    @Test("A second repair changes nothing", arguments: repairs)
    func idempotent(repair: NetworkRepair) {
        var changes = 0
        for seed in 0..<600 as Range<UInt64> {
            let once = repair.repair(Self.ways(seed))
            let twice = repair.repair(once.ways)
            #expect(twice.changes.isEmpty && twice.ways == once.ways, "seed \(seed)")
            changes += once.changes.count
        }
        #expect(changes > 10)
    }

    @Test("No vertex moves further than the tolerance, and no two levels are joined", arguments: repairs)
    func bounded(repair: NetworkRepair) {
        for seed in 0..<600 as Range<UInt64> {
            let ways = Self.ways(seed)
            for change in repair.repair(ways).changes {
                let most = change.kind == .vertexAdded ? 0.011 : repair.joinTolerance + 1e-7
                #expect(change.metres <= most, "seed \(seed)")
                #expect(ways[Int(change.line)].level == ways[Int(change.other)].level, "seed \(seed)")
            }
        }
    }

    @Test("The changes, undone, give the lines back", arguments: repairs)
    func undoable(repair: NetworkRepair) {
        for seed in 0..<600 as Range<UInt64> {
            let ways = Self.ways(seed)
            let outcome = repair.repair(ways)
            var lines = outcome.ways.map { $0.line.positions.map { Optional($0) } }
            for change in outcome.changes {
                let (line, vertex) = (Int(change.line), Int(change.vertex))
                #expect(lines[line][vertex] == change.to, "seed \(seed)")
                lines[line][vertex] = change.kind == .vertexAdded ? nil : change.from
            }
            #expect(lines.map { $0.compactMap { $0 } } == ways.map(\.line.positions), "seed \(seed)")
            #expect(outcome.ways.map(\.level) == ways.map(\.level))
        }
    }

    @Test("After noding no crossing is left that heights do not explain")
    func noded() async throws {
        for seed in 0..<400 as Range<UInt64> {
            let outcome = NetworkRepair(nodesCrossings: true).repair(Self.ways(seed))
            let network = NetworkBuilder(joinTolerance: 0).build(outcome.ways.map(\.line)).network
            let limits = NetworkDiagnosis.Limits(nearMiss: 0, joinTolerance: 0)
            let diagnosis = try await NetworkDiagnosis(of: outcome.ways, network: network, limits: limits)
            #expect(diagnosis.issues(.crossing).isEmpty, "seed \(seed)")
        }
    }

    @Test("The order of the lines is of no matter", arguments: repairs)
    func order(repair: NetworkRepair) {
        var checked = 0
        for seed in 0..<600 as Range<UInt64> {
            var random = SeededRandom(seed: seed)
            let ways = Self.ways(seed)
            // Segments drawn twice are told apart by their order alone.
            let segments = ways.flatMap { zip($0.line.positions, $0.line.positions.dropFirst()) }
            guard Set(segments.map { Set([$0, $1]) }).count == segments.count else { continue }
            checked += 1
            let places = ways.indices.shuffled(using: &random)
            let first = repair.repair(ways).ways
            let other = repair.repair(places.map { ways[$0] }).ways
            #expect(places.map { first[$0] } == other, "seed \(seed)")
        }
        #expect(checked > 50)
    }
}
