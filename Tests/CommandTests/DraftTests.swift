import FileFixtures
import Foundation
import Testing

/// Results by a draft say so in every file.
@Suite struct DraftTests {
    @Test func everyOutputOfADraftIsMarked() throws {
        let draft = try AnalyzedSample(
            Samples.canalProject, ["--standard", "chongqing-2024-draft", "--lang", "zh"])
        #expect(draft.outcome.status == 0 && draft.outcome.output.contains("征求意见稿"))
        for (name, bytes) in draft.files {
            let text = String(decoding: bytes, as: UTF8.self)
            if name.hasSuffix(".geojson") {
                #expect(text.prefix(200).contains("(draft 征求意见稿)"), "\(name)")
            } else if name == "findings.csv" {
                #expect(text.contains("draft_standard"))
            } else if name.hasSuffix(".csv") {
                let rows = try draft.table(name).rows
                #expect(!rows.isEmpty && rows.allSatisfy { $0["draft"] == "true" }, "\(name)")
            } else if name == "results.gpkg" {
                #expect(text.contains("（征求意见稿）"))
            } else if name.hasSuffix(".qml") || name == "results.xlsx" {
                // A style holds no results; the workbook is packed and looked into below.
                continue
            } else {
                #expect(text.contains("\"draft\": true"), "\(name)")
            }
        }
        #expect(try firstSheet(of: draft).contains("征求意见稿"))
        let plain = try AnalyzedSample.canalDistrict.get()
        #expect(try plain.table("access.csv").rows.allSatisfy { $0["draft"] == "false" })
        #expect(
            plain.files["blocks.geojson"].map { !String(decoding: $0, as: UTF8.self).contains("draft") }
                == true)
    }

    /// What the first sheet of the workbook says, as it is written.
    private func firstSheet(of sample: AnalyzedSample) throws -> String {
        let folder = try TemporaryFolder()
        let path = try folder.write("results.xlsx", Array(sample.files["results.xlsx"] ?? Data()))
        let unpack = Process()
        unpack.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        unpack.arguments = ["python3", "-m", "zipfile", "--extract", path, folder.file("unpacked")]
        try unpack.run()
        unpack.waitUntilExit()
        return try folder.text("unpacked/xl/worksheets/sheet1.xml")
    }

    @Test func everyOutputOfTheNetworksAuditSaysThatItIsADraft() throws {
        for (standard, isDraft) in [("chongqing-2024-draft", true), ("suzhou-2021", false)] {
            let folder = try TemporaryFolder()
            let outcome = try LifeCircleProcess.run([
                "audit", "network", "--network", "\(Samples.canalDistrict)/ways.geojson", "--standard",
                standard,
                "--output", folder.path, "--lang", "zh",
            ])
            #expect(outcome.status == 0 && outcome.output.contains("征求意见稿") == isDraft)
            for name in ["network_units.geojson", "offending.geojson"] {
                #expect(try folder.text(name).prefix(200).contains("(draft 征求意见稿)") == isDraft, "\(name)")
            }
            for name in ["summary.json", "manifest.json"] {
                #expect(try folder.text(name).contains("\"draft\": \(isDraft)"), "\(name)")
            }
            #expect(try folder.text("findings.csv").contains("draft_standard") == isDraft)
            let package = String(decoding: try folder.data("results.gpkg"), as: UTF8.self)
            #expect(package.contains("（征求意见稿）") == isDraft)
        }
    }

    @Test func theTwoReportsDifferOnlyWhereTheStandardsDo() throws {
        let draft = try AnalyzedSample(Samples.canalProject, ["--standard", "chongqing-2024-draft"])
        let suzhou = try AnalyzedSample.canalDistrict.get()
        func walks(_ sample: AnalyzedSample) throws -> [String: [String?]] {
            let rows = try sample.table("access.csv").rows.filter { $0["requirement_id"] == "bus_stop" }
            return Dictionary(
                uniqueKeysWithValues: rows.map { row in
                    (
                        row["block_id"] ?? "",
                        ["facility_id", "distance_m", "straight_m", "verdict", "strict_m"].map { row[$0] }
                    )
                })
        }
        // Both ask for a bus stop within 500 m on foot.
        let (before, after) = (try walks(suzhou), try walks(draft))
        #expect(!before.isEmpty && before == after)
    }
}
