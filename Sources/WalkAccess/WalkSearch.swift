public import PedestrianNetworks

/// The reusable scratch space of one shortest-walk search.
///
/// The caller owns the loop of a query: `reset`, `addSource` as often as needed, `run`. A reset costs what the
/// last search touched. Every node is labelled with the least distance and, among equal ones, the lowest
/// source number. `WalkKernel` says how, and why that is exact.
///
/// One value serves one task.
public struct WalkSearch: Sendable {
    /// What the scratch space of one search holds for each node it labels, its log included.
    public static let bytesPerNode = 16

    /// By node; `unreached` where no walk within the limit is known.
    private(set) var labels: [WalkLabel]
    private var kernel: WalkKernel
    /// Kept so that reading ahead is not optimised away.
    private var linesRead: UInt64 = 0
    /// What the searches of this value did so far.
    public private(set) var counters = SearchCounters()

    /// Scratch space for `network`.
    public init(for network: PedestrianNetwork) {
        let graph = network.graph
        precondition(graph.nodeCount <= PedestrianNetwork.maximumNodes, "an arc names a node by 24 bits")
        labels = [WalkLabel](repeating: .unreached, count: graph.nodeCount)
        kernel = WalkKernel(for: graph)
    }

    /// Forgets the last search.
    public mutating func reset() {
        if kernel.logged > labels.count / 2 {
            for node in labels.indices { labels[node] = .unreached }
        } else {
            for place in 0..<kernel.logged { labels[kernel.node(place)] = .unreached }
        }
        kernel.forgetLog()
    }

    /// Lets walks of source `number` start at `node` of the graph with `micrometres` already walked.
    mutating func addSource(_ number: Int32, at node: Int32, walked micrometres: Int64) {
        let label = WalkLabel(walked: micrometres, from: number)
        guard micrometres <= WalkingDistance.furthest.micrometres, label < labels[Int(node)] else { return }
        labels[Int(node)] = label
        kernel.push(Int(node))
    }

    /// Lets walks of source `number`, 0…16,777,215, start from `location` of `network`, its leg charged.
    public mutating func addSource(
        _ number: Int32, at location: NetworkLocation, of network: PedestrianNetwork
    ) {
        addSource(number, at: network.spot(of: location), of: network)
    }

    /// Lets walks of source `number` start from `spot` of `network`, its leg charged.
    mutating func addSource(_ number: Int32, at spot: ChainSpot, of network: PedestrianNetwork) {
        let (graph, leg) = (network.graph, spot.leg.micrometres)
        addSource(number, at: graph.departing(spot.tail), walked: leg + Int64(spot.low))
        addSource(number, at: graph.departing(spot.head), walked: leg + Int64(spot.rest))
    }

    /// Labels every node within `limit` of a source.
    ///
    /// About linear in the nodes and arcs within the limit. No allocation once the scratch has grown.
    public mutating func run(on network: PedestrianNetwork, within limit: WalkingDistance) {
        let (graph, last) = (network.graph, WalkLabel.last(at: min(limit, .furthest)))
        counters = counters + kernel.run(graph.firstOut, graph.arcs, within: last, &labels)
    }

    /// Reads the arcs and labels of `nodes` in their order, because memory gives what is asked for in order several times
    /// as fast as what is asked for here and there.
    mutating func readAhead(of nodes: Range<Int>, on network: PedestrianNetwork) {
        let graph = network.graph
        let nodes = nodes.clamped(to: 0..<graph.nodeCount)
        guard !nodes.isEmpty else { return }
        // One word of each cache line of 64 bytes is enough.
        for node in stride(from: nodes.lowerBound, to: nodes.upperBound, by: 8) {
            linesRead ^= labels[node].bits
        }
        for node in stride(from: nodes.lowerBound, to: nodes.upperBound, by: 16) {
            linesRead ^= UInt64(graph.firstOut[node])
        }
        let arcs = Int(graph.firstOut[nodes.lowerBound])..<Int(graph.firstOut[nodes.upperBound])
        for place in stride(from: arcs.lowerBound, to: arcs.upperBound, by: 8) {
            linesRead ^= graph.arcs[place].bits
        }
    }

    /// Calls `body` with every labelled node, once each, and forgets the search: one pass for both.
    @inline(__always)
    mutating func drain(_ body: (_ node: Int, _ label: WalkLabel) -> Void) {
        kernel.drain(&labels, body)
    }

    /// How often labels fell since the last reset.
    var labelledCount: Int { kernel.logged }

    /// A node whose label fell; sources may lie beyond the limit.
    func labelled(_ place: Int) -> Int { kernel.node(place) }
}
