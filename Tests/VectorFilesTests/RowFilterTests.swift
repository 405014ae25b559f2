import FileFixtures
import Testing

@testable import VectorFiles

/// A layer of which only some rows are held.
@Suite struct RowFilterTests {
    static let formats = [("GPKG", "gpkg"), ("GeoJSON", "geojson"), ("ESRI Shapefile", "shp")]

    @Test(arguments: formats)
    func keepsWhatReadingAllWouldGive(_ driver: String, _ ending: String) throws {
        let folder = try TemporaryFolder()
        let path = folder.file("places.\(ending)")
        try MadeLayer.points(driver).write(to: path)
        let all = try FeatureReader.read(VectorSource(path: path))
        for (field, most) in [("count", 7.0), ("count", 100), ("count", -1), ("size", 2)] {
            let some = try FeatureReader.read(VectorSource(path: path), keeping: RowFilter(field, upTo: most))
            let place = try #require(all.fields.firstIndex(of: field))
            let expected = all.features.filter {
                Double($0.value(place).text ?? "").map { $0 <= most } ?? false
            }
            #expect(some.fields == all.fields && some.total == 20 && all.total == 20)
            #expect(some.features.map(\.number) == expected.map(\.number))
            #expect(some.features.map(\.shape) == expected.map(\.shape))
            #expect(some.features.map { $0.value(0) } == expected.map { $0.value(0) })
        }
    }

    @Test func withoutTheFieldNothingIsHeld() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("places.geojson")
        try MadeLayer.points("GeoJSON").write(to: path)
        let none = try FeatureReader.read(VectorSource(path: path), keeping: RowFilter("rank", upTo: 9))
        #expect(none.features.isEmpty && none.total == 20)
    }

    /// What is not held is read nevertheless, to its end.
    @Test func damageAmongWhatIsLeftOutIsTold() throws {
        let folder = try TemporaryFolder()
        try MadeLayer.points("GeoJSON").write(to: folder.file("places.geojson"))
        let text = try folder.text("places.geojson")
        let cut = try folder.write("cut.geojson", String(text.prefix(text.count * 3 / 4)))
        #expect(throws: VectorFileError.self) {
            try FeatureReader.read(VectorSource(path: cut), keeping: RowFilter("count", upTo: 0))
        }
    }
}
