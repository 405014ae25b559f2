import Geometry

/// Boxes of like size by the squares of a grid they meet, for finding all pairs that meet; scratch space that is used again.
///
/// Unlike an index over a city this is built for one question, in O(*n*), and each box is asked for once.
struct BoxGrid {
    private var boxes: [Box] = []
    private var squares = Squares(around: [])
    /// Where the boxes of each square begin in `items`; one more entry than there are squares.
    private var first: [Int32] = [0]
    private var items: [Int32] = []

    /// Takes other boxes, none of them empty.
    mutating func fill(_ others: some Sequence<Box>) {
        boxes.removeAll(keepingCapacity: true)
        boxes.append(contentsOf: others)
        let squares = Squares(around: boxes)
        self.squares = squares
        first.removeAll(keepingCapacity: true)
        first.append(contentsOf: repeatElement(0, count: squares.count + 1))
        for box in boxes { squares.forEach(of: box) { first[$0] += 1 } }
        for square in 1..<first.count { first[square] += first[square - 1] }
        items.removeAll(keepingCapacity: true)
        items.append(contentsOf: repeatElement(0, count: Int(first[squares.count])))
        // From where a square ends to where it begins, which is right afterwards.
        for place in boxes.indices.reversed() {
            squares.forEach(of: boxes[place]) { square in
                first[square] -= 1
                items[Int(first[square])] = Int32(place)
            }
        }
    }

    /// Calls `body` with each box that meets box number `place`, itself included; each once, since a pair is told of in
    /// the square alone that has the lower left corner of what both have in common.
    func forEach(meeting place: Int, _ body: (Int32) -> Void) {
        let box = boxes[place]
        squares.forEach(of: box) { square in
            for item in items[Int(first[square])..<Int(first[square + 1])] {
                let other = boxes[Int(item)]
                guard other.intersects(box) else { continue }
                let corner = Position(max(box.minX, other.minX), max(box.minY, other.minY))
                if squares.square(of: corner) == square { body(item) }
            }
        }
    }
}

/// Squares over some boxes, as large as these are on average and no more than about twice as many.
private struct Squares {
    private let corner: Position
    private let side: Double
    private let columns, rows: Int

    init(around boxes: [Box]) {
        let whole = boxes.reduce(into: Box.empty) { $0.extend(to: $1) }
        let (width, height) = (max(0, whole.maxX - whole.minX), max(0, whole.maxY - whole.minY))
        let count = Double(max(1, boxes.count))
        let mean = boxes.reduce(0) { $0 + ($1.maxX - $1.minX) + ($1.maxY - $1.minY) } / (2 * count)
        corner = boxes.isEmpty ? Position(0, 0) : Position(whole.minX, whole.minY)
        side = max(mean, (width * height / (2 * count)).squareRoot(), max(width, height) / count, 1e-3)
        (columns, rows) = (Int(width / side) + 1, Int(height / side) + 1)
    }

    var count: Int { columns * rows }

    private func column(_ x: Double) -> Int { min(columns - 1, max(0, Int((x - corner.x) / side))) }

    private func row(_ y: Double) -> Int { min(rows - 1, max(0, Int((y - corner.y) / side))) }

    func square(of position: Position) -> Int { row(position.y) * columns + column(position.x) }

    func forEach(of box: Box, _ body: (Int) -> Void) {
        let across = column(box.minX)...column(box.maxX)
        for row in row(box.minY)...row(box.maxY) {
            for column in across { body(row * columns + column) }
        }
    }
}
