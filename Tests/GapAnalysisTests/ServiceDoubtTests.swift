import Geometry
import PedestrianNetworks
import Standards
import Testing

@testable import GapAnalysis
@testable import StudyAreas

/// What the edge of the data does to figures of facilities, supply and blind spots; and where facilities serve.
@Suite("Facilities at the edge of the data")
struct ServiceDoubtTests {
    /// A street of 9 km that is its own outline, with blocks and kindergartens so far along it; the limit is 300 m, 200 m strict.
    private func audit(blocks: [Double], facilities: [Double]) async throws -> Audit {
        var village = Village(lines: [[Position(0, 0), Position(9000, 0)]])
        for block in blocks { village.addBlock(block, 0) }
        for place in facilities { village.addFacility("kindergarten", place, 0) }
        village.surveyed = .all
        return try await village.audit([.walking("kindergarten", .five)], AuditOptions(threads: 1))
    }

    @Test(
        "A facility is uncertain when the edge is within its limit", arguments: [(299.0, true), (301, false)])
    func residents(place: Double, isUncertain: Bool) async throws {
        let audit = try await audit(blocks: [4000], facilities: [place])
        #expect(audit.edge.service.isUncertain(0, facility: 0) == isUncertain)
        #expect(audit.edge.service.walks[0]?.metres == (isUncertain ? place : nil))
    }

    @Test("A facility is uncertain when one of its blocks is nearer to the edge than to it")
    func catchment() async throws {
        // The facility is 310 m from the edge and the block 100 m: a nearer one may lie beyond.
        var audit = try await audit(blocks: [100], facilities: [310])
        #expect(audit.catchments[0]?.blocks == 1)
        #expect(audit.edge.service.walks[0] == nil && audit.edge.service.isUncertain(0, facility: 0))
        audit = try await self.audit(blocks: [200], facilities: [310])
        #expect(audit.catchments[0]?.blocks == 1 && !audit.edge.service.isUncertain(0, facility: 0))
    }

    @Test("Supply is uncertain where residents without a facility may have one beyond the edge")
    func supply() async throws {
        let part = try await audit(blocks: [100, 4000], facilities: [4100])
        #expect(part.supply.map { part.edge.service.isUncertain($0) }.first ?? true)
        let inner = try await audit(blocks: [4000], facilities: [4100])
        #expect(!inner.supply.contains { inner.edge.service.isUncertain($0) })
    }

    @Test("Streets are served as far as the limit, from either side of the facility")
    func streets() async throws {
        let audit = try await audit(blocks: [1000], facilities: [100, 1100, 1500])
        let served = try await ServedAreas(of: audit)
        guard case .streets(let stretches) = served.areas[0] else {
            Issue.record("a walk has streets")
            return
        }
        // 0…400 m, and 800…1800 m: the second and the third meet.
        #expect(stretches.map(\.from) == [0, 800_000_000])
        #expect(stretches.map(\.to) == [400_000_000, 1_800_000_000])
        #expect(served.limits == [300])
    }
}
