import CGDAL
import FileFixtures
import Geometry
import Testing

@testable import VectorFiles

@Suite("Writing Shapefiles")
struct ShapefileWriterTests {
    private static let texts = [
        "广泽路", "<script>", "O'Brien", "\u{202E}txet", "=HYPERLINK(\"x\")", "𠮷野家", "",
    ]

    private static func layer(_ reference: String? = "EPSG:4549", texts: [String] = texts) -> LayerContent {
        LayerContent(
            name: "verdicts", reference: reference,
            fields: [
                .init(name: "name", kind: .text), .init(name: "population", kind: .real),
                .init(name: "gaps", kind: .integer),
            ], count: texts.count, shape: { .point(Position(500_000 + Double($0), 3_460_000)) },
            values: { [.text(texts[$0]), .real(Double($0) + 0.5), $0 == 0 ? .null : .integer(Int64($0))] })
    }

    private func write(_ layer: LayerContent) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let set = OutputSet()
        try ShapefileWriter.write(
            layer, to: ShapefileWriter.parts.map { try set.stage(folder.file("a.\($0)")) })
        try set.commit()
        return folder
    }

    @Test("A layer reads back as it was, in GB18030")
    func roundTrip() throws {
        let folder = try write(Self.layer())
        #expect(folder.names == ["a.cpg", "a.dbf", "a.prj", "a.shp", "a.shx"])
        #expect(try folder.bytes("a.cpg") == Array("GB18030".utf8))
        let table = try FeatureReader.read(VectorSource(path: folder.file("a.shp")))
        #expect(table.fields == ["name", "population", "gaps"])
        #expect(table.reference == .declared("EPSG:4549", isGeographic: false))
        #expect(table.features.map { $0.values[0].text ?? "" } == Self.texts)
        #expect(table.features.map(\.values[1]) == Self.texts.indices.map { .real(Double($0) + 0.5) })
        #expect(table.features[0].values[2] == .null && table.features[3].values[2] == .integer(3))
        // Two bytes a character, as in the code page of Chinese Windows.
        let table936 = try folder.bytes("a.dbf")
        #expect(table936.firstRange(of: [0xB9, 0xE3, 0xD4, 0xF3, 0xC2, 0xB7]) != nil)
    }

    @Test("Texts are cut where a cell ends, between characters")
    func longTexts() throws {
        let long = ["长", "a", "𠮷", "ä"].map { String(repeating: $0, count: 10_000) }
        let folder = try write(Self.layer(texts: long))
        let table = try FeatureReader.read(VectorSource(path: folder.file("a.shp")))
        let read = table.features.compactMap { $0.values[0].text }
        #expect(read.map(\.count) == [127, 254, 63, 63])
        for (read, long) in zip(read, long) { #expect(long.hasPrefix(read)) }
    }

    @Test("The same layer is the same bytes")
    func sameBytes() throws {
        let (one, two) = (try write(Self.layer()), try write(Self.layer()))
        for name in one.names { #expect(try one.bytes(name) == two.bytes(name), "\(name)") }
    }

    @Test("A local grid says so")
    func local() throws {
        let folder = try write(Self.layer(nil))
        #expect(try String(decoding: folder.bytes("a.prj"), as: UTF8.self).hasPrefix("LOCAL_CS["))
    }

    @Test("Of areas one may have no shape and keeps its row")
    func withoutShape() throws {
        let ring = try LinearRing([Position(0, 0), Position(9, 0), Position(0, 9), Position(0, 0)])
        let shapes: [Shape] = [.polygon(Polygon(shell: ring)), .multiPolygon([])]
        let layer = LayerContent(
            name: "a", reference: "EPSG:4549", fields: [.init(name: "n", kind: .integer)], count: 2,
            shape: { shapes[$0] }, values: { [.integer(Int64($0))] })
        let folder = try write(layer)
        let table = try FeatureReader.read(VectorSource(path: folder.file("a.shp")))
        #expect(table.features.map(\.values) == [[.integer(0)], [.integer(1)]])
        #expect(table.features[0].shape != nil && table.features[1].shape == nil)
    }

    @Test("A coordinate system that nobody knows is an error, and nothing is left behind")
    func unknownReference() throws {
        let folder = try TemporaryFolder()
        #expect(throws: VectorFileError.self) {
            let set = OutputSet()
            try ShapefileWriter.write(
                Self.layer("EPSG:999999"),
                to: ShapefileWriter.parts.map { try set.stage(folder.file("a.\($0)")) })
        }
        #expect(folder.names.isEmpty)
    }
}
