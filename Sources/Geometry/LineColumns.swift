/// Lines as flat columns, the positions of all one after another: millions of them take no memory line by line.
public struct LineColumns: Sendable {
    /// The vertices, line by line.
    public private(set) var positions: [Position] = []
    /// By line, where its vertices end; each line has at least two.
    public private(set) var ends: [Int32] = []

    /// No lines.
    public init() {}

    /// For columns that are known to be lines.
    init(positions: [Position], ends: [Int32]) { (self.positions, self.ends) = (positions, ends) }

    /// The columns of `lines`.
    public init(_ lines: some Sequence<LineString>) {
        for line in lines { append(line.positions) }
    }

    /// The number of lines.
    public var count: Int { ends.count }

    /// Makes room for so many lines and vertices altogether.
    public mutating func reserveCapacity(lines: Int, positions count: Int) {
        ends.reserveCapacity(lines)
        positions.reserveCapacity(count)
    }

    /// Adds a line of at least two positions, all of them finite. At most 2³¹−1 positions altogether.
    public mutating func append(_ line: [Position]) { append(line.span) }

    /// Adds a line of at least two positions, all of them finite. At most 2³¹−1 positions altogether.
    public mutating func append(_ line: Span<Position>) {
        precondition(line.count > 1, "a line has two ends")
        for place in line.indices { positions.append(line[place]) }
        ends.append(Int32(positions.count))
    }

    /// Adds all lines of other columns; where there are none yet, nothing is copied.
    public mutating func append(contentsOf other: LineColumns) {
        guard count > 0 else { return self = other }
        let before = Int32(positions.count)
        positions += other.positions
        ends += other.ends.lazy.map { before + $0 }
    }

    /// The vertices of line `line`.
    public func vertices(_ line: Int) -> Range<Int> {
        (line == 0 ? 0 : Int(ends[line - 1]))..<Int(ends[line])
    }
}
