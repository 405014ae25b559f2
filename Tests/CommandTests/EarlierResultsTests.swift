import FileFixtures
import Foundation
import Testing

/// A folder of results tells of one analysis: what an earlier one left goes when the next one is there.
@Suite struct EarlierResultsTests {
    private func analyze(_ folder: TemporaryFolder, _ options: [String]) throws {
        let outcome = try LifeCircleProcess.run(
            ["analyze", folder.file("lifecircle.yaml"), "--output", folder.file("out"), "--quiet"] + options,
            in: folder.path)
        #expect(outcome.status == 0, "\(outcome.errors)")
    }

    private func names(_ folder: TemporaryFolder) throws -> Set<String> {
        Set(try FileManager.default.contentsOfDirectory(atPath: folder.file("out")))
    }

    @Test func reportAndFormatsOfAnEarlierRunGo() throws {
        let folder = try TemporaryFolder()
        try folder.copy(of: Samples.tiny)
        try analyze(folder, ["--report", "--formats", "gpkg,xlsx,xlsx-access,shp"])
        let all = try names(folder)
        #expect(all.isSuperset(of: ["report.html", "results.gpkg", "results.xlsx", "access.xlsx"]))
        #expect(all.isSuperset(of: ["verdicts.shp", "verdicts.dbf", "verdicts_fields.csv"]))
        try folder.write("out/notes.txt", "mine")
        try analyze(folder, ["--formats", "xlsx"])
        let left = try names(folder)
        #expect(left.contains("results.xlsx") && left.contains("access.csv") && left.contains("notes.txt"))
        for gone in ["report.html", "results.gpkg", "access.xlsx", "verdicts.shp", "verdicts_fields.csv"] {
            #expect(!left.contains(gone), "\(gone)")
        }
        try analyze(folder, ["--report", "--formats", "none"])
        #expect(try names(folder).contains("report.html"))
        #expect(try !names(folder).contains("results.xlsx"))
    }

    @Test func filesOfAnythingElseStay() throws {
        let folder = try TemporaryFolder()
        try folder.copy(of: Samples.tiny)
        try FileManager.default.createDirectory(
            atPath: folder.file("out"), withIntermediateDirectories: true)
        try folder.write("out/report.html", "somebody's")
        try folder.write("out/manifest.json", "{\"tool\":{\"name\":\"other\"}}")
        try analyze(folder, ["--formats", "none"])
        #expect(try folder.text("out/report.html") == "somebody's")
    }

    @Test func aRunThatFailsRemovesNothing() throws {
        let folder = try TemporaryFolder()
        try folder.copy(of: Samples.tiny)
        try analyze(folder, ["--report", "--formats", "none"])
        let outcome = try LifeCircleProcess.run(
            [
                "analyze", folder.file("lifecircle.yaml"), "--output", folder.file("out"), "--quiet",
                "--standard", folder.file("nowhere.yaml"),
            ],
            in: folder.path)
        #expect(outcome.status != 0)
        #expect(try names(folder).contains("report.html"))
    }
}
