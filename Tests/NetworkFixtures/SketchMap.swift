public import Geometry

/// A network drawn as text: letters and `+` are vertices, `-` and `|` join them, each character is ten metres.
///
/// Rows and columns count from the upper left, eastings grow to the right and northings upwards, so the first
/// row has the greatest northing.
public struct SketchMap: Sendable {
    /// Where each letter stands.
    public let positions: [Character: Position]
    /// One line a stretch between two vertices: rows first, then columns, each from the left or the top.
    public let lines: [LineString]

    /// The map that `drawing` shows.
    public init(_ drawing: String) {
        let rows = drawing.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0) }
        func position(_ row: Int, _ column: Int) -> Position {
            Position(Double(column) * 10, Double(rows.count - 1 - row) * 10)
        }
        func mark(_ row: Int, _ column: Int) -> Character {
            rows.indices.contains(row) && rows[row].indices.contains(column) ? rows[row][column] : " "
        }
        func isVertex(_ mark: Character) -> Bool { mark.isLetter || mark == "+" }
        var positions: [Character: Position] = [:]
        var lines: [LineString] = []
        for row in rows.indices {
            for column in rows[row].indices where isVertex(mark(row, column)) {
                positions[mark(row, column)] = position(row, column)
                for (down, across, along) in [(0, 1, "-"), (1, 0, "|")] {
                    var end = (row: row + down, column: column + across)
                    while along.contains(mark(end.row, end.column)) {
                        end = (end.row + down, end.column + across)
                    }
                    let walked = abs(end.row - row) + abs(end.column - column)
                    guard walked > 1, isVertex(mark(end.row, end.column)) else { continue }
                    lines += [
                        try? LineString([position(row, column), position(end.row, end.column)])
                    ].compactMap { $0 }
                }
            }
        }
        self.positions = positions
        self.lines = lines
    }

    /// The position of a letter of the drawing.
    public subscript(_ letter: Character) -> Position {
        guard let position = positions[letter] else { preconditionFailure("no \(letter) on the map") }
        return position
    }
}
