/// The edges of a network put together to chains: runs of edges through nodes where exactly two edges meet.
///
/// Whoever enters a chain at one end leaves it at the other, or ends the walk on it. So searches need not stop at its
/// inner nodes, and a place on any of its edges is a place at some distance from its tail. Chains begin and end at
/// junctions, dead ends, where an open way becomes a closed one, somewhere on a ring that has no junction, and
/// wherever their length would not fit 32 bits of micrometres any more.
public struct ChainColumns: Sendable {
    // Chains, in the order of their tails
    /// The length of a chain in micrometres.
    public private(set) var length: [UInt32] = []
    /// Where each chain's edges begin in `edges`; one more entry than there are chains.
    private(set) var firstEdge: [Int32] = [0]
    /// The edges of the chains, each from tail to head.
    private(set) var edges: [Int32] = []

    // Edges
    /// The chain of an edge; its complement when the edge is drawn from the chain's head to its tail.
    private(set) var chainOfEdge: [Int32]
    /// Micrometres from the chain's tail to the end of the edge that is nearer to it.
    private(set) var offset: [UInt32]

    /// Stands for an edge that no chain has been found for yet.
    private static let unassigned = Int32.min

    /// - Parameter ends: Takes the network's nodes that each chain begins and ends at, for building the graph.
    init(
        nodes: Int, tails: [Int32], heads: [Int32], lengths: [UInt32], compounds: [Int32],
        ends chainEnds: inout ChainEnds
    ) {
        chainOfEdge = [Int32](repeating: ChainColumns.unassigned, count: tails.count)
        offset = [UInt32](repeating: 0, count: tails.count)
        let ends = EdgeEnds(nodes: nodes, tails: tails, heads: heads, compounds: compounds)
        for node in 0..<Int32(nodes) where !ends.isInner(node) {
            for place in ends.range(of: node) {
                trace(from: node, by: ends.edge[place], ends, lengths, &chainEnds)
            }
        }
        // What is left are rings without a junction.
        for edge in tails.indices {
            trace(from: tails[edge], by: Int32(edge), ends, lengths, &chainEnds)
        }
    }

    /// Follows the chain that leaves `start` by `edge` to its end, unless it has been followed before.
    private mutating func trace(
        from start: Int32, by edge: Int32, _ ends: EdgeEnds, _ lengths: [UInt32], _ chainEnds: inout ChainEnds
    ) {
        guard chainOfEdge[Int(edge)] == ChainColumns.unassigned else { return }
        var (node, edge, walked) = (start, edge, UInt32(0))
        chainEnds.tail.append(start)
        while true {
            let (longer, isTooLong) = walked.addingReportingOverflow(lengths[Int(edge)])
            if isTooLong {
                close(walked)
                chainEnds.head.append(node)
                chainEnds.tail.append(node)
            }
            append(edge, at: isTooLong ? 0 : walked, isReversed: ends.tails[Int(edge)] != node)
            walked = isTooLong ? lengths[Int(edge)] : longer
            node = ends.otherEnd(of: edge, from: node)
            guard node != start, let next = ends.next(after: edge, at: node) else { break }
            edge = next
        }
        close(walked)
        chainEnds.head.append(node)
    }

    private mutating func append(_ edge: Int32, at walked: UInt32, isReversed: Bool) {
        let chain = Int32(length.count)
        edges.append(edge)
        chainOfEdge[Int(edge)] = isReversed ? ~chain : chain
        offset[Int(edge)] = walked
    }

    private mutating func close(_ walked: UInt32) {
        length.append(walked)
        firstEdge.append(Int32(edges.count))
    }

    /// The number of chains.
    public var count: Int { length.count }

    /// The edges of chain `chain`, from its tail to its head.
    public func edges(of chain: Int32) -> ArraySlice<Int32> {
        edges[Int(firstEdge[Int(chain)])..<Int(firstEdge[Int(chain) + 1])]
    }

    /// The chain that edge `edge` is part of.
    public func chain(of edge: Int32) -> Int32 {
        let chain = chainOfEdge[Int(edge)]
        return chain < 0 ? ~chain : chain
    }

    /// Whether edge `edge` is drawn from its chain's head to its tail.
    public func isReversed(_ edge: Int32) -> Bool { chainOfEdge[Int(edge)] < 0 }

    /// Micrometres along its chain at which edge `edge` begins.
    public func start(of edge: Int32) -> UInt32 { offset[Int(edge)] }
}

/// The network's nodes that chains begin and end at; the same one for a ring.
struct ChainEnds {
    var tail: [Int32] = []
    var head: [Int32] = []
}

/// The edges that meet at each node, by counting sort.
private struct EdgeEnds {
    let tails: [Int32]
    let heads: [Int32]
    private let compounds: [Int32]
    private var first: [Int32]
    private(set) var edge: [Int32]

    init(nodes: Int, tails: [Int32], heads: [Int32], compounds: [Int32]) {
        (self.tails, self.heads, self.compounds) = (tails, heads, compounds)
        first = [Int32](repeating: 0, count: nodes + 1)
        for node in tails { first[Int(node) + 1] += 1 }
        for node in heads { first[Int(node) + 1] += 1 }
        for node in 0..<nodes { first[node + 1] += first[node] }
        edge = [Int32](repeating: 0, count: 2 * tails.count)
        var next = first
        for number in tails.indices {
            put(Int32(number), at: tails[number], &next)
            put(Int32(number), at: heads[number], &next)
        }
    }

    private mutating func put(_ number: Int32, at node: Int32, _ next: inout [Int32]) {
        edge[Int(next[Int(node)])] = number
        next[Int(node)] += 1
    }

    func range(of node: Int32) -> Range<Int> { Int(first[Int(node)])..<Int(first[Int(node) + 1]) }

    /// Whether exactly two edges meet at `node`, both as open as the other.
    func isInner(_ node: Int32) -> Bool {
        let range = range(of: node)
        guard range.count == 2 else { return false }
        guard !compounds.isEmpty else { return true }
        return compounds[Int(edge[range.lowerBound])] == compounds[Int(edge[range.lowerBound + 1])]
    }

    func otherEnd(of edge: Int32, from node: Int32) -> Int32 {
        tails[Int(edge)] == node ? heads[Int(edge)] : tails[Int(edge)]
    }

    /// The edge on which a chain goes on beyond `node`; nil where it ends.
    func next(after last: Int32, at node: Int32) -> Int32? {
        guard isInner(node) else { return nil }
        let place = range(of: node).lowerBound
        return edge[place] == last ? edge[place + 1] : edge[place]
    }
}
