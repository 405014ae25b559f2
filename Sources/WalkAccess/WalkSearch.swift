public import PedestrianNetworks

/// The reusable scratch space of one shortest-walk search.
///
/// The caller owns the loop of a query: `reset`, `addSource` as often as needed, `run`. A reset costs what the
/// last search touched. Every node is labelled with the least distance and, among equal ones, the lowest
/// source number.
///
/// Why that is exact: labels only ever fall, and a node whose label falls is put into the queue (again). So when the
/// queue is empty, no arc leads to a node that could be labelled better, whatever the order in which nodes were taken.
/// The order decides how often a node is looked at: roughly by distance (Dijkstra, Numerische Mathematik 1, 1959) it is
/// hardly ever more than once. Figures for this queue and others stand in the decision record 0025.
///
/// One value serves one task.
public struct WalkSearch: Sendable {
    /// What the scratch space of one search holds for each node, its log included.
    public static let bytesPerNode = 16

    /// By node; `unreached` where no walk within the limit is known.
    private(set) var labels: [WalkLabel]
    private var queue = BucketQueue()
    /// Every node put into the queue since the last reset, in that order; longer than what is in it.
    private var log: [BucketQueue.Entry] = []
    /// The most arcs that leave any node, or one: what the log needs room for.
    private let mostArcs: Int
    /// How far to shift a label to see the bucket it belongs into.
    private let bucketShift: UInt64
    /// Kept so that reading ahead is not optimised away.
    private var linesRead: UInt64 = 0
    /// What the searches of this value did so far.
    public private(set) var counters = SearchCounters()

    /// Scratch space for `network`.
    public init(for network: PedestrianNetwork) {
        let graph = network.graph
        precondition(graph.nodeCount <= PedestrianNetwork.maximumNodes, "an arc names a node by 24 bits")
        labels = [WalkLabel](repeating: .unreached, count: graph.nodeCount)
        mostArcs = max(1, graph.mostArcs)
        // Buckets a quarter as wide as the mean arc is long, or less: most nodes are then looked at once, and few buckets
        // are passed over in vain.
        let width = max(1, graph.meanLength / 4)
        bucketShift = WalkLabel.sourceBits + UInt64(Int64.bitWidth - 1 - width.leadingZeroBitCount)
    }

    /// Forgets the last search.
    public mutating func reset() {
        if queue.logged > labels.count / 2 {
            for node in labels.indices { labels[node] = .unreached }
        } else {
            for place in 0..<queue.logged { labels[log[place].node] = .unreached }
        }
        queue.forgetLog()
    }

    /// Lets walks of source `number` start at `node` of the graph with `micrometres` already walked.
    mutating func addSource(_ number: Int32, at node: Int32, walked micrometres: Int64) {
        let label = WalkLabel(walked: micrometres, from: number)
        guard micrometres <= WalkingDistance.furthest.micrometres, label < labels[Int(node)] else { return }
        labels[Int(node)] = label
        makeRoom()
        WalkSearch.push(Int(node), bucket: label.bits &>> bucketShift, &queue, &log)
    }

    private static func push(
        _ node: Int, bucket: UInt64, _ queue: inout BucketQueue, _ log: inout [BucketQueue.Entry]
    ) {
        var entries = log.mutableSpan
        queue.push(node, bucket: bucket, &entries)
    }

    /// Makes room for all arcs of one node in the log.
    private mutating func makeRoom() {
        if log.count - queue.logged < mostArcs {
            log += repeatElement(BucketQueue.Entry(0, after: -1), count: max(mostArcs, log.count, 64))
        }
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
        let last = WalkLabel.last(at: min(limit, .furthest))
        while !queue.isEmpty {
            makeRoom()
            counters =
                counters
                + WalkSearch.settle(network.graph, last, bucketShift, room: mostArcs, &labels, &queue, &log)
        }
        queue.rewind()
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

    /// The kernel, until the queue is empty or the log has less than `room` left. Columns come one by one, because spans
    /// of a value's own arrays would lock all of it.
    private static func settle(
        _ graph: SearchGraph, _ last: WalkLabel, _ bucketShift: UInt64, room: Int, _ known: inout [WalkLabel],
        _ kept: inout BucketQueue, _ log: inout [BucketQueue.Entry]
    ) -> SearchCounters {
        var queue = kept
        defer { kept = queue }
        let (firstOut, arcs) = (graph.firstOut.span, graph.arcs.span)
        var labels = known.mutableSpan
        var entries = log.mutableSpan
        let beyond = WalkLabel(bits: last.bits + 1)
        var work = SearchCounters()
        while !queue.isEmpty, queue.logged + room <= entries.count {
            let node = queue.pop(entries)
            let label = labels[node]
            let bucket = label.bits &>> bucketShift
            if bucket != queue.current {
                // Further ahead than there are buckets; else its label fell, and it has been looked at since.
                if bucket > queue.current { queue.push(node, bucket: bucket, &entries) }
                continue
            }
            let out = Int(firstOut[node])..<Int(firstOut[node + 1])
            for place in out {
                let arc = arcs[place]
                let walked = label + arc
                let known = labels[arc.head]
                let isBetter = walked.isBetterMask(than: known) & walked.isBetterMask(than: beyond)
                labels[arc.head] = WalkLabel(bits: known.bits ^ (known.bits ^ walked.bits) & isBetter)
                queue.push(arc.head, bucket: walked.bits &>> bucketShift, if: isBetter, &entries)
            }
            work.settled &+= 1
            work.relaxed &+= out.count
        }
        return work
    }

    /// Calls `body` with every labelled node, once each, and forgets the search: one pass for both.
    @inline(__always)
    mutating func drain(_ body: (_ node: Int, _ label: WalkLabel) -> Void) {
        WalkSearch.drain(&labels, log, queue.logged, body)
        queue.forgetLog()
    }

    @inline(__always)
    private static func drain(
        _ known: inout [WalkLabel], _ log: [BucketQueue.Entry], _ logged: Int,
        _ body: (_ node: Int, _ label: WalkLabel) -> Void
    ) {
        var labels = known.mutableSpan
        for place in 0..<logged {
            let node = log[place].node
            let label = labels[node]
            guard label.isReached else { continue }
            labels[node] = .unreached
            body(node, label)
        }
    }

    /// How often labels fell since the last reset.
    var labelledCount: Int { queue.logged }

    /// A node whose label fell; sources may lie beyond the limit.
    func labelled(_ place: Int) -> Int { log[place].node }
}

/// Work done by searches: what performance is judged by, because it does not depend on the machine.
public struct SearchCounters: Hashable, Sendable {
    /// Nodes looked at, each as often as it was.
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
