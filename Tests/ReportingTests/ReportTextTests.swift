import Foundation
import Testing

@testable import Reporting

/// The page's texts: none is missing in a language, none is asked for in vain, none lies about unused.
@Suite struct ReportTextTests {
    private struct Entry: Decodable { let en, zh: String }

    private func catalogue() throws -> [String: Entry] {
        try JSONDecoder().decode([String: Entry].self, from: Data(ReportSources.texts.utf8))
    }

    private var sources: String { ReportSources.script + ReportSources.body }

    @Test func everyTextIsInBothLanguages() throws {
        let catalogue = try catalogue()
        #expect(catalogue.count > 150)
        for (key, entry) in catalogue {
            #expect(!entry.en.isEmpty && !entry.zh.isEmpty, "\(key)")
            let isChinese = entry.zh.unicodeScalars.contains { $0.properties.isIdeographic }
            #expect(isChinese || ["comma"].contains(key), "\(key) is not in Chinese: \(entry.zh)")
            let holes = { (text: String) in Set(text.matches(of: /\{(\w+)\}/).map { String($0.output.1) }) }
            #expect(holes(entry.en) == holes(entry.zh), "\(key) says different things in its languages")
        }
    }

    @Test func everyTextAskedForIsThere() throws {
        let catalogue = try catalogue()
        var asked = Set(sources.matches(of: /\bt\("([a-z_]+)"[,)]/).map { String($0.output.1) })
        asked.formUnion(sources.matches(of: /data-t(?:-label)?="(\w+)"/).map { String($0.output.1) })
        // One of two: t(condition ? "this" : "that").
        let choice = /\bt\([^")]*(?:"[^"]*"[^")]*)?\? "([a-z_]+)" : "([a-z_]+)"/
        asked.formUnion(
            sources.matches(of: choice).flatMap { [String($0.output.1), String($0.output.2)] })
        #expect(asked.count > 120)
        for key in asked { #expect(catalogue[key] != nil, "no text \(key)") }
    }

    @Test func noTextIsUnused() throws {
        let prefixes = sources.matches(of: /\bt\("([a-z_]+_)" \+/).map { String($0.output.1) }
        for key in try catalogue().keys {
            let isMade = prefixes.contains { key.hasPrefix($0) }
            #expect(isMade || sources.contains("\"\(key)\""), "\(key) is not used")
        }
    }

    /// Values of the data that texts are made up from.
    @Test func everyVerdictAndReasonHasAText() throws {
        let keys = Set(try catalogue().keys)
        #expect(
            keys.isSuperset(
                of: ["met", "marginal", "undersized", "gap", "not_assessable"].map { "verdict_" + $0 }))
        let order = #/const REASONS = \[(.*?)\]/#
        let listed = try #require(sources.firstMatch(of: order)).output.1.split(separator: ",").map {
            $0.trimmingCharacters(in: .whitespaces).trimmingCharacters(in: ["\""])
        }
        #expect(listed == ReportCodes.reasons)
        let verdicts = try #require(sources.firstMatch(of: #/const VERDICTS = \[(.*?)\]/#)).output.1
            .split(separator: ",").map {
                $0.trimmingCharacters(in: .whitespaces).trimmingCharacters(in: ["\""])
            }
        #expect(verdicts == ReportCodes.verdicts)
        for reason in ReportCodes.reasons { #expect(keys.contains("reason_" + reason)) }
    }

    @Test func pageHoldsNothingThatItsPolicyWouldStop() {
        #expect(!ReportSources.body.contains("style="))
        #expect(!ReportSources.body.contains("onclick"))
        #expect(!ReportSources.script.contains("innerHTML"))
        #expect(!ReportSources.script.contains("</script"))
        #expect(!ReportSources.sheet.contains("url("))
        #expect(!ReportSources.mapLicence.contains("--"))
    }
}
