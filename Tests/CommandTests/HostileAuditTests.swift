import FileFixtures
import Foundation
import Testing

/// Names and ids that try to be markup, a formula or a flood are texts in whatever audits and assessments write.
@Suite struct HostileAuditTests {
    static let names = [
        "</t><script>alert(1)</script>", "=HYPERLINK(\"http://example.org\")", "\u{202E}txet \u{2066}",
        String(repeating: "长", count: 10_000), "'); DROP TABLE blocks; --", "\"quoted\", 'and', not",
        "@SUM(A1:A9)", "+1+1", "-2+3",
    ]

    struct Run: Sendable, CustomTestStringConvertible {
        let command: @Sendable (TemporaryFolder) -> [String]
        /// Layers of the package, and files, that show names of places.
        let layers: [String]
        let testDescription: String
    }

    static let runs = [
        Run(
            command: {
                [
                    "audit", "parks", "--blocks", $0.file("blocks.geojson"), "--parks",
                    $0.file("facilities.geojson"), "--network", $0.file("ways.geojson"),
                ]
            }, layers: ["blocks", "parks"], testDescription: "audit parks"),
        Run(
            command: {
                [
                    "network", "check", "--network", $0.file("ways.geojson"), "--blocks",
                    $0.file("blocks.geojson"),
                ]
            }, layers: [], testDescription: "network check"),
        Run(
            command: {
                ["assess", "--system", "suzhou-2021", "--project", $0.file("lifecircle.yaml")]
            }, layers: ["blocks", "facilities"], testDescription: "assess"),
    ]

    /// The canal district with hostile names throughout, and ids of blocks and ways made of them.
    private func hostileDistrict() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.copy(of: Samples.canalDistrict)
        for layer in ["blocks", "facilities", "communities", "ways"] {
            let file = layer + ".geojson"
            var document = try #require(
                try JSONSerialization.jsonObject(with: folder.data(file)) as? [String: Any])
            var features = try #require(document["features"] as? [[String: Any]])
            for place in features.indices {
                var properties = try #require(features[place]["properties"] as? [String: Any])
                let name = Self.names[place % Self.names.count]
                properties["name"] = name
                if layer == "ways" { properties["id"] = name + " \(place)" }
                features[place]["properties"] = properties
            }
            document["features"] = features
            try JSONSerialization.data(withJSONObject: document).write(
                to: URL(fileURLWithPath: folder.file(file)))
        }
        return folder
    }

    @Test(arguments: runs)
    func namesAreTexts(_ run: Run) throws {
        let folder = try hostileDistrict()
        let outcome = try LifeCircleProcess.run(
            run.command(folder) + ["--output", folder.file("out"), "--verbose"], in: folder.path)
        #expect(outcome.status == 0, "\(outcome.errors.prefix(2000))")
        for stream in [outcome.output, outcome.errors] {
            #expect(!stream.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) })
        }
        let seen = try ResultsSeen.of(folder.file("out"))
        #expect(seen.integrity == "ok" && seen.sheets.values.allSatisfy { $0.formulas == 0 })
        for layer in run.layers {
            let tables = ["", "_points", "_areas"].flatMap { seen.texts[layer + $0] ?? [] }
            let sheet = seen.sheets.first { $0.key.hasSuffix(" " + layer) }?.value.texts ?? []
            for name in Self.names {
                #expect(tables.contains(name), "\(layer) of the package: \(name.prefix(40))")
                #expect(sheet.contains(name), "\(layer) of the workbook: \(name.prefix(40))")
            }
        }
        try checkFiles(folder, run)
    }

    /// JSON is JSON and gives names as they were; no cell of a table would run.
    private func checkFiles(_ folder: TemporaryFolder, _ run: Run) throws {
        for (path, data) in try folder.contents() where path.hasPrefix("out/") {
            if path.hasSuffix("json") {
                let document = try JSONSerialization.jsonObject(with: data) as? [String: Any]
                let features = document?["features"] as? [[String: Any]] ?? []
                guard run.layers.contains(where: { path == "out/\($0).geojson" }) else { continue }
                let found = Set(
                    features.compactMap { ($0["properties"] as? [String: Any])?["name"] as? String })
                #expect(found.isSuperset(of: Self.names), "\(path)")
            } else if path.hasSuffix(".csv") {
                for (column, value) in try CSVTable(data).rows.joined() where Double(value) == nil {
                    #expect(
                        !["=", "+", "-", "@"].contains(value.prefix(1)),
                        "\(path) \(column): \(value.prefix(40))")
                }
            } else if path.hasSuffix(".html") {
                #expect(!String(decoding: data, as: UTF8.self).contains("<script>alert"), "\(path)")
            }
        }
    }
}
