import Standards
import StudyAreas
import Testing

@testable import GapAnalysis

/// Where sizes hang on the age of the community, blocks that do not say theirs are named.
@Suite("Blocks of unknown age") struct UnknownAgeRemarkTests {
    private func found(_ ages: [CommunityAge?], kind: String) async throws -> [Finding] {
        var village = Village.street()
        for age in ages { village.addBlock(0, 0, population: 7, age: age) }
        village.addFacility(kind, 100, 0, floor: 300)
        return try await village.audit(by: "chongqing-2024-draft").findings.filter { $0.code == .ageUnknown }
    }

    /// By hand: of four blocks of 7 residents two do not say their age: 2 blocks, 2 × 7 = 14 residents.
    @Test("how many blocks, and how many people")
    func count() async throws {
        let said = try await found([.newBuilt, nil, .old, nil], kind: "party_service_centre")
        #expect(said.map { $0.arguments[2] } == ["2"] && said.first?.population == 14)
    }

    @Test("nothing is said when all ages are known, or the size is the same at every age")
    func nothing() async throws {
        #expect(try await found([.newBuilt, .existing, .old], kind: "party_service_centre").isEmpty)
        #expect(try await found([nil], kind: "after_school_class").isEmpty)
    }

    @Test("it changes no verdict")
    func verdicts() async throws {
        var village = Village.street()
        for age in [CommunityAge.newBuilt, nil] { village.addBlock(0, 0, age: age) }
        village.addFacility("party_service_centre", 100, 0, floor: 300)
        let found = try await village.assessments(of: "party_service_centre", in: "chongqing-2024-draft")
        #expect(found.map(\.verdict) == [.met, .met] && found.allSatisfy { $0.remarks.isEmpty })
    }
}
