public import PedestrianNetworks

/// The reusable scratch space of one shortest-walk search (Dijkstra, Numerische Mathematik 1, 1959).
///
/// The caller owns the loop of a query: `reset`, `addSource` as often as needed, `run`. A reset costs what the
/// last search touched. Every node is labelled with the least distance and, among equal ones, the lowest
/// source number, so the labels do not depend on the order in which the queue hands out ties.
///
/// One value serves one task; it holds 16 bytes a node.
public struct WalkSearch: Sendable {
    static let unreached = Int64.max

    /// What the scratch space of one search holds for each node, its queue included.
    public static let bytesPerNode = 24

    /// Micrometres from the nearest source, by node; `unreached` where no walk within the limit is known.
    var distance: [Int64]
    /// The source the node is nearest to.
    var source: [Int32]
    private var touched: [Int32] = []
    private var queue = NodeQueue()
    /// What the searches of this value did so far.
    public private(set) var counters = SearchCounters()

    /// Scratch space for `network`.
    public init(for network: PedestrianNetwork) {
        precondition(
            network.graph.nodeCount <= PedestrianNetwork.maximumNodes, "the queue packs a node into 24 bits")
        distance = [Int64](repeating: WalkSearch.unreached, count: network.graph.nodeCount)
        source = [Int32](repeating: -1, count: network.graph.nodeCount)
    }

    /// Forgets the last search.
    public mutating func reset() {
        for node in touched { distance[Int(node)] = WalkSearch.unreached }
        touched.removeAll(keepingCapacity: true)
        queue.removeAll()
    }

    /// Lets walks of source `number` start at `node` with `micrometres` already walked.
    public mutating func addSource(_ number: Int32, at node: Int32, walked micrometres: Int64) {
        let known = distance[Int(node)]
        guard (micrometres, number) < (known, source[Int(node)]) || known == WalkSearch.unreached else {
            return
        }
        if known == WalkSearch.unreached { touched.append(node) }
        distance[Int(node)] = micrometres
        source[Int(node)] = number
        queue.push(node, key: micrometres)
    }

    /// Lets walks of source `number` start from `location` of `network`, its leg charged.
    public mutating func addSource(
        _ number: Int32, at location: NetworkLocation, of network: PedestrianNetwork
    ) {
        let edge = Int(location.edge)
        let leg = location.leg.micrometres
        addSource(number, at: network.graph.departingTail[edge], walked: leg + Int64(location.low))
        addSource(
            number, at: network.graph.departingHead[edge],
            walked: leg + Int64(network.edgeLength[edge]) - Int64(location.high))
    }

    /// Labels every node within `limit` of a source.
    ///
    /// O((n + m) log n) in the nodes and arcs within the limit. No allocation once the scratch has grown.
    public mutating func run(on network: PedestrianNetwork, within limit: WalkingDistance) {
        WalkSearch.settle(
            network, limit.micrometres, isAlone: false, &distance, &source, &touched, &queue, &counters)
    }

    /// The kernel: columns come one by one, because spans of a value's own arrays would lock all of it.
    private static func settle(
        _ network: PedestrianNetwork, _ limit: Int64, isAlone: Bool, _ distances: inout [Int64],
        _ sources: inout [Int32],
        _ touched: inout [Int32], _ queue: inout NodeQueue, _ counters: inout SearchCounters
    ) {
        let graph = network.graph
        let (firstOut, head, weight) = (graph.firstOut.span, graph.head.span, graph.weight.span)
        var distance = distances.mutableSpan
        var source = sources.mutableSpan
        while let (node, key) = queue.pop(), key <= limit {
            let tail = Int(node)
            guard key == distance[tail] else { continue }
            let arcs = Int(firstOut[tail])..<Int(firstOut[tail + 1])
            for arc in arcs {
                let to = Int(head[arc])
                let walked = key + Int64(weight[arc])
                let known = distance[to]
                guard walked <= limit else { continue }
                if walked < known {
                    if known == unreached { touched.append(head[arc]) }
                    distance[to] = walked
                    source[to] = source[tail]
                    queue.push(head[arc], key: walked)
                } else if walked == known, source[tail] < source[to] {
                    source[to] = source[tail]
                    // It may have been settled already, by a walk before or over an arc of no length.
                    if isAlone || weight[arc] == 0 { queue.push(head[arc], key: walked) }
                }
            }
            counters.settled += 1
            counters.relaxed += arcs.count
        }
    }

    /// Labels every node within `limit` of a location, as `run` from all of them does, by walking from one after another.
    ///
    /// Each walk ends where another came closer, so the queue holds one neighbourhood, and memory is walked in one
    /// place at a time. Locations are taken coarse to fine along `order`, which should follow the nodes: then those
    /// that come late find most of the ground taken, and a node is labelled a logarithmic number of times at worst.
    mutating func runOneByOne(
        from locations: [NetworkLocation], along order: [Int32], on network: PedestrianNetwork,
        within limit: WalkingDistance
    ) {
        var step = 1
        while step < order.count { step *= 2 }
        // The first one, then in each round those halfway between the ones before.
        var rounds = order.isEmpty ? [] : [stride(from: 0, to: 1, by: 1)]
        while step > 0 {
            rounds.append(stride(from: step, to: order.count, by: 2 * step))
            step /= 2
        }
        for place in rounds.joined() {
            addSource(order[place], at: locations[Int(order[place])], of: network)
            WalkSearch.settle(
                network, limit.micrometres, isAlone: true, &distance, &source, &touched, &queue, &counters)
        }
    }

    /// The nodes the last search labelled, in no promised order; labels beyond its limit are upper bounds only.
    var labelled: [Int32] { touched }
}

/// Work done by searches: what performance is judged by, because it does not depend on the machine.
public struct SearchCounters: Hashable, Sendable {
    /// Nodes taken from the queue with their final distance.
    public var settled = 0
    /// Arcs looked at.
    public var relaxed = 0

    /// Counters, from nothing done unless told otherwise.
    public init(settled: Int = 0, relaxed: Int = 0) {
        self.settled = settled
        self.relaxed = relaxed
    }

    /// Adds up the work of several searches.
    public static func + (a: SearchCounters, b: SearchCounters) -> SearchCounters {
        SearchCounters(settled: a.settled + b.settled, relaxed: a.relaxed + b.relaxed)
    }

    /// The work done since `earlier`.
    public static func - (later: SearchCounters, earlier: SearchCounters) -> SearchCounters {
        SearchCounters(
            settled: later.settled - earlier.settled, relaxed: later.relaxed - earlier.relaxed)
    }
}
