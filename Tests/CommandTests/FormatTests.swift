import FileFixtures
import Foundation
import Testing

/// The tiny sample in other clothes gives the same walks.
@Suite struct FormatTests {
    private static let blocks: [(id: String, x: Double, y: Double, population: Int)] = [
        ("B1", 200, 60, 800), ("B2", 824, 0, 1200), ("B3", 1245, 60, 500), ("B4", 1600, 60, 100),
    ]
    private static let facilities:
        [(id: String, x: Double, y: Double, kind: String, floor: Int?, site: Int?)] = [
            ("F1", 376, 60, "生鲜超市（菜市场）", 2000, nil), ("F2", 680, 60, "幼儿园", 3800, 6500),
            ("F3", 835, 60, "公交站点", nil, nil), ("F4", 1121, 60, "老年人日间照料中心", 600, nil),
            ("F5", 999, 60, "社区食堂", nil, nil), ("F6", 1723, 60, "卫生服务站", 200, nil),
        ]
    private static let ways: [[(Double, Double)]] = [
        [(0, 0), (500, 0), (740, 0), (824, 0), (1200, 0)], [(740, 0), (740, 180)], [(740, 180), (500, 0)],
        [(1500, 0), (1800, 0)], [(824, 0), (824, -180)],
    ]

    private func amount(_ value: Int?, empty: String) -> String { value.map { "\($0)" } ?? empty }

    /// Tables of points, ways as well-known text, in metres of `origin`.
    private func writeCSV(to folder: TemporaryFolder, from origin: (Double, Double)) throws {
        try folder.write(
            "blocks.csv",
            "编号,x,y,人口\n"
                + Self.blocks.map { "\($0.id),\(origin.0 + $0.x),\(origin.1 + $0.y),\($0.population)\n" }
                .joined())
        try folder.write(
            "facilities.csv",
            "编号,类型,x,y,建筑面积,占地面积\n"
                + Self.facilities.map {
                    "\($0.id),\($0.kind),\(origin.0 + $0.x),\(origin.1 + $0.y),\(amount($0.floor, empty: "")),\(amount($0.site, empty: ""))\n"
                }.joined())
        try folder.write(
            "ways.csv",
            "wkt\n"
                + Self.ways.map { way in
                    "\"LINESTRING ("
                        + way.map { "\(origin.0 + $0.0) \(origin.1 + $0.1)" }.joined(separator: ", ")
                        + ")\"\n"
                }.joined())
    }

    /// GeoJSON without any word about its coordinate system but plane metres, for a local grid.
    private func writeGeoJSON(to folder: TemporaryFolder) throws {
        func feature(_ type: String, _ coordinates: String, _ properties: String) -> String {
            #"{"type":"Feature","properties":{\#(properties)},"geometry":{"type":"\#(type)","coordinates":\#(coordinates)}}"#
        }
        func collection(_ features: [String]) -> String {
            #"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4549"}},"features":["#
                + features.joined(separator: ",\n") + "]}\n"
        }
        func position(_ x: Double, _ y: Double) -> String { "[\(500_000 + x),\(3_460_000 + y)]" }
        try folder.write(
            "blocks.geojson",
            collection(
                Self.blocks.map {
                    feature("Point", position($0.x, $0.y), #""id":"\#($0.id)","pop":\#($0.population)"#)
                }))
        try folder.write(
            "facilities.geojson",
            collection(
                Self.facilities.map {
                    feature(
                        "Point", position($0.x, $0.y),
                        #""id":"\#($0.id)","kind":"\#($0.kind)","floor_area":\#(amount($0.floor, empty: "null")),"site_area":\#(amount($0.site, empty: "null"))"#
                    )
                }))
        try folder.write(
            "ways.geojson",
            collection(
                Self.ways.map { way in
                    feature(
                        "LineString", "[" + way.map { position($0.0, $0.1) }.joined(separator: ",") + "]", "")
                }))
    }

    /// Columns of `access.csv` that do not depend on how blocks are drawn.
    private func walks(_ table: CSVTable) -> [[String]] {
        table.rows.filter { $0["reason"] != "not_surveyed" }.map { row in
            ["block_id", "kind", "facility_id", "distance_m", "straight_m", "verdict", "reason"].map {
                row[$0] ?? ""
            }
        }
    }

    private func check(_ folder: TemporaryFolder, ending: String, _ options: [String]) throws {
        let outcome = try LifeCircleProcess.run(
            ["analyze", "-o", folder.file("out")] + Samples.layers(in: folder.path, ending: ending) + options)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let access = try CSVTable(folder.data("out/access.csv"))
        #expect(try walks(access) == walks(AnalyzedSample.tiny.get().table("access.csv")))
        let shares = try CSVTable(folder.data("out/coverage.csv")).rows.map { $0["population_share"] ?? "" }
        let reference = try AnalyzedSample.tiny.get().table("coverage.csv").rows.filter { $0["unit"] == "" }
        #expect(shares == reference.map { $0["population_share"] ?? "" })
    }

    @Test func tablesInMetres() throws {
        let folder = try TemporaryFolder()
        try writeCSV(to: folder, from: (500_000, 3_460_000))
        try check(folder, ending: "csv", ["--crs", "EPSG:4549"])
    }

    @Test func geoJSONInMetres() throws {
        let folder = try TemporaryFolder()
        try writeGeoJSON(to: folder)
        try check(folder, ending: "geojson", [])
    }

    /// The tiny sample in another format, made by GDAL's own tool, gives the bytes that GeoJSON gives.
    @Test(
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/ogr2ogr")),
        arguments: [
            ("FlatGeobuf", "fgb", ["-lco", "SPATIAL_INDEX=NO"]), ("LIBKML", "kml", ["-t_srs", "EPSG:4326"]),
        ])
    func sameBytesAsGeoJSON(driver: String, ending: String, options: [String]) throws {
        let folder = try TemporaryFolder()
        for layer in ["blocks", "facilities", "ways"] {
            let tool = Process()
            tool.executableURL = URL(fileURLWithPath: "/usr/bin/ogr2ogr")
            let paths = [folder.file("\(layer).\(ending)"), "\(Samples.tiny)/\(layer).geojson"]
            tool.arguments = ["-f", driver] + options + paths
            try tool.run()
            tool.waitUntilExit()
            #expect(tool.terminationStatus == 0)
        }
        func results(_ layers: [String], _ name: String) throws -> [String: Data] {
            for command in [
                ["nearest", "-o", folder.file("\(name).csv")], ["analyze", "-o", folder.file(name)],
            ] {
                let outcome = try LifeCircleProcess.run(command + layers + ["--crs", "EPSG:4549", "--quiet"])
                #expect(outcome.status == 0, "\(outcome.errors)")
            }
            let files = [
                "access.csv", "coverage.csv", "blocks.geojson", "gaps.geojson", "facilities.geojson",
            ]
            return try Dictionary(
                uniqueKeysWithValues: [("nearest", try folder.data("\(name).csv"))]
                    + files.map { ($0, try folder.data("\(name)/\($0)")) })
        }
        let made = try results(Samples.layers(in: folder.path, ending: ending), "made")
        // What KML says of positions is exact to more than a micrometre.
        #expect(try made == results(Samples.tinyLayers, "reference"))
    }

    /// A city's own grid: metres from a monument, in no system anybody has registered.
    @Test func tablesOfALocalGrid() throws {
        let folder = try TemporaryFolder()
        try writeCSV(to: folder, from: (12_000, -3_000))
        try check(folder, ending: "csv", ["--crs", "local"])
        let point = try JSONDecoder().decode(GeoJSONDocument.self, from: folder.data("out/blocks.geojson"))
            .features[1].geometry.positions
        #expect(point == [[12_824, -3_000]], "results stay in the grid")
        #expect(try folder.text("out/findings.csv").contains("planar_output"))
    }

    /// The program's own GeoJSON in degrees, taken as input again.
    /// A street of 2 km in metres, under a header that says millimetres.
    @Test func aWrongUnitIsSaidAloud() throws {
        let folder = try TemporaryFolder()
        let street =
            "0 SECTION 2 HEADER 9 $INSUNITS 70 4 0 ENDSEC 0 SECTION 2 ENTITIES 0 LWPOLYLINE 8 WAY 90 2 70 0 "
            + "10 500000 20 3460000 10 502000 20 3460000 0 ENDSEC 0 EOF "
        let path = try folder.write("street.dxf", street.replacingOccurrences(of: " ", with: "\n"))
        func build(_ options: [String]) throws -> LifeCircleProcess.Outcome {
            try LifeCircleProcess.run(
                ["network", "build", path, "--crs", "local", "-o", folder.file("out.gpkg")] + options)
        }
        let strict = try build(["--strict", "--lang", "en"])
        #expect(strict.status == 65 && strict.errors.contains("street.dxf"))
        #expect(!FileManager.default.fileExists(atPath: folder.file("out.gpkg")))
        let english = try build(["--lang", "en"])
        #expect(english.status == 0 && english.errors.contains("the unit of drawing"), "\(english.errors)")
        let chinese = try build(["--lang", "zh"])
        #expect(chinese.errors.contains("单位很可能有误") && chinese.errors.contains("drawing_unit: m"))
    }

    @Test func ownOutputAsInput() throws {
        let folder = try TemporaryFolder()
        let sample = try AnalyzedSample.tiny.get()
        for name in ["blocks.geojson", "facilities.geojson"] {
            try folder.write(name, String(decoding: sample.files[name] ?? Data(), as: UTF8.self))
        }
        let outcome = try LifeCircleProcess.run(
            [
                "analyze", "-o", folder.file("out"), "--blocks", folder.file("blocks.geojson"),
                "--facilities",
                folder.file("facilities.geojson"), "--network", Samples.tiny + "/ways.geojson", "--crs",
                "EPSG:4549",
            ])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let (first, second) = (
            walks(try sample.table("access.csv")), walks(try CSVTable(folder.data("out/access.csv")))
        )
        #expect(first.map { [$0[0], $0[1], $0[2]] } == second.map { [$0[0], $0[1], $0[2]] })
        // F2 lies equally far from three ways: there a centimetre decides which it joins.
        for (a, b) in zip(first, second) where a[2] != "F2" {
            let metres = [a, b].map { Double($0[3]) }
            // Seven decimals of a degree are a centimetre at each end.
            if let a = metres[0], let b = metres[1] { #expect(abs(a - b) <= 0.11) }
        }
    }
}
