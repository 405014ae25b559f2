import FileFixtures
import Foundation
import Testing

/// `import facilities` on a small table as the maps hand it out.
@Suite struct ImportFacilitiesTests {
    private static let poi = """
        id,name,typecode,lng,lat
        a,益丰大药房,090601,120.7042,31.2979
        b,星海学校,141203,120.7052,31.2989
        c,湖滨一号,120302|190301,120.7062,31.2999
        d,彩虹屋,141204,120.7072,31.3009
        e,"=cmd|' /C calc'!A0",060200,120.7082,31.3019
        f,诊所,090300,,31.3
        g,"某""处
        二",010100,120.7,31.3

        """

    private struct Import {
        let folder: TemporaryFolder
        let outcome: LifeCircleProcess.Outcome

        init(_ csv: String = ImportFacilitiesTests.poi, _ arguments: [String] = ["--classify", "amap"]) throws
        {
            folder = try TemporaryFolder()
            try folder.write("poi.csv", csv)
            outcome = try LifeCircleProcess.run(
                ["import", "facilities", "poi.csv", "-o", "out/facilities.geojson"] + arguments,
                in: folder.path)
        }

        var facilities: [GeoJSONDocument.Feature] {
            get throws {
                try JSONDecoder().decode(
                    GeoJSONDocument.self, from: folder.data("out/facilities.geojson")
                ).features
            }
        }
        var leftOut: CSVTable { get throws { try CSVTable(folder.data("out/left_out.csv")) } }
    }

    @Test func everyRecordIsTakenOrLeftOutWithItsReason() throws {
        let done = try Import()
        #expect(done.outcome.status == 0, "\(done.outcome.errors)")
        #expect(try done.facilities.map(\.properties.id) == ["a", "d", "e"])
        #expect(
            try done.facilities.map(\.properties.kind) == ["pharmacy", "kindergarten", "convenience_store"])
        let leftOut = try done.leftOut
        #expect(
            leftOut.columns == [
                "source", "id", "name", "evidence", "reason", "rule", "explanation", "longitude", "latitude",
            ])
        #expect(leftOut.rows.map { $0["id"] } == ["b", "c", "f", "g"])
        #expect(
            leftOut.rows.map { $0["reason"] } == [
                "ambiguous_school", "residential", "geometry_missing", "no_rule",
            ])
        #expect(leftOut.rows.allSatisfy { $0["explanation"]?.isEmpty == false })
        #expect(leftOut.rows[1]["evidence"] == "120302|190301" && leftOut.rows[3]["name"] == "某\"处\n二")
        #expect(leftOut.rows[2]["longitude"] == "" && leftOut.rows[0]["longitude"] == "120.7052000")
        let names = Set(try done.folder.contents().keys.filter { $0.hasPrefix("out/") })
        #expect(
            names == [
                "out/facilities.geojson", "out/left_out.csv", "out/facilities.findings.csv",
                "out/facilities.manifest.json",
            ])
    }

    @Test func theDatumIsUndone() throws {
        let offset = try Import(Self.poi, ["--classify", "amap", "--datum", "gcj02"])
        let plain = try Import(Self.poi, ["--classify", "amap", "--datum", "wgs84"])
        for (one, other) in zip(try offset.facilities, try plain.facilities) {
            let (a, b) = (one.geometry.positions[0], other.geometry.positions[0])
            // At Suzhou GCJ-02 lies some 410 m east and 230 m south of WGS 84.
            #expect(abs((b[0] - a[0]) * 95_100 - 410) < 30 && abs((b[1] - a[1]) * 111_000 + 230) < 30)
        }
        #expect(try offset.folder.text("out/facilities.manifest.json").contains(#""datum": "gcj02""#))
    }

    @Test func theLayerCanBeReadAgainAndComesOutTheSame() throws {
        let first = try Import(Self.poi, ["--classify", "amap", "--datum", "gcj02"])
        let again = try LifeCircleProcess.run(
            ["import", "facilities", "out/facilities.geojson", "-o", "again/facilities.geojson"],
            in: first.folder.path)
        #expect(again.status == 0, "\(again.errors)")
        let features = try JSONDecoder().decode(
            GeoJSONDocument.self, from: first.folder.data("again/facilities.geojson")
        ).features
        let old = try first.facilities
        #expect(features.map(\.properties.id) == old.map(\.properties.id))
        #expect(features.map(\.properties.kind) == old.map(\.properties.kind))
        #expect(features.map(\.geometry.positions) == old.map(\.geometry.positions))
    }

    @Test func aReviewersColumnUndoesTheTable() throws {
        let done = try Import(
            """
            id,name,typecode,lng,lat,kind
            a,益丰大药房,090601,120.7,31.3,none
            b,星海学校,141203,120.7,31.3,小学
            c,药房,090601,120.7,31.3,

            """, ["--classify", "amap", "--kind-field", "kind"])
        #expect(try done.facilities.map(\.properties.kind) == ["primary_school", "pharmacy"])
        #expect(try done.leftOut.rows.map { $0["reason"] } == ["by_hand"])
    }

    @Test func countsComeAsJSONAndAsTables() throws {
        struct Counts: Decodable {
            struct Source: Decodable { let read, taken, left_out: Int }
            struct Kind: Decodable { let kind: String; let count, high, medium, low: Int }
            struct Reason: Decodable { let reason, text_zh, text_en: String; let count: Int }
            let sources: [Source]
            let kinds: [Kind]
            let left_out: [Reason]
        }
        let text = try Import(Self.poi, ["--classify", "amap", "--json", "--quiet"]).outcome.output
        let counts = try JSONDecoder().decode(Counts.self, from: Data(text.utf8))
        #expect(counts.sources.map(\.read) == [7] && counts.sources.map(\.left_out) == [4])
        #expect(counts.kinds.reduce(0) { $0 + $1.count } == counts.sources[0].taken)
        #expect(counts.kinds.allSatisfy { $0.high + $0.medium + $0.low == $0.count })
        #expect(counts.left_out.reduce(0) { $0 + $1.count } == 4)
        let table = try Import(Self.poi, ["--classify", "amap", "--lang", "zh"]).outcome.output
        #expect(table.contains("幼儿园") && table.contains("学校，无法判断学段"))
        #expect(table.contains("out/left_out.csv"))
    }

    @Test func surfacesAreMeasured() throws {
        let folder = try TemporaryFolder()
        // About 95.3 m by 111 m.
        let ring = "[[120.7,31.3],[120.701,31.3],[120.701,31.301],[120.7,31.301],[120.7,31.3]]"
        try folder.write(
            "osm.geojson",
            #"{"type":"FeatureCollection","features":["#
                + #"{"type":"Feature","geometry":{"type":"Polygon","coordinates":[\#(ring)]},"#
                + #""properties":{"@id":"way/1","leisure":"park","name":"白塘公园"}}]}"#)
        let outcome = try LifeCircleProcess.run(
            [
                "import", "facilities", "osm.geojson", "--classify", "osm", "--id-field", "@id", "-o",
                "p.geojson",
            ],
            in: folder.path)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let text = try folder.text("p.geojson")
        let area = try #require(text.firstMatch(of: /"area_m2":([0-9.]+)/)).output.1
        #expect(try abs(#require(Double(area)) - 95.2 * 110.9) < 60, "\(area)")
        #expect(text.contains(#""id":"way/1""#) && text.contains(#""kind":"pocket_park""#))
        #expect(text.contains(#""evidence":"leisure=park""#))
    }

    @Test func nothingToTakeIsAnAnswerAndNoError() throws {
        let done = try Import("id,name,typecode,lng,lat\na,x,010100,120.7,31.3\n")
        #expect(done.outcome.status == 0)
        #expect(try done.facilities.isEmpty && done.leftOut.rows.count == 1)
    }

    @Test(
        arguments: [
            (["--classify", "baidu"], 64), (["--datum", "mars"], 64), (["--x", "lng"], 64),
            (["--crs", "local"], 64),
            ([], 65), (["--classify", "amap", "--code-field", "nowhere"], 65),
            (["--classify", "amap", "--strict"], 65), (["--classify", "amap", "--x", "a", "--y", "b"], 65),
        ] as [([String], Int32)])
    func failuresSayWhat(arguments: [String], status: Int32) throws {
        let done = try Import(Self.poi, arguments)
        #expect(done.outcome.status == status, "\(done.outcome.errors)")
        #expect(!done.outcome.errors.isEmpty)
        #expect(try done.folder.contents().keys.allSatisfy { !$0.hasPrefix("out/") })
    }

    @Test func aSourceThatIsMissingAndOneThatWouldBeOverwritten() throws {
        let folder = try TemporaryFolder()
        try folder.write("left_out.csv", Self.poi)
        let missing = try LifeCircleProcess.run(
            ["import", "facilities", "nowhere.csv", "-o", "f.geojson"], in: folder.path)
        #expect(missing.status == 66)
        let own = try LifeCircleProcess.run(
            ["import", "facilities", "left_out.csv", "--classify", "amap", "-o", "f.geojson"], in: folder.path
        )
        #expect(own.status == 73)
        #expect(try folder.text("left_out.csv") == Self.poi)
    }

    @Test func hostileNamesSteerNeitherTerminalNorSpreadsheet() throws {
        let escape = "\u{1B}[2J\u{202E}"
        let done = try Import(
            "id,name,typecode,lng,lat\n\(escape)a,\(escape)药房,090601,120.7,31.3\n=1+1,=1+1,010100,120.7,31.3\n",
            ["--classify", "amap", "--verbose"])
        #expect(done.outcome.status == 0)
        for text in [done.outcome.output, done.outcome.errors] {
            #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
        }
        #expect(try done.leftOut.rows.first?["name"] == "'=1+1")
    }
}
