public import Geometry

/// The outline of a network: what can be reached from outside without crossing a way.
///
/// A way that the data lacks because it was cut off can only begin here: from anywhere else it would have to cross a
/// way that is known. The outline is the outer face of the drawing, dead ends that point outward included; pieces of the
/// network that lie inside another one have no part in it. Lines that cross count as cut where they do.
public struct NetworkOutline: Sendable {
    /// The nodes on the outline, ascending.
    public let nodes: [Int32]
    /// The outline as it is walked round, piece by piece of the network.
    public let segments: [Segment]

    /// The outline of `network`, in O(n + m log m) for n edges, of which m are not surely inside of it.
    public init(of network: PedestrianNetwork) {
        let candidates = OutlineCandidates(of: network)
        let walks = OuterWalks(of: network, along: candidates.edges)
        let kept = walks.cycles.indices.filter { !walks.isEnclosed($0) }.map { walks.cycles[$0] }
        segments = kept.flatMap { cycle in
            zip(cycle, cycle.dropFirst() + cycle.prefix(1)).map { Segment($0, $1) }
        }
        nodes = Self.nodes(candidates.nodes, of: network, on: segments)
    }

    /// What is this near to the outline, in metres, lies on it, such as a vertex of a way that is drawn over another.
    private static let hair = 0.01

    private static func nodes(
        _ candidates: [Int32], of network: PedestrianNetwork, on segments: [Segment]
    ) -> [Int32] {
        let positions = candidates.map { network.position(of: $0) }
        let index = SpatialIndex(positions.map { Box($0, $0) })
        var isOnOutline = [Bool](repeating: false, count: positions.count)
        var scratch = SpatialIndex.Scratch()
        for segment in segments {
            index.forEach(meeting: segment.box.grown(by: hair), scratch: &scratch) { node in
                let gap = segment.nearest(to: positions[node]).squaredDistance
                if gap <= hair * hair { isOnOutline[node] = true }
            }
        }
        return positions.indices.filter { isOnOutline[$0] }.map { candidates[$0] }
    }
}

/// Walks round each connected piece of a drawing, the outside to the right.
private struct OuterWalks {
    /// The positions passed, a dead end's twice, for each piece.
    private(set) var cycles: [[Position]] = []
    private let boxes: [Box]

    init(of network: PedestrianNetwork, along edges: [Int]) {
        let ways = edges.compactMap { edge -> DrawnWay? in
            let segment = network.segment(of: edge)
            return (try? LineString([segment.start, segment.end])).map { DrawnWay($0) }
        }
        let noded = NetworkRepair(nodesCrossings: true).repair(ways)
        let drawing = DrawnNetwork(noded.ways, joinTolerance: 0)
        let walk = RimWalk(
            position: { drawing.nodes[Int($0)] }, neighbours: { drawing.neighbours(of: $0).map(\.node) },
            // Each piece is passed twice at most.
            mostSteps: 2 * drawing.pieces.count)
        cycles = Self.westernmost(in: drawing).map { start in
            walk.cycle(from: start).nodes.map { drawing.nodes[Int($0)] }
        }
        boxes = cycles.map { $0.reduce(into: Box.empty) { $0.extend(to: $1) } }
    }

    /// The westernmost node of each connected piece, of several the southernmost: one that surely lies outside.
    private static func westernmost(in drawing: DrawnNetwork) -> [Int32] {
        let order = drawing.nodes.indices.sorted {
            (drawing.nodes[$0].x, drawing.nodes[$0].y) < (drawing.nodes[$1].x, drawing.nodes[$1].y)
        }
        var isSeen = [Bool](repeating: false, count: drawing.nodes.count)
        var starts: [Int32] = []
        for node in order where !isSeen[node] {
            var open = [Int32(node)]
            if !drawing.neighbours(of: Int32(node)).isEmpty { starts.append(Int32(node)) }
            isSeen[node] = true
            while let next = open.popLast() {
                for (other, _) in drawing.neighbours(of: next) where !isSeen[Int(other)] {
                    isSeen[Int(other)] = true
                    open.append(other)
                }
            }
        }
        return starts
    }

    /// Whether a piece lies inside another one.
    func isEnclosed(_ place: Int) -> Bool {
        guard let start = cycles[place].first else { return false }
        return cycles.indices.contains { other in
            other != place && boxes[other].squaredDistance(to: start) == 0
                && Self.encloses(cycles[other], start)
        }
    }

    /// By the number of sides that a ray to the east meets; what is passed twice does not count.
    private static func encloses(_ cycle: [Position], _ position: Position) -> Bool {
        var isInside = false
        for (a, b) in zip(cycle, cycle.dropFirst() + cycle.prefix(1))
        where (a.y > position.y) != (b.y > position.y) {
            let x = a.x + (position.y - a.y) / (b.y - a.y) * (b.x - a.x)
            if x > position.x { isInside.toggle() }
        }
        return isInside
    }
}
