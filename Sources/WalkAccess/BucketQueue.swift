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

        /// An entry that is in no bucket yet.
        init(_ node: Int) { bits = UInt64(truncatingIfNeeded: node) }

        var node: Int { Int(bits & 0xFFFF_FFFF) }
        var before: Int32 { Int32(truncatingIfNeeded: bits >> 32) }
    }

    /// By bucket, the last entry put in; -1 when there is none.
    private var last = InlineArray<64, Int32>(repeating: -1)
    /// What is left of the bucket that is being emptied: its next entry; -1 when there is none.
    private var rest: Int32 = -1
    /// The number of the bucket that nodes are taken from, counted from distance 0.
    private(set) var current: UInt64 = 0

    /// Puts `node` into bucket number `bucket`, no earlier than the current one, if it is wanted there.
    ///
    /// - Parameters:
    ///   - isWanted: All ones if it is, all zeros if not. The entry is written in either case and then counted or not.
    ///   - end: The entries in the log.
    ///   - log: With room for one entry more.
    @inline(__always)
    mutating func push(
        _ node: Int, bucket: UInt64, if isWanted: UInt64, at end: inout Int, _ log: inout MutableSpan<Entry>
    ) {
        let place = BucketQueue.place(min(bucket, current &+ BucketQueue.buckets &- 1))
        let before = last[place]
        log[end] = Entry(node, after: before)
        let newer = Int32(truncatingIfNeeded: end)
        last[place] = before ^ ((before ^ newer) & Int32(truncatingIfNeeded: isWanted))
        end &+= Int(isWanted & 1)
    }

    /// Puts entry number `entry` of the log into bucket number `bucket`, no earlier than the current one.
    @inline(__always)
    mutating func link(_ entry: Int, bucket: UInt64, _ log: inout MutableSpan<Entry>) {
        let place = BucketQueue.place(min(bucket, current &+ BucketQueue.buckets &- 1))
        log[entry] = Entry(log[entry].node, after: last[place])
        last[place] = Int32(truncatingIfNeeded: entry)
    }

    @inline(__always)
    private static func place(_ bucket: UInt64) -> Int { Int(bucket % buckets) }

    /// Takes an entry out of the first bucket that holds any; nil when none does.
    @inline(__always)
    mutating func pop(_ log: borrowing MutableSpan<Entry>) -> Int? {
        if rest < 0, !advance() { return nil }
        let entry = Int(rest)
        rest = log[entry].before
        return entry
    }

    /// Goes on to the next bucket that holds anything; false when none does.
    @inline(__always)
    private mutating func advance() -> Bool {
        var bucket = current
        let end = current &+ BucketQueue.buckets
        while bucket < end {
            let place = BucketQueue.place(bucket)
            if last[place] >= 0 {
                (current, rest) = (bucket, last[place])
                last[place] = -1
                return true
            }
            bucket &+= 1
        }
        return false
    }

    /// Begins again at distance 0; the queue must be empty.
    mutating func rewind() { current = 0 }
}
