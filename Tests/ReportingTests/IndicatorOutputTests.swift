import Foundation
import Standards
import Testing
import VectorFiles

@testable import Reporting

/// Indicators as JSON and as tables.
@Suite struct IndicatorOutputTests {
    private func json(_ id: String) throws -> [String: Any] {
        let text = try BundledStandards.document(id: id).json.text(pretty: false)
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func zhejiangHasIndicatorsOnly() throws {
        let top = try json("zhejiang-future-community")
        #expect((top["requirements"] as? [Any])?.isEmpty == true)
        #expect(top["draft"] as? Bool == false)
        let indicators = try #require(top["indicators"] as? [[String: Any]])
        #expect(indicators.count == 33)
        let items = indicators.flatMap { $0["items"] as? [[String: Any]] ?? [] }
        #expect(items.count == 141)
        #expect(items.filter { $0["ticked"] as? Bool == true }.map { $0["id"] as? String } == ["1", "2"])
        let closed = try #require(items.first { $0["id"] as? String == "8" })
        #expect(closed["judged"] as? String == "geometry")
        let rules = try #require(closed["rules"] as? [[String: Any]])
        #expect(rules.map { $0["rule"] as? String } == ["closed_compound_size"])
        #expect(rules[0]["max_side_m"] as? Int == 80)
        let totals = try #require(top["indicator_totals"] as? [[String: Any]])
        #expect(totals.map { $0["percent_computed"] as? Double } == [4.26, 4.29, 4.23])
        #expect((top["discrepancies"] as? [Any])?.count == 6)
    }

    @Test func chongqingListsWhatIsMissing() throws {
        let top = try json("chongqing-2024-draft")
        let missing = try #require(top["missing_items"] as? [[String: Any]])
        #expect(missing.map { $0["id"] as? String } == ["24.1"])
        let classes = try #require(top["indicator_classes"] as? [[String: Any]])
        #expect(classes.map { $0["items"] as? Int } == [31, 57, 22])
        #expect(classes.map { $0["title"] as? String } == ["约束项", "基本项", "附加项"])
    }

    @Test(arguments: Language.allCases, BundledStandards.documentIDs)
    func tableHasEveryItem(_ language: Language, id: String) throws {
        let document = try BundledStandards.document(id: id)
        let text = StandardTables(language: language).show(document)
        for item in document.indicators?.items ?? [] { #expect(text.contains(item.text), "\(item.id)") }
        for item in document.indicators?.missing ?? [] { #expect(text.contains("? \(item.id) ")) }
        #expect(text.contains("'analyze' cannot use it") == (document.standard == nil && language == .en))
    }

    @Test func everyRuleHasWordsInBothLanguages() throws {
        let judgements = try BundledStandards.indicatorIDs.flatMap { id in
            try BundledStandards.indicators(id: id).items.flatMap(\.judgement.judgements)
        }
        #expect(Set(judgements.map(\.rule)) == Set(IndicatorRuleForm.all.map(\.id)))
        for judgement in judgements {
            #expect(judgement.wording(.en) != judgement.wording(.zh))
            #expect(judgement.wording(.en).allSatisfy { $0.isASCII || "≥≤×²".contains($0) })
        }
    }
}
