import NetworkFixtures
import Standards
import StudyAreas
import Testing

@testable import GapAnalysis

/// One place under two standards: the reports differ where the standards do, and nowhere else.
@Suite("Two standards, one place") struct TwoStandardsTests {
    private func village(_ seed: UInt64) throws -> Village {
        var random = SeededRandom(seed: seed)
        return try Village.random(&random)
    }

    @Test("a row that changes leaves every other row's verdicts, shares and blind spots as they were")
    func oneRow() async throws {
        let changed = [FacilityRequirement.walking("clinic", .ten, floor: 400)] + Village.rows.dropFirst()
        var isDifferent = false
        for seed in UInt64(0)..<40 {
            let (before, after) = (
                try await village(seed).audit(Village.rows), try await village(seed).audit(changed)
            )
            isDifferent =
                isDifferent || before.requirements[0].assessments != after.requirements[0].assessments
            for place in 1..<Village.rows.count {
                #expect(before.requirements[place].assessments == after.requirements[place].assessments)
                #expect(before.totals[place].population == after.totals[place].population)
                #expect(
                    before.blindSpots[place].map(\.population) == after.blindSpots[place].map(\.population))
            }
        }
        #expect(isDifferent, "the changed row changes nothing")
    }

    /// Kinds of which both documents ask for the same: Suzhou's row, the draft's row.
    static let alike = [("bus_stop", "bus_stop")]

    @Test("where both documents ask for the same, both say the same", arguments: alike)
    func sameRows(suzhou: String, draft: String) async throws {
        for metres in [1.0, 499.999, 500, 500.001, 900] {
            var village = Village.street()
            for age in [CommunityAge.newBuilt, nil] { village.addBlock(0, 0, age: age) }
            village.addFacility("bus_stop", metres, 0)
            let reports = [
                try await village.assessments(of: suzhou, in: "suzhou-2021"),
                try await village.assessments(of: draft, in: "chongqing-2024-draft"),
            ]
            #expect(reports[0] == reports[1], "\(metres)")
        }
    }

    /// A kind, its floor, how far it is, and what the two documents make of it.
    static let different: [(kind: String, floor: Double, metres: Double, suzhou: Verdict, draft: Verdict)] = [
        // 500 m by table 1 of Suzhou; 300 and 500 m by the draft, which asks for no site.
        ("kindergarten", 6000, 400, .met, .marginal),
        // 1800 m² in Suzhou; 1400 m² at least by the draft.
        ("health_centre", 1799.99, 400, .undersized, .met),
        // 200 and 150 m².
        ("health_station", 150, 500, .undersized, .met),
        ("health_station", 149.99, 500, .undersized, .undersized),
    ]

    @Test("where they differ, the verdicts do", arguments: different)
    func differentRows(
        row: (kind: String, floor: Double, metres: Double, suzhou: Verdict, draft: Verdict)
    ) async throws {
        var village = Village.street()
        village.addBlock(0, 0)
        village.addFacility(row.kind, row.metres, 0, floor: row.floor, site: 6500)
        let suzhou = try await village.assessments(of: row.kind, in: "suzhou-2021")
        let draft = try await village.assessments(of: row.kind, in: "chongqing-2024-draft")
        #expect(suzhou.map(\.verdict) == [row.suzhou] && draft.map(\.verdict) == [row.draft])
        #expect(suzhou.map(\.distance) == draft.map(\.distance), "the walk is the same under both")
    }
}
