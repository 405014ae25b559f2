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
    /// The arcs that stay inside, by the node they leave.
    private(set) var arcs: [Arc] = []
    /// By node, the label that only walks of interest are better than.
    private(set) var bounds: [WalkLabel] = []
    /// The nodes of the whole graph that are part of it; their ranks are their numbers in here.
    private(set) var members: RankedBits
    private let network: PedestrianNetwork
    private var scout: WalkSearch

    /// Scratch space for one task.
    init(on network: PedestrianNetwork) {
        self.network = network
        members = RankedBits(count: network.graph.nodeCount)
        scout = WalkSearch(for: network)
    }

    /// The work of looking for what is near.
    var counters: SearchCounters { scout.counters }

    /// Lets `node` of the whole graph be part of the next core.
    ///
    /// Walks go to it, so the scout sets out from what it is when walks are turned round.
    mutating func addCore(_ node: Int32) { scout.addSource(0, at: network.graph.turned(node), walked: 0) }

    /// Takes what is within `limit` of the core: O(arcs of that), and a look at a bit of each node of the network.
    mutating func build(within limit: WalkingDistance) {
        scout.run(on: network, within: limit)
        findMembers()
        copy(within: .last(at: limit))
        scout.reset()
    }

    private mutating func findMembers() {
        members.removeAll()
        for place in 0..<scout.labelledCount {
            members.insert(Int(network.graph.turned(Int32(scout.labelled(place)))))
        }
        members.rank()
    }

    private mutating func copy(within last: WalkLabel) {
        let graph = network.graph
        bounds.removeAll(keepingCapacity: true)
        firstOut.removeAll(keepingCapacity: true)
        arcs.removeAll(keepingCapacity: true)
        members.forEach(in: 0..<graph.nodeCount) { node in
            let away = scout.labels[Int(graph.turned(Int32(node)))]
            bounds.append(WalkLabel(bits: last.bits + 1 - away.bits))
            firstOut.append(Int32(arcs.count))
            for place in Int(graph.firstOut[node])..<Int(graph.firstOut[node + 1]) {
                let arc = graph.arcs[place]
                if members.contains(arc.head) { arcs.append(arc.led(to: Int32(members.rank(of: arc.head)))) }
            }
        }
        firstOut.append(Int32(arcs.count))
    }
}
