import CGDAL
import FileFixtures
import Foundation
import Testing

@testable import VectorFiles

@Suite("What files say about their coordinate system")
struct ReferenceTests {
    func collection(crs: String, key: String = "crs", geometry: String = "") -> String {
        """
        {"type":"FeatureCollection","\(key)":\(crs),"features":[{"type":"Feature","properties":{"a":1},
        "geometry":{\(geometry)"type":"Point","coordinates":[1,2]}}]}
        """
    }

    func error(_ path: String) -> VectorFileError? {
        do { _ = try FeatureReader.read(VectorSource(path: path)) } catch { return error }
        return nil
    }

    @Test("a link to a coordinate system is refused before anything is opened, however it is written")
    func links() throws {
        let folder = try TemporaryFolder()
        let link = #"{"type":"link","properties":{"href":"http://127.0.0.1:1/x","type":"proj4"}}"#
        let url = #"{"type":"URL","properties":{"url":"http://127.0.0.1:1/x"}}"#
        let hidden = #"{ "type" : "l\u0069nk","properties":{"hre\u0066":"http://127.0.0.1:1/x"}}"#
        let texts =
            [link, url, hidden].map { collection(crs: $0) } + [
                collection(crs: link, key: "CRS"), collection(crs: link, key: "c\\u0072s"),
                "/* \" */" + collection(crs: link), collection(crs: link).replacing("\"", with: "'"),
                collection(crs: "null", geometry: "\"crs\":\(link),"), "\u{FEFF}  " + collection(crs: url),
                "loadGeoJSON(" + collection(crs: url) + ");", collection(crs: "// {\n" + link),
            ]
        for text in texts {
            let found = error(try folder.write("t.geojson", text))
            #expect(found?.problem == .damaged, "\(text)")
            #expect(found?.detail == "crs by link is not followed; name the system", "\(text)")
        }
    }

    @Test("words that look like a link elsewhere do no harm")
    func noLinks() throws {
        let folder = try TemporaryFolder()
        let name = #"{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4528"}}"#
        for text in [
            collection(crs: name, geometry: #""x":{"type":"link","href":"crs"},"#),
            collection(crs: name).replacing("\"a\":1", with: #""link":"crs","url":"'/* \"","crs":"link""#),
        ] {
            let table = try FeatureReader.read(VectorSource(path: try folder.write("t.geojson", text)))
            #expect(table.reference == .declared("EPSG:4528", isGeographic: false))
        }
    }

    @Test("a system that is not known is told by its name, and the features are there all the same")
    func unknown() throws {
        let folder = try TemporaryFolder()
        func name(_ path: String) throws -> String? {
            let table = try FeatureReader.read(VectorSource(path: path))
            guard case .unknown(let name, _) = table.reference else { return nil }
            return table.features.allSatisfy { $0.shape != nil } ? name : nil
        }
        for wrong in ["urn:ogc:def:crs:EPSG::999999", "hello"] {
            let crs = #"{"type":"name","properties":{"name":"\#(wrong)"}}"#
            #expect(try name(try folder.write("t.geojson", collection(crs: crs))) == wrong)
        }
        try MadeLayer.points("ESRI Shapefile").write(to: folder.file("s.shp"))
        for text in ["GEOGCS[\"x", "EPSG:999999", "nonsense"] {
            try folder.write("s.prj", text)
            #expect(try name(folder.file("s.shp")) == "s.prj")
        }
        try folder.write("s.prj", "\n")
        #expect(try FeatureReader.read(VectorSource(path: folder.file("s.shp"))).reference == .none)
    }

    @Test("a shapefile without its index is told what is missing")
    func missingIndex() throws {
        let folder = try TemporaryFolder()
        try MadeLayer.points("ESRI Shapefile").write(to: folder.file("s.shp"))
        try FileManager.default.removeItem(atPath: folder.file("s.shx"))
        let found = error(folder.file("s.shp"))
        #expect(found?.problem == .damaged)
        #expect(found?.detail == "the .shx beside it is missing")
    }

    @Test("a shapefile without its table, or with rows of no length, is told so")
    func missingTable() throws {
        let folder = try TemporaryFolder()
        try MadeLayer.points("ESRI Shapefile").write(to: folder.file("s.shp"))
        var rows = try folder.bytes("s.dbf")
        rows[10] = 0
        rows[11] = 0
        try folder.write("s.dbf", rows)
        #expect(error(folder.file("s.shp"))?.detail == "the rows of the .dbf have no length")
        try FileManager.default.removeItem(atPath: folder.file("s.dbf"))
        let found = error(folder.file("s.shp"))
        #expect(found?.problem == .damaged)
        #expect(found?.detail == "the .dbf beside it is missing")
    }

    @Test("the library itself fetches nothing")
    func noFetching() {
        GDALLibrary.prepare()
        let system = OSRNewSpatialReference(nil)
        defer { OSRRelease(system) }
        CPLPushErrorHandler(CPLQuietErrorHandler)
        defer { CPLPopErrorHandler() }
        CPLErrorReset()
        #expect(OSRImportFromUrl(system, "http://127.0.0.1:9/x") != OGRERR_NONE)
        #expect(String(cString: CPLGetLastErrorMsg()).contains("port 0"))
    }
}
