/// The nodes a search has still to look at, roughly by distance: 64 buckets of equal width, used in turn.
///
/// One word says which buckets hold anything, so the next one is found by counting its trailing zeros, and all of the
/// queue of a search of some hundred nodes stays in the nearest cache. Within a bucket the last node in is the first out:
/// it is the likeliest to be near the one before. What lies further ahead than 64 buckets waits in the last of them and
/// is put in again. On buckets see Dial, "Algorithm 360: shortest-path forest with topological ordering",
/// Communications of the ACM 12, 1969.
///
/// The queue promises order for speed only: a search is exact in whatever order it looks at nodes, because a node whose
/// label falls is put in again.
struct BucketQueue: Sendable {
    private static let buckets: UInt64 = 64

    /// By bucket, the last entry put in; -1 when there is none.
    private var first = InlineArray<64, Int32>(repeating: -1)
    /// The entries: a node, and above it the entry put into the same bucket before.
    private var entries: [UInt64] = []
    /// A bit for each bucket that holds something.
    private var filled: UInt64 = 0
    /// The number of the bucket that nodes are taken from, counted from distance 0.
    private(set) var current: UInt64 = 0

    var isEmpty: Bool { filled == 0 }

    /// Puts `node` into bucket number `bucket`, no earlier than the current one.
    @inline(__always)
    mutating func push(_ node: Int, bucket: UInt64) {
        let place = min(bucket, current &+ BucketQueue.buckets &- 1) % BucketQueue.buckets
        entries.append(UInt64(UInt32(bitPattern: first[Int(place)])) << 32 | UInt64(node))
        first[Int(place)] = Int32(truncatingIfNeeded: entries.count &- 1)
        filled |= 1 &<< place
    }

    /// Takes out a node of the first bucket that holds any; there must be one.
    @inline(__always)
    mutating func pop() -> Int {
        let turned = filled &>> current | filled &<< (0 &- current)
        current &+= UInt64(turned.trailingZeroBitCount)
        let place = current % BucketQueue.buckets
        let entry = entries[Int(first[Int(place)])]
        let before = Int32(truncatingIfNeeded: Int64(bitPattern: entry) >> 32)
        first[Int(place)] = before
        if before < 0 { filled &= ~(1 &<< place) }
        return Int(entry & 0xFFFF_FFFF)
    }

    /// Begins again at distance 0; the queue must be empty.
    mutating func rewind() {
        entries.removeAll(keepingCapacity: true)
        current = 0
    }
}
