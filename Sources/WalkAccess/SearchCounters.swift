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
