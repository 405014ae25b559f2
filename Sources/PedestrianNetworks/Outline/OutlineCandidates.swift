import Geometry

/// The edges and nodes of a network that its outline may touch: all but those surely enclosed by others.
///
/// To cut every crossing of a city and walk round the outcome costs more than a search of it. So its largest piece is
/// first walked round as it is drawn, crossings not minded. That need not be the outline, but it is a closed curve made
/// of ways: what cannot be left without crossing it an odd number of times is enclosed, and whatever lies there neither
/// bounds the outside nor joins what does.
struct OutlineCandidates {
    /// Ascending.
    let edges: [Int]
    /// Ascending.
    let nodes: [Int32]

    init(of network: PedestrianNetwork) {
        let inside = Self.walkRound(network).map { EnclosedCells(by: $0, around: network) }
        edges = (0..<network.edgeCount).filter { edge in
            !(inside?.hold(network.segment(of: edge).box) ?? false)
        }
        nodes = (0..<Int32(network.nodeCount)).filter { node in
            let position = network.position(of: node)
            return !(inside?.hold(Box(position, position)) ?? false)
        }
    }

    /// The sides of a closed walk on the right of the longest piece; nil when rounding lets it go astray.
    private static func walkRound(_ network: PedestrianNetwork) -> [Segment]? {
        let nodes = (0..<Int32(network.nodeCount)).lazy.filter { network.component(of: $0) == 0 }
        guard let start = nodes.min(by: { isWestOf($0, $1, network) }) else { return nil }
        let arcs = ArcColumns(of: network)
        let walk = RimWalk(
            position: { network.position(of: $0) },
            neighbours: { Array(arcs.head[Int(arcs.firstOut[Int($0)])..<Int(arcs.firstOut[Int($0) + 1])]) },
            mostSteps: 2 * network.edgeCount)
        let (cycle, isClosed) = walk.cycle(from: start)
        guard isClosed else { return nil }
        return zip(cycle, cycle.dropFirst() + cycle.prefix(1)).map {
            Segment(network.position(of: $0), network.position(of: $1))
        }
    }

    private static func isWestOf(_ a: Int32, _ b: Int32, _ network: PedestrianNetwork) -> Bool {
        let (a, b) = (network.position(of: a), network.position(of: b))
        return (a.x, a.y) < (b.x, b.y)
    }
}

/// Squares of a grid that lie within a closed curve and apart from it.
private struct EnclosedCells {
    private let corner: Position
    private let side: Double
    private let width: Int
    private let height: Int
    private var isEnclosed: [Bool]

    /// Metres from the curve within which nothing counts as apart from it: far more than any rounding.
    private static let margin = 1.0

    /// A square for about four edges, and no more than a million of them.
    init(by curve: [Segment], around network: PedestrianNetwork) {
        let box = network.box.grown(by: Self.margin)
        let (across, up) = (box.maxX - box.minX, box.maxY - box.minY)
        let count = min(max(Double(network.edgeCount).squareRoot() / 2, 8), 1024)
        corner = Position(box.minX, box.minY)
        side = max(across, up) / count
        width = Int(across / side) + 1
        height = Int(up / side) + 1
        isEnclosed = [Bool](repeating: false, count: width * height)
        fill(curve)
        for segment in curve { clear(segment.box.grown(by: Self.margin)) }
    }

    /// Whether all squares that `box` touches lie within the curve and apart from it.
    func hold(_ box: Box) -> Bool {
        let columns = column(box.minX)...column(box.maxX)
        for row in row(box.minY)...row(box.maxY) {
            for column in columns where !isEnclosed[row * width + column] { return false }
        }
        return true
    }

    /// Marks squares whose middle has an odd number of sides to the west of it.
    private mutating func fill(_ curve: [Segment]) {
        var crossings = [[Double]](repeating: [], count: height)
        for segment in curve {
            for row in row(segment.box.minY)...row(segment.box.maxY) {
                let y = corner.y + (Double(row) + 0.5) * side
                guard (segment.start.y > y) != (segment.end.y > y) else { continue }
                let share = (y - segment.start.y) / (segment.end.y - segment.start.y)
                crossings[row].append(segment.start.x + share * (segment.end.x - segment.start.x))
            }
        }
        for (row, places) in crossings.enumerated() {
            let sorted = places.sorted()
            var passed = 0
            for column in 0..<width {
                let x = corner.x + (Double(column) + 0.5) * side
                while passed < sorted.count, sorted[passed] < x { passed += 1 }
                isEnclosed[row * width + column] = !passed.isMultiple(of: 2)
            }
        }
    }

    private mutating func clear(_ box: Box) {
        for row in row(box.minY)...row(box.maxY) {
            for column in column(box.minX)...column(box.maxX) { isEnclosed[row * width + column] = false }
        }
    }

    private func column(_ x: Double) -> Int { min(max(Int((x - corner.x) / side), 0), width - 1) }
    private func row(_ y: Double) -> Int { min(max(Int((y - corner.y) / side), 0), height - 1) }
}
