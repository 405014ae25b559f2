import CGDAL
import FileFixtures
import Geometry
import Testing

@testable import VectorFiles

/// File geodatabases, KML and FlatGeobuf: what planners get from ArcGIS, from Earth and from the web.
@Suite("File geodatabases, KML and FlatGeobuf")
struct OtherFormatTests {
    static let formats = [("OpenFileGDB", "gdb"), ("FlatGeobuf", "fgb"), ("LIBKML", "kml")]

    /// Two places with Chinese names, one of them without a value and at a height.
    private func layer(_ driver: String, name: String = "places", epsg: CInt? = 4490) -> MadeLayer {
        var layer = MadeLayer(driver: driver, name: name, epsg: epsg, type: wkbPoint25D)
        if driver == "FlatGeobuf" { layer.layerOptions = ["SPATIAL_INDEX=NO"] }
        layer.fields = [("编号", OFTString), ("名称", OFTString), ("人口", OFTInteger), ("面积", OFTReal)]
        layer.rows = [
            ("POINT Z (120.5 31.25 12)", [.text("b1"), .text("镕基路小学"), .integer(800), .real(12.5)]),
            ("POINT Z (120.75 31.5 8)", [.text("b2"), .null, .null, .null]),
        ]
        return layer
    }

    private func read(
        _ layer: MadeLayer, _ ending: String, others: [MadeLayer] = [], wanted: String? = nil
    ) throws -> FeatureTable {
        let folder = try TemporaryFolder()
        let path = folder.file("made.\(ending)")
        try layer.write(to: path, others: others)
        let table = try FeatureReader.read(VectorSource(path: path, layer: wanted))
        #expect(folder.names == ["made.\(ending)"], "nothing is made beside the file")
        return table
    }

    @Test("names and texts may be Chinese, missing values stay missing", arguments: formats)
    func attributes(driver: String, ending: String) throws {
        let table = try read(layer(driver), ending)
        #expect(table.driver == driver)
        func values(_ name: String) throws -> [FieldValue] {
            let place = try #require(table.fieldIndex(name), "\(table.fields)")
            return table.features.map { $0.values[place] }
        }
        #expect(try values("编号") == [.text("b1"), .text("b2")])
        #expect(try values("名称") == [.text("镕基路小学"), .null])
        #expect(try values("人口") == [.integer(800), .null])
        #expect(try values("面积") == [.real(12.5), .null])
        #expect(table.textEncoding == "UTF-8")
    }

    @Test("heights are left out, and that is said", arguments: formats)
    func heights(driver: String, ending: String) throws {
        let table = try read(layer(driver), ending)
        #expect(
            table.features.map(\.shape) == [.point(Position(120.5, 31.25)), .point(Position(120.75, 31.5))])
        #expect(table.notes == ["heights and measures (Z, M) were left out"])
    }

    @Test(
        "the system of the file is told; KML has but one",
        arguments: formats.flatMap { format in [4490, 4549].map { (format.0, format.1, $0) } }
            as [(String, String, CInt)])
    func reference(driver: String, ending: String, epsg: CInt) throws {
        var layer = layer(driver, epsg: epsg)
        if epsg == 4549 { layer.rows[0].wkt = "POINT Z (500000 3460000 4)" }
        if epsg == 4549 { layer.rows[1].wkt = "POINT Z (501000 3460000 4)" }
        let table = try read(layer, ending)
        guard driver == "LIBKML" else {
            #expect(table.reference == .declared("EPSG:\(epsg)", isGeographic: epsg == 4490))
            return
        }
        #expect(table.reference == .declared("EPSG:4326", isGeographic: true))
        // GDAL moves what it writes to KML.
        let x = try #require(table.features[0].shape?.box.minX)
        #expect(abs(x - (epsg == 4490 ? 120.5 : 120)) < 1e-9)
    }

    @Test("a FlatGeobuf without a system has none; a geodatabase too", arguments: formats.prefix(2))
    func noReference(driver: String, ending: String) throws {
        #expect(try read(layer(driver, epsg: nil), ending).reference == .none)
    }

    @Test("of several layers one has to be named", arguments: [formats[0], formats[2]])
    func layers(driver: String, ending: String) throws {
        let folder = try TemporaryFolder()
        let path = folder.file("made.\(ending)")
        var second = layer(driver, name: "街坊")
        second.rows.removeLast()
        try layer(driver).write(to: path, others: [second])
        #expect(try FeatureReader.layerNames(path) == ["places", "街坊"])
        #expect(try FeatureReader.read(VectorSource(path: path, layer: "街坊")).features.count == 1)
        #expect(try FeatureReader.read(VectorSource(path: path, layer: "places")).features.count == 2)
        let unnamed = #expect(throws: VectorFileError.self) {
            try FeatureReader.read(VectorSource(path: path))
        }
        #expect(unnamed?.problem == .severalLayers(available: ["places", "街坊"]))
        let wrong = #expect(throws: VectorFileError.self) {
            try FeatureReader.read(VectorSource(path: path, layer: "道路"))
        }
        #expect(wrong?.problem == .noSuchLayer(available: ["places", "街坊"]))
    }

    @Test("a surface keeps its hole, a line its vertices", arguments: formats)
    func shapes(driver: String, ending: String) throws {
        var layer = layer(driver)
        layer.type = driver == "OpenFileGDB" ? wkbMultiPolygon : wkbPolygon
        let rings =
            "((120 31,121 31,121 32,120 32,120 31),(120.25 31.25,120.25 31.5,120.5 31.5,120.25 31.25))"
        layer.rows = [
            (
                driver == "OpenFileGDB" ? "MULTIPOLYGON (\(rings))" : "POLYGON \(rings)",
                layer.rows[0].values
            )
        ]
        let polygon = try #require(try read(layer, ending).features[0].shape?.polygons.first)
        #expect(polygon.area == 1 - 0.03125 && polygon.holes.count == 1)
    }

    @Test("a geodatabase is a folder, and one that lost a part is damaged")
    func lostPart() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("made.gdb")
        try layer("OpenFileGDB").write(to: path)
        let inside = try TemporaryFolder.names(in: path)
        #expect(inside.contains { $0.hasSuffix(".gdbtable") })
        // The last table is that of the places themselves.
        let last = try #require(inside.last { $0.hasSuffix(".gdbtable") })
        try folder.write("made.gdb/\(last)", Array("no table".utf8))
        #expect(throws: VectorFileError.self) { try FeatureReader.read(VectorSource(path: path)) }
    }
}
