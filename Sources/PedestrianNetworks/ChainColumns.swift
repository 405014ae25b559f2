/// A chain of edges as searches see it, in one record of 16 bytes.
public struct Chain: Hashable, Sendable {
    /// The graph's node at its tail, for walks that end on it.
    public internal(set) var tail: Int32
    /// The graph's node at its head, for walks that end on it.
    public internal(set) var head: Int32
    /// Its length in micrometres.
    public internal(set) var length: UInt32
    /// The edge at its tail; the complement when it is the only one.
    private var edge: Int32

    init(from node: Int32, by edge: Int32) { (tail, head, length, self.edge) = (node, node, 0, ~edge) }

    /// The edge at its tail.
    public var firstEdge: Int32 { max(edge, ~edge) }

    /// Whether it has further edges.
    var hasSeveralEdges: Bool {
        get { edge >= 0 }
        set { edge = newValue ? firstEdge : ~firstEdge }
    }
}

/// The edges of a network put together to chains: runs of edges through nodes where exactly two edges meet.
///
/// Whoever enters a chain at one end leaves it at the other, or ends the walk on it. So searches need not stop at its
/// inner nodes, and a place on any of its edges is a place at some distance from its tail. Chains begin and end at
/// junctions, dead ends, where an open way becomes a closed one, somewhere on a ring that has no junction, and
/// wherever their length would not fit 32 bits of micrometres any more.
///
/// 16 bytes a chain and 8 an edge. The edges of most chains neighbour each other in the order of edges too, so each one
/// only says on which side the next one is; where that is elsewhere, it takes 8 bytes more.
public struct ChainColumns: Sendable {
    /// The chains, in the order of their tails.
    private var chains: [Chain] = []
    /// By edge, where it is on its chain.
    private(set) var places: [EdgePlace]
    /// Where chains go on elsewhere: an edge and the one behind it, by the former.
    private var jumps: [(from: Int32, to: Int32)] = []

    /// The chains of some edges; their ends are nodes of the network until `numberEnds` makes them nodes of the graph.
    init(nodes: Int, tails: [Int32], heads: [Int32], lengths: [UInt32], compounds: [Int32]) {
        places = [EdgePlace](repeating: .unknown, count: tails.count)
        let ends = EdgeEnds(nodes: nodes, tails: tails, heads: heads, compounds: compounds)
        chains.reserveCapacity(tails.count - ends.innerCount)
        for node in 0..<Int32(nodes) where !ends.isInner(node) {
            for place in ends.range(of: node) {
                trace(from: node, by: ends.edge[place], ends, lengths)
            }
        }
        // What is left are rings without a junction.
        for edge in tails.indices { trace(from: tails[edge], by: Int32(edge), ends, lengths) }
        jumps.sort { $0.from < $1.from }
        precondition(chains.count <= EdgePlace.mostChains, "an edge names its chain by 29 bits")
    }

    /// Follows the chain that leaves `start` by `edge` to its end, unless it has been followed before.
    private mutating func trace(from start: Int32, by edge: Int32, _ ends: EdgeEnds, _ lengths: [UInt32]) {
        guard !places[Int(edge)].isKnown else { return }
        var (chain, last) = (Chain(from: start, by: edge), Int32(-1))
        var edge = edge
        while true {
            let length = lengths[Int(edge)]
            if chain.length.addingReportingOverflow(length).overflow {
                chains.append(chain)
                chain = Chain(from: chain.head, by: edge)
                last = -1
            }
            places[Int(edge)] = EdgePlace(
                chain: Int32(chains.count), walked: chain.length, length: length,
                isReversed: ends.tails[Int(edge)] != chain.head)
            if last >= 0 {
                link(last, to: edge)
                chain.hasSeveralEdges = true
            }
            chain.length += length
            chain.head = ends.otherEnd(of: edge, from: chain.head)
            guard chain.head != start, let next = ends.next(after: edge, at: chain.head) else { break }
            (last, edge) = (edge, next)
        }
        chains.append(chain)
    }

    private mutating func link(_ edge: Int32, to next: Int32) {
        switch next - edge {
        case 1: places[Int(edge)].next = .edgeAfter
        case -1: places[Int(edge)].next = .edgeBefore
        default:
            places[Int(edge)].next = .elsewhere
            jumps.append((edge, next))
        }
    }

    /// Makes the ends of chains nodes of a graph, by chain and end.
    mutating func numberEnds(_ node: (_ chain: Int, _ end: Int32) -> Int32) {
        for chain in chains.indices {
            (chains[chain].tail, chains[chain].head) = (
                node(chain, chains[chain].tail), node(chain, chains[chain].head)
            )
        }
    }

    /// The number of chains.
    public var count: Int { chains.count }

    /// Chain `chain`.
    public subscript(chain: Int32) -> Chain { chains[Int(chain)] }

    /// The edges of chain `chain`, from its tail to its head.
    public func edges(of chain: Int32) -> some Sequence<Int32> {
        sequence(first: chains[Int(chain)].firstEdge) { edge(after: $0) }
    }

    private func edge(after edge: Int32) -> Int32? {
        switch places[Int(edge)].next {
        case .nowhere: nil
        case .edgeAfter: edge + 1
        case .edgeBefore: edge - 1
        case .elsewhere: jump(from: edge)
        }
    }

    private func jump(from edge: Int32) -> Int32? {
        var (low, high) = (0, jumps.count)
        while low < high {
            let middle = (low + high) / 2
            if jumps[middle].from < edge { low = middle + 1 } else { high = middle }
        }
        return low < jumps.count ? jumps[low].to : nil
    }

    /// The chain that edge `edge` is part of.
    public func chain(of edge: Int32) -> Int32 { places[Int(edge)].chain }

    /// Whether edge `edge` is drawn from its chain's head to its tail.
    public func isReversed(_ edge: Int32) -> Bool { places[Int(edge)].isReversed }

    /// Where edge `edge` is on its chain.
    func place(of edge: Int32) -> EdgePlace { places[Int(edge)] }
}
