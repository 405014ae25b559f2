import FileFixtures
import Foundation
import Geometry
import Testing

@testable import VectorFiles

/// Texts that break careless writers.
let hostileTexts = [
    "", "plain", "a,b", "say \"hello\"", "\"", "two\nlines", "cr\r\nlf", "\r", "line\u{2028}end\u{2029}",
    "\u{1}\u{7}\u{1B}[31m", "emoji 👩‍👩‍👧‍👦🏳️‍🌈", "\u{202E}right to left\u{200F}", "苏州工业园区", "𠮷野家", "e\u{301}",
    "back\\slash", "</script>", " spaces ", "semi;colon\ttab", "\u{7F}\u{85}", "\u{FEFF}mark", "a\u{0}b",
]

extension TemporariesTests {
    @Suite("Writing")
    struct WriterTests {
        @Test("CSV of hostile texts reads back the same")
        func csvRoundTrip() throws {
            let folder = try TemporaryFolder()
            let texts = hostileTexts.filter { !$0.contains("\0") && $0 != "\r" }
            let set = OutputSet()
            var writer = CSVWriter(
                file: try set.stage(folder.file("t.csv")), columns: ["name", "lng", "lat", "n"])
            for (index, text) in texts.enumerated() {
                writer.field(text)
                writer.field(decimal: Double(index), places: 2)
                writer.field(decimal: 31.5, places: 7)
                writer.field(index)
                writer.endRow()
            }
            try set.commit()
            let table = try FeatureReader.read(VectorSource(path: folder.file("t.csv")))
            #expect(table.features.count == texts.count)
            for (index, feature) in table.features.enumerated() {
                let expected = texts[index].isEmpty ? nil : texts[index]
                #expect(feature.values[0].text.map { Array($0.utf8) } == expected.map { Array($0.utf8) })
                #expect(feature.shape == .point(Position(Double(index), 31.5)))
                #expect(feature.values[3] == .text(String(index)))
            }
        }

        @Test("formulas are defused and plain numbers are not")
        func formulas() throws {
            let folder = try TemporaryFolder()
            let set = OutputSet()
            let texts = ["=1+2", "+86 512", "-12.5", "+3e5", "-", "@x", "\tx", "\rx", "1=2", "-1-2", "- 5"]
            var writer = CSVWriter(file: try set.stage(folder.file("t.csv")), columns: ["only"])
            for text in texts {
                writer.field(text)
                writer.endRow()
            }
            writer.emptyField()
            writer.endRow()
            try set.commit()
            let text = String(decoding: try folder.bytes("t.csv"), as: UTF8.self)
            let expected = [
                "\u{FEFF}only", "'=1+2", "'+86 512", "-12.5", "+3e5", "'-", "'@x", "'\tx", "\"'\rx\"", "1=2",
                "'-1-2",
                "'- 5", "\"\"", "",
            ]
            #expect(Array(text.utf8) == Array(expected.joined(separator: "\n").utf8))
        }

        @Test("JSON of hostile texts is what another parser reads")
        func json() throws {
            let value = JSONValue.object([
                ("z", .array(hostileTexts.map { .string($0) })), ("a", .object([])), ("list", .array([])),
                ("n", .number(0.1)), ("big", .number(1e300)), ("tiny", .number(5e-324)),
                ("whole", .number(3)),
                ("i", .integer(.min)), ("d", .decimal(-0.00001, places: 2)), ("b", .bool(true)),
                ("nothing", .null),
            ])
            for pretty in [false, true] {
                let text = value.text(pretty: pretty)
                let data = try JSONSerialization.jsonObject(with: Data(text.utf8))
                let object = try #require(data as? [String: Any])
                let read = try #require(object["z"] as? [String])
                for (got, text) in zip(read, hostileTexts) {
                    #expect(Array(got.utf8) == Array(text.utf8), "\(text)")
                }
                #expect((object["tiny"] as? NSNumber)?.doubleValue == 5e-324)
                #expect((object["i"] as? NSNumber)?.int64Value == .min)
                #expect(text.contains("0.00") && !text.contains("-0.00"))
                #expect(!text.contains("\u{2028}"))
            }
            let order = value.text(pretty: false).firstRange(of: "\"z\"").map(\.lowerBound)
            #expect(order == value.text(pretty: false).index(after: value.text(pretty: false).startIndex))
        }

        @Test("pretty JSON is indented by two and keeps empty brackets together")
        func pretty() {
            let value = JSONValue.object([
                ("b", .array([.integer(1), .null])), ("a", .array([])), ("c", .number(2.5)),
            ])
            #expect(
                value.text(pretty: true)
                    == "{\n  \"b\": [\n    1,\n    null\n  ],\n  \"a\": [],\n  \"c\": 2.5\n}"
            )
            #expect(value.text(pretty: false) == "{\"b\":[1,null],\"a\":[],\"c\":2.5}")
        }

        private static let square = [
            Position(0, 0), Position(0, 4), Position(4, 4), Position(4, 0), Position(0, 0),
        ]
        private static let hole = [
            Position(1, 1), Position(2, 1), Position(2, 2), Position(1, 2), Position(1, 1),
        ]

        @Test("GeoJSON turns rings, keeps order and reads back")
        func geoJSON() throws {
            let folder = try TemporaryFolder()
            let polygon = Polygon(shell: try LinearRing(Self.square), holes: [try LinearRing(Self.hole)])
            let line = try LineString([Position(0.12345678, 1), Position(2, 3)])
            let shapes: [Shape?] = [
                .point(Position(120.5, -31.25)), .multiPoint([Position(1, 2), Position(3, 4)]),
                .lineString(line),
                .multiLineString([line, line]), .polygon(polygon), .multiPolygon([polygon, polygon]), nil,
            ]
            let set = OutputSet()
            var writer = GeoJSONWriter(file: try set.stage(folder.file("t.geojson")), name: "名\"称")
            for shape in shapes {
                writer.write(shape: shape, properties: [("k", .string("v\n")), ("a", .integer(1))])
            }
            writer.finish()
            try set.commit()
            let lines = String(decoding: try folder.bytes("t.geojson"), as: UTF8.self).split(separator: "\n")
            #expect(lines.count == shapes.count + 2)
            #expect(lines[1].contains("[120.5000000,-31.2500000]"))
            #expect(lines[3].contains("0.1234568"))
            #expect(!lines.joined().contains("crs"))
            let table = try FeatureReader.read(VectorSource(path: folder.file("t.geojson")))
            #expect(table.reference == .impliedLongitudeLatitude)
            #expect(table.layer == "名\"称")
            #expect(table.features.map { $0.shape == nil } == shapes.map { $0 == nil })
            let read = try #require(table.features[4].shape?.polygons.first)
            #expect(read.shell.positions == Self.square.reversed())
            #expect(read.holes.map(\.positions) == [Self.hole.reversed()])
        }

        @Test("an empty collection is valid, and planar decimals are three")
        func emptyAndPlanar() throws {
            let folder = try TemporaryFolder()
            let set = OutputSet()
            var empty = GeoJSONWriter(file: try set.stage(folder.file("e.geojson")), name: nil)
            empty.finish()
            var planar = GeoJSONWriter(file: try set.stage(folder.file("p.geojson")), name: nil, decimals: 3)
            planar.write(shape: .point(Position(512_345.67891, 3_456_789.0005)), properties: [])
            planar.finish()
            try set.commit()
            #expect(try FeatureReader.read(VectorSource(path: folder.file("e.geojson"))).features.isEmpty)
            let text = String(decoding: try folder.bytes("p.geojson"), as: UTF8.self)
            #expect(text.contains("[512345.679,3456789.001]"))
        }

        @Test("bytes do not depend on the language of the process")
        func locales() throws {
            let before = setlocale(LC_ALL, nil).map { String(cString: $0) } ?? "C"
            defer { setlocale(LC_ALL, before) }
            var outputs: Set<String> = []
            for locale in ["C", "C.utf8", "de_DE.UTF-8", "zh_CN.UTF-8"] {
                setlocale(LC_ALL, locale)
                outputs.insert(
                    JSONValue.array([.number(1234.5), .decimal(1234.5, places: 2)]).text(pretty: false))
            }
            #expect(outputs == ["[1234.5,1234.50]"])
        }
    }
}
