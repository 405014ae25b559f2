import Foundation
import Standards
import Testing

@testable import Reporting

/// The pages of the bundled standards.
@Suite struct StandardPageTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    @Test(arguments: BundledStandards.documentIDs)
    func pageIsWhatTheDataMake(id: String) throws {
        let page = try StandardPage(BundledStandards.document(id: id)).text
        let stored = try? Self.text("Docs/Standards/\(id).md")
        #expect(stored == page, "Docs/Standards/\(id).md is not up to date: run Scripts/make-standard-pages")
    }

    @Test func everyPageIsOfADocument() throws {
        let folder = Self.root.appendingPathComponent("Docs/Standards").path
        let pages = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(pages == (BundledStandards.documentIDs.map { "\($0).md" }).sorted())
    }

    @Test(arguments: BundledStandards.documentIDs)
    func pageHasEveryRowAndEveryQuote(id: String) throws {
        let document = try BundledStandards.document(id: id)
        let page = StandardPage(document).text
        for row in document.standard?.requirements ?? [] {
            #expect(page.contains("`\(row.id)`") && page.contains(row.citation.quote), "\(row.id)")
            for citation in row.furtherCitations { #expect(page.contains(citation.quote)) }
        }
        for item in document.indicators?.items ?? [] {
            #expect(page.contains("| \(item.id) |"), "\(item.id)")
        }
        for discrepancy in document.discrepancies { #expect(page.contains(discrepancy.text.en)) }
        // A row has as many cells as its table has columns.
        let tables = page.split(separator: "\n\n").filter { $0.hasPrefix("| ") }
        #expect(!tables.isEmpty)
        for table in tables {
            let bars = table.split(separator: "\n").filter { $0.hasPrefix("| ") }.map { line in
                line.replacing("\\|", with: "").count { $0 == "|" }
            }
            #expect(Set(bars).count == 1, "\(table.prefix(80))")
        }
    }
}
