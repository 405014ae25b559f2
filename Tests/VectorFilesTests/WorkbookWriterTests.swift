import CGDAL
import FileFixtures
import Geometry
import Testing

@testable import VectorFiles

@Suite("Writing workbooks")
struct WorkbookWriterTests {
    private static let texts = [
        "<script>alert(1)</script>", "O'Brien \"& Co\"", "\u{202E}txet \u{2066}", "=HYPERLINK(\"http://x\")",
        "+1", "@SUM(A1)", "  两端  ", "一\n二", "090601", "1e5",
    ]

    private static func sheet(_ name: String = "可达性 access") -> WorkbookWriter.Sheet {
        WorkbookWriter.Sheet(
            name: name,
            columns: [
                .init(title: "编号\nId", width: 12), .init(title: "居民数（人）\nResidents", width: 14),
                .init(title: "草案", width: 10), .init(title: "空", width: 10),
                .init(title: "lng", width: 10), .init(title: "lat", width: 10),
            ], count: texts.count,
            row: {
                [
                    .string(texts[$0]), .decimal(Double($0) + 0.25, places: 1), .bool($0 == 0), nil,
                    .integer(120), .number(31.5),
                ]
            })
    }

    private func write(_ sheets: [WorkbookWriter.Sheet]) throws -> (TemporaryFolder, String) {
        let folder = try TemporaryFolder()
        let set = OutputSet()
        try WorkbookWriter.write(sheets, to: try set.stage(folder.file("a.xlsx")))
        try set.commit()
        return (folder, folder.file("a.xlsx"))
    }

    /// A part of the archive, as it is stored.
    private func part(_ name: String, of path: String) throws -> String {
        GDALLibrary.prepare()
        let file = try #require(VSIFOpenL("/vsizip/\(path)/\(name)", "rb"))
        defer { VSIFCloseL(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        let count = VSIFReadL(&bytes, 1, bytes.count, file)
        return String(decoding: bytes.prefix(count), as: UTF8.self)
    }

    @Test("Texts are texts and numbers numbers, none a formula")
    func cells() throws {
        let (folder, path) = try write([Self.sheet(), Self.sheet("另一 other")])
        let table = try FeatureReader.read(VectorSource(path: path, layer: "可达性 access"))
        #expect(table.fields == ["编号\nId", "居民数（人）\nResidents", "草案", "空", "lng", "lat"])
        #expect(table.features[0].shape == .point(Position(120, 31.5)))
        #expect(table.features.map(\.values[0]) == Self.texts.map { .text($0) })
        let sheet = try part("xl/worksheets/sheet1.xml", of: path)
        #expect(!sheet.contains("<f>") && !sheet.contains("hyperlink"))
        // A quarter is rounded as in the CSV beside it.
        #expect(sheet.contains("<v>0.3</v>") && sheet.contains(#"t="b"><v>1</v>"#))
        #expect(sheet.contains(#"state="frozen""#) && sheet.contains(#"<autoFilter ref="A1:F11"/>"#))
        #expect(try part("xl/workbook.xml", of: path).contains("另一 other"))
        #expect(folder.names == ["a.xlsx"])
    }

    @Test("The same tables are the same bytes")
    func sameBytes() throws {
        let (one, two) = (try write([Self.sheet()]), try write([Self.sheet()]))
        #expect(try one.0.bytes("a.xlsx") == two.0.bytes("a.xlsx"))
    }

    @Test("A sheet without rows has its titles, and no filter")
    func empty() throws {
        let (folder, path) = try write([
            .init(name: "a", columns: [.init(title: "编号", width: 9)], count: 0, row: { _ in [] })
        ])
        defer { withExtendedLifetime(folder) {} }
        #expect(try part("xl/worksheets/sheet1.xml", of: path).contains("编号"))
    }

    @Test("What a cell cannot hold is cut or replaced, so that the file opens")
    func unholdable() throws {
        #expect(CellText.cell("普通") == "普通")
        #expect(CellText.cell("a\u{0}b\u{FFFE}c\u{FFFF}") == "a\u{FFFD}b\u{FFFD}c\u{FFFD}")
        let long = CellText.cell(String(repeating: "😀", count: 20_000))
        #expect(long.utf16.count == 32_001 && long.hasSuffix("…"))
        let texts = ["\u{1}\u{8}\u{B}\u{1F}", String(repeating: "长", count: 40_000), "_x0041_"]
        let (folder, path) = try write([
            .init(
                name: "a", columns: ["t", "lng", "lat"].map { .init(title: $0, width: 9) },
                count: texts.count, row: { [.string(texts[$0]), .integer(120), .integer(31)] })
        ])
        defer { withExtendedLifetime(folder) {} }
        let table = try FeatureReader.read(VectorSource(path: path))
        #expect(table.features.count == 3)
        #expect(table.features[1].values[0] == .text(String(repeating: "长", count: 32_000) + "…"))
    }

    @Test("A name that no sheet can have is an error, and nothing is left behind")
    func wrongName() throws {
        let folder = try TemporaryFolder()
        #expect(throws: VectorFileError.self) {
            let set = OutputSet()
            let sheet = WorkbookWriter.Sheet(
                name: "a/b", columns: [.init(title: "t", width: 9)], count: 0, row: { _ in [] })
            try WorkbookWriter.write([sheet], to: try set.stage(folder.file("a.xlsx")))
        }
        #expect(folder.names.isEmpty)
    }
}
