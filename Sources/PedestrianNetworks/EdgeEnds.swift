/// The edges that meet at each node, by counting sort.
struct EdgeEnds {
    let tails: [Int32]
    let heads: [Int32]
    private let compounds: [Int32]
    private var first: [Int32]
    private(set) var edge: [Int32]

    init(nodes: Int, tails: [Int32], heads: [Int32], compounds: [Int32]) {
        (self.tails, self.heads, self.compounds) = (tails, heads, compounds)
        first = [Int32](repeating: 0, count: nodes + 1)
        for node in tails { first[Int(node) + 1] += 1 }
        for node in heads { first[Int(node) + 1] += 1 }
        for node in 0..<nodes { first[node + 1] += first[node] }
        edge = [Int32](repeating: 0, count: 2 * tails.count)
        var next = first
        for number in tails.indices {
            put(Int32(number), at: tails[number], &next)
            put(Int32(number), at: heads[number], &next)
        }
    }

    private mutating func put(_ number: Int32, at node: Int32, _ next: inout [Int32]) {
        edge[Int(next[Int(node)])] = number
        next[Int(node)] += 1
    }

    func range(of node: Int32) -> Range<Int> { Int(first[Int(node)])..<Int(first[Int(node) + 1]) }

    /// How many nodes are inner: each makes two edges one chain.
    var innerCount: Int {
        guard compounds.isEmpty else { return (0..<Int32(first.count - 1)).count { isInner($0) } }
        let first = first.span
        return (1..<first.count).reduce(0) { $0 + (first[$1] - first[$1 - 1] == 2 ? 1 : 0) }
    }

    /// Whether exactly two edges meet at `node`, both as open as the other.
    func isInner(_ node: Int32) -> Bool {
        let range = range(of: node)
        guard range.count == 2 else { return false }
        guard !compounds.isEmpty else { return true }
        return compounds[Int(edge[range.lowerBound])] == compounds[Int(edge[range.lowerBound + 1])]
    }

    func otherEnd(of edge: Int32, from node: Int32) -> Int32 {
        tails[Int(edge)] == node ? heads[Int(edge)] : tails[Int(edge)]
    }

    /// The edge on which a chain goes on beyond `node`; nil where it ends.
    func next(after last: Int32, at node: Int32) -> Int32? {
        guard isInner(node) else { return nil }
        let place = range(of: node).lowerBound
        return edge[place] == last ? edge[place + 1] : edge[place]
    }
}
