/// An arc in one word: its length in micrometres, 32 bits, above the node it leads to, 24 bits.
///
/// So a search reads both at once, and adds the length to a label that has its walk in the same place.
public struct Arc: Hashable, Sendable {
    /// The bits of a node's number.
    @inlinable public static var nodeBits: UInt64 { 24 }
    static let nodeMask: UInt64 = (1 << nodeBits) - 1

    /// The length above the node.
    public let bits: UInt64

    init(to node: Int32, _ length: UInt32) { bits = UInt64(length) << Arc.nodeBits | UInt64(node) }

    private init(bits: UInt64) { self.bits = bits }

    /// The node it leads to.
    @inlinable public var head: Int { Int(bits & 0xFF_FFFF) }
    /// Its length in micrometres; 0 between copies of a node.
    @inlinable public var length: Int64 { Int64(bits >> 24) }
    /// Its length where labels have their walk, and nothing below.
    @inlinable public var shiftedLength: UInt64 { bits & ~0xFF_FFFF }

    /// An arc of the same length to a node of another numbering.
    public func led(to node: Int32) -> Arc { Arc(bits: shiftedLength | UInt64(node)) }
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
/// Nodes keep the order of the network's own, which is that of a curve; copies come after them, each departing one
/// before its arriving one. 4 bytes a node, 8 an arc, and 12 bits for each 8 nodes of the network.
public struct SearchGraph: Sendable {
    /// Where each node's arcs begin; one more entry than there are nodes.
    public let firstOut: [Int32]
    /// The arcs, by the node they leave.
    public let arcs: [Arc]
    /// The most arcs that leave any node.
    public let mostArcs: Int
    /// The length of an arc on average, in micrometres; 0 without arcs.
    public let meanLength: Int64
    /// The network's nodes that chains begin and end at: the nodes that are no copies, in their order.
    public let ends: RankedBits
    /// The number of nodes that are no copies.
    @usableFromInline let openCount: Int32
    /// By copy: the network's node it stands for.
    @usableFromInline let copied: [Int32]
    /// The arcs of no length, by tail and head.
    private let links: [(Int32, Int32)]

    /// The number of nodes, copies included.
    public var nodeCount: Int { firstOut.count - 1 }

    /// The copies, each pair a departing one and an arriving one.
    @inlinable public var copies: Range<Int32> { openCount..<openCount + Int32(copied.count) }

    /// The network's node that `node` is or stands for. O(log n) when it is no copy.
    public func networkNode(of node: Int32) -> Int32 {
        node < openCount ? Int32(ends.number(at: Int(node))) : copied[Int(node - openCount)]
    }

    /// The node that stands for the same when all walks are turned round: of a pair of copies the other one.
    @inlinable public func turned(_ node: Int32) -> Int32 {
        node < copies.lowerBound ? node : (node - copies.lowerBound) ^ 1 + copies.lowerBound
    }

    /// The place along the curve of `node`: itself, or of a copy the node it is a copy of.
    public func placeOnCurve(_ node: Int32) -> Int32 {
        node < openCount ? node : Int32(ends.rank(of: Int(copied[Int(node - openCount)])))
    }

    /// The copies of the nodes at `places` of the curve. O(log n).
    public func copies(of places: Range<Int32>) -> Range<Int32> {
        firstCopy(from: places.lowerBound)..<firstCopy(from: places.upperBound)
    }

    private func firstCopy(from place: Int32) -> Int32 {
        var (low, high) = (0, copied.count)
        while low < high {
            let middle = (low + high) / 2
            if placeOnCurve(openCount + Int32(middle)) < place { low = middle + 1 } else { high = middle }
        }
        return openCount + Int32(low)
    }

    /// Where walks start that could also end at `arriving`, an end of a chain: there, or at the copy before.
    @inlinable public func departing(_ arriving: Int32) -> Int32 {
        arriving < copies.lowerBound ? arriving : arriving - 1
    }

    /// The graph of `chains` between `nodes` nodes of a network; gives the chains their ends in it.
    ///
    /// - Parameter compounds: By chain, the compound it belongs to; none when all are open.
    init(nodes: Int, chains: inout ChainColumns, compounds: [Int32]) {
        let ends = SearchGraph.ends(of: chains, nodes: nodes)
        let openCount = nodes == 0 ? 0 : Int32(ends.rank(of: nodes - 1) + (ends.contains(nodes - 1) ? 1 : 0))
        chains.numberEnds { _, end in Int32(ends.rank(of: Int(end))) }
        let copies = NodeCopies(nodes: Int(openCount), chains, compounds)
        if !copies.original.isEmpty { chains.numberEnds { copies.arriving($1, compounds[$0]) } }
        copied = copies.original.map { Int32(ends.number(at: Int($0))) }
        links = copies.links
        (self.ends, self.openCount) = (ends, openCount)
        var sorter = ArcSorter(nodes: Int(openCount) + copies.original.count)
        SearchGraph.forEachArc(chains, openCount, links) { from, _, _ in sorter.count(from) }
        sorter.makeRoom()
        SearchGraph.forEachArc(chains, openCount, links) { from, to, chain in
            sorter.put(from, Arc(to: to, chain.map { chains[$0].length } ?? 0))
        }
        (firstOut, arcs) = (sorter.firstOut, sorter.arcs)
        mostArcs = zip(firstOut, firstOut.dropFirst()).reduce(0) { max($0, Int($1.1 - $1.0)) }
        meanLength = arcs.reduce(0) { $0 + $1.length } / Int64(max(1, arcs.count))
    }

    private static func ends(of chains: ChainColumns, nodes: Int) -> RankedBits {
        var ends = NumberSet(count: nodes)
        for chain in 0..<Int32(chains.count) {
            ends.insert(Int(chains[chain].tail))
            ends.insert(Int(chains[chain].head))
        }
        return RankedBits(ends)
    }

    /// Calls `body` with each arc, in the order in which every node has its own; the chain is nil between copies.
    ///
    /// - Parameter chains: Those of the same network.
    public func forEachArc(
        of chains: ChainColumns, _ body: (_ from: Int32, _ to: Int32, _ chain: Int32?) -> Void
    ) {
        SearchGraph.forEachArc(chains, openCount, links, body)
    }

    private static func forEachArc(
        _ chains: ChainColumns, _ openCount: Int32, _ links: [(Int32, Int32)],
        _ body: (Int32, Int32, Int32?) -> Void
    ) {
        for number in 0..<Int32(chains.count) {
            let chain = chains[number]
            if chain.tail >= openCount {
                body(chain.tail - 1, chain.head - 1, number)
                body(chain.head - 1, chain.tail - 1, number)
            }
            body(chain.tail, chain.head, number)
            body(chain.head, chain.tail, number)
        }
        for link in links { body(link.0, link.1, nil) }
    }
}

/// Nodes of closed ways, once departing and once arriving for each compound whose ways meet there; along the curve, as
/// other nodes are.
private struct NodeCopies {
    private(set) var original: [Int32] = []
    private(set) var links: [(Int32, Int32)] = []
    private var copy: [Meeting: Int32] = [:]
    private let nodes: Int

    init(nodes: Int, _ chains: ChainColumns, _ compounds: [Int32]) {
        self.nodes = nodes
        guard compounds.contains(where: { $0 != Compound.none }) else { return }
        var isOpen = [Bool](repeating: false, count: nodes)
        for (number, compound) in compounds.enumerated() where compound == Compound.none {
            isOpen[Int(chains[Int32(number)].tail)] = true
            isOpen[Int(chains[Int32(number)].head)] = true
        }
        var meetings: Set<Meeting> = []
        for (number, compound) in compounds.enumerated() where compound != Compound.none {
            let chain = chains[Int32(number)]
            for node in [chain.tail, chain.head] { meetings.insert(Meeting(node: node, compound: compound)) }
        }
        var compoundsAt: [Int32: [Int32]] = [:]
        for meeting in meetings.sorted() {
            copy[meeting] = Int32(nodes + original.count)
            original += [meeting.node, meeting.node]
            compoundsAt[meeting.node, default: []].append(meeting.compound)
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

    func departing(_ node: Int32, _ compound: Int32) -> Int32 {
        copy[Meeting(node: node, compound: compound)] ?? node
    }

    func arriving(_ node: Int32, _ compound: Int32) -> Int32 {
        copy[Meeting(node: node, compound: compound)].map { $0 + 1 } ?? node
    }
}

/// A node that closed ways of a compound have; in the order of the curve, then of compounds.
private struct Meeting: Hashable, Comparable {
    let node: Int32
    let compound: Int32

    static func < (a: Meeting, b: Meeting) -> Bool { (a.node, a.compound) < (b.node, b.compound) }
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
