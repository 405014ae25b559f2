import FileFixtures
import Foundation
import Testing

@testable import VectorFiles

@Suite("Rows of CSV in memory") struct CSVRowsTests {
    private static let texts: [String?] = ["a", "", nil, "=1+1", "-3", "a,b", "\"", "居住区", "\r"]

    /// A file with the same rows, field by field and as prepared pieces.
    private func files(_ thousandths: [Int64]) throws -> (plain: [UInt8], pieces: [UInt8]) {
        let folder = try TemporaryFolder()
        let outputs = OutputSet()
        var plain = CSVWriter(
            file: try outputs.stage(folder.file("plain.csv")), columns: ["a", "b", "c", "d"])
        var whole = CSVWriter(
            file: try outputs.stage(folder.file("pieces.csv")), columns: ["a", "b", "c", "d"])
        let fields = CSVFields(Self.texts)
        for (index, units) in thousandths.enumerated() {
            plain.field(Self.texts[index % Self.texts.count] ?? "")
            plain.field(decimal: Double(units) / 1000, places: 3)
            plain.field(Int(units))
            plain.emptyField()
            plain.endRow()
        }
        var memory: [UInt8] = []
        for piece in stride(from: 0, to: thousandths.count, by: 7) {
            let some = piece..<min(piece + 7, thousandths.count)
            let longest = fields.longest + 2 * CSVCursor.longestNumber + 1
            whole.append(
                CSVRows(columns: 4, room: some.count * longest, memory: &memory) { row, memory in
                    for index in some {
                        row.field(fields, index % Self.texts.count, &memory)
                        row.field(thousandths: thousandths[index], &memory)
                        row.field(Int(thousandths[index]), &memory)
                        row.emptyFields(1, &memory)
                        row.endRow(&memory)
                    }
                })
        }
        try outputs.commit()
        return (try folder.bytes("plain.csv"), try folder.bytes("pieces.csv"))
    }

    @Test("they are what the writer writes")
    func sameBytes() throws {
        let edges: [Int64] = [
            0, 1, -1, 9, 10, 99, 100, 999, 1000, 1001, 9_999_999, 10_000_000, 999_999_999_999, -12345,
            100_000,
        ]
        var random = Seeded(5)
        let others = (0..<500).map { _ in
            let digits = Int.random(in: 0...39, using: &random)
            return Int64.random(in: -(1 << digits)...(1 << digits), using: &random)
        }
        let (plain, pieces) = try files(edges + others)
        #expect(plain == pieces)
    }
}
