import Standards
import StrictYAML
import Testing

/// Figures of a project go before the table's, and never unseen.
@Suite struct OverrideTests {
    private func overridden(_ text: String, _ id: String = "suzhou-2021") throws -> FacilityStandard {
        let node = try YAMLNode(parsing: text, file: "p.yaml")
        return try StandardOverrides(node).applied(to: BundledStandards.standard(id: id))
    }

    @Test func limitsAreReplaced() throws {
        let standard = try overridden("kindergarten: {strict_m: 300, lenient_m: 450, min_site_area_m2: 5000}")
        let row = try #require(standard.requirement(id: "kindergarten"))
        #expect(standard.limits(of: row) == (300, 450))
        #expect(row.minimum.siteAreaM2 == 5000 && row.minimum.floorAreaM2 == 3800)
        #expect(row.distance.circle == .fiveToTen, "the circle stays as a label")
        #expect(
            standard.overrides.map(\.measure) == [.strictMetres, .lenientMetres, .siteArea])
        #expect(standard.overrides.map(\.was) == [500, 500, 6500])
        #expect(standard.overrides.map(\.now) == [300, 450, 5000])
    }

    @Test func nothingElseChanges() throws {
        let (before, after) = (
            try BundledStandards.standard(id: "suzhou-2021"), try overridden("pocket_park: {radius_m: 500}")
        )
        for (old, new) in zip(before.requirements, after.requirements) where old.id != "pocket_park" {
            #expect(old == new)
        }
        #expect(after.requirement(id: "pocket_park")?.distance == .radius(metres: 500))
        #expect(before.overrides.isEmpty && before != after)
    }

    @Test func oneLimitAloneKeepsTheOther() throws {
        let standard = try overridden("primary_school: {strict_m: 900}")
        let row = try #require(standard.requirement(id: "primary_school"))
        #expect(standard.limits(of: row) == (900, 1000))
    }

    @Test func aSizeOfOnesOwnHoldsAtEveryAge() throws {
        let standard = try overridden(
            "party_service_centre: {min_floor_area_m2: 200}", "chongqing-2024-draft")
        let minimum = standard.requirement(id: "party_service_centre")?.minimum
        #expect(minimum == MinimumSize(floorAreaM2: 200))
        #expect(standard.overrides.first?.was == nil, "the table has several")
    }

    /// A text, the line and column of its fault.
    static let faults: [(String, Int, Int)] = [
        ("kindergarden: {strict_m: 300}", 1, 1), ("kindergarten: {strict: 300}", 1, 16),
        ("kindergarten: {strict_m: 0}", 1, 26), ("kindergarten: {strict_m: -1}", 1, 26),
        ("kindergarten: {}", 1, 15), ("kindergarten: {radius_m: 300}", 1, 15),
        ("pocket_park: {strict_m: 300}", 1, 14), ("kindergarten: {strict_m: 600}", 1, 15),
        ("kindergarten: {lenient_m: 499.9}", 1, 15),
    ]

    @Test(arguments: faults)
    func faultsHaveAPlace(_ text: String, _ line: Int, _ column: Int) throws {
        let error = #expect(throws: YAMLError.self) { try overridden(text) }
        #expect(error?.line == line && error?.column == column, "\(String(describing: error))")
    }
}
