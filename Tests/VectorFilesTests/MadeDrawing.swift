/// A drawing written as text, pair by pair.
struct MadeDrawing {
    var header: [(String, Int, String)] = []
    private var blocks: [(Int, String)] = []
    private var entities: [(Int, String)] = []

    init(header: [(String, Int, String)] = [("$ACADVER", 1, "AC1015")]) { self.header = header }

    mutating func line(_ layer: String, _ positions: [(Double, Double)], isClosed: Bool = false) {
        entities += [(0, "LWPOLYLINE"), (100, "AcDbEntity"), (8, layer), (100, "AcDbPolyline")]
        entities += [(90, "\(positions.count)"), (70, isClosed ? "1" : "0")]
        for (x, y) in positions { entities += [(10, "\(x)"), (20, "\(y)")] }
    }

    mutating func text(_ layer: String, _ text: String, x: Double, y: Double) {
        entities += [(0, "TEXT"), (8, layer), (10, "\(x)"), (20, "\(y)"), (40, "2.5"), (1, text)]
    }

    mutating func onPaper(_ layer: String, x: Double, y: Double) {
        entities += [(0, "POINT"), (67, "1"), (8, layer), (10, "\(x)"), (20, "\(y)")]
    }

    mutating func entity(_ pairs: [(Int, String)]) { entities += pairs }

    /// A block of one line from the origin to `end`, a text, and `more`.
    mutating func block(
        _ name: String, _ layer: String, end: (Double, Double), more: [(Int, String)] = []
    ) {
        blocks += [(0, "BLOCK"), (8, layer), (2, name), (70, "0"), (10, "0"), (20, "0")]
        blocks += [(0, "LINE"), (8, layer), (10, "0"), (20, "0"), (11, "\(end.0)"), (21, "\(end.1)")]
        blocks += [(0, "TEXT"), (8, layer), (10, "0"), (20, "0"), (40, "1"), (1, "note")] + more
        blocks += [(0, "ENDBLK"), (8, layer)]
    }

    mutating func insert(_ name: String, _ layer: String, x: Double, y: Double) {
        entities += [(0, "INSERT"), (8, layer), (2, name), (10, "\(x)"), (20, "\(y)")]
    }

    var text: String {
        var pairs: [(Int, String)] = [(0, "SECTION"), (2, "HEADER")]
        for (name, code, value) in header { pairs += [(9, name), (code, value)] }
        pairs += [(0, "ENDSEC")]
        if !blocks.isEmpty { pairs += [(0, "SECTION"), (2, "BLOCKS")] + blocks + [(0, "ENDSEC")] }
        pairs += [(0, "SECTION"), (2, "ENTITIES")] + entities + [(0, "ENDSEC"), (0, "EOF")]
        return pairs.map { "\($0.0)\n\($0.1)\n" }.joined()
    }
}
