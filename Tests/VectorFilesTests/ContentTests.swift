import CGDAL
import FileFixtures
import Foundation
import Geometry
import Testing

@testable import VectorFiles

@Suite("What files contain")
struct ContentTests {
    private func geoJSON(_ text: String) throws -> FeatureTable {
        let folder = try TemporaryFolder()
        return try FeatureReader.read(VectorSource(path: try folder.write("t.geojson", text)))
    }

    private static let point =
        #"{"type":"Feature","properties":{"a":1},"geometry":{"type":"Point","coordinates":[1,2]}}"#

    @Test("the crs member of GeoJSON decides the reference")
    func crs() throws {
        func reference(_ member: String) throws -> LayerReference {
            try geoJSON("{\"type\":\"FeatureCollection\",\(member)\"features\":[\(Self.point)]}").reference
        }
        let name = { (code: String) in "\"crs\" : {\"type\":\"name\",\"properties\":{\"name\":\"\(code)\"}},"
        }
        #expect(try reference("") == .impliedLongitudeLatitude)
        #expect(try reference("\"crs\":null,") == .none)
        #expect(try reference("\"x\":{\"crs\":1},\"y\":\"crs\",") == .impliedLongitudeLatitude)
        #expect(
            try reference(name("urn:ogc:def:crs:EPSG::4528")) == .declared("EPSG:4528", isGeographic: false))
        #expect(
            try reference(name("urn:ogc:def:crs:OGC:1.3:CRS84")) == .declared("EPSG:4326", isGeographic: true)
        )
    }

    @Test("duplicate keys and numbers that JSON does not have do not crash")
    func oddities() throws {
        let table = try geoJSON(
            """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"a":1,"a":2,"b":NaN},"geometry":{"type":"Point","coordinates":[1,2]}},
            {"type":"Feature","properties":{"a":1,"b":Infinity},"geometry":{"type":"Point","coordinates":[Infinity,2]}},
            {"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[0,0],[NaN,2]]}},
            {"type":"Feature","properties":null,"geometry":null}
            ]}
            """)
        #expect(table.features.count == 4)
        #expect(table.features[0].shape == .point(Position(1, 2)))
        #expect(table.features[1].defect != nil)
        #expect(table.features[2].defect == .notFinite)
        #expect(table.features[3].defect == .missing)
    }

    @Test("every kind of geometry becomes its shape or its defect", arguments: ["GPKG", "FlatGeobuf"])
    func geometries(driver: String) throws {
        var cases: [(String?, (Feature) -> Bool)] = [
            ("POINT (1 2)", { $0.shape == .point(Position(1, 2)) }),
            ("POINT ZM (1 2 3 4)", { $0.shape == .point(Position(1, 2)) }),
            ("MULTIPOINT (1 2)", { $0.shape == .multiPoint([Position(1, 2)]) }),
            (
                "LINESTRING Z (0 0 9,3 4 9)",
                { $0.shape?.lines.first?.positions == [Position(0, 0), Position(3, 4)] }
            ),
            ("MULTILINESTRING ((0 0,3 4))", { if case .multiLineString = $0.shape { true } else { false } }),
            (
                "POLYGON ((0 0,9 0,9 9,0 0),(5 2,6 2,6 3,5 2))",
                { $0.shape?.polygons.first?.holes.count == 1 }
            ),
            (
                "MULTIPOLYGON (((0 0,9 0,9 9,0 0)))",
                { if case .multiPolygon = $0.shape { true } else { false } }
            ),
            (
                "CURVEPOLYGON (CIRCULARSTRING (0 0,2 0,0 0))",
                { ($0.shape?.polygons.first?.shell.positions.count ?? 0) > 20 }
            ),
            (
                "GEOMETRYCOLLECTION (POINT (1 1),MULTIPOINT (2 2,3 3))",
                { $0.shape == .multiPoint([Position(1, 1), Position(2, 2), Position(3, 3)]) }
            ),
            (
                "GEOMETRYCOLLECTION (POINT (1 1),LINESTRING (0 0,1 1))",
                { $0.defect == .unsupported(type: "GeometryCollection of mixed kinds") }
            ),
            ("TIN (((0 0,1 0,1 1,0 0)))", { $0.defect == .unsupported(type: "TIN") }),
            ("POLYGON ((0 0,9 0,9 9))", { if case .malformed = $0.defect { true } else { false } }),
            (nil, { $0.defect == .missing }),
        ]
        var layer = MadeLayer(driver: driver, fields: [])
        // GDAL's FlatGeobuf writer leaves out features without geometry.
        if driver == "FlatGeobuf" { cases.removeLast() }
        layer.rows = cases.map { ($0.0, []) }
        if driver == "FlatGeobuf" { layer.layerOptions = ["SPATIAL_INDEX=NO"] }
        let folder = try TemporaryFolder()
        let path = folder.file(driver == "GPKG" ? "t.gpkg" : "t.fgb")
        try layer.write(to: path)
        let table = try FeatureReader.read(VectorSource(path: path))
        try #require(table.features.count == cases.count)
        for (feature, (text, isRight)) in zip(table.features, cases) {
            #expect(isRight(feature), "\(text ?? "nil"): \(feature)")
        }
        if driver == "GPKG" { #expect(table.notes.contains("heights and measures (Z, M) were left out")) }
    }

    @Test("a layer without a system, or with an undefined one, says nothing")
    func undefined() throws {
        let folder = try TemporaryFolder()
        for (driver, ending) in [("GPKG", "gpkg"), ("ESRI Shapefile", "shp"), ("FlatGeobuf", "fgb")] {
            var layer = MadeLayer.points(driver)
            layer.epsg = nil
            try layer.write(to: folder.file("t.\(ending)"))
            #expect(try FeatureReader.read(VectorSource(path: folder.file("t.\(ending)"))).reference == .none)
        }
    }

    @Test("field names are found exactly first, then without regard to case")
    func fields() throws {
        let table = try geoJSON(
            #"{"type":"Feature","properties":{"NAME":1,"name":2,"Kind":3},"geometry":null}"#)
        #expect(table.fieldIndex("name") == 1)
        #expect(table.fieldIndex("NAME") == 0)
        #expect(table.fieldIndex("kind") == 2)
        #expect(table.fieldIndex("none") == nil)
    }

    @Test("values print plainly")
    func values() {
        #expect(FieldValue.null.text == nil)
        #expect(FieldValue.integer(-7).text == "-7")
        #expect(FieldValue.real(3).text == "3")
        #expect(FieldValue.real(0.1).text == "0.1")
        #expect(FieldValue.text(" a ").text == " a ")
    }

    @Test("bytes that are not UTF-8 spoil one value alone where a format is UTF-8 by definition")
    func notUTF8() throws {
        let folder = try TemporaryFolder()
        for (driver, ending) in [("GPKG", "gpkg"), ("FlatGeobuf", "fgb"), ("GeoJSON", "geojson")] {
            let path = folder.file("t.\(ending)")
            var layer = MadeLayer.points(driver)
            layer.rows[2].values[0] = .text("zzzz")
            try layer.write(to: path)
            var bytes = try folder.bytes("t.\(ending)")
            let place = try #require(bytes.indices.first { bytes[$0...].starts(with: "zzzz".utf8) })
            bytes[place + 1] = 0xE5
            bytes[place + 2] = 0xB0
            try folder.write("t.\(ending)", bytes)
            let table = try FeatureReader.read(VectorSource(path: path))
            #expect(table.textEncoding == "UTF-8")
            #expect(table.features[1].values[0] == .text("居住区1"), "\(driver)")
            #expect(table.features[2].values[0].text?.contains("\u{FFFD}") == true, "\(driver)")
            #expect(table.notes.contains("feature 3, name: text is not UTF-8"), "\(driver): \(table.notes)")
        }
    }

    @Test("KML comes through too")
    func kml() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("t.kml")
        try MadeLayer.points("LIBKML").write(to: path)
        let table = try FeatureReader.read(VectorSource(path: path))
        #expect(table.features.count == 20)
        #expect(table.features[1].shape == .point(Position(120.015625, 31.25)))
        #expect(table.reference == .declared("EPSG:4326", isGeographic: true))
    }
}

@Suite("Text of shapefiles")
struct ShapefileTextTests {
    private func table(_ encoding: String, cpg: String?) throws -> FeatureTable {
        let folder = try TemporaryFolder()
        let path = folder.file("t.shp")
        var layer = MadeLayer.points("ESRI Shapefile")
        layer.layerOptions = ["ENCODING=\(encoding)"]
        layer.fields = [("名称", OFTString)]
        layer.rows = [("POINT (1 2)", [.text("镕基路小学")]), ("POINT (1 2)", [.text("Caf\u{E9}")])]
        if encoding != "ISO-8859-1" { layer.rows.removeLast() } else { layer.rows.removeFirst() }
        if encoding == "ISO-8859-1" { layer.fields = [("name", OFTString)] }
        try layer.write(to: path)
        try? FileManager.default.removeItem(atPath: folder.file("t.cpg"))
        if let cpg { try folder.write("t.cpg", cpg) }
        return try FeatureReader.read(VectorSource(path: path))
    }

    @Test(
        "the bytes decide between UTF-8 and GB 18030, whatever the cpg says",
        arguments: [
            ("UTF-8", nil, "UTF-8"), ("UTF-8", "UTF-8", "UTF-8"), ("UTF-8", "GBK", "UTF-8"),
            ("CP936", nil, "GB18030"), ("CP936", "GB2312", "GB18030"), ("CP936", "UTF-8", "GB18030"),
            ("CP936", "936", "GB18030"),
        ])
    func chinese(written: String, cpg: String?, expected: String) throws {
        let table = try table(written, cpg: cpg)
        #expect(table.textEncoding == expected)
        #expect(table.fields == ["名称"])
        #expect(table.features.first?.values == [.text("镕基路小学")])
    }

    @Test("another encoding in the cpg is believed")
    func latin() throws {
        let table = try table("ISO-8859-1", cpg: "ISO-8859-1")
        #expect(table.textEncoding == "ISO-8859-1")
        #expect(table.features.first?.values == [.text("Caf\u{E9}")])
    }

    @Test("a UTF-8 value cut within a character is still UTF-8")
    func cut() {
        var name = Array("居住区名".utf8.prefix(10)).map { CChar(bitPattern: $0) } + [0]
        #expect(TextEncoding.utf8.decode(&name, width: 10) == "居住区")
        #expect(TextEncoding.utf8.decode(&name, width: 20) == nil)
        var chinese = [0xCB, 0xD5, 0xD6, 0xDD].map { CChar(bitPattern: $0) } + [0]
        #expect(TextEncoding.utf8.decode(&chinese, width: 4) == nil)
        #expect(TextEncoding.gb18030.decode(&chinese) == "苏州")
    }

    @Test("GB 18030 is taken only where every byte is of it")
    func soundGB18030() {
        func decoded(_ bytes: [UInt8], width: Int = 0) -> String? {
            TextEncoding.gb18030.decode(bytes.map { CChar(bitPattern: $0) } + [0], width: width)
        }
        #expect(decoded([0x61, 0xCB, 0xD5]) == "a苏")
        #expect(decoded([0x82, 0x35, 0x8F, 0x33]) != nil)
        for broken: [UInt8] in [
            [0xFF], [0x80], [0xCB], [0xCB, 0x20], [0x82, 0x35, 0x8F], [0x82, 0x35, 0x20, 0x33],
        ] {
            #expect(decoded(broken) == nil, "\(broken)")
        }
        #expect(decoded([0x61, 0xCB, 0xD5, 0xD6], width: 4) == "a苏")
    }

    @Test("a shapefile in UTF-8 with one bad value keeps the others")
    func oneBadValue() throws {
        let folder = try TemporaryFolder()
        try MadeLayer.points("ESRI Shapefile").write(to: folder.file("t.shp"))
        var rows = try folder.bytes("t.dbf")
        let width = Int(rows[10]) | Int(rows[11]) << 8
        rows[Int(rows[8]) + (Int(rows[9]) << 8) + 2 * width + 1] = 0xFF
        try folder.write("t.dbf", rows)
        let table = try FeatureReader.read(VectorSource(path: folder.file("t.shp")))
        #expect(table.textEncoding == "UTF-8")
        #expect(table.features[1].values[0] == .text("居住区1"))
        #expect(table.notes == ["feature 3, name: text is not UTF-8"])
    }

    @Test("a real shapefile without cpg reads as Chinese", .enabled(if: sharedData != nil))
    func realData() throws {
        let data = try #require(sharedData)
        let table = try FeatureReader.read(VectorSource(path: data + "/awkward/chinese_encoding.shp"))
        #expect(table.textEncoding == "GB18030")
        #expect(!table.features.isEmpty)
        let texts = table.features.flatMap(\.values).compactMap(\.text)
        let ideographs = texts.joined().unicodeScalars.count { (0x4E00...0x9FFF).contains($0.value) }
        #expect(ideographs > 100)
        #expect(!texts.joined().contains("\u{FFFD}"))
    }
}
