import FileFixtures
import Testing
import VectorFiles

/// Tables without places are read row by row.
@Suite struct TextTableTests {
    @Test func rowsComeInOrder() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.csv", "\u{FEFF}id,name\n1,\"a, \"\"b\"\"\"\n\n2,\n")
        var table = try TextTable(contentsOf: path)
        #expect(table.columns == ["id", "name"])
        #expect(try table.place(of: "name") == 1)
        #expect(try table.next() == ["1", "a, \"b\""])
        #expect(try table.next() == ["2", ""])
        #expect(try table.next() == nil)
    }

    @Test(arguments: ["a,b\n1\n", "a,b\n1,\"2\n", ""])
    func damageIsAnError(_ text: String) throws {
        let path = try TemporaryFolder().write("a.csv", text)
        #expect(throws: VectorFileError.self) {
            var table = try TextTable(contentsOf: path)
            while try table.next() != nil {}
        }
    }

    @Test func missingColumnIsNamed() throws {
        let folder = try TemporaryFolder()
        let table = try TextTable(contentsOf: folder.write("a.csv", "a,b\n"))
        #expect { _ = try table.place(of: "verdict") } throws: { "\($0)".contains("verdict") }
    }
}
