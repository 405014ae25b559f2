import Geometry

/// Lines as they were drawn, every vertex with the node it is part of: what diagnosis and repair look at.
///
/// Unlike `PedestrianNetwork` it keeps what the builder leaves out, so that it can be told.
struct DrawnNetwork: Sendable {
    /// A piece between two vertices of a line whose nodes differ.
    struct Piece: Sendable {
        let tail: Int32
        let head: Int32
        let line: Int32
        /// The place in its line, from 0.
        let place: Int32
    }

    let ways: [DrawnWay]
    /// Where each node lies.
    let nodes: [Position]
    /// The node of each vertex, line by line.
    let nodeOfVertex: [Int32]
    /// Where each line's vertices begin; one more entry than there are lines.
    let firstVertex: [Int]
    /// In input order.
    let pieces: [Piece]
    /// Whether an earlier piece joins the same two nodes.
    let isRepeated: [Bool]
    /// The pieces of lines whose two vertices are one node.
    let zeroLength: [NetworkReport.Place]
    /// The pieces, by their boxes.
    let index: SpatialIndex
    private let arcs: ArcColumns

    init(_ ways: [DrawnWay], joinTolerance: Double) {
        let joined = VertexJoiner(tolerance: joinTolerance).join(LineColumns(ways.lazy.map(\.line)))
        self.ways = ways
        nodes = joined.positions
        nodeOfVertex = joined.nodeOfVertex
        firstVertex = ways.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.line.positions.count) }
        var pieces: [Piece] = []
        var zeroLength: [NetworkReport.Place] = []
        for (line, way) in ways.enumerated() {
            for place in 0..<way.line.positions.count - 1 {
                let tail = joined.nodeOfVertex[firstVertex[line] + place]
                let head = joined.nodeOfVertex[firstVertex[line] + place + 1]
                if tail == head {
                    zeroLength.append(.init(line: Int32(line), segment: Int32(place)))
                } else {
                    pieces.append(Piece(tail: tail, head: head, line: Int32(line), place: Int32(place)))
                }
            }
        }
        self.pieces = pieces
        self.zeroLength = zeroLength
        isRepeated = Self.repeated(pieces)
        let positions = joined.positions
        index = SpatialIndex(pieces.map { Box(positions[Int($0.tail)], positions[Int($0.head)]) })
        arcs = Self.arcs(of: pieces, positions)
    }

    private static func repeated(_ pieces: [Piece]) -> [Bool] {
        let order = pieces.indices.map { place in
            let (a, b) = (pieces[place].tail, pieces[place].head)
            return (UInt64(min(a, b)) << 32 | UInt64(max(a, b)), Int32(place))
        }.sorted { $0 < $1 }
        var repeated = [Bool](repeating: false, count: pieces.count)
        for (earlier, later) in zip(order, order.dropFirst()) where earlier.0 == later.0 {
            repeated[Int(later.1)] = true
        }
        return repeated
    }

    private static func arcs(of pieces: [Piece], _ nodes: [Position]) -> ArcColumns {
        // Longer than any walk that is looked for here, and still 32 bits.
        let longest = PedestrianNetwork.maximumEdgeLength.metres
        return ArcColumns(
            nodes: nodes.count, tails: pieces.map(\.tail), heads: pieces.map(\.head),
            lengths: pieces.map {
                let length = nodes[Int($0.tail)].distance(to: nodes[Int($0.head)])
                return UInt32(WalkingDistance(metres: min(length, longest)).micrometres)
            })
    }

    func segment(_ piece: Int) -> Segment {
        Segment(nodes[Int(pieces[piece].tail)], nodes[Int(pieces[piece].head)])
    }

    func level(ofPiece piece: Int) -> WayLevel { ways[Int(pieces[piece].line)].level }

    /// The nodes one piece away from `node`, with the metres to each.
    func neighbours(of node: Int32) -> [(node: Int32, metres: Double)] {
        (Int(arcs.firstOut[Int(node)])..<Int(arcs.firstOut[Int(node) + 1])).map {
            (arcs.head[$0], Double(arcs.weight[$0]) / 1e6)
        }
    }

    /// Whether the ways lead from `node` to one other node only.
    func isDangling(_ node: Int32) -> Bool {
        guard let first = neighbours(of: node).first?.node else { return false }
        return neighbours(of: node).allSatisfy { $0.node == first }
    }

    /// The nodes where a line begins or ends, or turns back on itself, ascending.
    var ends: [Int32] {
        var isEnd = [Bool](repeating: false, count: nodes.count)
        for line in ways.indices {
            isEnd[Int(nodeOfVertex[firstVertex[line]])] = true
            isEnd[Int(nodeOfVertex[firstVertex[line + 1] - 1])] = true
        }
        return nodes.indices.map { Int32($0) }.filter { isEnd[Int($0)] || isDangling($0) }
    }

    /// The lines through each node, each once, ascending.
    func linesOfNodes() -> [[Int32]] {
        var lines = [[Int32]](repeating: [], count: nodes.count)
        for line in ways.indices {
            for vertex in firstVertex[line]..<firstVertex[line + 1] {
                let node = Int(nodeOfVertex[vertex])
                if lines[node].last != Int32(line) { lines[node].append(Int32(line)) }
            }
        }
        return lines
    }
}
