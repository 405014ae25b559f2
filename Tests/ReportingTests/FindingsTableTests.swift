import FileFixtures
import StudyAreas
import Testing
import VectorFiles

@testable import Reporting

/// `findings.csv` is the same in every locale and harmless in a spreadsheet.
@Suite struct FindingsTableTests {
    private func text(_ findings: [Finding]) throws -> String {
        let folder = try TemporaryFolder()
        let outputs = OutputSet()
        FindingsTable(findings).write(to: try outputs.stage(folder.file("findings.csv")))
        try outputs.commit()
        return try folder.text("findings.csv")
    }

    @Test func rowsAreInBothLanguages() throws {
        let finding = Finding(
            .blockOffNetwork, layer: "blocks", feature: "B1", arguments: ["200"], population: 168)
        #expect(
            try text([finding]) == "\u{FEFF}severity,code,layer,feature,message,population\n"
                + "warning,block_off_network,blocks,B1,\(finding.wording.both),168\n")
    }

    @Test func emptyIsAHeader() throws {
        #expect(try text([]).split(separator: "\n").count == 1)
    }

    @Test func namesFromFilesAreNoFormulas() throws {
        let rows = try text([Finding(.idMissing, layer: "blocks", feature: "=HYPERLINK(\"x\")")])
        #expect(rows.contains(#","'=HYPERLINK(""x"")","#))
    }
}

/// Where `analyze` puts its files.
@Suite struct ResultFolderTests {
    @Test(arguments: [
        ("results", "results/"), ("results/", "results/"), ("a/b", "a/b/"), ("", ""), ("/", "/"),
        ("/a", "/a/"),
    ])
    func pathsAreBelowTheFolder(_ folder: String, _ prefix: String) {
        #expect(ResultFolder(folder).paths == ResultKind.analysis.fileNames.map { prefix + $0 })
    }

    @Test func namesAreThosePromised() {
        #expect(
            ResultKind.analysis.fileNames == [
                "access.csv", "blocks.geojson", "gaps.geojson", "blind_spots.geojson", "facilities.geojson",
                "coverage.csv", "supply.csv", "findings.csv",
                "summary.json", "manifest.json", "blocks.qml", "gaps.qml", "blind_spots.qml",
                "facilities.qml",
            ])
        let formats = ResultFolder("", formats: ResultFormat.allCases).paths
        #expect(
            formats.dropFirst(ResultKind.analysis.fileNames.count) == [
                "results.gpkg", "results.xlsx", "access.xlsx", "verdicts.shp", "verdicts.shx", "verdicts.dbf",
                "verdicts.prj", "verdicts.cpg", "verdicts_fields.csv",
            ])
    }

    /// Names that scripts may rely on; styles are added behind them.
    @Test(arguments: [
        (ResultKind.parks, ["parks.geojson", "blocks.geojson", "uncovered.geojson"]),
        (.network, ["network_units.geojson", "offending.geojson"]),
        (.networkCheck, ["network_issues.geojson"]),
        (.assessment, ["assessment.csv", "assessment.json", "assessment.md", "assessment.html"]),
    ])
    func auditsHaveTheirFiles(_ kind: ResultKind, _ own: [String]) {
        let names = kind.fileNames
        #expect(Array(names.prefix(own.count)) == own && names.contains("manifest.json"))
        for name in own where name.hasSuffix(".geojson") {
            #expect(names.contains(name.replacing(".geojson", with: ".qml")))
        }
        #expect(kind.formats == ResultFormat.usual)
    }
}
