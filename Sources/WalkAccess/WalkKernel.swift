import PedestrianNetworks

/// The loop of a search: a queue of nodes whose labels fell, and what it does with them. Graph and labels are the
/// caller's.
///
/// Why it is exact: labels only ever fall, and a node whose label falls is put into the queue (again). So when the
/// queue is empty, no arc leads to a node that could be labelled better, whatever the order in which nodes were taken.
/// The order decides how often a node is looked at: roughly by distance (Dijkstra, Numerische Mathematik 1, 1959) it is
/// hardly ever more than once. Where walks are few arcs long, first come, first served (Moore, "The shortest path through a
/// maze", 1959) is nearly as good and takes two thirds of the time. Figures stand in the decision record 0025.
struct WalkKernel: Sendable {
    /// Up to a limit of so many arcs of the mean length nodes are taken in the order in which they came.
    private static let arcsInTurn: Int64 = 14
    /// How many rounds of that there are at the most: none looks at a node twice, and all walks of so many arcs are known
    /// after so many. Where shorter arcs than the mean leave more to be done, the rest goes through buckets.
    private static let mostRounds = 24

    private var buckets = BucketQueue()
    /// Every node put into the queue since the log was last forgotten, in that order; longer than what is in it.
    private var log: [BucketQueue.Entry] = []
    /// The entries in the log.
    private(set) var logged = 0
    /// The entries of the log that have not been looked at.
    private var waiting = Waiting()
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
    mutating func forgetLog() { (logged, waiting) = (0, Waiting()) }

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

    /// The part of the log that is a queue, and how far it has come.
    private struct Waiting {
        /// The first entry that has not been looked at.
        var next: Int
        /// Where the entries end that were there when the round began.
        private(set) var endOfRound: Int
        private var rounds = 0

        init(at place: Int = 0) { (next, endOfRound) = (place, place) }

        /// Goes on to what has been put in during the last round; false when that is nothing, or enough rounds have been.
        mutating func beginRound(_ end: Int) -> Bool {
            guard next < end, rounds < WalkKernel.mostRounds else { return false }
            endOfRound = end
            rounds += 1
            return true
        }
    }

    /// Empties the queue: labels every node that a walk no worse than `last` leads to.
    ///
    /// About linear in the nodes and arcs within the limit. No allocation once the log has grown.
    mutating func run(
        _ firstOut: [Int32], _ arcs: [Arc], within last: WalkLabel, _ labels: inout [WalkLabel]
    ) -> SearchCounters {
        var work = SearchCounters()
        if last <= lastInTurn { runInTurn(firstOut, arcs, last, &labels, &work) }
        if waiting.next < logged { runByDistance(firstOut, arcs, last, &labels, &work) }
        waiting = Waiting(at: logged)
        return work
    }

    /// Until the queue is empty or there have been as many rounds as there may be.
    private mutating func runInTurn(
        _ firstOut: [Int32], _ arcs: [Arc], _ last: WalkLabel, _ labels: inout [WalkLabel],
        _ work: inout SearchCounters
    ) {
        var isDone = false
        while !isDone {
            makeRoom()
            isDone = WalkKernel.settleInTurn(
                firstOut, arcs, last, room: mostArcs, &labels, &waiting, &logged, &log, &work)
        }
    }

    private mutating func runByDistance(
        _ firstOut: [Int32], _ arcs: [Arc], _ last: WalkLabel, _ labels: inout [WalkLabel],
        _ work: inout SearchCounters
    ) {
        WalkKernel.fill(&buckets, waiting.next..<logged, &log, &labels, bucketShift)
        var isDone = false
        while !isDone {
            makeRoom()
            isDone = WalkKernel.settle(
                firstOut, arcs, last, bucketShift, room: mostArcs, &labels, &buckets, &logged, &log, &work)
        }
        buckets.rewind()
    }

    /// The kernel for short limits, until the queue is empty or has been gone through as often as it may, which it tells, or the
    /// log has less than `room` left: the log itself is the queue. A node whose label falls waits in it once, however often
    /// it falls meanwhile.
    ///
    /// Columns come one by one, because spans of a value's own arrays would lock all of it. Apart from its caller it has
    /// all registers to itself.
    @inline(never)
    private static func settleInTurn(
        _ firstOut: [Int32], _ arcs: [Arc], _ last: WalkLabel, room: Int, _ known: inout [WalkLabel],
        _ kept: inout Waiting, _ logged: inout Int, _ log: inout [BucketQueue.Entry],
        _ done: inout SearchCounters
    ) -> Bool {
        let first = kept.next
        var (waiting, end, relaxed) = (kept, logged, 0)
        defer {
            (kept, logged) = (waiting, end)
            done = done + SearchCounters(settled: waiting.next - first, relaxed: relaxed)
        }
        let (firstOut, arcs) = (firstOut.span, arcs.span)
        var labels = known.mutableSpan
        var entries = log.mutableSpan
        let beyond = WalkLabel(bits: last.bits + 1)
        let full = entries.count - room
        while end <= full {
            if waiting.next == waiting.endOfRound, !waiting.beginRound(end) { return true }
            let node = entries[waiting.next].node
            waiting.next &+= 1
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

    /// Puts what waits into buckets.
    private static func fill(
        _ buckets: inout BucketQueue, _ waiting: Range<Int>, _ log: inout [BucketQueue.Entry],
        _ labels: inout [WalkLabel], _ bucketShift: UInt64
    ) {
        var entries = log.mutableSpan
        for place in waiting {
            let node = entries[place].node
            labels[node] = labels[node].notWaiting
            buckets.link(place, bucket: labels[node].bits &>> bucketShift, &entries)
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
