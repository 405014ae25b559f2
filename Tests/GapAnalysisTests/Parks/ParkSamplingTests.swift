import Geometry
import NetworkFixtures
import StudyAreas
import Testing

@testable import GapAnalysis

extension Village {
    /// Blocks on a jittered grid, some of them touching their neighbours, and parks of all sizes and forms.
    static func randomDistrict(_ random: inout SeededRandom) throws -> Village {
        var village = Village()
        for cell in 0..<16 {
            let (x, y) = (Double(cell % 4) * 120, Double(cell / 4) * 120)
            let isFull = Int.random(in: 0..<3, using: &random) > 0
            let width = isFull ? 120 : Double.random(in: 20...110, using: &random)
            try village.addLand(
                x, y, width, Double.random(in: 20...120, using: &random),
                population: Double(Int.random(in: 0...500, using: &random)))
        }
        for _ in 0..<Int.random(in: 0...8, using: &random) {
            let (x, y) = (
                Double.random(in: -200...700, using: &random), Double.random(in: -200...700, using: &random)
            )
            switch Int.random(in: 0..<4, using: &random) {
            case 0: village.addPointPark(x, y, site: [nil, 100, 400].randomElement(using: &random) ?? nil)
            default: try village.addPark(x, y, side: .random(in: 10...120, using: &random))
            }
        }
        return village
    }
}

@Suite("Land within the radius against points thrown at it")
struct ParkSamplingTests {
    private static let throwsPerBlock = 2500

    /// The share of a block within `radius` of `parks`, by points evenly thrown at its box.
    private func sampled(
        _ block: ResidentialBlock, _ parks: [Facility], radius: Double, _ random: inout SeededRandom
    ) -> Double {
        let box = block.shape.box
        var hits = 0
        for _ in 0..<Self.throwsPerBlock {
            let point = Position(
                .random(in: box.minX...box.maxX, using: &random),
                .random(in: box.minY...box.maxY, using: &random))
            if parks.contains(where: { $0.shape.distance(to: point) <= radius }) { hits += 1 }
        }
        return Double(hits) / Double(Self.throwsPerBlock)
    }

    /// A share thrown *n* times is wrong by a standard deviation of at most 0.5/√n: 1 % for 2500 throws at a
    /// block, 0.25 % for the 40,000 at a district of sixteen equal ones. Five of them are allowed; blocks differ
    /// in size, so the district's bound is doubled.
    @Test("block by block and in sum", arguments: [UInt64(1), 2, 3, 4, 5, 6])
    func shares(seed: UInt64) async throws {
        var random = SeededRandom(seed: seed)
        for _ in 0..<4 {
            let village = try Village.randomDistrict(&random)
            let audit = try await village.parkAudit(radius: 150)
            let counted = zip(village.facilities, audit.standings).filter { $0.1 == .counted }.map(\.0)
            let possible = zip(village.facilities, audit.standings).filter { $0.1 != .tooSmall }.map(\.0)
            var (land, landWithUnknown) = (0.0, 0.0)
            for (block, result) in zip(village.blocks, audit.blocks) {
                let area = block.shape.area
                let share = sampled(block, counted, radius: 150, &random)
                #expect(abs(1 - result.uncoveredArea / area - share) < 0.05)
                land += share * area
                landWithUnknown += sampled(block, possible, radius: 150, &random) * area
            }
            #expect(abs((audit.byRadius.landShare ?? 0) - land / audit.byRadius.land.assessed) < 0.025)
            let withUnknown = audit.byRadiusWithUnknown
            #expect(abs((withUnknown.landShare ?? 0) - landWithUnknown / withUnknown.land.assessed) < 0.025)
            expectCounts(audit, counted, possible)
        }
    }

    /// Residents and blocks by the definition: the origin within the radius.
    private func expectCounts(_ audit: ParkAudit, _ counted: [Facility], _ possible: [Facility]) {
        for (parks, coverage) in [(counted, audit.byRadius), (possible, audit.byRadiusWithUnknown)] {
            let near = audit.area.blocks.filter { block in
                parks.contains { ($0.shape.distance(to: block.origin) * 1000).rounded() <= 150_000 }
            }
            #expect(coverage.blocks.covered == near.count)
            #expect(coverage.population.covered == near.reduce(0) { $0 + ($1.population ?? 0) })
        }
        #expect(audit.byRadiusWithUnknown.land.covered >= audit.byRadius.land.covered)
    }

    @Test("another park never takes land away, whatever the threads")
    func monotone() async throws {
        var random = SeededRandom(seed: 77)
        for _ in 0..<20 {
            var village = try Village.randomDistrict(&random)
            let before = try await village.parkAudit(radius: 150)
            let again = try await village.parkAudit(radius: 150, threads: 5)
            #expect(again.byRadius.land == before.byRadius.land)
            #expect(again.patches.map(\.polygons) == before.patches.map(\.polygons))
            try village.addPark(
                .random(in: 0...500, using: &random), .random(in: 0...500, using: &random), side: 30)
            let after = try await village.parkAudit(radius: 150)
            #expect(after.byRadius.land.covered >= before.byRadius.land.covered - 0.1)
            #expect(after.byRadius.blocks.covered >= before.byRadius.blocks.covered)
        }
    }
}
