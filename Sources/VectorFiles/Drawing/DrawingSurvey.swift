/// Goes through the pairs of lines of a drawing: a number that says what the next line is, and that line.
struct DrawingSurvey {
    /// Where the pairs end to make sense.
    struct Broken: Error {
        let line: Int
        let reason: String
    }

    /// The code page that the header names.
    private(set) var codePage: String?
    /// The unit of length that the header names, by its number.
    private(set) var unitCode: Int?
    /// Entities of kinds that GDAL leaves out.
    private(set) var unread: [String: Int] = [:]
    /// What is inserted where.
    private(set) var blocks = DrawingBlocks()

    private var section = ""
    private var variable = ""
    private var isSectionNamed = true
    private var isEnded = false

    /// What GDAL reads, or takes as part of another entity.
    private static let known: Set<String> = [
        "POINT", "LINE", "ARC", "CIRCLE", "ELLIPSE", "SPLINE", "HELIX", "POLYLINE", "LWPOLYLINE", "MLINE",
        "VERTEX", "SEQEND", "TEXT", "MTEXT", "ATTRIB", "ATTDEF", "INSERT", "DIMENSION", "HATCH", "SOLID",
        "TRACE", "3DFACE", "3DSOLID", "REGION", "BODY", "SURFACE", "LEADER", "MULTILEADER", "MLEADER",
        "BLOCK", "ENDBLK", "VIEWPORT",
    ]

    /// - Throws: Where the drawing breaks off, or a line that should be a number is none.
    mutating func run(_ bytes: [UInt8]) throws(Broken) {
        var lines = Lines(bytes)
        while !isEnded, let code = lines.next() {
            guard let number = Self.number(bytes[code]) else {
                throw Broken(line: lines.count, reason: "not a group code of a drawing")
            }
            guard let value = lines.next() else { break }
            // Few codes matter, and making text of all the others would take most of the time.
            guard
                number == 0 || number == 2 || number == 70 || number == 71
                    || (section == "HEADER" && number <= 9)
            else { continue }
            note(number, String(decoding: bytes[value], as: UTF8.self).trimmed)
        }
        guard isEnded else { throw Broken(line: lines.count, reason: "the drawing breaks off here") }
    }

    private mutating func note(_ code: Int, _ value: String) {
        if section == "ENTITIES" || section == "BLOCKS" { blocks.take(code, value) }
        switch code {
        case 0: begin(value)
        case 2 where !isSectionNamed:
            section = value
            isSectionNamed = true
        case 9: variable = value
        case 3 where variable == "$DWGCODEPAGE": codePage = value
        case 70 where variable == "$INSUNITS" && section == "HEADER": unitCode = Int(value)
        default: break
        }
    }

    private mutating func begin(_ kind: String) {
        switch kind {
        case "EOF": isEnded = true
        case "SECTION": isSectionNamed = false
        case "ENDSEC": section = ""
        default:
            guard section == "ENTITIES" || section == "BLOCKS", !Self.known.contains(kind) else { return }
            unread[kind, default: 0] += 1
        }
    }

    /// A whole number with white space around it.
    private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
        Int(String(decoding: bytes, as: UTF8.self).trimmed)
    }

    /// The lines of a text, without their ends.
    private struct Lines {
        private let bytes: [UInt8]
        private var index = 0
        /// How many were given out.
        private(set) var count = 0

        init(_ bytes: [UInt8]) { self.bytes = bytes }

        mutating func next() -> Range<Int>? {
            guard index < bytes.count else { return nil }
            let start = index
            while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
            let end = index
            if index + 1 < bytes.count, bytes[index] == 0x0D, bytes[index + 1] == 0x0A { index += 1 }
            index += 1
            count += 1
            return start..<end
        }
    }
}
