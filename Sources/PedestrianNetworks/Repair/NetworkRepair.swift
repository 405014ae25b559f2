public import Geometry

/// Mends what `NetworkDiagnosis` finds and what can be mended without knowing the place: gaps at dangling ends, and
/// crossings without a node (Docs/Methods: Repair of a network).
///
/// Ways are joined on a common level only, every vertex moves at most once and by no more than the tolerance, and a
/// second repair of the result changes nothing.
public struct NetworkRepair: Hashable, Sendable {
    /// Dangling ends are moved by up to this many metres; 0 moves none.
    public var joinTolerance: Double
    /// Whether lines that cross get a vertex there.
    public var nodesCrossings: Bool

    /// A repair that does only what it is asked to.
    public init(joinTolerance: Double = 0, nodesCrossings: Bool = false) {
        precondition(joinTolerance >= 0, "a tolerance is not negative")
        self.joinTolerance = joinTolerance
        self.nodesCrossings = nodesCrossings
    }

    /// The lines after a repair, one for each line of the input, and every change in the order it was made.
    public struct Outcome: Sendable {
        /// In the order of the input.
        public let ways: [DrawnWay]
        /// What was done.
        public let changes: [NetworkChange]
    }

    /// Crossings are cut again where the cut itself, rounded to a double, makes lines cross; this often at most.
    private static let mostRounds = 100

    /// Repairs `ways`: ends first, then crossings, and again until nothing is left to do.
    public func repair(_ ways: [DrawnWay]) -> Outcome {
        var lines = EditedLines(ways)
        for _ in 0..<Self.mostRounds {
            var plan =
                joinTolerance > 0 ? EndJoiner(lines.ways, tolerance: joinTolerance).plan() : VertexEdits()
            if plan.isEmpty, nodesCrossings { plan = CrossingNoder(lines.ways).plan() }
            guard !plan.isEmpty else { break }
            lines.apply(plan)
        }
        return Outcome(ways: lines.ways, changes: lines.numberedChanges)
    }
}

/// Lines under repair, with which change put each vertex where it is.
private struct EditedLines {
    private(set) var ways: [DrawnWay]
    private var changes: [NetworkChange] = []
    /// Only lines that were changed.
    private var vertices: [Int: [EditedVertex]] = [:]

    init(_ ways: [DrawnWay]) { self.ways = ways }

    mutating func apply(_ plan: VertexEdits) {
        for line in plan.lines {
            var edited =
                vertices[line] ?? ways[line].line.positions.map { EditedVertex(position: $0, change: nil) }
            plan.apply(to: &edited, of: line, first: changes.count)
            vertices[line] = edited
            if let repaired = try? LineString(edited.map(\.position)) { ways[line].line = repaired }
        }
        changes += plan.changes
    }

    /// The changes with the place that each vertex has in the end.
    var numberedChanges: [NetworkChange] {
        var changes = changes
        for edited in vertices.values {
            for (place, vertex) in edited.enumerated() {
                if let change = vertex.change { changes[change].vertex = Int32(place) }
            }
        }
        return changes
    }
}
