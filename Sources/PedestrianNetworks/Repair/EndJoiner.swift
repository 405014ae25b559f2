import Geometry

/// Plans which dangling ends are moved, each onto a vertex or, where none is near, onto a line.
///
/// Only a vertex that no other vertex shares is moved, and it shares its new place: so nothing moves twice, however
/// often the planning is repeated.
struct EndJoiner {
    private let network: DrawnNetwork
    private let loose: LooseEnds
    private let lines: [[Int32]]

    init(_ ways: [DrawnWay], tolerance: Double) {
        network = DrawnNetwork(ways, joinTolerance: 0)
        loose = LooseEnds(network: network, reach: tolerance)
        lines = network.linesOfNodes()
    }

    /// A dangling end: the first or last vertex of a line.
    private struct End {
        let node: Int32
        let line: Int
        let vertex: Int
        /// The vertex before it.
        let back: Int32
    }

    /// What an end could be moved to.
    private struct Candidate {
        let end: End
        let to: Position
        let metres: Double
        /// The vertex there, or else the piece.
        let node: Int32?
        let target: LooseEnds.Target?

        /// Nearest first; equally near ones by where they lie, so that the order of the lines is of no matter.
        func precedes(_ other: Candidate, in nodes: [Position]) -> Bool {
            let (a, b) = (nodes[Int(end.node)], nodes[Int(other.end.node)])
            return (metres, a.x, a.y, to.x, to.y) < (other.metres, b.x, b.y, other.to.x, other.to.y)
        }
    }

    func plan() -> VertexEdits {
        var scratch = LooseEnds.Scratch()
        let candidates = ends().compactMap { candidate(for: $0, &scratch) }
            .sorted { $0.precedes($1, in: network.nodes) }
        var edits = VertexEdits()
        // What has moved, or has been moved to, is looked at again in the next round, where it is now.
        var moved: Set<Int32> = []
        var anchors: Set<Int32> = []
        var lines: Set<Int> = []
        for candidate in candidates {
            guard !anchors.contains(candidate.end.node), moved.isDisjoint(with: targets(of: candidate)),
                // Both ends of a short line may be near the same vertex.
                lines.insert(candidate.end.line).inserted
            else { continue }
            moved.insert(candidate.end.node)
            if let node = candidate.node { anchors.insert(node) }
            add(candidate, to: &edits)
        }
        return edits
    }

    /// The nodes that have to stay where they are for a move to make sense.
    private func targets(of candidate: Candidate) -> [Int32] {
        let piece = candidate.target.map { network.pieces[$0.piece] }
        return [candidate.node, piece?.tail, piece?.head].compactMap { $0 }
    }

    private func add(_ candidate: Candidate, to edits: inout VertexEdits) {
        let end = candidate.end
        let from = network.nodes[Int(end.node)]
        if let target = candidate.target {
            let piece = network.pieces[target.piece]
            edits.move(
                end.vertex, of: end.line, from: from, to: candidate.to, .endSnapped, other: Int(piece.line))
            edits.add(
                candidate.to, to: Int(piece.line), place: Int(piece.place),
                at: (target.fraction, target.point), other: end.line)
        } else if let node = candidate.node {
            let other = lines[Int(node)].first { network.ways[Int($0)].level == network.ways[end.line].level }
            edits.move(
                end.vertex, of: end.line, from: from, to: candidate.to, .endJoined,
                other: Int(other ?? lines[Int(node)][0]))
        }
    }

    /// First and last vertices that are no part of another line and of no other place of their own.
    private func ends() -> [End] {
        var uses = [Int32](repeating: 0, count: network.nodes.count)
        for node in network.nodeOfVertex { uses[Int(node)] += 1 }
        return network.ways.indices.flatMap { line -> [End] in
            let (first, last) = (network.firstVertex[line], network.firstVertex[line + 1] - 1)
            return [(first, first + 1), (last, last - 1)].compactMap { vertex, back in
                let node = network.nodeOfVertex[vertex]
                guard uses[Int(node)] == 1 else { return nil }
                return End(
                    node: node, line: line, vertex: vertex - first, back: network.nodeOfVertex[back])
            }
        }
    }

    private func candidate(for end: End, _ scratch: inout LooseEnds.Scratch) -> Candidate? {
        let walked = loose.walk.distances(from: end.node)
        let from = network.nodes[Int(end.node)]
        let level = network.ways[end.line].level
        let nodes = loose.nodes(near: end.node, walked, &scratch).filter { node in
            !isBeside(end.back, node) && lines[Int(node)].contains { network.ways[Int($0)].level == level }
        }
        let vertices = nodes.map { node in
            let to = network.nodes[Int(node)]
            return Candidate(end: end, to: to, metres: from.distance(to: to), node: node, target: nil)
        }
        if let nearest = vertices.min(by: { $0.precedes($1, in: network.nodes) }) { return nearest }
        let target = loose.target(near: end.node, walked, &scratch) { piece in
            network.level(ofPiece: piece) == level && !lies(end.back, on: piece)
        }
        return target.map { target in
            Candidate(
                end: end, to: target.point, metres: target.squaredDistance.squareRoot(), node: nil,
                target: target)
        }
    }

    // A last piece that already begins on the line, at a sharp angle, would be folded onto it: drawn twice, and no way
    // any shorter.

    private func isBeside(_ back: Int32, _ node: Int32) -> Bool {
        back == node || network.neighbours(of: back).contains { $0.node == node }
    }

    private func lies(_ back: Int32, on piece: Int) -> Bool {
        let nearest = network.segment(piece).nearest(to: network.nodes[Int(back)])
        return nearest.squaredDistance <= Self.hair * Self.hair
    }

    /// What is this near to a line, in metres, lies on it.
    private static let hair = 0.01
}
