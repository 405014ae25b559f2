import Geometry
import Standards
import StudyAreas
import Testing

@testable import GapAnalysis

extension IndicatorJudgement {
    /// What the rule makes of a village, under a table with Suzhou's circles and some rows.
    func outcome(
        in village: Village, rows: [FacilityRequirement] = [], unit: Int? = nil
    ) async throws -> RuleOutcome {
        let item = IndicatorItem(
            id: "1", classID: "must", text: "…", judgement: .geometry([self]), citation: .testing)
        let system = IndicatorSystem(
            id: "testing", version: "1", title: "试", titleEn: "test",
            source: .init(title: "试", year: 2021),
            classes: [IndicatorClass(id: "must", title: "约束项", titleEn: "must")],
            groups: [IndicatorGroup(id: "place", title: "场景", titleEn: "place")],
            indicators: [Indicator(number: 1, title: "试", titleEn: "test", group: "place", items: [item])])
        let assessment = try await IndicatorAssessment(
            of: try await village.area(), by: system, circles: .testing(rows), unit: unit)
        return try #require(assessment.items.first?.outcomes.first)
    }
}

extension Village {
    /// A block of 100 residents at the beginning of a street, and facilities of a kind so many metres down it.
    static func street(_ kind: String, at metres: Double...) -> Village {
        var village = Village.street()
        village.addBlock(0, 0)
        for place in metres { village.addFacility(kind, place, 0) }
        return village
    }

    /// A street with two side streets, `metres` apart, in a unit that holds all of it.
    static func junctions(_ metres: Double) throws -> Village {
        var village = Village(lines: [
            [Position(-50, 0), Position(0, 0), Position(metres, 0), Position(metres + 50, 0)],
            [Position(0, 0), Position(0, 50)], [Position(metres, 0), Position(metres, 50)],
        ])
        try village.addUnit(-60, -10, 1000, 70)
        return village
    }
}
