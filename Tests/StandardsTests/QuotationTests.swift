import Standards
import Testing

/// Every quotation stands in the document it is said to be from.
@Suite struct QuotationTests {
    @Test(.enabled(if: SeedDocument.areThere), arguments: BundledStandards.ids)
    func everyQuoteStandsInItsDocument(id: String) throws {
        let citations = try BundledStandards.standard(id: id).citations
        #expect(citations.count > 40)
        for citation in citations {
            #expect(SeedDocument.holds(citation), "\(citation.place): \(citation.quote)")
        }
    }

    @Test(.enabled(if: SeedDocument.areThere))
    func whatIsNotThereIsNotFound() {
        #expect(!SeedDocument.holds(Citation(document: "苏州", place: "", quote: "路口间距不超过301米")))
        #expect(!SeedDocument.holds(Citation(document: "某", place: "", quote: "路口间距不超过300米")))
        #expect(!SeedDocument.holds(Citation(document: "苏州", place: "", quote: "")))
    }
}
