import FileFixtures
import Foundation
import Testing
import VectorFiles

@testable import Reporting

/// The manifest names every file that was read, by what was in it.
@Suite struct ManifestTests {
    private struct Document: Decodable {
        struct Input: Decodable { let role, path, sha256: String }
        struct Standard: Decodable { let id, version: String }
        struct Tool: Decodable { let name, version: String }
        let tool: Tool
        let standard: Standard?
        let options: [String: String]
        let inputs: [Input]
    }

    private func manifest(_ inputs: [Manifest.Input]) throws -> Document {
        let json = try Manifest(
            standard: ("suzhou-2021", "1"), options: [("crs", .string("EPSG:4549"))], inputs: inputs
        ).json()
        return try JSONDecoder().decode(Document.self, from: Data(json.text(pretty: true).utf8))
    }

    /// The first three are the examples of FIPS 180-2; the last is longer than what is read at once.
    @Test(arguments: [
        ("abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ("", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("a", 1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
        ("lifecircle\n", 300_000, "c0bfe8d646f3c648390d0c1ef948a8e6d60a508ffb202efca0aa67be37def6b3"),
    ])
    func digestIsThatOfTheContent(_ text: String, _ count: Int, _ digest: String) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.csv", String(repeating: text, count: count))
        let document = try manifest([Manifest.Input(role: "blocks", path: path)])
        #expect(document.inputs.map(\.sha256) == [digest])
        #expect(document.inputs.map(\.role) == ["blocks"])
        #expect(document.inputs.map(\.path) == [path])
    }

    @Test func toolStandardAndOptionsAreNamed() throws {
        let document = try manifest([])
        #expect(document.tool.name == "lifecircle" && document.tool.version == Product.version)
        #expect(document.standard?.id == "suzhou-2021" && document.standard?.version == "1")
        #expect(document.options == ["crs": "EPSG:4549"])
        let bare = try Manifest(standard: nil, options: [], inputs: []).json().text(pretty: false)
        #expect(bare.contains(#""standard":null"#))
    }

    @Test func aShapefileIsItsParts() throws {
        let folder = try TemporaryFolder()
        for ending in ["shp", "dbf", "shx", "prj", "cpg", "qix"] {
            try folder.write("ways.\(ending)", ending)
        }
        try folder.write("other.dbf", "not mine")
        let document = try manifest([Manifest.Input(role: "network", path: folder.file("ways.shp"))])
        let names = document.inputs.map { ($0.path as NSString).lastPathComponent }
        #expect(names.first == "ways.shp")
        #expect(Set(["ways.shp", "ways.dbf", "ways.shx", "ways.prj", "ways.cpg"]).isSubset(of: names))
        #expect(!names.contains("ways.qix") && !names.contains("other.dbf"))
        #expect(document.inputs.allSatisfy { $0.role == "network" })
    }

    @Test func aFolderIsItsFilesInOrder() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(
            atPath: folder.file("city.gdb"), withIntermediateDirectories: true)
        for name in ["b.gdbtable", "a.gdbtable", "c.gdbindexes"] {
            try folder.write("city.gdb/" + name, name)
        }
        let document = try manifest([Manifest.Input(role: "blocks", path: folder.file("city.gdb"))])
        #expect(
            document.inputs.map(\.path)
                == ["a.gdbtable", "b.gdbtable", "c.gdbindexes"].map { folder.file("city.gdb/" + $0) })
    }

    @Test func aFileThatHasGoneIsAnError() throws {
        #expect(throws: VectorFileError.self) {
            try manifest([Manifest.Input(role: "blocks", path: "/nowhere/blocks.csv")])
        }
    }
}
