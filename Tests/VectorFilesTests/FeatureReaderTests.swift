import FileFixtures
import Geometry
import Testing

@testable import VectorFiles

@Suite("Reading every format")
struct FeatureReaderTests {
    static let formats = [
        ("GeoJSON", "geojson"), ("GPKG", "gpkg"), ("ESRI Shapefile", "shp"), ("FlatGeobuf", "fgb"),
        ("OpenFileGDB", "gdb"),
    ]

    @Test("points and attributes come back in order", arguments: formats)
    func points(driver: String, ending: String) throws {
        let folder = try TemporaryFolder()
        let path = folder.file("places.\(ending)")
        let layer = MadeLayer.points(driver)
        try layer.write(to: path)
        let table = try FeatureReader.read(VectorSource(path: path))
        #expect(table.driver == driver)
        #expect(table.layer == "places")
        #expect(table.fields == ["name", "count", "size"])
        #expect(table.reference == .declared("EPSG:4490", isGeographic: true))
        #expect(table.textEncoding == "UTF-8")
        #expect(table.features.map(\.number) == Array(1...20))
        for (index, feature) in table.features.enumerated() {
            #expect(feature.shape == .point(Position(120 + Double(index) / 64, 31.25)))
            #expect(feature.values == layer.rows[index].values)
        }
        #expect(try FeatureReader.layerNames(path) == ["places"])
        #expect(table.notes == [])
    }
}
