/// The nodes a search has still to look at, roughly by distance: 64 buckets of equal width, used in turn.
///
/// A bucket is emptied as a whole, so that which node comes next is known before the one in hand has been looked at, and
/// the processor can begin with it. Entries are linked through a log that the caller keeps, which tells afterwards which
/// nodes a search has labelled. What lies further ahead than 64 buckets waits in the last of them and is put in again. On
/// buckets see Dial, "Algorithm 360: shortest-path forest with topological ordering", Communications of the ACM 12, 1969.
///
/// The queue promises order for speed only: a search is exact in whatever order it looks at nodes, because a node whose
/// label falls is put in again.
struct BucketQueue: Sendable {
    private static let buckets: UInt64 = 64

    /// An entry of the log: a node, and above it the entry put into the same bucket before.
    struct Entry: Sendable {
        private let bits: UInt64

        init(_ node: Int, after before: Int32) {
            bits = UInt64(UInt32(bitPattern: before)) << 32 | UInt64(node)
        }

        var node: Int { Int(bits & 0xFFFF_FFFF) }
        var before: Int32 { Int32(truncatingIfNeeded: bits >> 32) }
    }

    /// By bucket, the last entry put in; -1 when there is none.
    private var last = InlineArray<64, Int32>(repeating: -1)
    /// What is left of the bucket that is being emptied: its next entry; -1 when there is none.
    private var rest: Int32 = -1
    /// The number of the bucket that nodes are taken from, counted from distance 0.
    private(set) var current: UInt64 = 0
    /// The entries in the log.
    private(set) var logged = 0

    /// Puts `node` into bucket number `bucket`, no earlier than the current one, if it is wanted there.
    ///
    /// - Parameters:
    ///   - isWanted: All ones if it is, all zeros if not. The entry is written in either case and then counted or not.
    ///   - log: With room for one entry more.
    @inline(__always)
    mutating func push(
        _ node: Int, bucket: UInt64, if isWanted: UInt64 = .max, _ log: inout MutableSpan<Entry>
    ) {
        let place = Int(min(bucket, current &+ BucketQueue.buckets &- 1) % BucketQueue.buckets)
        let before = last[place]
        log[logged] = Entry(node, after: before)
        let newer = Int32(truncatingIfNeeded: logged)
        last[place] = before ^ ((before ^ newer) & Int32(truncatingIfNeeded: isWanted))
        logged &+= Int(isWanted & 1)
    }

    /// Takes out a node of the first bucket that holds any; nil when none does.
    @inline(__always)
    mutating func pop(_ log: borrowing MutableSpan<Entry>) -> Int? {
        if rest < 0, !advance() { return nil }
        let entry = log[Int(rest)]
        rest = entry.before
        return entry.node
    }

    /// Goes on to the next bucket that holds anything; false when none does.
    @inline(__always)
    private mutating func advance() -> Bool {
        var bucket = current
        let end = current &+ BucketQueue.buckets
        while bucket < end {
            let place = Int(bucket % BucketQueue.buckets)
            if last[place] >= 0 {
                (current, rest) = (bucket, last[place])
                last[place] = -1
                return true
            }
            bucket &+= 1
        }
        return false
    }

    /// Begins again at distance 0, the log going on; the queue must be empty.
    mutating func rewind() { current = 0 }

    /// Begins again with an empty log; the queue must be empty.
    mutating func forgetLog() { logged = 0 }
}
