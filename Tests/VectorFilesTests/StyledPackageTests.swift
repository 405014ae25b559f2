import CGDAL
import FileFixtures
import Geometry
import Testing

@testable import VectorFiles

@Suite("What GeoPackages say beside their features")
struct StyledPackageTests {
    private static let names = [
        "<script>alert(1)</script>", "O'Brien \"& Co\"", "\u{202E}txet", "=HYPERLINK(\"x\")",
        String(repeating: "长", count: 10_000), "'); DROP TABLE layer_styles; --",
    ]

    private static func layer() -> LayerContent {
        var layer = LayerContent(
            name: "it's", reference: "EPSG:4549",
            fields: [
                .init(name: "name", kind: .text, alias: "名称", note: "Name"),
                .init(name: "draft", kind: .truth, alias: "名称", note: "twice"),
                .init(name: "plain", kind: .integer),
            ], count: names.count, shape: { .point(Position(Double($0), 0)) },
            values: { [.text(names[$0]), .integer(Int64($0 % 2)), .null] })
        layer.title = "图层"
        layer.styles = [.init(name: "默认", qml: "<qgis a=\"'\"/>"), .init(name: "另一", qml: "<qgis/>")]
        return layer
    }

    private func write(_ layers: [LayerContent]) throws -> (TemporaryFolder, String) {
        let folder = try TemporaryFolder()
        let set = OutputSet()
        try GeoPackageWriter.write(layers, to: try set.stage(folder.file("a.gpkg")))
        try set.commit()
        return (folder, folder.file("a.gpkg"))
    }

    private func text(_ query: String, of path: String) throws -> String? {
        let messages = GDALMessages()
        return try messages.collecting { () throws(VectorFileError) -> String? in
            try GDALDataset(InputFile(path), messages: messages).firstText(query)
        }
    }

    @Test("Names of columns are where the standard has them, and each stands once")
    func aliases() throws {
        let (folder, path) = try write([Self.layer()])
        defer { withExtendedLifetime(folder) {} }
        let all =
            "SELECT group_concat(column_name || '=' || name || '/' || description) FROM gpkg_data_columns"
        #expect(try text(all, of: path) == "name=名称/Name,draft=名称_2/twice")
        #expect(
            try text("SELECT count(*) FROM gpkg_extensions WHERE extension_name='gpkg_schema'", of: path)
                == "2")
        let title = "SELECT identifier FROM gpkg_contents WHERE data_type='features'"
        #expect(try text(title, of: path) == "图层")
    }

    @Test("Styles are where QGIS looks for them, one of them the default")
    func styles() throws {
        let (folder, path) = try write([Self.layer()])
        defer { withExtendedLifetime(folder) {} }
        let used =
            "SELECT styleQML FROM layer_styles WHERE useAsDefault AND f_table_name='it''s' AND f_geometry_column='geom'"
        #expect(try text(used, of: path) == "<qgis a=\"'\"/>")
        #expect(try text("SELECT count(*) FROM layer_styles", of: path) == "2")
        #expect(try text("PRAGMA integrity_check", of: path) == "ok")
        #expect(try FeatureReader.layerNames(path).contains("it's"))
    }

    @Test("Hostile names come back as the texts they are")
    func hostileNames() throws {
        let (folder, path) = try write([Self.layer()])
        defer { withExtendedLifetime(folder) {} }
        let table = try FeatureReader.read(VectorSource(path: path, layer: "it's"))
        #expect(table.features.map(\.values[0]) == Self.names.map { .text($0) })
        #expect(table.features.map(\.values[1]) == Self.names.indices.map { .integer(Int64($0 % 2)) })
    }

    @Test("The same content is the same bytes")
    func sameBytes() throws {
        let (one, two) = (try write([Self.layer()]), try write([Self.layer()]))
        #expect(try one.0.bytes("a.gpkg") == two.0.bytes("a.gpkg"))
    }

    @Test("A layer of points and areas is two, the larger with the name")
    func families() throws {
        let ring = try LinearRing([Position(0, 0), Position(1, 0), Position(0, 1), Position(0, 0)])
        let shapes: [Shape] = [
            .point(Position(5, 5)), .polygon(Polygon(shell: ring)), .polygon(Polygon(shell: ring)),
        ]
        let layer = LayerContent(
            name: "blocks", reference: nil, fields: [.init(name: "n", kind: .integer)], count: 3,
            shape: { shapes[$0] }, values: { [.integer(Int64($0))] })
        let parts = layer.byFamily
        #expect(parts.map(\.layer.name) == ["blocks", "blocks_points"])
        #expect(parts.map(\.family) == [.areas, .points])
        #expect(parts.map(\.layer.count) == [2, 1])
        #expect(parts[0].layer.values(1) == [.integer(2)] && parts[1].layer.values(0) == [.integer(0)])
        #expect(ShapeFamily.byFrequency(in: [.points, .lines, .areas]) == [.areas, .lines, .points])
        #expect(ShapeFamily.byFrequency(in: []).isEmpty)
    }
}
