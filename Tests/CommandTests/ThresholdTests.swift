import FileFixtures
import Foundation
import Testing

/// Checks in scripts: `--fail-under`, `--fail-on` and `--strict`.
@Suite struct ThresholdTests {
    private func run(_ options: [String]) throws -> (LifeCircleProcess.Outcome, TemporaryFolder) {
        let folder = try TemporaryFolder()
        let arguments = ["analyze", Samples.tinyProject, "-o", folder.file("out"), "--quiet"] + options
        return (try LifeCircleProcess.run(arguments), folder)
    }

    /// Shares of the tiny sample: 76.9, 46.2, 65.4, 0.0, 65.4 and 3.8 per cent.
    @Test(arguments: [("0", 0), ("3", 1), ("60", 3), ("70", 5), ("100", 6)])
    func requirementsBelowAreNamed(_ percent: String, _ count: Int) throws {
        let (outcome, folder) = try run(["--fail-under", percent])
        #expect(outcome.status == (count == 0 ? 0 : 1))
        #expect(outcome.errorLines.count { $0.contains("below") } == count)
        #expect(try folder.contents().keys.contains("out/access.csv"), "results are written all the same")
    }

    @Test(arguments: [
        ("gap", "12 cases"), ("undersized", "2 cases"), ("marginal", "2 cases"),
        ("not_assessable", "76 cases"),
        ("met", "8 cases"), ("gap,undersized", "2 cases"),
    ])
    func verdictsAreCounted(_ verdicts: String, _ words: String) throws {
        let (outcome, _) = try run(["--fail-on", verdicts])
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains(words))
    }

    @Test func missesAreToldInChinese() throws {
        let (outcome, _) = try run(["--fail-under", "10", "--fail-on", "gap", "--lang", "zh"])
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("低于 10.0 %：卫生服务站：3.8 %"))
        #expect(outcome.errors.contains("服务盲区：12 项"))
    }
}

/// Imperfect data becomes findings by name; `--strict` refuses it.
@Suite struct ImperfectDataTests {
    /// Two blocks share an id, one population is negative, one kind is unknown and one place has no shape.
    private func makeFolder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(
            "blocks.csv",
            """
            id,x,y,population
            B1,500200,3460060,800
            B1,500824,3460000,1200
            B3,501200,3460075,-5

            """)
        try folder.write(
            "facilities.csv",
            """
            id,x,y,kind,floor_area
            F1,500376,3460060,生鲜超市（菜市场）,2000
            F2,500680,3460060,火山观测站,2000
            F3,,,公交站点,

            """)
        return folder
    }

    private func arguments(_ folder: TemporaryFolder, _ options: [String]) -> [String] {
        [
            "analyze", "--blocks", folder.file("blocks.csv"), "--facilities", folder.file("facilities.csv"),
            "--network", Samples.tiny + "/ways.geojson", "--crs", "EPSG:4549", "-o", folder.file("out"),
        ] + options
    }

    @Test func nothingVanishes() throws {
        let folder = try makeFolder()
        let outcome = try LifeCircleProcess.run(arguments(folder, ["--json"]))
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains("F2"), "what is left out is named on standard error")
        let findings = try CSVTable(folder.data("out/findings.csv")).rows
        func features(_ code: String) -> [String] {
            findings.filter { $0["code"] == code }.compactMap { $0["feature"] }
        }
        #expect(features("id_duplicate") == ["B1#2"])
        #expect(features("negative_number") == ["B3"])
        #expect(features("kind_unknown") == ["F2"])
        #expect(features("geometry_missing") == ["F3"])
        let sample = try AnalyzedFolder(folder)
        let facilities = try #require(sample.summary.input.layers.first { $0.layer == "facilities" })
        #expect((facilities.read, facilities.used, facilities.excluded) == (3, 1, 2))
        #expect(sample.summary.input.blocks == 3)
        #expect(sample.summary.input.population == 2000)
    }

    @Test func strictRefuses() throws {
        let folder = try makeFolder()
        let before = try folder.contents()
        let outcome = try LifeCircleProcess.run(arguments(folder, ["--strict"]))
        #expect(outcome.status == 65)
        for name in ["B1#2", "B3", "F2", "F3", "--strict"] { #expect(outcome.errors.contains(name)) }
        #expect(try folder.contents() == before, "nothing is written")
    }

    @Test func strictTakesSoundData() throws {
        let folder = try TemporaryFolder()
        let outcome = try LifeCircleProcess.run(
            ["analyze", Samples.canalProject, "--strict", "-o", folder.file("out")])
        #expect(outcome.status == 0)
    }

    /// What comes from a file must not steer the terminal it is shown on.
    @Test func controlCharactersDoNotReachTheTerminal() throws {
        let folder = try makeFolder()
        try folder.write(
            "blocks.csv",
            "id,name,x,y,population\nB\u{1B}[31m,\u{1B}]0;evil\u{7}里\u{202E},500200,3460060,-5\n")
        for options in [["--verbose"], ["--strict"]] {
            let outcome = try LifeCircleProcess.run(arguments(folder, options))
            for text in [outcome.output, outcome.errors] {
                #expect(
                    !text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 7 || $0.value == 0x202E })
            }
            #expect(outcome.errors.contains("B [31m"))
        }
    }
}

/// The summary of a folder that a test made itself.
struct AnalyzedFolder {
    let summary: SummaryDocument

    init(_ folder: TemporaryFolder) throws {
        summary = try JSONDecoder().decode(SummaryDocument.self, from: folder.data("out/summary.json"))
    }
}
