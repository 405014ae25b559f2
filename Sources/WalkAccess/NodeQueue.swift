import PedestrianNetworks

/// A priority queue of nodes by distance: an implicit four-ary heap of single words.
///
/// Key and node share 64 bits, 40 for micrometres (up to 1,099 km) and 24 for the node (up to 16.7 million), so
/// that one comparison orders entries and ties go to the lower node. Outdated entries are left in and skipped
/// by the search. On the arity see LaMarca and Ladner, "The influence of caches on the performance of heaps",
/// ACM Journal of Experimental Algorithmics 1, 1996.
struct NodeQueue: Sendable {
    private var entries: [UInt64] = []

    mutating func removeAll() { entries.removeAll(keepingCapacity: true) }

    mutating func push(_ node: Int32, key: Int64) {
        guard key <= WalkingDistance.furthest.micrometres else { return }
        entries.append(UInt64(key) << 24 | UInt64(node))
        var place = entries.count - 1
        let entry = entries[place]
        while place > 0 {
            let parent = (place - 1) >> 2
            if entries[parent] <= entry { break }
            entries[place] = entries[parent]
            place = parent
        }
        entries[place] = entry
    }

    mutating func pop() -> (node: Int32, key: Int64)? {
        guard let least = entries.first, let last = entries.popLast() else { return nil }
        if !entries.isEmpty { sink(last) }
        return (Int32(least & 0xFF_FFFF), Int64(least >> 24))
    }

    /// Lets `entry` sink from the root to its place.
    private mutating func sink(_ entry: UInt64) {
        var heap = entries.mutableSpan
        let count = heap.count
        var place = 0
        while true {
            let first = 4 * place + 1
            guard first < count else { break }
            var child = first
            for rival in first + 1..<max(min(first + 4, count), first + 1) where heap[rival] < heap[child] {
                child = rival
            }
            guard heap[child] < entry else { break }
            heap[place] = heap[child]
            place = child
        }
        heap[place] = entry
    }
}
