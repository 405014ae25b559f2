/// Where a yes-or-no question about positions is answered yes, found by asking at the corners of a square grid.
///
/// The outline is traced by marching squares (Lorensen and Cline 1987, in the plane): it crosses each line of the
/// grid between two corners of different answers, where bisection finds the change to `precision`, and runs
/// straight in between. So it is exact to `precision` on the lines of the grid; in a cell between them it is off by
/// what a straight line is, and what is smaller than a cell may be missed.
public struct SampledGrid: Sendable {
    /// The position of the first corner.
    public let origin: Position
    /// The side of a cell, in the unit of the coordinates.
    public let spacing: Double
    /// The number of corners from west to east, at least 4.
    public let columns: Int
    /// The number of corners from south to north, at least 4.
    public let rows: Int

    /// How closely a change of the answer is found along a line of the grid.
    public static let precision = 0.01

    /// A grid over `box` and at least one whole cell beyond it on every side, `spacing` > 0.
    public init(over box: Box, spacing: Double) {
        precondition(spacing > 0 && !box.isEmpty, "a grid has a box and a spacing")
        self.spacing = spacing
        origin = Position(box.minX - 1.5 * spacing, box.minY - 1.5 * spacing)
        columns = Int(((box.maxX - box.minX) / spacing).rounded(.up)) + 4
        rows = Int(((box.maxY - box.minY) / spacing).rounded(.up)) + 4
    }

    /// The number of corners.
    public var count: Int { columns * rows }

    /// Where corner `corner` lies: from west to east, row by row from the south.
    public func position(of corner: Int) -> Position {
        Position(
            origin.x + Double(corner % columns) * spacing, origin.y + Double(corner / columns) * spacing)
    }

    /// The surfaces where the answer is yes, counter-clockwise, with their holes; they share no point.
    ///
    /// Corners on the rim count as no, so every outline is closed; the rim lies outside the box.
    ///
    /// - Parameters:
    ///   - isInside: The answers at the corners.
    ///   - ask: The answer anywhere; has to agree with `isInside` at the corners.
    /// - Complexity: One pass over the cells, and about ten questions for each line that the outline crosses.
    public func polygons(_ isInside: [Bool], ask: (Position) -> Bool) -> [Polygon] {
        precondition(isInside.count == count, "one answer for each corner")
        var tracer = OutlineTracer(grid: self, isInside: isInside)
        tracer.trace(ask)
        return tracer.polygons(ask)
    }

    /// Whether a corner lies on the rim, where the answer is no, whatever it would be.
    public func isRim(_ corner: Int) -> Bool {
        let (column, row) = (corner % columns, corner / columns)
        return column == 0 || row == 0 || column == columns - 1 || row == rows - 1
    }
}

/// Follows the outline from cell to cell, the inside on its left.
private struct OutlineTracer {
    let grid: SampledGrid
    let isInside: [Bool]
    /// By line of the grid: the line the outline crosses next; -1 where it does not cross.
    private var next: [Int32]

    /// Lines are numbered by the corner at their western or southern end: first those eastward, then those
    /// northward.
    private var northward: Int { grid.count }

    init(grid: SampledGrid, isInside: [Bool]) {
        self.grid = grid
        self.isInside = isInside.indices.map { isInside[$0] && !grid.isRim($0) }
        next = [Int32](repeating: -1, count: 2 * grid.count)
    }

    mutating func trace(_ ask: (Position) -> Bool) {
        for row in 0..<grid.rows - 1 {
            for column in 0..<grid.columns - 1 { crossCell(row * grid.columns + column, ask) }
        }
    }

    /// Joins where the outline enters the cell at `corner` to where it leaves it.
    private mutating func crossCell(_ corner: Int, _ ask: (Position) -> Bool) {
        let corners = (corner, corner + 1, corner + grid.columns + 1, corner + grid.columns)
        let inside = [
            isInside[corners.0], isInside[corners.1], isInside[corners.2], isInside[corners.3],
        ]
        guard inside.contains(true), inside.contains(false) else { return }
        let lines = [corners.0, northward + corners.1, corners.3, northward + corners.0]
        let exits = (0..<4).filter { inside[$0] && !inside[($0 + 1) % 4] }
        let entries = (0..<4).filter { !inside[$0] && inside[($0 + 1) % 4] }
        if exits.count == 1 {
            next[lines[exits[0]]] = Int32(lines[entries[0]])
            return
        }
        // Both diagonals differ: the middle tells whether the inside or the outside is joined.
        let isJoined = ask(middle(of: corner))
        for exit in exits { next[lines[exit]] = Int32(lines[(exit + (isJoined ? 1 : 3)) % 4]) }
    }

    private func middle(of corner: Int) -> Position {
        let position = grid.position(of: corner)
        return Position(position.x + grid.spacing / 2, position.y + grid.spacing / 2)
    }

    /// The rings, each from its lowest line on, as shells with the holes that lie in them.
    mutating func polygons(_ ask: (Position) -> Bool) -> [Polygon] {
        var shells: [LinearRing] = []
        var holes: [LinearRing] = []
        for start in next.indices where next[start] >= 0 {
            let ring = ring(from: start, ask)
            if ring.signedArea > 0 { shells.append(ring) } else { holes.append(ring) }
        }
        if holes.isEmpty { return shells.map { Polygon(shell: $0) } }
        return shells.indices.map { shell in
            Polygon(
                shell: shells[shell], holes: holes.filter { OutlineTracer.home(of: $0, in: shells) == shell })
        }
    }

    private mutating func ring(from start: Int, _ ask: (Position) -> Bool) -> LinearRing {
        var positions: [Position] = []
        var line = start
        repeat {
            positions.append(crossing(of: line, ask))
            let following = Int(next[line])
            next[line] = -1
            line = following
        } while line != start
        positions.append(positions[0])
        return LinearRing(unchecked: positions)
    }

    /// The smallest shell around a hole.
    private static func home(of hole: LinearRing, in shells: [LinearRing]) -> Int? {
        shells.indices.filter { shells[$0].encloses(hole.positions[0]) }
            .min { shells[$0].signedArea < shells[$1].signedArea }
    }

    /// Where the outline crosses a line of the grid.
    private func crossing(of line: Int, _ ask: (Position) -> Bool) -> Position {
        let from = line % northward
        let to = line < northward ? from + 1 : from + grid.columns
        var (low, high) = (0.0, 1.0)
        let ends = Segment(grid.position(of: from), grid.position(of: to))
        // Beyond the rim nobody asks.
        if !grid.isRim(from), !grid.isRim(to) {
            while (high - low) * grid.spacing > SampledGrid.precision {
                let middle = (low + high) / 2
                if ask(ends.point(at: middle)) == isInside[from] { low = middle } else { high = middle }
            }
        }
        return ends.point(at: (low + high) / 2)
    }
}
