/// Shapes row by row, as a table has them, of which points and lines take no memory of their own.
///
/// The positions of all points and lines lie one after another; whatever else there is is kept as a value. A row takes
/// eight bytes, besides 16 a position, where an array for each line would be asked for and given back line by line.
public struct ShapeColumn: RandomAccessCollection, Sendable {
    @usableFromInline var rows: [Row] = []
    @usableFromInline var flat: [Position] = []
    @usableFromInline var others: [Shape] = []

    /// Where a row's positions are: none, the one of a point, or those of a line.
    @usableFromInline struct Row: Sendable {
        /// The place of the first position; of another shape, its place among the others.
        @usableFromInline var start: UInt32
        @usableFromInline var count: UInt32

        @inlinable init(start: UInt32, count: UInt32) { (self.start, self.count) = (start, count) }

        static let missing = Row(start: 0, count: 0)
        /// The count of what is neither a point nor a line.
        @inlinable static var other: UInt32 { .max }
    }

    /// No rows.
    public init() {}

    /// A row for each of `shapes`.
    public init(_ shapes: some Sequence<Shape?>) {
        for shape in shapes { append(shape) }
    }

    /// Makes room for so many rows, and for positions of points and lines, altogether.
    public mutating func reserveCapacity(_ count: Int, positions: Int = 0) {
        rows.reserveCapacity(count)
        flat.reserveCapacity(positions)
    }

    /// The positions of points and lines; some may belong to no row any more.
    @inlinable public var positions: [Position] { flat }

    /// 0.
    public var startIndex: Int { 0 }

    /// The number of rows.
    @inlinable public var endIndex: Int { rows.count }

    /// The shape of a row, which is made when it is asked for; nil when it has none.
    public subscript(row: Int) -> Shape? {
        let found = rows[row]
        switch found.count {
        case 0: return nil
        case 1: return .point(flat[Int(found.start)])
        case Row.other: return others[Int(found.start)]
        default:
            let run = Int(found.start)..<Int(found.start) + Int(found.count)
            return .lineString(LineString(unchecked: Array(flat[run])))
        }
    }

    /// Where in `positions` a point or a line lies: one of them, or at least two; nil for whatever else a row has.
    @inlinable public func run(_ row: Int) -> Range<Int>? {
        let found = rows[row]
        guard found.count > 0, found.count < Row.other else { return nil }
        return Int(found.start)..<Int(found.start) + Int(found.count)
    }

    /// The smallest box around the shape of a row; nil when it has none.
    public func box(_ row: Int) -> Box? {
        guard let run = run(row) else { return self[row]?.box }
        return Box(around: flat.span.extracting(run))
    }

    /// Whether a row has no shape.
    public func isMissing(_ row: Int) -> Bool { rows[row].count == 0 }

    /// How many rows have no shape.
    public var missingCount: Int { rows.count { $0.count == 0 } }

    /// The lines, when the column has nothing else, one for each row; nothing is copied but where they end.
    public var lines: LineColumns? {
        var ends: [Int32] = []
        ends.reserveCapacity(rows.count)
        var last: UInt32 = 0
        for row in rows {
            guard row.count > 1, row.count < Row.other, row.start == last else { return nil }
            last += row.count
            guard let end = Int32(exactly: last) else { return nil }
            ends.append(end)
        }
        return Int(last) == flat.count ? LineColumns(positions: flat, ends: ends) : nil
    }

    /// Adds a row.
    public mutating func append(_ shape: Shape?) {
        switch shape {
        case .none: rows.append(.missing)
        case .point(let position): append(CollectionOfOne(position))
        case .lineString(let line): append(line.positions)
        case .some(let other): appendOther(other)
        }
    }

    /// Adds a point, when there is one position, or a line; false and nothing added when one is not finite.
    ///
    /// - Parameters:
    ///   - count: At least one.
    ///   - position: The position at each place from 0, asked for in this order.
    @inlinable public mutating func append(count: Int, _ position: (_ place: Int) -> Position) -> Bool {
        let start = flat.count
        for place in 0..<count {
            let next = position(place)
            guard next.isFinite else {
                flat.removeSubrange(start...)
                return false
            }
            flat.append(next)
        }
        end(from: start)
        return true
    }

    /// Adds all rows of another column.
    public mutating func append(contentsOf column: ShapeColumn) {
        guard flat.count + column.flat.count < Int(Row.other) else {
            return column.forEach { append($0) }
        }
        let (run, other) = (UInt32(flat.count), UInt32(others.count))
        for row in column.rows {
            rows.append(Row(start: row.start + (row.count == Row.other ? other : run), count: row.count))
        }
        flat += column.flat
        others += column.others
    }

    /// Puts another shape, or none, in a row's place.
    public mutating func replace(_ row: Int, by shape: Shape?) {
        rows[row] = shape == nil ? .missing : Row(start: UInt32(others.count), count: Row.other)
        if let shape { others.append(shape) }
    }

    private mutating func append(_ positions: some Collection<Position>) {
        let start = flat.count
        flat += positions
        end(from: start)
    }

    private mutating func appendOther(_ shape: Shape) {
        rows.append(Row(start: UInt32(others.count), count: Row.other))
        others.append(shape)
    }

    /// Ends a row whose positions begin at `start`; what 32 bits cannot number any more is kept as a value.
    @inlinable mutating func end(from start: Int) {
        if flat.count < Int(Row.other) {
            rows.append(Row(start: UInt32(start), count: UInt32(flat.count - start)))
        } else {
            setApart(from: start)
        }
    }

    @usableFromInline mutating func setApart(from start: Int) {
        let own = Array(flat[start...])
        flat.removeSubrange(start...)
        appendOther(own.count == 1 ? .point(own[0]) : .lineString(LineString(unchecked: own)))
    }
}
