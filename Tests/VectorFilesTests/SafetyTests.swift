import CGDAL
import FileFixtures
import Foundation
import Testing

@testable import VectorFiles

extension TemporariesTests {
    @Suite("Safe reading")
    struct SafetyTests {
        private func problem(_ path: String, layer: String? = nil) -> VectorFileError.Problem? {
            do { _ = try FeatureReader.read(VectorSource(path: path, layer: layer)) } catch {
                return error.problem
            }
            return nil
        }

        @Test("paths that are no plain files are refused")
        func paths() throws {
            let folder = try TemporaryFolder()
            #expect(problem(folder.file("absent.gpkg")) == .missing)
            #expect(problem("") == .missing)
            #expect(problem(folder.path) == .notAFile)
            #expect(problem("/dev/null") == .notAFile)
            #expect(problem("/vsizip/places.zip") == .notAFile)
            #expect(problem("https://example.org/places.geojson") == .notAFile)
            mkfifo(folder.file("pipe.geojson"), 0o600)
            #expect(problem(folder.file("pipe.geojson")) == .notAFile)
            #expect(problem("{\"type\":\"Point\",\"coordinates\":[1,2]}") == .missing)
            try folder.write("note.geojson", "hello")
            #expect(problem(folder.file("note.geojson")) == .unknownFormat)
            try folder.write("virtual.vrt", "<OGRVRTDataSource></OGRVRTDataSource>")
            #expect(problem(folder.file("virtual.vrt")) == .unknownFormat)
            try folder.write("empty.gpkg", "")
            #expect(problem(folder.file("empty.gpkg")) == .unknownFormat)
            try folder.write("empty.csv", "")
            #expect(problem(folder.file("empty.csv")) == .damaged)
        }

        @Test("layers are chosen by name, or alone with shapes")
        func layers() throws {
            let folder = try TemporaryFolder()
            var second = MadeLayer.points("GPKG")
            second.name = "医院"
            var table = MadeLayer(driver: "GPKG", epsg: nil, type: wkbNone)
            table.name = "styles"
            let several = folder.file("several.gpkg")
            try MadeLayer.points("GPKG").write(to: several, others: [second, table])
            #expect(problem(several) == .severalLayers(available: ["places", "医院"]))
            #expect(problem(several, layer: "x") == .noSuchLayer(available: ["places", "医院", "styles"]))
            #expect(try FeatureReader.layerNames(several) == ["places", "医院", "styles"])
            #expect(try FeatureReader.read(VectorSource(path: several, layer: "医院")).features.count == 20)
            let alone = folder.file("alone.gpkg")
            try MadeLayer.points("GPKG").write(to: alone, others: [table])
            #expect(try FeatureReader.read(VectorSource(path: alone)).layer == "places")
        }

        @Test(
            "nothing is made beside an input, writable or not",
            arguments: [
                ("GPKG", "gpkg"), ("ESRI Shapefile", "shp"), ("FlatGeobuf", "fgb"), ("GeoJSON", "geojson"),
            ])
        func traces(driver: String, ending: String) throws {
            let folder = try TemporaryFolder()
            let path = folder.file("places.\(ending)")
            try MadeLayer.points(driver).write(to: path)
            try expectUntouched(folder) {
                try FeatureReader.read(VectorSource(path: path)).features.count == 20
            }
            chmod(path, 0o444)
            chmod(folder.path, 0o555)
            defer { chmod(folder.path, 0o755) }
            try expectUntouched(folder) {
                try FeatureReader.read(VectorSource(path: path)).features.count == 20
            }
        }

        @Test("a GeoPackage in write-ahead mode stays as it is")
        func writeAhead() throws {
            let folder = try TemporaryFolder()
            let path = folder.file("places.gpkg")
            try MadeLayer.points("GPKG").write(to: path)
            try update(path, "PRAGMA journal_mode=WAL")
            let header = try folder.bytes("places.gpkg").prefix(20)
            try #require(header[18] == 2)
            try expectUntouched(folder) {
                try FeatureReader.read(VectorSource(path: path)).features.count == 20
            }
            // A log that SQLite cannot use stays as well.
            try folder.write("places.gpkg-wal", [UInt8](repeating: 1, count: 4096))
            try expectUntouched(folder) {
                try FeatureReader.read(VectorSource(path: path)).features.count == 20
            }
        }

        @Test("changes that wait beside a GeoPackage are read, and the folder stays as it is")
        func waitingChanges() throws {
            let folder = try TemporaryFolder()
            let path = folder.file("places.gpkg")
            try MadeLayer.points("GPKG").write(to: path)
            // What a program leaves that is killed: the files of a database that is still open.
            let killed = try TemporaryFolder()
            let left = killed.file("left.gpkg")
            try update(path, "PRAGMA journal_mode=WAL") { dataset in
                let change = "UPDATE places SET name = '新村' WHERE fid = 3"
                GDALDatasetReleaseResultSet(dataset, GDALDatasetExecuteSQL(dataset, change, nil, nil))
                for ending in ["", "-wal", "-shm"] {
                    try killed.write("left.gpkg\(ending)", try folder.bytes("places.gpkg\(ending)"))
                }
            }
            try #require(try killed.bytes("left.gpkg-wal").count > 32)
            let linked = try TemporaryFolder()
            symlink(left, linked.file("link.gpkg"))
            for place in [left, linked.file("link.gpkg")] {
                try expectUntouched(killed) {
                    let table = try FeatureReader.read(VectorSource(path: place))
                    return table.features.count == 20 && table.features[2].values.first == .text("新村")
                }
            }
            try FileManager.default.removeItem(atPath: killed.file("left.gpkg-shm"))
            try expectUntouched(killed) {
                try FeatureReader.read(VectorSource(path: left)).features[2].values.first == .text("新村")
            }
            try expectUntouched(killed) { try FeatureReader.layerNames(left) == ["places"] }
        }

        @Test("a copy has the log and goes with its owner")
        func copies() throws {
            let folder = try TemporaryFolder()
            let path = try folder.write("a.gpkg", "content")
            try folder.write("a.gpkg-wal", "log")
            var copy: PrivateCopy? = try PrivateCopy(try InputFile(path), original: path)
            let copied = try #require(copy?.path)
            #expect(FileManager.default.contents(atPath: copied) == Data("content".utf8))
            #expect(FileManager.default.contents(atPath: copied + "-wal") == Data("log".utf8))
            copy = nil
            let gone = URL(fileURLWithPath: copied).deletingLastPathComponent().path
            #expect(!FileManager.default.fileExists(atPath: gone))
        }

        @Test("a stale feature count in a GeoPackage is a note")
        func staleCount() throws {
            let folder = try TemporaryFolder()
            let path = folder.file("places.gpkg")
            try MadeLayer.points("GPKG").write(to: path)
            try update(path, "UPDATE gpkg_ogr_contents SET feature_count = 33")
            let table = try FeatureReader.read(VectorSource(path: path))
            #expect(table.features.count == 20)
            #expect(table.notes == ["the file states 33 features and has 20"])
        }

        @Test("rows deleted in a shapefile are counted in a note")
        func deletedRows() throws {
            let folder = try TemporaryFolder()
            let path = folder.file("places.shp")
            try MadeLayer.points("ESRI Shapefile").write(to: path)
            var rows = try folder.bytes("places.dbf")
            let header = Int(rows[8]) | Int(rows[9]) << 8
            let width = Int(rows[10]) | Int(rows[11]) << 8
            rows[header + 2 * width] = UInt8(ascii: "*")
            try folder.write("places.dbf", rows)
            let table = try FeatureReader.read(VectorSource(path: path))
            #expect(table.features.count == 19)
            #expect(table.notes == ["1 rows are marked as deleted and were left out"])
        }

        private func update(
            _ path: String, _ statement: String, then body: (GDALDatasetH) throws -> Void = { _ in }
        ) throws {
            GDALLibrary.prepare()
            let opened = GDALOpenEx(path, UInt32(GDAL_OF_VECTOR | GDAL_OF_UPDATE), nil, nil, nil)
            let dataset = try #require(opened)
            defer { GDALClose(dataset) }
            GDALDatasetReleaseResultSet(dataset, GDALDatasetExecuteSQL(dataset, statement, nil, nil))
            try body(dataset)
        }

        private func expectUntouched(_ folder: TemporaryFolder, _ body: () throws -> Bool) throws {
            func state() throws -> [String: [UInt8]] {
                try Dictionary(uniqueKeysWithValues: folder.names.map { ($0, try folder.bytes($0)) })
            }
            let before = try state()
            #expect(try body())
            #expect(try state() == before)
        }
    }
}
