import FileFixtures
import Foundation
import Geometry
import Testing

@testable import VectorFiles

@Suite("Delimited text")
struct DelimitedFileTests {
    private func read(
        _ text: String, x: String? = nil, y: String? = nil
    ) throws -> FeatureTable {
        try read(Array(text.utf8), x: x, y: y)
    }

    private func read(_ bytes: [UInt8], x: String? = nil, y: String? = nil) throws -> FeatureTable {
        let folder = try TemporaryFolder()
        let path = try folder.write("t.csv", bytes)
        return try FeatureReader.read(VectorSource(path: path, xField: x, yField: y))
    }

    private func error(_ text: String, x: String? = nil, y: String? = nil) -> VectorFileError? {
        do { _ = try read(text, x: x, y: y) } catch { return error as? VectorFileError }
        return nil
    }

    @Test(
        "coordinate columns are known by their names",
        arguments: [
            ("x,y", false), ("X,Y", false), ("lng,lat", true), ("lon,lat", true),
            ("Longitude,LATITUDE", true),
            ("经度,纬度", true), (" lng , lat ", true),
        ])
    func names(header: String, isImplied: Bool) throws {
        let table = try read("\(header)\n120.5,31.25\n")
        #expect(table.features.first?.shape == .point(Position(120.5, 31.25)))
        #expect(table.reference == (isImplied ? .impliedLongitudeLatitude : .none))
    }

    @Test(
        "one column may have both coordinates, longitude first",
        arguments: ["location", "LOCATION", "lnglat", "经纬度"])
    func pairs(header: String) throws {
        let table = try read(
            "id,\(header)\na,\"120.5,31.25\"\nb,\" 120.5 ， 31.25 \"\nc,\nd,东街1号\ne,\"1,2,3\"\nf,\"120.5,\"\n")
        #expect(
            table.features.prefix(2).map(\.shape)
                == Array(repeating: .point(Position(120.5, 31.25)), count: 2))
        #expect(table.reference == .impliedLongitudeLatitude && table.coordinateColumn == header)
        #expect(table.features[2].defect == .missing && table.features[5].defect == .missing)
        #expect(table.features[3].defect == .malformed(reason: "'东街1号' is not longitude,latitude"))
        #expect(table.features[4].defect == .malformed(reason: "'1,2,3' is not longitude,latitude"))
        #expect(table.features[0].values == [.text("a"), .text("120.5,31.25")])
    }

    @Test("columns that say more come before one with both coordinates")
    func pairsLast() throws {
        for (header, row) in [
            ("location,lng,lat", "东街,120.5,31.25"), ("location,wkt", "东街,POINT (120.5 31.25)"),
        ] {
            let table = try read("\(header)\n\(row)\n")
            #expect(
                table.features[0].shape == .point(Position(120.5, 31.25)) && table.coordinateColumn == nil)
        }
    }

    @Test("columns of one name are told")
    func repeatedNames() throws {
        let table = try read("x,y,x,population,population,x,,\n1,2,3,4,5,6,7,8\n")
        #expect(table.features.first?.shape == .point(Position(1, 2)))
        #expect(
            table.notes == [
                "several columns are called x; the first is used",
                "several columns are called population; the first is used",
            ])
    }

    @Test("columns are not asked of a file that has shapes")
    func columnsOfShapes() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("t.gpkg")
        try MadeLayer.points("GPKG").write(to: path)
        do {
            _ = try FeatureReader.read(VectorSource(path: path, xField: "name"))
            Issue.record("no error")
        } catch {
            #expect(error.problem == .noCoordinates(columns: []))
            #expect(error.detail.contains("name"))
        }
    }

    @Test("named columns come first, and must exist")
    func named() throws {
        let table = try read("lng,lat,E,N\n1,2,3,4\n", x: "e", y: "N")
        #expect(table.features.first?.shape == .point(Position(3, 4)))
        #expect(table.reference == .none)
        #expect(error("lng,lat\n1,2\n", x: "E", y: "N")?.problem == .noCoordinates(columns: ["lng", "lat"]))
        #expect(error("lng,lat\n1,2\n", x: "lng")?.problem == .noCoordinates(columns: ["lng", "lat"]))
        #expect(error("a,b\n1,2\n")?.problem == .noCoordinates(columns: ["a", "b"]))
    }

    @Test("imperfect coordinates are defects of their rows")
    func defects() throws {
        let table = try read("id,x,y\n1,,2\n2,abc,2\n3,nan,2\n4,1,2\n5\n6,0x10,1\n7, 1e2 ,-.5\n")
        #expect(
            table.features.map(\.defect) == [
                .missing, .malformed(reason: "'abc' is not a number"), .notFinite, nil, .missing,
                .malformed(reason: "'0x10' is not a number"), nil,
            ])
        #expect(table.features[6].shape == .point(Position(100, -0.5)))
        #expect(table.features[4].values == [.text("5"), .null, .null])
        #expect(table.features.map(\.number) == Array(1...7))
    }

    @Test("well-known text becomes shapes and defects")
    func wellKnownText() throws {
        let table = try read(
            """
            id,WKT
            1,"POLYGON ((0 0,4 0,4 4,0 0))"
            2,POINT Z (1 2 3)
            3,POLYGON ((0 0
            4,
            5,POINT EMPTY
            6,"GEOMETRYCOLLECTION (POINT (1 1), LINESTRING (0 0,1 1))"
            """)
        #expect(table.features[0].shape?.polygons.count == 1)
        #expect(table.features[1].shape == .point(Position(1, 2)))
        #expect(table.features[2].shape == nil && table.features[2].defect != .missing)
        #expect(table.features[3].defect == .missing)
        #expect(table.features[4].defect == .empty)
        #expect(table.features[5].defect == .unsupported(type: "GeometryCollection of mixed kinds"))
        #expect(table.notes.count == 1)
    }

    @Test("quotes, separators and line ends follow RFC 4180")
    func quoting() throws {
        let table = try read("\u{FEFF}名称;x;y\r\n\"a;\"\"b\"\"\r\nc\";1;2\r\n\r\n\"\";3;4")
        #expect(table.fields == ["名称", "x", "y"])
        #expect(table.features.map { $0.values[0] } == [.text("a;\"b\"\r\nc"), .null])
        #expect(table.features.map(\.shape) == [.point(Position(1, 2)), .point(Position(3, 4))])
    }

    @Test("breaks in the text are errors with their line")
    func broken() throws {
        let unclosed = error("n,x,y\na,1,2\n\"b,1,2\nc,1,2\n")
        #expect(unclosed?.problem == .damaged)
        #expect(unclosed?.place == "line 3")
        #expect(error("x,y\n1,2\n\0,3\n")?.place == "line 3")
        let surplus = try read("n,x,y\na,b,1,2\n")
        #expect(surplus.features.first?.defect == .malformed(reason: "'b' is not a number"))
        #expect(surplus.notes == ["line 2 has 4 cells, the header 3"])
    }

    @Test("text that is not UTF-8 is read as GB 18030, and binary is refused")
    func encoding() throws {
        // 名,x,y / 苏州
        let bytes: [UInt8] =
            [0xC3, 0xFB] + Array(",x,y\n".utf8) + [0xCB, 0xD5, 0xD6, 0xDD] + Array(",1,2\n".utf8)
        let table = try read(bytes)
        #expect(table.textEncoding == "GB18030")
        #expect(table.fields == ["名", "x", "y"])
        #expect(table.features.first?.values.first == .text("苏州"))
        #expect(throws: VectorFileError.self) { try read(Array("x,y\n".utf8) + [0xFF, 0xFF, 0x0A]) }
    }

    @Test("random text never traps")
    func fuzz() throws {
        var random = Seeded(5)
        let pieces = [
            "\"", ",", "\n", "\r", "\r\n", "x", "y", "1", "苏", "\u{FEFF}", ";", "\t", "", " ", "-", "e",
        ]
        for _ in 0..<200 {
            let count = Int.random(in: 0...40, using: &random)
            let body = (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }
            let text = "x,y,n\n" + body.joined()
            do { _ = try read(text) } catch { #expect(error is VectorFileError) }
        }
    }
}
