import PedestrianNetworks

/// The part of a network's graph that walks no longer than a limit can take on their way to some nodes of it, its core.
///
/// Small enough for the caches, it is searched for one kind of facility after another. A node that is `h` away from the
/// core is of interest to walks that have come no further than the limit less `h`: that is the label it begins with, so
/// the comparison that finds the better of two walks gives up those that come too late as well. Nodes keep their order
/// along the curve.
struct TileGraph: Sendable {
    /// Where each node's arcs begin; one more entry than there are nodes.
    private(set) var firstOut: [Int32] = [0]
    /// The arcs that stay inside, by the node they leave; behind them there may be others of earlier tiles.
    private(set) var arcs: [Arc] = []
    /// By node, the label that only walks of interest are better than.
    private(set) var bounds: [WalkLabel] = []
    /// The nodes of the whole graph that are part of it, ascending: their places here are their numbers in here.
    private(set) var members: [Int32] = []
    /// By node of the whole graph, its number in here; left over from other tiles where it is no member.
    private var numbers: [Int32]
    /// The nodes that the scout came to, before they are in order.
    private var found: NumberSet
    private let network: PedestrianNetwork
    private var scout: WalkSearch

    /// Scratch space for one task.
    init(on network: PedestrianNetwork) {
        self.network = network
        numbers = [Int32](repeating: 0, count: network.graph.nodeCount)
        found = NumberSet(count: network.graph.nodeCount)
        scout = WalkSearch(for: network)
    }

    /// The work of looking for what is near.
    var counters: SearchCounters { scout.counters }

    /// Lets `node` of the whole graph be part of the next core.
    ///
    /// Walks go to it, so the scout sets out from what it is when walks are turned round.
    mutating func addCore(_ node: Int32) { scout.addSource(0, at: network.graph.turned(node), walked: 0) }

    /// The number in here of `node` of the whole graph, which is one of `members`.
    func number(of node: Int32) -> Int32 { numbers[Int(node)] }

    /// Takes what is within `limit` of the core: O(arcs of that), and a look at a bit of each node of the network.
    mutating func build(within limit: WalkingDistance) {
        scout.run(on: network, within: limit)
        findMembers()
        copyBounds(within: .last(at: limit))
        TileGraph.copy(network.graph, members, numbers, &firstOut, &arcs)
        scout.reset()
    }

    private mutating func findMembers() {
        found.removeAll()
        for place in 0..<scout.labelledCount {
            found.insert(Int(network.graph.turned(Int32(scout.labelled(place)))))
        }
        members.removeAll(keepingCapacity: true)
        found.forEach(in: 0..<network.graph.nodeCount) { node in
            numbers[node] = Int32(members.count)
            members.append(Int32(node))
        }
    }

    private mutating func copyBounds(within last: WalkLabel) {
        bounds.removeAll(keepingCapacity: true)
        for node in members {
            let away = scout.labels[Int(network.graph.turned(node))]
            bounds.append(WalkLabel(bits: last.bits + 1 - away.bits))
        }
    }

    /// Arcs between members, written over those of the last tile.
    private static func copy(
        _ graph: SearchGraph, _ nodes: [Int32], _ numbers: [Int32], _ copiedFirst: inout [Int32],
        _ copied: inout [Arc]
    ) {
        let (firstOut, arcs) = (graph.firstOut.span, graph.arcs.span)
        makeRoom(for: nodes, firstOut, arcs, &copied)
        copiedFirst.removeAll(keepingCapacity: true)
        let (members, numbers) = (nodes.span, numbers.span)
        var copy = copied.mutableSpan
        var count = 0
        for place in members.indices {
            copiedFirst.append(Int32(count))
            let node = Int(members[place])
            let own = arcs.extracting(Int(firstOut[node])..<Int(firstOut[node + 1]))
            for place in own.indices {
                let head = own[place].head
                let number = numbers[head]
                // Kept or written over by the next one.
                copy[count] = own[place].led(to: number)
                let isMember = Int(number) < members.count && Int(members[Int(number)]) == head
                count &+= isMember ? 1 : 0
            }
        }
        copiedFirst.append(Int32(count))
    }

    /// Makes room for all arcs of `nodes`, and one more.
    private static func makeRoom(
        for nodes: [Int32], _ firstOut: Span<Int32>, _ arcs: Span<Arc>, _ copied: inout [Arc]
    ) {
        let room = nodes.reduce(1) { $0 + Int(firstOut[Int($1) + 1] - firstOut[Int($1)]) }
        guard room > copied.count, arcs.count > 0 else { return }
        copied += repeatElement(arcs[0], count: room - copied.count)
    }
}
