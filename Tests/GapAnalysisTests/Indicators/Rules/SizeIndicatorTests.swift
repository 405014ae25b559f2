import Standards
import StudyAreas
import Testing

@testable import GapAnalysis

/// One facility of 300 m² floor in the place that is assessed.
@Suite("One facility that is large enough") struct SizeIndicatorTests {
    private let rule = IndicatorJudgement(
        "facility_size", kinds: ["book_room"], figures: ["min_floor_area_m2": 300])

    private func outcome(_ floors: [Double?]) async throws -> RuleOutcome {
        var village = Village.street()
        village.addBlock(0, 0)
        for floor in floors { village.addFacility("book_room", 5, 0, floor: floor) }
        return try await rule.outcome(in: village)
    }

    /// By hand: 299.99 < 300, 300 ≥ 300, 300.01 ≥ 300. Two rooms of 150 m² make 300 m² together, but neither is one
    /// room of 300 m².
    @Test("a hundredth of a square metre below, at and above the minimum")
    func limit() async throws {
        #expect(try await outcome([299.99]).verdict == .notMet)
        #expect(try await outcome([300]).verdict == .met)
        #expect(try await outcome([300.01]).verdict == .met)
        #expect(try await outcome([150, 150]).verdict == .notMet)
        #expect(
            try await outcome([299.99, 300, nil]).figure == .sizes(adequate: 1, unknown: 1, undersized: 1))
    }

    @Test("an unknown size is neither, beside one that is too small as well")
    func unknown() async throws {
        let open = try await outcome([299.99, nil])
        #expect(open.verdict == .notAssessable && open.reason == .sizeUnknown)
        #expect(try await outcome([300, nil]).verdict == .met)
        #expect(try await outcome([]).reason == .notSurveyed)
    }

    @Test("the site counts where it is asked for")
    func site() async throws {
        let rule = IndicatorJudgement(
            "facility_size", kinds: ["square"], figures: ["min_site_area_m2": 400])
        for (site, verdict) in [(399.99, RuleOutcome.Verdict.notMet), (400, .met), (400.01, .met)] {
            var village = Village.street()
            village.addFacility("square", 0, 0, site: site)
            #expect(try await rule.outcome(in: village).verdict == verdict, "\(site)")
        }
    }
}
