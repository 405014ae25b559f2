import CGDAL
import FileFixtures
import Foundation
import Testing

@testable import VectorFiles

/// Workbooks made to hurt: each is an error, or a table, within the memory and time of a table.
@Suite("Hostile workbooks")
struct HostileWorkbookTests {
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

    /// A workbook with one sheet.
    private static func workbook(sheet: [UInt8], strings: [UInt8]? = nil) -> ZipArchive {
        let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let package = "http://schemas.openxmlformats.org/package/2006"
        let parts: [(String, [UInt8])] = [
            (
                "[Content_Types].xml",
                Array(
                    """
                    <Types xmlns="\(package)/content-types"><Default Extension="xml" ContentType="application/xml"/>\
                    <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
                    <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>
                    """.utf8)
            ),
            (
                "xl/workbook.xml",
                Array(
                    """
                    <workbook xmlns="\(main)" xmlns:r="\(relations)"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>
                    """.utf8)
            ),
            (
                "xl/_rels/workbook.xml.rels",
                Array(
                    """
                    <Relationships xmlns="\(package)/relationships"><Relationship Id="rId1" Type="\(relations)/worksheet" Target="worksheets/sheet1.xml"/></Relationships>
                    """.utf8)
            ),
            ("xl/worksheets/sheet1.xml", sheet),
        ]
        return ZipArchive(parts + [strings.map { ("xl/sharedStrings.xml", $0) }].compactMap { $0 })
    }

    private static func sheet(_ rows: String) -> [UInt8] {
        Array("<worksheet xmlns=\"\(main)\"><sheetData>\(rows)</sheetData></worksheet>".utf8)
    }

    private static let header =
        #"<row r="1"><c r="A1" t="str"><v>lng</v></c><c r="B1" t="str"><v>lat</v></c></row>"#
    private static let row = #"<row r="2"><c r="A2"><v>120.5</v></c><c r="B2"><v>31.25</v></c></row>"#

    private func outcome(_ archive: ZipArchive) throws -> (count: Int?, problem: VectorFileError.Problem?) {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.xlsx", archive.bytes)
        do throws(VectorFileError) {
            return (try FeatureReader.read(VectorSource(path: path)).features.count, nil)
        } catch {
            return (nil, error.problem)
        }
    }

    @Test("the workbook that the others are made from is sound")
    func sound() throws {
        #expect(try outcome(Self.workbook(sheet: Self.sheet(Self.header + Self.row))).count == 1)
    }

    @Test(
        "parts that unpack to gigabytes are refused, whatever size they state",
        arguments: [nil, 1000, 1 << 30])
    func bomb(stated: Int?) throws {
        var archive = Self.workbook(sheet: Self.sheet(Self.header + Self.row))
        archive.addZeros(name: "xl/sharedStrings.xml", megabytes: 600, stated: stated)
        #expect(archive.bytes.count < 6_000_000)
        #expect(try outcome(archive).problem == .damaged)
    }

    @Test("rows and columns at the end of the world take no room")
    func farCells() throws {
        for (row, cell) in [
            ("1048576", "A1048576"), ("4000000000", "A4000000000"), ("2", "ZZZZZZZ2"), ("-5", "A-5"),
            ("x", "?"),
        ] {
            let far = #"<row r="\#(row)"><c r="\#(cell)"><v>1</v></c></row>"#
            let found = try outcome(Self.workbook(sheet: Self.sheet(Self.header + Self.row + far)))
            #expect(
                found.problem == .damaged || found.count == 1 || found.count == 2, "\(row) \(cell): \(found)")
        }
    }

    @Test("broken and recursive XML is damage")
    func markup() throws {
        #expect(try outcome(Self.workbook(sheet: Array("<worksheet><sheetData><row".utf8))).count == nil)
        let laughs = (1...30).map { "<!ENTITY a\($0) \"&a\($0 - 1);&a\($0 - 1);&a\($0 - 1);\">" }.joined()
        let text =
            "<!DOCTYPE x [<!ENTITY a0 \"haha\">\(laughs)]><worksheet xmlns=\"\(Self.main)\"><sheetData>"
            + #"<row r="1"><c r="A1" t="str"><v>&a30;</v></c></row></sheetData></worksheet>"#
        #expect(try outcome(Self.workbook(sheet: Array(text.utf8))).count == nil)
    }

    @Test("a string that is not among the shared ones is no trap")
    func sharedStrings() throws {
        let strings = Array("<sst xmlns=\"\(Self.main)\"><si><t>甲</t></si></sst>".utf8)
        for index in ["0", "1", "99999999999", "-1", "x"] {
            let cell = #"<row r="2"><c r="A2" t="s"><v>\#(index)</v></c><c r="B2"><v>31</v></c></row>"#
            let found = try outcome(
                Self.workbook(sheet: Self.sheet(Self.header + cell), strings: strings))
            #expect(found.count == 1 || found.problem == .damaged, "\(index): \(found)")
        }
    }
}

/// A zip archive as bytes.
struct ZipArchive {
    private var local: [UInt8] = []
    private var directory: [UInt8] = []
    private var count: UInt16 = 0

    init(_ parts: [(name: String, bytes: [UInt8])]) {
        for (name, bytes) in parts {
            append(name, packed: bytes, size: bytes.count, method: 0, crc: Self.crc(bytes))
        }
    }

    /// Adds so many megabytes of zeros, packed, that may state another size.
    mutating func addZeros(name: String, megabytes: Int, stated: Int?) {
        // One block of deflate with the standing codes: a zero, then runs of 258 more. A run is the length code
        // 285 (11000101) and the distance code 0 (00000): thirteen bits, so that eight runs are thirteen bytes.
        let run: [UInt8] = [1, 1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0]
        var bits = BitWriter()
        bits.write([1, 1, 0] + [0, 0, 1, 1, 0, 0, 0, 0])
        for _ in 0..<16 { bits.write(run) }
        bits.write([0, 0, 0, 0, 0, 0, 0])
        let eightRuns = bits.bytes[2..<15]
        var packed = Array(bits.bytes[..<15])
        for _ in 0..<(megabytes * (1 << 20) / (258 * 8)) { packed += eightRuns }
        packed += bits.bytes[15...]
        append(name, packed: packed, size: stated ?? megabytes << 20, method: 8, crc: 0)
    }

    var bytes: [UInt8] {
        let numbers = [
            (0x0605_4B50, 4), (0, 4), (Int(count), 2), (Int(count), 2), (directory.count, 4),
            (local.count, 4),
            (0, 2),
        ]
        let end = numbers.flatMap { Self.little($0.0, $0.1) }
        return local + directory + end
    }

    private mutating func append(_ name: String, packed: [UInt8], size: Int, method: Int, crc: UInt32) {
        let name = Array(name.utf8)
        let start = local.count
        let numbers = [
            (20, 2), (0, 2), (method, 2), (0, 4), (Int(crc), 4), (packed.count, 4), (size, 4),
            (name.count, 2), (0, 2),
        ]
        let shared = numbers.flatMap { Self.little($0.0, $0.1) }
        local += Self.little(0x0403_4B50, 4) + shared + name + packed
        directory += Self.little(0x0201_4B50, 4) + Self.little(20, 2) + shared
        directory += Self.little(0, 10) + Self.little(start, 4) + name
        count += 1
    }

    private static func little(_ value: Int, _ width: Int) -> [UInt8] {
        (0..<width).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> ($0 * 8)) : 0 }
    }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        var sum = ~UInt32(0)
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}

/// Puts bits into bytes, the first into the lowest place.
private struct BitWriter {
    private(set) var bytes: [UInt8] = []
    private var used = 8

    mutating func write(_ bits: [UInt8]) {
        for bit in bits {
            if used == 8 {
                bytes.append(0)
                used = 0
            }
            bytes[bytes.count - 1] |= bit << used
            used += 1
        }
    }
}
