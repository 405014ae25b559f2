import FileFixtures
import Foundation
import Testing

@testable import VectorFiles

@Suite("Rows of CSV in memory") struct CSVRowsTests {
    private static let texts: [String?] = ["a", "", nil, "=1+1", "-3", "a,b", "\"", "居住区", "\r"]

    /// A file with the same rows: field by field, as prepared pieces, and as pieces that are written where they lie.
    private func files(_ thousandths: [Int64]) throws -> (plain: [UInt8], pieces: [UInt8], direct: [UInt8]) {
        let folder = try TemporaryFolder()
        let outputs = OutputSet()
        var plain = CSVWriter(
            file: try outputs.stage(folder.file("plain.csv")), columns: ["a", "b", "c", "d"])
        var whole = CSVWriter(
            file: try outputs.stage(folder.file("pieces.csv")), columns: ["a", "b", "c", "d"])
        let direct = CSVWriter(
            file: try outputs.stage(folder.file("direct.csv")), columns: ["a", "b", "c", "d"])
        let fields = CSVFields(Self.texts)
        for (index, units) in thousandths.enumerated() {
            plain.field(Self.texts[index % Self.texts.count] ?? "")
            plain.field(decimal: Double(units) / 1000, places: 3)
            plain.field(Int(units))
            plain.emptyField()
            plain.endRow()
        }
        var memory: [UInt8] = []
        var own: [UInt8] = []
        for piece in stride(from: 0, to: thousandths.count, by: 7) {
            let some = piece..<min(piece + 7, thousandths.count)
            let longest = fields.longest + 2 * CSVCursor.longestNumber + 1
            func write(_ row: inout CSVCursor, _ memory: inout MutableRawSpan) {
                for index in some {
                    row.field(fields, index % Self.texts.count, &memory)
                    row.field(thousandths: thousandths[index], &memory)
                    row.field(Int(thousandths[index]), &memory)
                    row.emptyFields(1, &memory)
                    row.endRow(&memory)
                }
            }
            let room = some.count * longest
            whole.append(
                CSVRows(columns: 4, room: room, memory: &memory) { row, memory in write(&row, &memory) })
            direct.append(room: room, memory: &own) { row, memory in write(&row, &memory) }
        }
        try outputs.commit()
        return (
            try folder.bytes("plain.csv"), try folder.bytes("pieces.csv"), try folder.bytes("direct.csv")
        )
    }

    @Test("texts ask for room as long as they are, and an endless one that is not chosen for none")
    func room() {
        let fields = CSVFields(["a", nil, String(repeating: "长", count: 1_000_000), "a,b"])
        #expect(fields.room == 2 + 1 + 3_000_001 + 6)
        let chosen = fields.selecting([0, nil, 3, nil, 0])
        #expect(chosen.room == 2 + 1 + 6 + 1 + 2)
        var memory: [UInt8] = []
        let rows = CSVRows(columns: 5, room: chosen.room, memory: &memory) { row, memory in
            for place in 0..<5 { row.field(chosen, place, &memory) }
            row.endRow(&memory)
        }
        #expect(String(decoding: rows.bytes, as: UTF8.self) == "a,,\"a,b\",,a\n")
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
        let (plain, pieces, direct) = try files(edges + others)
        #expect(plain == pieces && plain == direct)
    }
}
