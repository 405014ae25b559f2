import Geometry

/// The segments of a network under construction, as columns in input order.
struct SegmentColumns {
    private var positions: [Position]
    private var tail: [Int32] = []
    private var head: [Int32] = []
    private var line: [Int32] = []
    private var place: [Int32] = []

    /// Every segment whose two ends are different nodes; the others are named in the report.
    init(_ joined: VertexJoiner.Joined, report: inout NetworkReport) {
        positions = joined.positions
        makeRoom(for: joined.nodeOfVertex.count - joined.endOfLine.count)
        var start = 0
        for (line, end) in joined.endOfLine.enumerated() {
            var a = joined.nodeOfVertex[start]
            for vertex in start + 1..<Int(end) {
                let (b, place) = (joined.nodeOfVertex[vertex], Int32(vertex - start - 1))
                if a == b {
                    report.zeroLength.append(.init(line: Int32(line), segment: place))
                } else {
                    append(a, b, line: Int32(line), place: place)
                }
                a = b
            }
            start = Int(end)
        }
    }

    private mutating func makeRoom(for segments: Int) {
        tail.reserveCapacity(segments)
        head.reserveCapacity(segments)
        line.reserveCapacity(segments)
        place.reserveCapacity(segments)
    }

    private mutating func append(_ a: Int32, _ b: Int32, line: Int32, place: Int32) {
        tail.append(a)
        head.append(b)
        self.line.append(line)
        self.place.append(place)
    }

    /// Keeps the first of all segments that join the same two nodes: being straight, they coincide. An open one goes
    /// before a closed one.
    mutating func removeDuplicates(compounds: [Int32], report: inout NetworkReport) {
        guard hasDuplicates else { return }
        let isClosed = line.map { !compounds.isEmpty && compounds[Int($0)] != Compound.none }
        let order = tail.indices.map { edge in
            (
                UInt64(min(tail[edge], head[edge])) << 32 | UInt64(max(tail[edge], head[edge])),
                isClosed[edge] ? 1 : 0,
                Int32(edge)
            )
        }.sorted { $0 < $1 }
        var repeated = [Bool](repeating: false, count: tail.count)
        for (earlier, later) in zip(order, order.dropFirst()) where earlier.0 == later.0 {
            repeated[Int(later.2)] = true
        }
        guard repeated.contains(true) else { return }
        for edge in tail.indices where repeated[edge] {
            report.duplicates.append(.init(line: line[edge], segment: place[edge]))
        }
        keep { !repeated[$0] }
    }

    /// Whether any two segments join the same two nodes, in O(n): most networks have none, and need no sorting.
    private var hasDuplicates: Bool {
        var next = [Int32](repeating: 0, count: positions.count + 1)
        for edge in tail.indices { next[Int(min(tail[edge], head[edge])) + 1] += 1 }
        for node in positions.indices { next[node + 1] += next[node] }
        var upper = [Int32](repeating: 0, count: tail.count)
        for edge in tail.indices {
            let lower = Int(min(tail[edge], head[edge]))
            upper[Int(next[lower])] = max(tail[edge], head[edge])
            next[lower] += 1
        }
        // By now `next` says where each node's segments end.
        var lastSeenFrom = [Int32](repeating: -1, count: positions.count)
        var place = 0
        for node in positions.indices {
            while place < next[node] {
                let other = Int(upper[place])
                if lastSeenFrom[other] == node { return true }
                lastSeenFrom[other] = Int32(node)
                place += 1
            }
        }
        return false
    }

    private mutating func keep(_ wanted: (Int) -> Bool) {
        let kept = tail.indices.filter(wanted)
        tail = kept.map { tail[$0] }
        head = kept.map { head[$0] }
        line = kept.map { line[$0] }
        place = kept.map { place[$0] }
    }

    /// Cuts what is longer than a 32-bit length can say into equal pieces.
    mutating func cutLongOnes() {
        let longest = PedestrianNetwork.maximumEdgeLength.metres
        guard tail.indices.contains(where: { segment($0).length > longest }) else { return }
        let whole = self
        (tail, head, line, place) = ([], [], [], [])
        for edge in whole.tail.indices {
            let segment = whole.segment(edge)
            let pieces = max(1, Int((segment.length / longest).rounded(.up)))
            var last = whole.tail[edge]
            for piece in 1..<max(pieces, 1) {
                positions.append(segment.point(at: Double(piece) / Double(pieces)))
                let next = Int32(positions.count - 1)
                append(last, next, line: whole.line[edge], place: whole.place[edge])
                last = next
            }
            append(last, whole.head[edge], line: whole.line[edge], place: whole.place[edge])
        }
    }

    private func segment(_ edge: Int) -> Segment {
        Segment(positions[Int(tail[edge])], positions[Int(head[edge])])
    }

    /// The finished columns, nodes renumbered along a Hilbert curve.
    func network(compounds: [Int32]) -> PedestrianNetwork {
        let order = nodesAlongCurve()
        var number = [Int32](repeating: 0, count: positions.count)
        for (new, old) in order.enumerated() { number[Int(old)] = Int32(new) }
        let nodes = order.map { positions[Int($0)] }
        let tails = tail.map { number[Int($0)] }
        let heads = head.map { number[Int($0)] }
        // In the numbering of the input, whose neighbours are neighbours in memory too.
        let lengths = tail.indices.map { PedestrianNetwork.length(of: segment($0)) }
        let isClosed = compounds.contains { $0 != Compound.none }
        let edgeCompound = isClosed ? line.map { compounds[Int($0)] } : []
        var chains = ChainColumns(
            nodes: order.count, tails: tails, heads: heads, lengths: lengths, compounds: edgeCompound)
        let chainCompound =
            isClosed ? (0..<Int32(chains.count)).map { edgeCompound[Int(chains[$0].firstEdge)] } : []
        let graph = SearchGraph(nodes: order.count, chains: &chains, compounds: chainCompound)
        let pieces = ComponentLabels(nodes: order.count, tails: tails, heads: heads, lengths: lengths)
        return PedestrianNetwork(
            nodeX: nodes.map(\.x), nodeY: nodes.map(\.y), strays: StrayNodes(pieces.component),
            edgeTail: tails, edgeHead: heads, lines: EdgeLines(line), edgeCompound: edgeCompound,
            chains: chains, graph: graph, box: Box(around: nodes), components: pieces.components)
    }

    /// The nodes that some segment uses, in the order of the curve; equal places keep the input order.
    private func nodesAlongCurve() -> [UInt32] {
        var used = [Bool](repeating: false, count: positions.count)
        for node in tail { used[Int(node)] = true }
        for node in head { used[Int(node)] = true }
        let curve = HilbertCurve(over: Box(around: positions))
        guard used.contains(false) else { return curve.order(of: positions) }
        let nodes = positions.indices.filter { used[$0] }
        return curve.order(of: nodes.map { positions[$0] }).map { UInt32(nodes[Int($0)]) }
    }
}
