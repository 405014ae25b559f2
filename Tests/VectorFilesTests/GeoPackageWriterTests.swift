import FileFixtures
import Foundation
import Geometry
import Testing

@testable import VectorFiles

extension TemporariesTests {
    @Suite("Writing GeoPackages")
    struct GeoPackageWriterTests {
        private static func layer(_ reference: String? = "EPSG:4549") throws -> VectorLayer {
            var layer = VectorLayer(
                name: "道路", reference: reference,
                fields: [
                    .init(name: "fid", kind: .text), .init(name: "名称", kind: .text),
                    .init(name: "lanes", kind: .integer), .init(name: "width", kind: .real),
                    .init(name: "Lanes", kind: .text),
                ])
            let line = try LineString([Position(500_000.123456789, 3_460_000), Position(500_100, 3_460_000)])
            layer.append(
                .lineString(line), [.text("a"), .text("广泽路"), .integer(2), .real(3.25), .text("x")])
            layer.append(.multiLineString([line, line]), [.null, .text(""), .null, .null, .null])
            return layer
        }

        private func write(_ layers: [VectorLayer], _ folder: TemporaryFolder, _ name: String) throws {
            let set = OutputSet()
            try GeoPackageWriter.write(layers, to: try set.stage(folder.file(name)))
            try set.commit()
        }

        @Test("A layer reads back as it was, lines among lines of several parts as such")
        func roundTrip() throws {
            let folder = try TemporaryFolder()
            let layer = try Self.layer()
            try write([layer], folder, "a.gpkg")
            let table = try FeatureReader.read(VectorSource(path: folder.file("a.gpkg"), layer: "道路"))
            #expect(table.fields == ["fid", "名称", "lanes", "width", "Lanes_2"])
            #expect(table.reference == .declared("EPSG:4549", isGeographic: false))
            #expect(table.features.map(\.values) == layer.features.map(\.values))
            #expect(table.features[0].shape == .multiLineString(layer.features[0].shape.lines))
            #expect(table.features[1].shape == layer.features[1].shape)
            #expect(folder.names == ["a.gpkg"])
        }

        @Test("The same layers are the same bytes")
        func sameBytes() throws {
            let folder = try TemporaryFolder()
            for name in ["a.gpkg", "b.gpkg"] { try write([try Self.layer()], folder, name) }
            #expect(try folder.bytes("a.gpkg") == folder.bytes("b.gpkg"))
        }

        @Test("Every kind of shape can be stored, mixed and in several layers")
        func shapes() throws {
            let folder = try TemporaryFolder()
            let corners = [Position(0, 0), Position(10, 0), Position(0, 10), Position(0, 0)]
            let polygon = Polygon(shell: try LinearRing(corners))
            let shapes: [Shape] = [
                .point(corners[1]), .multiPoint(corners), .lineString(try LineString(corners)),
                .multiLineString([try LineString(corners)]), .polygon(polygon), .multiPolygon([polygon]),
            ]
            var mixed = VectorLayer(name: "mixed", reference: "EPSG:4326", fields: [])
            for shape in shapes { mixed.append(shape, []) }
            var points = VectorLayer(name: "points", reference: nil, fields: [])
            points.append(shapes[0], [])
            try write([mixed, points], folder, "a.gpkg")
            let path = folder.file("a.gpkg")
            #expect(try FeatureReader.layerNames(path) == ["mixed", "points"])
            let table = try FeatureReader.read(VectorSource(path: path, layer: "mixed"))
            #expect(table.features.map(\.shape) == shapes.map { Optional($0) })
            #expect(table.reference == .declared("EPSG:4326", isGeographic: true))
            let local = try FeatureReader.read(VectorSource(path: path, layer: "points"))
            #expect(local.features.map(\.shape) == [shapes[0]])
            #expect(local.reference == .none)
        }

        @Test("A coordinate system that nobody knows is an error, and nothing is left behind")
        func unknownReference() throws {
            let folder = try TemporaryFolder()
            #expect(throws: VectorFileError.self) {
                try write([try Self.layer("EPSG:999999")], folder, "a.gpkg")
            }
            #expect(folder.names.isEmpty)
        }

        @Test("Nothing stands beside the package, which keeps the permissions of the one it replaces")
        func besideIt() throws {
            let folder = try TemporaryFolder()
            try folder.write("a.gpkg", "old")
            chmod(folder.file("a.gpkg"), 0o640)
            try write([try Self.layer("EPSG:4549")], folder, "a.gpkg")
            #expect(folder.names == ["a.gpkg"])
            var status = stat()
            stat(folder.file("a.gpkg"), &status)
            #expect(status.st_mode & 0o777 == 0o640)
        }

        @Test("A column is as wide as its values need")
        func kinds() {
            typealias Field = VectorLayer.Field
            #expect(Field.kind(of: [.null, .integer(1), .null]) == .integer)
            #expect(Field.kind(of: [.integer(1), .real(1.5)]) == .real)
            #expect(Field.kind(of: [.integer(1), .text("a"), .real(1)]) == .text)
            #expect(Field.kind(of: [.null]) == .text)
        }
    }
}
