import FileFixtures
import Foundation
import Testing

/// `audit`, `network check` and `assess` have one file to open as `analyze` has; read by other people's programs.
@Suite struct AuditFormatTests {
    struct Run: Sendable, CustomTestStringConvertible {
        let command: [String]
        let layers: [String]
        let sheets: [String]
        let sidecars: [String]
        var testDescription: String { command.prefix(2).joined(separator: " ") }
    }

    private static func sample(_ name: String) -> String { "\(Samples.canalDistrict)/\(name).geojson" }

    static let runs = [
        Run(
            command: [
                "audit", "parks", "--blocks", sample("blocks"), "--parks", sample("facilities"),
                "--network", sample("ways"),
            ], layers: ["blocks", "entrances", "network", "parks", "uncovered"],
            sheets: [
                "公园服务盲区 uncovered", "公园绿地 parks", "公园覆盖率 park_coverage", "居住街坊 blocks",
                "数据检查提示 findings", "说明 about",
            ], sidecars: ["blocks.qml", "parks.qml", "uncovered.qml"]),
        Run(
            command: [
                "audit", "network", "--network", sample("ways"), "--units", sample("communities"),
                "--standard", "chongqing-2024-draft",
            ], layers: ["network", "network_units", "offending"],
            sheets: [
                "数据检查提示 findings", "说明 about", "路网不达标处 offending", "路网指标 figures",
                "路网评价单元 network_units", "连通部分 components",
            ], sidecars: ["network_units.qml", "offending.qml"]),
        Run(
            command: ["network", "check", "--network", sample("ways"), "--blocks", sample("blocks")],
            layers: ["network", "network_issues"],
            sheets: ["数据检查提示 findings", "说明 about", "路网待查问题 network_issues", "连通部分 components"],
            sidecars: ["network_issues.qml"]),
        Run(
            command: ["assess", "--system", "suzhou-2021", "--project", Samples.canalProject],
            layers: ["barriers", "blocks", "entrances", "facilities", "network", "units"],
            sheets: [
                "居住街坊 blocks", "数据检查提示 findings", "汇总 totals", "细项评估 assessment", "说明 about",
                "配套设施 facilities",
            ], sidecars: []),
    ]

    private func isChinese(_ text: String) -> Bool {
        text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    }

    @Test(arguments: runs)
    func layersAreNamedAndStyledAndTablesAreSheets(_ run: Run) throws {
        let folder = try TemporaryFolder()
        let outcome = try LifeCircleProcess.run(run.command + ["--output", folder.file("out"), "--quiet"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let seen = try ResultsSeen.of(folder.file("out"))
        #expect(seen.integrity == "ok")
        let families = seen.layers.keys.filter { layer in
            !["_points", "_lines", "_areas"].contains { layer.hasSuffix($0) }
        }
        #expect(families.sorted() == run.layers)
        for (layer, columns) in seen.layers {
            #expect(seen.styles.count { $0.layer == layer && $0.isDefault } == 1, "\(layer)")
            for column in columns {
                try #require(column.count == 3, "\(layer) \(column)")
                #expect(isChinese(column[1]) && !column[2].isEmpty, "\(layer) \(column)")
            }
        }
        for style in seen.styles where style.renderer == "categorizedSymbol" {
            #expect(style.rules >= style.categories.count, "\(style.layer) has no SLD of its own")
        }
        #expect(seen.sheets.keys.sorted() == run.sheets.sorted())
        for (name, sheet) in seen.sheets {
            #expect(sheet.frozen && sheet.formulas == 0 && sheet.titles.allSatisfy(isChinese), "\(name)")
        }
        let names = try folder.contents().keys.map { $0.dropFirst(4) }.filter { $0.hasSuffix(".qml") }
        #expect(names.sorted() == run.sidecars.map { $0[...] })
    }

    @Test(arguments: runs)
    func theSameInputsAreTheSameBytesAndFormatsAreChosen(_ run: Run) throws {
        let folder = try TemporaryFolder()
        for (name, formats) in [("a", "gpkg,xlsx"), ("b", "gpkg,xlsx"), ("c", "none")] {
            let outcome = try LifeCircleProcess.run(
                run.command + ["--output", folder.file(name), "--quiet", "--formats", formats])
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        let files = try folder.contents()
        for name in ["results.gpkg", "results.xlsx"] {
            #expect(files["a/\(name)"] == files["b/\(name)"] && files["c/\(name)"] == nil, "\(name)")
        }
        for name in run.sidecars { #expect(files["c/\(name)"] != nil) }
        let wrong = try LifeCircleProcess.run(
            run.command + ["--output", folder.file("d"), "--formats", "shp"])
        #expect(wrong.status == 64 && wrong.errors.contains("analyze"))
    }

    /// QGIS shows a file that mixes points and areas as two layers, and gives both the one style beside it.
    @Test func theStyleOfAMixedFileFitsEveryFamily() throws {
        let folder = try TemporaryFolder()
        _ = try LifeCircleProcess.run(Self.runs[0].command + ["-o", folder.file("out"), "--quiet"])
        let mixed = try folder.text("out/parks.qml")
        #expect(mixed.contains("RuleRenderer") && !mixed.contains("layerGeometryType"))
        for part in ["'Point'", "'Polygon'", "type=\"marker\"", "type=\"fill\""] {
            #expect(mixed.contains(part), "\(part)")
        }
        let plain = try folder.text("out/uncovered.qml")
        #expect(plain.contains("<layerGeometryType>2<") && !plain.contains("RuleRenderer"))
    }

    /// The counts of the sheet are those of the summary.
    @Test func blocksOfAnAssessmentSayWhichItemsTheyFail() throws {
        let folder = try TemporaryFolder()
        let outcome = try LifeCircleProcess.run(Self.runs[3].command + ["-o", folder.file("out"), "--json"])
        struct Assessment: Decodable {
            struct Item: Decodable { let item: String; let geometry: String? }
            let items: [Item]
        }
        let items = try JSONDecoder().decode(Assessment.self, from: Data(outcome.output.utf8)).items
        let failed = Set(items.filter { $0.geometry == "not_met" }.map(\.item))
        let texts = try #require(try ResultsSeen.of(folder.file("out")).sheets["居住街坊 blocks"]).texts
        let named = Set(texts.flatMap { $0.split(separator: ";").map { String($0) } })
        #expect(!failed.isDisjoint(with: named))
        #expect(items.filter { $0.geometry == "met" }.allSatisfy { !named.contains($0.item) })
    }
}
