import Foundation
import Standards
import Testing
import VectorFiles

@testable import Reporting

/// The check of a table of one's own, and the template for it.
@Suite struct StandardCheckTests {
    private static func text(_ path: String) throws -> String {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    @Test func templateIsSoundAndShowsEveryKindOfRow() throws {
        let text = try Self.text("Docs/standard-template.yaml")
        let report = StandardCheckReport(text: text, file: "standard-template.yaml")
        #expect(report.isSound, "\(report.problems(.en))")
        let standard = try StandardDecoder.decode(text: text, file: "t")
        #expect(standard.requirements.contains { !$0.minimum.variants.isEmpty })
        #expect(standard.requirements.contains { !$0.minimum.anyOf.isEmpty })
        #expect(standard.requirements.contains { !$0.substitutes.isEmpty })
        #expect(report.summary(.en).hasPrefix("standard-template.yaml: sound; my-city-2025 with 3 circles, "))
    }

    /// Every key that a table may have is explained.
    @Test func templatePageNamesTheKeys() throws {
        let page = try Self.text("Docs/StandardTemplate.md")
        for rule in IndicatorRuleForm.all { #expect(page.contains("`\(rule.id)`")) }
        for category in FacilityCategory.allCases { #expect(page.contains("`\(category.id)`")) }
        for form in Substitute.Form.allCases { #expect(page.contains("`\(form.rawValue)`")) }
        for measure in MinimumCapacity.Measure.allCases { #expect(page.contains("`\(measure.rawValue)`")) }
        for measure in UnitSize.Measure.allCases { #expect(page.contains("`\(measure.rawValue)`")) }
    }

    @Test func checkListsEveryProblemInOrder() throws {
        let broken = try Self.text("Docs/standard-template.yaml")
            .replacing("draft: false", with: "draft: no")
            .replacing("min_floor_area_m2: 150", with: "min_floor_area: 150")
            .replacing("radius_m: 300", with: "radius_m: -300")
            .replacing("lenient_m: 1000", with: "lenient_m: 700")
        let report = StandardCheckReport(text: broken, file: "t")
        #expect(!report.isSound)
        let problems = report.problems(.en)
        #expect(problems.count == 4, "\(problems)")
        #expect(problems[0].contains("true or false") && problems[1].contains("below the strict one"))
        #expect(problems[2].contains("did you mean 'min_floor_area_m2'?"))
        #expect(problems[3].contains("-300.0 is not above zero"))
        let lines = problems.compactMap { Int($0.split(separator: ":")[1]) }
        #expect(lines == lines.sorted() && lines.count == 4)
        #expect(report.summary(.en) == "t: 4 problems")
        #expect(report.summary(.zh) == "t：4 处问题")
        let json = try JSONSerialization.jsonObject(with: Data(report.json.text(pretty: true).utf8))
        let entries = try #require((json as? [String: Any])?["problems"] as? [[String: Any]])
        #expect(entries.map { $0["line"] as? Int } == lines.map { $0 })
    }

    @Test func whatIsNoYAMLIsAProblemToo() {
        for text in ["", "a: [", "- 1\n- 2\n", "indicators: 3\n"] {
            #expect(!StandardCheckReport(text: text, file: "t").isSound)
        }
    }
}
