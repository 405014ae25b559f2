import FileFixtures
import Foundation
import Testing

@testable import VectorFiles

/// What GDAL takes otherwise than it is written, without a word.
@Suite struct OddityTests {
    private func notes(properties: String, more: String = "") throws -> [String] {
        let folder = try TemporaryFolder()
        let text = """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"id":"a","n":1},"geometry":{"type":"Point","coordinates":[1,2]}},
            {"type":"Feature",\(more)"properties":{\(properties)},"geometry":{"type":"Point","coordinates":[1,2]}}
            ]}
            """
        return try FeatureReader.read(VectorSource(path: try folder.write("t.geojson", text))).notes
    }

    @Test("a text of a GeoPackage with a NUL in it is told with its row")
    func cutTexts() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("t.gpkg")
        try MadeLayer.points("GPKG", count: 3).write(to: path)
        #expect(try FeatureReader.read(VectorSource(path: path)).notes.isEmpty)
        try MadeLayer.change(path, "UPDATE places SET name = CAST(x'410042' AS TEXT) WHERE fid = 2")
        let table = try FeatureReader.read(VectorSource(path: path))
        #expect(table.features[1].values[0] == .text("A"))
        #expect(table.notes == ["row 2, name: the text has a NUL character and is read up to there"])
    }

    @Test("a member that an object has twice is told with its line")
    func doubledMembers() throws {
        let told = "an object has two members population, line 3; the last counts"
        #expect(try notes(properties: #""population":1,"population":2"#) == [told])
        #expect(try notes(properties: #""population":1,"p\u006fpulation":2"#) == [told])
        #expect(
            try notes(properties: "", more: #""properties":{"a":1},"#)
                == ["an object has two members properties, line 3; the last counts"])
    }

    @Test("the same word elsewhere is no second member")
    func noDoubledMembers() throws {
        for text in [
            #""a":"a","b":{"a":["a","a"]},"c":{"a":1}"#, #""a":[{"a":1},{"a":2}],"b":"\"a\":\"a\":""#, "",
        ] {
            #expect(try notes(properties: text).isEmpty, "\(text)")
        }
    }

    @Test("a zero character, where GDAL cuts a text, is told; one that is only written about is not")
    func zeroCharacters() throws {
        #expect(
            try notes(properties: #""id":"ab\u0000c""#)
                == [#"a text with a zero character (\u0000) is cut there, line 3"#])
        #expect(try notes(properties: #""id":"ab\\u0000c""#).isEmpty)
    }

    @Test("text after the well-known text of a shape spoils it")
    func surplus() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(
            "t.csv", "wkt\nPOINT (1 2) POINT (3 4)\nPOINT (1 2);x\n  POINT (1 2)  \n\"POINT (1 2)\n\"\n")
        let features = try FeatureReader.read(VectorSource(path: path)).features
        #expect(features[0].defect == .malformed(reason: "text after the geometry: POINT (3 4)"))
        #expect(features[1].defect == .malformed(reason: "text after the geometry: ;x"))
        #expect(features[2].defect == nil && features[3].defect == nil)
    }

    @Test("a GeoPackage with a change that was broken off is not read half changed")
    func brokenOffChange() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("t.gpkg")
        try MadeLayer.points("GPKG").write(to: path)
        let mark: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]
        try folder.write("t.gpkg-journal", mark + [UInt8](repeating: 0, count: 504))
        do {
            _ = try FeatureReader.read(VectorSource(path: path))
            Issue.record("no error")
        } catch {
            #expect(error.problem == .notReadable && error.detail.contains("-journal"))
        }
        // A journal kept for the next change begins with zeros.
        try folder.write("t.gpkg-journal", [UInt8](repeating: 0, count: 512))
        #expect(try FeatureReader.read(VectorSource(path: path)).features.count == 20)
        #expect(folder.names == ["t.gpkg", "t.gpkg-journal"])
    }
}
