import FileFixtures
import Foundation
import Testing

/// Figures of a project file, in every output.
@Suite struct ProjectOverrideTests {
    private func analyze(_ overrides: String) throws -> (LifeCircleProcess.Outcome, TemporaryFolder) {
        let folder = try TemporaryFolder()
        try folder.copy(of: Samples.canalDistrict)
        let project = try folder.text("lifecircle.yaml")
        try folder.write("lifecircle.yaml", project + "\n" + overrides)
        let outcome = try LifeCircleProcess.run([
            "analyze", folder.file("lifecircle.yaml"), "--output", folder.file("out"), "--lang", "en",
        ])
        return (outcome, folder)
    }

    @Test func overridesAreSaidEverywhereAndChangeTheirOwnRowAlone() throws {
        let (outcome, folder) = try analyze(
            "overrides: {kindergarten: {strict_m: 300, lenient_m: 400, min_site_area_m2: 5000}}\n")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("Kindergarten: strict_m 500 → 300"))
        for name in ["out/summary.json", "out/manifest.json"] {
            let text = try folder.text(name)
            #expect(text.contains("\"overrides\"") && text.contains("\"strict_m\"") && text.contains("300"))
        }
        let findings = try CSVTable(try folder.data("out/findings.csv")).rows
        #expect(findings.filter { $0["code"] == "figure_overridden" }.count == 3)
        let plain = try AnalyzedSample.canalDistrict.get()
        for name in ["access.csv", "coverage.csv", "supply.csv"] {
            let (before, after) = (
                try plain.table(name).rows, try CSVTable(try folder.data("out/\(name)")).rows
            )
            func others(_ rows: [[String: String]]) -> [[String: String]] {
                rows.filter { $0["requirement_id"] != "kindergarten" }
            }
            #expect(others(before) == others(after), "\(name)")
            let isLimited = name != "access.csv" || after.contains { $0["strict_m"] == "300" }
            #expect(isLimited)
        }
    }

    @Test func whatDoesNotFitTheStandardIsRefused() throws {
        let (outcome, folder) = try analyze("overrides:\n  kindergarden: {strict_m: 300}\n")
        #expect(outcome.status == 65 && outcome.errors.contains("kindergarten"), "\(outcome.errors)")
        #expect(!FileManager.default.fileExists(atPath: folder.file("out")))
    }
}
