import Geometry

/// Shapes for display, simplified and packed: per shape its sort, its parts, their runs, and each position as the
/// difference from the one before.
struct ShapeStream {
    private let grid: DisplayGrid
    /// How far a line may move, in metres.
    private let tolerance: Double
    private var bytes = PackedBytes()
    private var last = (x: 0, y: 0)

    init(_ grid: DisplayGrid, tolerance: Double) {
        self.grid = grid
        self.tolerance = tolerance
    }

    /// All of `shapes` as text; those that are not there keep their place.
    static func text(_ shapes: [Shape?], on grid: DisplayGrid, tolerance: Double) -> String {
        var stream = ShapeStream(grid, tolerance: tolerance)
        stream.bytes.append(count: shapes.count)
        for shape in shapes { stream.append(shape) }
        return stream.bytes.base64
    }

    private mutating func append(_ shape: Shape?) {
        switch shape {
        case nil: bytes.append(count: 0)
        case .point(let position): append(sort: 1, parts: [[[position]]])
        case .multiPoint(let positions): append(sort: 1, parts: positions.map { [[$0]] })
        case .lineString(let line): append(sort: 2, parts: [[line.positions]])
        case .multiLineString(let lines): append(sort: 2, parts: lines.map { [$0.positions] })
        case .polygon(let polygon): append(sort: 3, parts: [polygon.rings.map(\.positions)])
        case .multiPolygon(let polygons):
            append(sort: 3, parts: polygons.map { $0.rings.map(\.positions) })
        }
    }

    private mutating func append(sort: Int, parts: [[[Position]]]) {
        bytes.append(count: sort)
        bytes.append(count: parts.count)
        for runs in parts {
            bytes.append(count: runs.count)
            for run in runs { append(run, isRing: sort == 3) }
        }
    }

    private mutating func append(_ run: [Position], isRing: Bool) {
        let steps = distinct(run.map(grid.step))
        let kept = LineThinning.thin(steps.map(grid.metres), tolerance: tolerance, least: isRing ? 4 : 2)
        // A ring ends where it begins: that need not be said.
        let wanted = isRing && kept.count > 1 ? kept.dropLast() : kept[...]
        bytes.append(count: wanted.count)
        for place in wanted {
            bytes.append(signed: steps[place].x - last.x)
            bytes.append(signed: steps[place].y - last.y)
            last = steps[place]
        }
    }

    private func distinct(_ steps: [(x: Int, y: Int)]) -> [(x: Int, y: Int)] {
        var kept: [(x: Int, y: Int)] = []
        for step in steps where kept.last.map({ $0 != step }) ?? true { kept.append(step) }
        return kept
    }
}

/// Which positions of a line are needed to draw it (Douglas and Peucker, The Canadian Cartographer 10, 1973).
enum LineThinning {
    /// The places of the positions to keep, in order, the ends among them; all when fewer than `least` would be left.
    static func thin(_ line: [Position], tolerance: Double, least: Int) -> [Int] {
        guard line.count > least else { return Array(line.indices) }
        var isKept = [Bool](repeating: false, count: line.count)
        isKept[0] = true
        isKept[line.count - 1] = true
        var open = [(0, line.count - 1)]
        while let (first, last) = open.popLast() {
            guard let (middle, distance) = furthest(line, first, last), distance > tolerance else { continue }
            isKept[middle] = true
            open.append((first, middle))
            open.append((middle, last))
        }
        let kept = line.indices.filter { isKept[$0] }
        return kept.count < least ? Array(line.indices) : kept
    }

    private static func furthest(_ line: [Position], _ first: Int, _ last: Int) -> (Int, Double)? {
        guard last - first > 1 else { return nil }
        let chord = Segment(line[first], line[last])
        var found = (first, -1.0)
        for place in first + 1..<last {
            let distance = chord.nearest(to: line[place]).squaredDistance
            if distance > found.1 { found = (place, distance) }
        }
        return (found.0, found.1.squareRoot())
    }
}
