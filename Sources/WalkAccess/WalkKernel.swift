import PedestrianNetworks

/// The loop of a search: a queue of nodes whose labels fell, and what it does with them. Graph and labels are the
/// caller's.
///
/// Why it is exact: labels only ever fall, and a node whose label falls is put into the queue (again). So when the
/// queue is empty, no arc leads to a node that could be labelled better, whatever the order in which nodes were taken.
/// The order decides how often a node is looked at: roughly by distance (Dijkstra, Numerische Mathematik 1, 1959) it is
/// hardly ever more than once. Figures for this queue and others stand in the decision record 0025.
struct WalkKernel: Sendable {
    private var queue = BucketQueue()
    /// Every node put into the queue since the log was last forgotten, in that order; longer than what is in it.
    private var log: [BucketQueue.Entry] = []
    /// The most arcs that leave any node, or one: what the log needs room for.
    private let mostArcs: Int
    /// How far to shift a label to see the bucket it belongs into.
    private let bucketShift: UInt64

    /// For `graph` and parts of it.
    init(for graph: SearchGraph) {
        mostArcs = max(1, graph.mostArcs)
        // Buckets a quarter as wide as the mean arc is long, or less: most nodes are then looked at once, and few buckets
        // are passed over in vain.
        let width = max(1, graph.meanLength / 4)
        bucketShift = WalkLabel.sourceBits + UInt64(Int64.bitWidth - 1 - width.leadingZeroBitCount)
    }

    /// How often labels fell since the log was last forgotten.
    var logged: Int { queue.logged }

    /// A node whose label fell.
    func node(_ place: Int) -> Int { log[place].node }

    /// Begins again with an empty log; the queue must be empty.
    mutating func forgetLog() { queue.forgetLog() }

    /// Puts a node into the queue that has just been given `label`.
    mutating func push(_ node: Int, _ label: WalkLabel) {
        makeRoom()
        WalkKernel.push(node, bucket: label.bits &>> bucketShift, &queue, &log)
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

    /// Empties the queue: labels every node that a walk no worse than `last` leads to.
    ///
    /// About linear in the nodes and arcs within the limit. No allocation once the log has grown.
    mutating func run(
        _ firstOut: [Int32], _ arcs: [Arc], within last: WalkLabel, _ labels: inout [WalkLabel]
    ) -> SearchCounters {
        var (work, isDone) = (SearchCounters(), false)
        while !isDone {
            makeRoom()
            isDone = WalkKernel.settle(
                firstOut, arcs, last, bucketShift, room: mostArcs, &labels, &queue, &log, &work)
        }
        queue.rewind()
        return work
    }

    /// The kernel, until the queue is empty, which it tells, or the log has less than `room` left. Columns come one by one,
    /// because spans of a value's own arrays would lock all of it. Apart from its caller it has all registers to itself.
    @inline(never)
    private static func settle(
        _ firstOut: [Int32], _ arcs: [Arc], _ last: WalkLabel, _ bucketShift: UInt64, room: Int,
        _ known: inout [WalkLabel], _ kept: inout BucketQueue, _ log: inout [BucketQueue.Entry],
        _ done: inout SearchCounters
    ) -> Bool {
        var (queue, work) = (kept, SearchCounters())
        defer {
            kept = queue
            done = done + work
        }
        let (firstOut, arcs) = (firstOut.span, arcs.span)
        var labels = known.mutableSpan
        var entries = log.mutableSpan
        let beyond = WalkLabel(bits: last.bits + 1)
        let full = entries.count - room
        while queue.logged <= full {
            guard let node = queue.pop(entries) else { return true }
            let label = labels[node]
            let bucket = label.bits &>> bucketShift
            if bucket != queue.current {
                // Further ahead than there are buckets; else its label fell, and it has been looked at since.
                if bucket > queue.current { queue.push(node, bucket: bucket, &entries) }
                continue
            }
            var place = Int(firstOut[node])
            let end = Int(firstOut[node + 1])
            work.settled &+= 1
            work.relaxed &+= end &- place
            while place < end {
                let arc = arcs[place]
                place &+= 1
                let walked = label + arc
                let known = labels[arc.head]
                let isBetter = walked.isBetterMask(than: known) & walked.isBetterMask(than: beyond)
                labels[arc.head] = WalkLabel(bits: known.bits ^ (known.bits ^ walked.bits) & isBetter)
                queue.push(arc.head, bucket: walked.bits &>> bucketShift, if: isBetter, &entries)
            }
        }
        return false
    }

    /// Gives every node of the log the label it has in `before` again, and forgets the log.
    mutating func forget(_ labels: inout [WalkLabel], as before: [WalkLabel]) {
        WalkKernel.restore(&labels, before, log, queue.logged)
        forgetLog()
    }

    private static func restore(
        _ labels: inout [WalkLabel], _ before: [WalkLabel], _ log: [BucketQueue.Entry], _ logged: Int
    ) {
        let (log, before) = (log.span, before.span)
        var labels = labels.mutableSpan
        for place in 0..<logged { labels[log[place].node] = before[log[place].node] }
    }

    /// Calls `body` with every node that has a label better than none, once each, takes the label away, and forgets the
    /// log: one pass for all three.
    @inline(__always)
    mutating func drain(
        _ labels: inout [WalkLabel], _ body: (_ node: Int, _ label: WalkLabel) -> Void
    ) {
        WalkKernel.drain(&labels, log, queue.logged, body)
        forgetLog()
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
