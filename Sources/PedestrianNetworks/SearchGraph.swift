/// An arc in one word: its length in micrometres, 32 bits, above the node it leads to, 24 bits.
///
/// So a search reads both at once, and adds the length to a label that has its walk in the same place.
public struct Arc: Hashable, Sendable {
    /// The bits of a node's number.
    public static let nodeBits: UInt64 = 24
    static let nodeMask: UInt64 = (1 << nodeBits) - 1

    /// The length above the node.
    public let bits: UInt64

    init(to node: Int32, _ length: UInt32) { bits = UInt64(length) << Arc.nodeBits | UInt64(node) }

    /// The node it leads to.
    @inlinable public var head: Int { Int(bits & 0xFF_FFFF) }
    /// Its length in micrometres; 0 between copies of a node.
    @inlinable public var length: Int64 { Int64(bits >> 24) }
    /// Its length where labels have their walk, and nothing below.
    @inlinable public var shiftedLength: UInt64 { bits & ~0xFF_FFFF }
}

/// The directed graph that searches walk on: the ends of a network's chains as nodes, the chains as arcs, and copies of
/// nodes for ways that are not open to everybody.
///
/// A closed way may be walked at the beginning of a walk and at its end, not in between. So each of its nodes is
/// there twice more: as *departing*, for walks that have not left the compound they start in, and as *arriving*, for
/// walks that have entered the compound they end in. Arcs of no length lead from departing to open to arriving, and
/// from departing to arriving; none leads back. A network without closed ways has no copies.
///
/// Walks start at the departing ends of a chain and are read off its arriving ends. Turned round they are the same
/// walks, so it makes no difference from which end one searches.
///
/// Nodes keep the order of the network's own, which is that of a curve; copies come after them. 4 bytes a node, 8 an
/// arc, 16 a chain.
public struct SearchGraph: Sendable {
    /// Where each node's arcs begin; one more entry than there are nodes.
    public let firstOut: [Int32]
    /// The arcs, by the node they leave.
    public let arcs: [Arc]
    /// By chain: the node of its tail for walks that start on it.
    public let departingTail: [Int32]
    /// By chain: the node of its head for walks that start on it.
    public let departingHead: [Int32]
    /// By chain: the node of its tail for walks that end on it.
    public let arrivingTail: [Int32]
    /// By chain: the node of its head for walks that end on it.
    public let arrivingHead: [Int32]
    /// The most arcs that leave any node.
    public let mostArcs: Int
    /// The length of an arc on average, in micrometres; 0 without arcs.
    public let meanLength: Int64
    /// By node: the network's node it is or stands for.
    private let original: [Int32]
    /// The arcs of no length, by tail and head.
    private let links: [(Int32, Int32)]

    /// The network's node that chain `chain` begins at.
    public func networkTail(of chain: Int32) -> Int32 { original[Int(arrivingTail[Int(chain)])] }

    /// The network's node that chain `chain` ends at; its tail when it is a ring.
    public func networkHead(of chain: Int32) -> Int32 { original[Int(arrivingHead[Int(chain)])] }

    /// The number of nodes, copies included.
    public var nodeCount: Int { firstOut.count - 1 }

    /// The network's node that `node` is or stands for.
    public func networkNode(of node: Int32) -> Int32 { original[Int(node)] }

    /// The graph of chains between `nodes` nodes of a network.
    ///
    /// - Parameter compounds: By chain, the compound it belongs to; none when all are open.
    init(nodes: Int, chains: ChainColumns, between chainEnds: ChainEnds, compounds: [Int32]) {
        let ends = NumberedEnds(nodes: nodes, chainEnds)
        let copies = NodeCopies(
            nodes: ends.original.count, tails: ends.tails, heads: ends.heads, compounds: compounds)
        let compound = { (chain: Int) in compounds.isEmpty ? Compound.none : compounds[chain] }
        departingTail = ends.tails.indices.map { copies.departing(ends.tails[$0], compound($0)) }
        departingHead = ends.heads.indices.map { copies.departing(ends.heads[$0], compound($0)) }
        if copies.original.isEmpty {
            (arrivingTail, arrivingHead) = (departingTail, departingHead)
        } else {
            arrivingTail = ends.tails.indices.map { copies.arriving(ends.tails[$0], compound($0)) }
            arrivingHead = ends.heads.indices.map { copies.arriving(ends.heads[$0], compound($0)) }
        }
        original = ends.original + copies.original.map { ends.original[Int($0)] }
        links = copies.links
        let lists = ((departingTail, departingHead), (arrivingTail, arrivingHead), links)
        var sorter = ArcSorter(nodes: original.count)
        SearchGraph.forEachArc(lists.0, lists.1, lists.2) { from, _, _ in sorter.count(from) }
        sorter.makeRoom()
        SearchGraph.forEachArc(lists.0, lists.1, lists.2) { from, to, chain in
            sorter.put(from, Arc(to: to, chain.map { chains.length[$0] } ?? 0))
        }
        (firstOut, arcs) = (sorter.firstOut, sorter.arcs)
        mostArcs = zip(firstOut, firstOut.dropFirst()).reduce(0) { max($0, Int($1.1 - $1.0)) }
        meanLength = arcs.reduce(0) { $0 + $1.length } / Int64(max(1, arcs.count))
    }

    /// Calls `body` with each arc, in the order in which every node has its own; the chain is nil between copies.
    public func forEachArc(_ body: (_ from: Int32, _ to: Int32, _ chain: Int?) -> Void) {
        SearchGraph.forEachArc((departingTail, departingHead), (arrivingTail, arrivingHead), links, body)
    }

    private static func forEachArc(
        _ departing: ([Int32], [Int32]), _ arriving: ([Int32], [Int32]), _ links: [(Int32, Int32)],
        _ body: (Int32, Int32, Int?) -> Void
    ) {
        for chain in departing.0.indices {
            body(departing.0[chain], departing.1[chain], chain)
            body(departing.1[chain], departing.0[chain], chain)
            guard departing.0[chain] != arriving.0[chain] else { continue }
            body(arriving.0[chain], arriving.1[chain], chain)
            body(arriving.1[chain], arriving.0[chain], chain)
        }
        for link in links { body(link.0, link.1, nil) }
    }
}

/// The nodes that chains begin and end at, numbered in the order of the network's.
private struct NumberedEnds {
    /// By node: the network's node.
    private(set) var original: [Int32] = []
    /// By chain: the node of its tail.
    let tails: [Int32]
    /// By chain: the node of its head.
    let heads: [Int32]

    init(nodes: Int, _ chains: ChainEnds) {
        var number = [Int32](repeating: -1, count: nodes)
        for node in chains.tail { number[Int(node)] = 0 }
        for node in chains.head { number[Int(node)] = 0 }
        for node in number.indices where number[node] == 0 {
            number[node] = Int32(original.count)
            original.append(Int32(node))
        }
        tails = chains.tail.map { number[Int($0)] }
        heads = chains.head.map { number[Int($0)] }
    }
}

/// Nodes of closed ways, once departing and once arriving for each compound whose ways meet there.
private struct NodeCopies {
    private(set) var original: [Int32] = []
    private(set) var links: [(Int32, Int32)] = []
    private var copy: [Int64: Int32] = [:]
    private let nodes: Int

    init(nodes: Int, tails: [Int32], heads: [Int32], compounds: [Int32]) {
        self.nodes = nodes
        guard compounds.contains(where: { $0 != Compound.none }) else { return }
        var isOpen = [Bool](repeating: false, count: nodes)
        for edge in tails.indices where compounds[edge] == Compound.none {
            isOpen[Int(tails[edge])] = true
            isOpen[Int(heads[edge])] = true
        }
        var compoundsAt: [Int32: [Int32]] = [:]
        for edge in tails.indices where compounds[edge] != Compound.none {
            for node in [tails[edge], heads[edge]] where copy[key(node, compounds[edge])] == nil {
                copy[key(node, compounds[edge])] = Int32(nodes + original.count)
                original += [node, node]
                compoundsAt[node, default: []].append(compounds[edge])
            }
        }
        for node in compoundsAt.keys.sorted() { link(node, compoundsAt[node] ?? [], isOpen[Int(node)]) }
    }

    private mutating func link(_ node: Int32, _ compounds: [Int32], _ isOpen: Bool) {
        for compound in compounds {
            if isOpen {
                links.append((departing(node, compound), node))
                links.append((node, arriving(node, compound)))
            }
            for other in compounds { links.append((departing(node, compound), arriving(node, other))) }
        }
    }

    private func key(_ node: Int32, _ compound: Int32) -> Int64 { Int64(node) << 32 | Int64(compound + 8) }

    func departing(_ node: Int32, _ compound: Int32) -> Int32 {
        compound == Compound.none ? node : copy[key(node, compound)] ?? node
    }

    func arriving(_ node: Int32, _ compound: Int32) -> Int32 {
        compound == Compound.none ? node : copy[key(node, compound)].map { $0 + 1 } ?? node
    }
}

/// Arcs put by the node they leave, by counting sort; those of one node keep their order.
private struct ArcSorter {
    private(set) var firstOut: [Int32]
    private(set) var arcs: [Arc] = []
    private var next: [Int32] = []

    init(nodes: Int) { firstOut = [Int32](repeating: 0, count: nodes + 1) }

    mutating func count(_ from: Int32) { firstOut[Int(from) + 1] += 1 }

    mutating func makeRoom() {
        for node in 0..<firstOut.count - 1 { firstOut[node + 1] += firstOut[node] }
        arcs = [Arc](repeating: Arc(to: 0, 0), count: Int(firstOut[firstOut.count - 1]))
        next = firstOut
    }

    mutating func put(_ from: Int32, _ arc: Arc) {
        arcs[Int(next[Int(from)])] = arc
        next[Int(from)] += 1
    }
}
