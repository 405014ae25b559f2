import Foundation
import Testing

/// The files are what other programs take them for.
@Suite struct OutputFormTests {
    private static let layers = [
        "blocks.geojson", "gaps.geojson", "blind_spots.geojson", "facilities.geojson",
    ]

    @Test(arguments: layers)
    func geoJSONIsByTheBook(_ name: String) throws {
        let sample = try AnalyzedSample.canalDistrict.get()
        let bytes = try #require(sample.files[name])
        let top = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
        #expect(top["type"] as? String == "FeatureCollection")
        #expect(top["crs"] == nil, "RFC 7946 has no crs member")
        let document = try sample.json(name, as: GeoJSONDocument.self)
        #expect(!document.features.isEmpty)
        for feature in document.features {
            #expect(feature.type == "Feature")
            // The district lies near 120.62° E, 31.30° N.
            for position in feature.geometry.positions {
                #expect(position.count == 2)
                #expect(abs(position[0] - 120.62) < 0.05 && abs(position[1] - 31.30) < 0.05)
            }
            for rings in feature.geometry.polygons {
                #expect(doubleArea(of: rings[0]) > 0, "a shell runs clockwise")
                for hole in rings.dropFirst() {
                    #expect(doubleArea(of: hole) < 0, "a hole runs the wrong way")
                }
                for ring in rings { #expect(ring.first == ring.last && ring.count >= 4) }
            }
        }
    }

    @Test(arguments: layers)
    func degreesHaveSevenDecimals(_ name: String) throws {
        let text = String(decoding: try AnalyzedSample.tiny.get().files[name] ?? Data(), as: UTF8.self)
        let longitudes = text.matches(of: try Regex(#"\[120\.(\d+)"#, as: (Substring, Substring).self))
        #expect(!longitudes.isEmpty)
        #expect(longitudes.allSatisfy { $0.output.1.count == 7 })
    }

    /// Seven decimals of a degree are about a centimetre: what was drawn on whole metres comes back so.
    @Test func positionsComeBack() throws {
        let tiny = try AnalyzedSample.tiny.get().json("blocks.geojson", as: GeoJSONDocument.self)
        let point = try #require(tiny.features.first { $0.properties.id == "B2" }?.geometry.positions.first)
        // B2 stands 824 m east of the central meridian of EPSG:4549, 120° E, where 1 m is about 1.05e-5°.
        #expect(abs(point[0] - 120.0086516) < 2e-7 && abs(point[1] - 31.2617948) < 2e-7)
    }

    @Test(arguments: [
        (
            "access.csv",
            "block_id,requirement_id,kind,circle,strict_m,lenient_m,facility_id,distance_m,walk_min,straight_m,verdict,reason"
        ),
        (
            "coverage.csv",
            "requirement_id,kind,title,circle,tier,unit,blocks_met,blocks_total,population_met,population_total,population_share,area_share,population_lenient_share,not_assessable_population"
        ),
        (
            "supply.csv",
            "requirement_id,kind,title,circle,scope,scope_id,residents,blocks_without_population,residents_assigned,facilities,outside_unit,adequate,size_unknown,undersized,people_per_facility,basis,needed,short_by,verdict"
        ),
        ("findings.csv", "severity,code,layer,feature,message,population"),
    ])
    func tablesBeginAsPromised(_ name: String, _ columns: String) throws {
        let table = try AnalyzedSample.canalDistrict.get().table(name)
        let promised = columns.split(separator: ",").map { String($0) }
        // Columns may be added behind, none may be renamed.
        #expect(Array(table.columns.prefix(promised.count)) == promised)
        #expect(table.hasMark, "Excel takes a file without a byte order mark for another encoding")
        #expect(!table.rows.isEmpty)
    }

    @Test func standardOutputIsTheSummary() throws {
        for sample in [try AnalyzedSample.tiny.get(), try AnalyzedSample.canalDistrict.get()] {
            #expect(Data(sample.outcome.output.utf8) == sample.files["summary.json"])
        }
    }

    @Test func summaryCountsTheFindings() throws {
        let sample = try AnalyzedSample.canalDistrict.get()
        let rows = try sample.table("findings.csv").rows
        let findings = try sample.json("summary.json", as: SummaryDocument.self).findings
        #expect(findings.info == rows.count { $0["severity"] == "info" })
        #expect(findings.warning == rows.count { $0["severity"] == "warning" })
        #expect(findings.error == rows.count { $0["severity"] == "error" })
        #expect(findings.by_code == Dictionary(rows.map { ($0["code"] ?? "", 1) }, uniquingKeysWith: +))
    }

    @Test func manifestNamesEveryInput() throws {
        struct Manifest: Decodable {
            struct Input: Decodable { let role, path, sha256: String }
            struct Standard: Decodable { let id, version: String }
            struct Tool: Decodable { let name, version: String }
            let tool: Tool
            let standard: Standard
            let inputs: [Input]
        }
        let manifest = try AnalyzedSample.canalDistrict.get().json("manifest.json", as: Manifest.self)
        #expect(manifest.tool.name == "lifecircle")
        #expect(manifest.standard.id == "suzhou-2021")
        #expect(
            manifest.inputs.map(\.role).sorted() == [
                "barriers", "blocks", "entrances", "facilities", "network", "project", "units",
            ])
        for input in manifest.inputs {
            #expect(FileManager.default.fileExists(atPath: input.path))
            #expect(input.sha256.count == 64)
        }
    }
}
