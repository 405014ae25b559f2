import PedestrianNetworks

/// The loop of a search: a queue of nodes whose labels fell, and what it does with them. Graph and labels are the
/// caller's.
///
/// Why it is exact: labels only ever fall, and a node whose label falls is put into the queue (again). So when the
/// queue is empty, no arc leads to a node that could be labelled better, whatever the order in which nodes were taken.
/// The order decides how often a node is looked at: roughly by distance (Dijkstra, Numerische Mathematik 1, 1959) it is
/// hardly ever more than once. Within a limit of few arcs first come, first served (Moore, "The shortest path through a
/// maze", 1959) is nearly as good and takes two thirds of the time. Figures stand in the decision record 0025.
struct WalkKernel: Sendable {
    /// Up to a limit of so many arcs of the mean length nodes are taken in the order in which they came.
    private static let arcsInTurn: Int64 = 14

    private var buckets = BucketQueue()
    /// Every node put into the queue since the log was last forgotten, in that order; longer than what is in it.
    private var log: [BucketQueue.Entry] = []
    /// The entries in the log.
    private(set) var logged = 0
    /// The first entry of the log that has not been looked at.
    private var next = 0
    /// The most arcs that leave any node, or one: what the log needs room for.
    private let mostArcs: Int
    /// How far to shift a label to see the bucket it belongs into.
    private let bucketShift: UInt64
    /// The last label for which nodes are taken in the order in which they came.
    private let lastInTurn: WalkLabel

    /// For `graph` and parts of it.
    init(for graph: SearchGraph) {
        mostArcs = max(1, graph.mostArcs)
        // Buckets a quarter as wide as the mean arc is long, or less: most nodes are then looked at once, and few buckets
        // are passed over in vain.
        let width = max(1, graph.meanLength / 4)
        bucketShift = WalkLabel.sourceBits + UInt64(Int64.bitWidth - 1 - width.leadingZeroBitCount)
        lastInTurn = .last(at: WalkingDistance(micrometres: graph.meanLength * WalkKernel.arcsInTurn))
    }

    /// A node whose label fell.
    func node(_ place: Int) -> Int { log[place].node }

    /// Begins again with an empty log; the queue must be empty.
    mutating func forgetLog() { (logged, next) = (0, 0) }

    /// Puts a node into the queue whose label has just fallen.
    mutating func push(_ node: Int) {
        makeRoom()
        log[logged] = BucketQueue.Entry(node)
        logged += 1
    }

    /// Makes room for all arcs of one node in the log.
    private mutating func makeRoom() {
        if log.count - logged < mostArcs {
            log += repeatElement(BucketQueue.Entry(0), count: max(mostArcs, log.count, 64))
        }
    }

    /// Empties the queue: labels every node that a walk no worse than `last` leads to.
    ///
    /// About linear in the nodes and arcs within the limit. No allocation once the log has grown.
    mutating func run(
        _ firstOut: [Int32], _ arcs: [Arc], within last: WalkLabel, _ labels: inout [WalkLabel]
    ) -> SearchCounters {
        var (work, isDone) = (SearchCounters(), false)
        let isInTurn = last <= lastInTurn
        if !isInTurn { WalkKernel.fill(&buckets, next..<logged, &log, labels, bucketShift) }
        while !isDone {
            makeRoom()
            if isInTurn {
                isDone = WalkKernel.settleInTurn(
                    firstOut, arcs, last, room: mostArcs, &labels, &next, &logged, &log, &work)
            } else {
                isDone = WalkKernel.settle(
                    firstOut, arcs, last, bucketShift, room: mostArcs, &labels, &buckets, &logged, &log, &work
                )
            }
        }
        buckets.rewind()
        next = logged
        return work
    }

    /// The kernel for short limits, until the queue is empty, which it tells, or the log has less than `room` left: the log
    /// itself is the queue. A node waits in it once, however often its label falls meanwhile.
    ///
    /// Columns come one by one, because spans of a value's own arrays would lock all of it. Apart from its caller it has
    /// all registers to itself.
    @inline(never)
    private static func settleInTurn(
        _ firstOut: [Int32], _ arcs: [Arc], _ last: WalkLabel, room: Int, _ known: inout [WalkLabel],
        _ next: inout Int, _ logged: inout Int, _ log: inout [BucketQueue.Entry], _ done: inout SearchCounters
    ) -> Bool {
        let first = next
        var (begin, end, relaxed) = (next, logged, 0)
        defer {
            (next, logged) = (begin, end)
            done = done + SearchCounters(settled: begin - first, relaxed: relaxed)
        }
        let (firstOut, arcs) = (firstOut.span, arcs.span)
        var labels = known.mutableSpan
        var entries = log.mutableSpan
        let beyond = WalkLabel(bits: last.bits + 1)
        let full = entries.count - room
        while end <= full {
            guard begin < end else { return true }
            let node = entries[begin].node
            begin &+= 1
            let label = labels[node].notWaiting
            labels[node] = label
            // A span of their own, so that only one number has to be kept to go along them.
            let own = arcs.extracting(Int(firstOut[node])..<Int(firstOut[node + 1]))
            relaxed &+= own.count
            for place in own.indices {
                let arc = own[place]
                let walked = label + arc
                let known = labels[arc.head]
                let isBetter = walked.isBetterSign(than: known.notWaiting) & walked.isBetterSign(than: beyond)
                labels[arc.head] = Int64(bitPattern: isBetter) < 0 ? walked.waiting : known
                entries[end] = BucketQueue.Entry(arc.head)
                end &+= Int((isBetter & ~known.bits) &>> 63)
            }
        }
        return false
    }

    private static func fill(
        _ buckets: inout BucketQueue, _ waiting: Range<Int>, _ log: inout [BucketQueue.Entry],
        _ labels: [WalkLabel], _ bucketShift: UInt64
    ) {
        var entries = log.mutableSpan
        for place in waiting {
            buckets.link(place, bucket: labels[entries[place].node].bits &>> bucketShift, &entries)
        }
    }

    /// The kernel for any limit, until the queue is empty, which it tells, or the log has less than `room` left: nodes wait in
    /// buckets by distance.
    @inline(never)
    private static func settle(
        _ firstOut: [Int32], _ arcs: [Arc], _ last: WalkLabel, _ bucketShift: UInt64, room: Int,
        _ known: inout [WalkLabel], _ kept: inout BucketQueue, _ logged: inout Int,
        _ log: inout [BucketQueue.Entry], _ done: inout SearchCounters
    ) -> Bool {
        var (queue, end, settled, relaxed) = (kept, logged, 0, 0)
        defer {
            (kept, logged) = (queue, end)
            done = done + SearchCounters(settled: settled, relaxed: relaxed)
        }
        let (firstOut, arcs) = (firstOut.span, arcs.span)
        var labels = known.mutableSpan
        var entries = log.mutableSpan
        let beyond = WalkLabel(bits: last.bits + 1)
        let full = entries.count - room
        while end <= full {
            guard let entry = queue.pop(entries) else { return true }
            let node = entries[entry].node
            let label = labels[node]
            let bucket = label.bits &>> bucketShift
            if bucket != queue.current {
                // Further ahead than there are buckets; else its label fell, and it has been looked at since.
                if bucket > queue.current { queue.link(entry, bucket: bucket, &entries) }
                continue
            }
            let own = arcs.extracting(Int(firstOut[node])..<Int(firstOut[node + 1]))
            settled &+= 1
            relaxed &+= own.count
            for place in own.indices {
                let arc = own[place]
                let walked = label + arc
                let known = labels[arc.head]
                let isBetter = walked.isBetterMask(than: known) & walked.isBetterMask(than: beyond)
                labels[arc.head] = WalkLabel(bits: known.bits ^ (known.bits ^ walked.bits) & isBetter)
                queue.push(arc.head, bucket: walked.bits &>> bucketShift, if: isBetter, at: &end, &entries)
            }
        }
        return false
    }

    /// Gives every node the label it has in `before` again, and forgets the log.
    mutating func forget(_ labels: inout [WalkLabel], as before: [WalkLabel]) {
        // Memory takes a copy of all in the time of an eighth of them one by one.
        if logged > labels.count / 8 {
            labels.replaceSubrange(labels.startIndex..., with: before)
        } else {
            WalkKernel.restore(&labels, before, log, logged)
        }
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
        WalkKernel.drain(&labels, log, logged, body)
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
