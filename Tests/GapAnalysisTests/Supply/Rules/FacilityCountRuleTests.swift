import Standards
import StudyAreas
import Testing

@testable import GapAnalysis

@Suite("Facilities needed and present") struct FacilityCountRuleTests {
    /// Residents, floors, how many are needed, the verdict, how many are lacking at least.
    static let cases: [(Double, [Double?], Int, ProvisionVerdict, Int)] = [
        (100_000, [2000], 1, .enough, 0), (100_001, [2000], 2, .short, 1),
        (99_999, [2000], 1, .enough, 0), (200_000, [2000, 2000], 2, .enough, 0),
        (100_000, [1399.99], 1, .short, 1), (100_000, [nil], 1, .open, 0),
        // Between the tiers' sizes it is not known which one holds.
        (100_000, [1400], 1, .open, 0), (200_000, [2000, nil], 2, .open, 0),
        (300_000, [2000, nil], 3, .short, 1), (200_000, [2000, 2000, nil], 2, .enough, 0),
    ]

    /// By hand: one centre is for at most 100,000 people. 100,000 / 100,000 = 1 → 1 is needed; 100,001 / 100,000 =
    /// 1.00001 → 2 are needed; 99,999 / 100,000 = 0.99999 → 1.
    @Test("needed and present, at the limit and one resident beyond", arguments: cases)
    func count(
        residents: Double, floors: [Double?], needed: Int, verdict: ProvisionVerdict, short: Int
    ) async throws {
        let found = try await Village.health(residents: [residents], floors: floors).provision()
        #expect(found.needed == needed && found.verdict == verdict && found.shortBy == short)
        #expect(found.facilities == floors.count && found.assigned == residents)
        #expect(found.peoplePerFacility == 100_000 && found.basis == .requirement)
    }

    @Test("residents nobody has counted leave enough open, and short short")
    func unknownResidents() async throws {
        let open = try await Village.health(residents: [1000, nil], floors: [2000]).provision()
        #expect(open.verdict == .open && open.blocksWithoutPopulation == 1 && open.residents == 1000)
        let short = try await Village.health(residents: [200_000, nil], floors: [2000]).provision()
        #expect(short.verdict == .short)
    }

    @Test("a kind that was not surveyed is no shortage, one that was is")
    func unsurveyed() async throws {
        var village = Village.health(residents: [1000], floors: [])
        #expect(try await village.provision().verdict == .open)
        village.surveyed = .all
        let short = try await village.provision()
        #expect(short.verdict == .short && short.shortBy == 1 && short.facilities == 0)
    }
}
