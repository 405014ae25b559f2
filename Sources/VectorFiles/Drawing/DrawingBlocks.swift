/// How much a drawing's blocks unfold to where they are inserted: a few lines can say a thousand million pieces.
struct DrawingBlocks {
    /// More inserted pieces than this are no drawing of a district.
    static let mostPieces = 1_000_000
    /// Blocks within blocks deeper than this are no drawing either.
    private static let mostLevels = 100

    private struct Insert {
        var block = ""
        var columns = 1
        var rows = 1
    }

    /// Plain entities and inserts by the block they stand in; those of the drawing itself under an empty name.
    private var plain: [String: Int] = [:]
    private var inserts: [String: [Insert]] = [:]
    private var open: Insert?
    private var container = ""
    private var isUnnamed = false

    /// Takes a pair of the section with blocks or with entities.
    mutating func take(_ code: Int, _ value: String) {
        switch code {
        case 0: begin(value)
        case 2 where isUnnamed:
            container = value
            isUnnamed = false
        case 2: open?.block = value
        case 70: open?.columns = max(1, Int(value) ?? 1)
        case 71: open?.rows = max(1, Int(value) ?? 1)
        default: break
        }
    }

    private mutating func begin(_ kind: String) {
        if let open { inserts[container, default: []].append(open) }
        open = nil
        switch kind {
        case "BLOCK": isUnnamed = true
        case "ENDBLK", "ENDSEC": container = ""
        // A dimension is drawn as a block of its own.
        case "INSERT", "DIMENSION": open = Insert()
        default: plain[container, default: 0] += 1
        }
    }

    /// How many pieces are inserted in all; no more than a little over the most there may be.
    var pieces: Int {
        var known: [String: Int] = [:]
        return pieces(in: "", level: 0, &known) - plain["", default: 0]
    }

    /// A block within itself, which GDAL refuses, counts as nothing the second time.
    private func pieces(in block: String, level: Int, _ known: inout [String: Int]) -> Int {
        guard level < Self.mostLevels else { return Self.mostPieces * 100 }
        if let count = known[block] { return count }
        known[block] = 0
        var count = Double(plain[block, default: 0])
        for insert in inserts[block] ?? [] {
            let one = Double(max(1, pieces(in: insert.block, level: level + 1, &known)))
            count += one * Double(insert.columns) * Double(insert.rows)
        }
        let bounded = Int(min(count, Double(Self.mostPieces) * 100))
        known[block] = bounded
        return bounded
    }
}
