import FileFixtures
import Foundation
import Testing

/// The files for QGIS, Excel and ArcGIS say what the others say; read by other people's programs.
@Suite struct ResultFormatTests {
    private func analyzed(_ project: String, _ options: [String] = []) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let outcome = try LifeCircleProcess.run(
            ["analyze", project, "--output", folder.file("out"), "--quiet"] + options, in: folder.path)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return folder
    }

    private func isChinese(_ text: String) -> Bool {
        text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    }

    @Test func packageHasEveryLayerNamedAndStyled() throws {
        let folder = try analyzed(Samples.canalProject)
        let seen = try ResultsSeen.of(folder.file("out"))
        #expect(seen.integrity == "ok")
        let families = seen.layers.keys.filter { !$0.hasSuffix("_points") && !$0.hasSuffix("_areas") }
        #expect(
            families.sorted() == [
                "barriers", "blind_spots", "blocks", "entrances", "facilities", "gaps", "network", "units",
                "verdicts",
            ])
        for (layer, columns) in seen.layers {
            for column in columns {
                try #require(column.count == 3, "\(layer) \(column)")
                #expect(isChinese(column[1]) && !column[2].isEmpty, "\(layer) \(column)")
            }
            #expect(seen.styles.count { $0.layer == layer && $0.isDefault } == 1, "\(layer)")
        }
        let sample = try AnalyzedSample.canalDistrict.get()
        for name in ["blocks", "gaps", "facilities", "blind_spots"] {
            let count = ["", "_points", "_areas"].reduce(0) { $0 + (seen.rows[name + $1] ?? 0) }
            #expect(count == (try sample.json("\(name).geojson", as: GeoJSONDocument.self)).features.count)
        }
        let verdicts: Set = ["met", "marginal", "undersized", "gap", "not_assessable"]
        for style in seen.styles where ["verdicts", "gaps"].contains(style.layer) {
            #expect(
                style.renderer == "categorizedSymbol" && Set(style.categories) == verdicts.union(["edge"]))
        }
        // One for each requirement of the standard.
        #expect(seen.styles.count { $0.layer == "verdicts" } == 25)
    }

    @Test func workbookHasTheRowsOfTheTables() throws {
        let folder = try analyzed(Samples.canalProject, ["--formats", "gpkg,xlsx,xlsx-access"])
        let seen = try ResultsSeen.of(folder.file("out"))
        let sheets = seen.sheets
        let sample = try AnalyzedSample.canalDistrict.get()
        for (sheet, file) in [
            ("覆盖率 coverage", "coverage.csv"), ("供给 supply", "supply.csv"),
            ("数据检查提示 findings", "findings.csv"),
        ] {
            let (found, table) = (try #require(sheets[sheet]), try sample.table(file))
            #expect(found.rows == table.rows.count, "\(sheet)")
            #expect(found.titles.count >= table.columns.count, "\(sheet)")
            #expect(found.titles.allSatisfy(isChinese), "\(sheet)")
        }
        #expect(seen.access["可达性 access"]?.rows == (try sample.table("access.csv")).rows.count)
        #expect(sheets["街坊各项结论 verdicts"]?.rows == sheets["居住街坊 blocks"]?.rows)
        #expect(sheets.values.allSatisfy { $0.frozen && $0.filtered && $0.formulas == 0 })
        #expect(Set(sheets.keys).isSuperset(of: ["说明 about", "居住街坊 blocks", "配套设施 facilities"]))
    }

    @Test func shapefileComesWhenAskedFor() throws {
        let folder = try analyzed(Samples.canalProject, ["--formats", "shp"])
        let names = Set(try folder.contents().keys.map { String($0.dropFirst(4)) })
        let parts = ["shp", "shx", "dbf", "prj", "cpg"].map { "verdicts.\($0)" }
        #expect(names.isSuperset(of: parts + ["verdicts_fields.csv"]))
        #expect(!names.contains("results.gpkg") && !names.contains("results.xlsx"))
        #expect(try folder.text("out/verdicts.cpg") == "GB18030")
        #expect(try folder.text("out/verdicts.prj").contains("CGCS2000_3_Degree_GK_CM_120E"))
        let fields = try CSVTable(folder.data("out/verdicts_fields.csv"))
        #expect(fields.rows.count == 5 + 3 * 25)
        for row in fields.rows {
            #expect((row["field"] ?? "").utf8.count <= 10)
            #expect(isChinese(row["title_zh"] ?? "") && !(row["title_en"] ?? "").isEmpty)
        }
        #expect(Set(fields.rows.compactMap { $0["field"] }).count == fields.rows.count)
        // The table has a row a block: its head says how many, in four bytes from the fifth.
        let head = try folder.data("out/verdicts.dbf")
        #expect(Int(head[4]) | Int(head[5]) << 8 == 68)
    }

    @Test func formatsAreChosen() throws {
        let folder = try analyzed(Samples.tinyProject, ["--formats", "none"])
        let names = try folder.contents().keys
        #expect(!names.contains("out/results.gpkg") && names.contains("out/blocks.qml"))
        let wrong = try LifeCircleProcess.run(["analyze", Samples.tinyProject, "--formats", "gpkg,dwg"])
        #expect(wrong.status == 64 && wrong.errors.contains("--formats"))
    }

    /// Names that try to be markup, a formula, a statement of SQL, or a flood.
    @Test func hostileNamesAreTexts() throws {
        let names = [
            "</t><script>alert(1)</script>", "=HYPERLINK(\"http://example.org\")", "\u{202E}txet \u{2066}",
            String(repeating: "长", count: 10_000), "'); DROP TABLE blocks; --",
        ]
        let folder = try TemporaryFolder()
        try folder.copy(of: Samples.tiny)
        for layer in ["blocks.geojson", "facilities.geojson"] {
            let file = try folder.data(layer)
            var document = try #require(try JSONSerialization.jsonObject(with: file) as? [String: Any])
            var features = try #require(document["features"] as? [[String: Any]])
            for place in features.indices {
                var properties = try #require(features[place]["properties"] as? [String: Any])
                properties["name"] = names[place % names.count]
                features[place]["properties"] = properties
            }
            document["features"] = features
            try JSONSerialization.data(withJSONObject: document).write(
                to: URL(fileURLWithPath: folder.file(layer)))
        }
        let outcome = try LifeCircleProcess.run(
            [
                "analyze", folder.file("lifecircle.yaml"), "--output", folder.file("out"), "--quiet",
                "--formats", "gpkg,xlsx,shp",
            ], in: folder.path)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let seen = try ResultsSeen.of(folder.file("out"))
        #expect(seen.integrity == "ok" && seen.sheets.values.allSatisfy { $0.formulas == 0 })
        let texts = try #require(seen.sheets["配套设施 facilities"]).texts
        for name in names { #expect(texts.contains(name), "\(name.prefix(40))") }
    }
}
