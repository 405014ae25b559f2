import Foundation
import Standards
import Testing

/// What holds of every bundled indicator system.
@Suite struct IndicatorSystemTests {
    @Test(arguments: BundledStandards.indicatorIDs)
    func numbersAndNamesAreInOrder(id: String) throws {
        let system = try BundledStandards.indicators(id: id)
        #expect(system.id == id)
        #expect(system.indicators.map(\.number) == Array(1...system.indicators.count))
        #expect(Set(system.items.map(\.id)).count == system.items.count)
        #expect(Set(system.indicators.map(\.title)).count == system.indicators.count)
        #expect(system.groups.allSatisfy { group in system.indicators.contains { $0.group == group.id } })
        #expect(system.indicators.allSatisfy { !$0.items.isEmpty })
    }

    @Test(.enabled(if: SeedDocument.areThere), arguments: BundledStandards.indicatorIDs)
    func everyQuoteStandsInItsDocument(id: String) throws {
        let system = try BundledStandards.indicators(id: id)
        for citation in system.citations {
            #expect(SeedDocument.holds(citation), "\(citation.place): \(citation.quote)")
        }
    }

    /// The text of an item differs from what is quoted in white space only, or goes on beyond a page break.
    @Test(arguments: BundledStandards.indicatorIDs)
    func textsAreTheQuotedWords(id: String) throws {
        let torn = ["suzhou-2021": ["12.1", "18.3"], "chongqing-2024-draft": ["24.3"]]
        for item in try BundledStandards.indicators(id: id).items {
            let (text, quote) = (
                item.text.replacing(" ", with: ""), item.citation.quote.replacing(" ", with: "")
            )
            #expect(text.contains(quote), "\(item.id)")
            #expect((text == quote) != (torn[id]?.contains(item.id) == true), "\(item.id)")
        }
    }

    @Test(arguments: BundledStandards.documentIDs)
    func discrepanciesHaveNamesOfTheirOwn(id: String) throws {
        let document = try BundledStandards.document(id: id)
        #expect(Set(document.discrepancies.map(\.id)).count == document.discrepancies.count)
        #expect(!document.discrepancies.isEmpty)
    }

    @Test(arguments: BundledStandards.indicatorIDs)
    func whatIsJudgedByGeometryHasFigures(id: String) throws {
        for item in try BundledStandards.indicators(id: id).items {
            #expect((item.judgement == .evidence) == item.judgement.judgements.isEmpty)
            #expect(item.judgement.needsEvidence == (item.judgement.id != "geometry"))
        }
    }

    @Test func documentsHaveWhatIsBundledOfThem() throws {
        #expect(
            BundledStandards.documentIDs
                == ["suzhou-2021", "chongqing-2024-draft", "zhejiang-future-community"])
        let zhejiang = try BundledStandards.document(id: "zhejiang-future-community")
        #expect(zhejiang.standard == nil && zhejiang.indicators != nil && !zhejiang.draft)
        let chongqing = try BundledStandards.document(id: "chongqing-2024-draft")
        #expect(chongqing.standard != nil && chongqing.indicators != nil && chongqing.draft)
        #expect(chongqing.indicators?.draft == true)
        let error = #expect(throws: StandardError.self) {
            try BundledStandards.standard(id: "zhejiang-future-community")
        }
        #expect(
            error == .noFacilityTable(id: "zhejiang-future-community", known: BundledStandards.ids))
        #expect(error.map { "\($0)" }?.contains("has indicators and no facility table") == true)
        #expect(throws: StandardError.self) { try BundledStandards.document(id: "zhejiang") }
    }
}

extension IndicatorSystem {
    /// Every citation of the system.
    var citations: [Citation] {
        classes.compactMap(\.citation) + items.map(\.citation) + items.flatMap(\.basis)
            + missing.map(\.citation) + totals.map(\.citation) + discrepancies.map(\.citation)
    }

    /// The ids of the items that are judged in one way.
    func items(judged: String) -> [String] { items.filter { $0.judgement.id == judged }.map(\.id) }
}
