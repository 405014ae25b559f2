/// A planar shape as a value: what a feature of a vector file has, apart from its attributes.
///
/// Empty geometries and collections of mixed kinds have no case here: a reader turns them into a finding.
public enum Shape: Hashable, Sendable {
    case point(Position)
    /// At least one position.
    case multiPoint([Position])
    case lineString(LineString)
    /// At least one line.
    case multiLineString([LineString])
    case polygon(Polygon)
    /// At least one polygon.
    case multiPolygon([Polygon])
}

/// A chain of at least two positions.
public struct LineString: Hashable, Sendable {
    /// The vertices in order; at least two.
    public let positions: [Position]

    /// - Throws: `ShapeError.tooFewPositions` for fewer than two, `ShapeError.notFinite` for NaN or infinity.
    public init(_ positions: [Position]) throws(ShapeError) {
        try ShapeError.check(positions, atLeast: 2)
        self.positions = positions
    }

    /// For positions that are known to make a line.
    init(unchecked positions: [Position]) {
        self.positions = positions
    }
}

/// A closed chain of at least four positions, the last equal to the first.
public struct LinearRing: Hashable, Sendable {
    /// The vertices in order, the first repeated at the end; at least four.
    public let positions: [Position]

    /// - Throws: `ShapeError` when there are fewer than four positions, one is not finite, or the ring is open.
    public init(_ positions: [Position]) throws(ShapeError) {
        try ShapeError.check(positions, atLeast: 4)
        guard positions.first == positions.last else { throw .ringNotClosed }
        self.positions = positions
    }

    /// For positions that are known to make a ring.
    init(unchecked positions: [Position]) {
        self.positions = positions
    }
}

/// A surface bounded by one shell and any number of holes.
///
/// That the rings do not cross is not checked here, because real data breaks it: see `Shape.isValid(in:)`.
public struct Polygon: Hashable, Sendable {
    /// The outer ring.
    public let shell: LinearRing
    /// The inner rings.
    public let holes: [LinearRing]

    /// A polygon from its rings, whatever their direction.
    public init(shell: LinearRing, holes: [LinearRing] = []) {
        self.shell = shell
        self.holes = holes
    }

    /// The shell first, then the holes.
    public var rings: [LinearRing] { [shell] + holes }
}

/// Why a list of positions is not the shape it should be.
public enum ShapeError: Error, Hashable, Sendable {
    case tooFewPositions(found: Int, needed: Int)
    case ringNotClosed
    /// The position at this place (from 0) is NaN or infinite.
    case notFinite(index: Int)

    static func check(_ positions: [Position], atLeast needed: Int) throws(ShapeError) {
        guard positions.count >= needed else {
            throw .tooFewPositions(found: positions.count, needed: needed)
        }
        if let index = positions.firstIndex(where: { !$0.isFinite }) { throw .notFinite(index: index) }
    }
}

extension Shape {
    /// Calls `body` with each run of positions: points, chains and rings alike.
    public func forEachRun(_ body: ([Position]) throws -> Void) rethrows {
        switch self {
        case .point(let position): try body([position])
        case .multiPoint(let positions): try body(positions)
        case .lineString(let line): try body(line.positions)
        case .multiLineString(let lines): for line in lines { try body(line.positions) }
        case .polygon(let polygon): for ring in polygon.rings { try body(ring.positions) }
        case .multiPolygon(let polygons):
            for polygon in polygons { for ring in polygon.rings { try body(ring.positions) } }
        }
    }

    /// The same shape with every run of positions replaced by what `body` makes of it.
    ///
    /// - Throws: what `body` throws, or `ShapeError` when a new position is not finite.
    public func mappingRuns(_ body: ([Position]) throws -> [Position]) throws -> Shape {
        func mapped(_ polygon: Polygon) throws -> Polygon {
            Polygon(
                shell: try LinearRing(body(polygon.shell.positions)),
                holes: try polygon.holes.map { try LinearRing(body($0.positions)) })
        }
        switch self {
        case .point(let position):
            let moved = try body([position])
            try ShapeError.check(moved, atLeast: 1)
            return .point(moved[0])
        case .multiPoint(let positions):
            let moved = try body(positions)
            try ShapeError.check(moved, atLeast: 1)
            return .multiPoint(moved)
        case .lineString(let line): return .lineString(try LineString(body(line.positions)))
        case .multiLineString(let lines):
            return .multiLineString(try lines.map { try LineString(body($0.positions)) })
        case .polygon(let polygon): return .polygon(try mapped(polygon))
        case .multiPolygon(let polygons): return .multiPolygon(try polygons.map(mapped))
        }
    }

    /// The polygons of the shape: one, several, or none when it is not a surface.
    public var polygons: [Polygon] {
        switch self {
        case .polygon(let polygon): [polygon]
        case .multiPolygon(let polygons): polygons
        default: []
        }
    }

    /// The chains of the shape: one, several, or none when it is not linear.
    public var lines: [LineString] {
        switch self {
        case .lineString(let line): [line]
        case .multiLineString(let lines): lines
        default: []
        }
    }

    /// The smallest box around the shape.
    public var box: Box {
        switch self {
        case .point(let position): return Box(position, position)
        case .lineString(let line): return Box(around: line.positions)
        default:
            var box = Box.empty
            forEachRun { box.extend(to: Box(around: $0)) }
            return box
        }
    }
}
