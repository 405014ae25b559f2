/// The connected pieces of a network, by union–find with path halving.
struct ComponentLabels {
    /// The piece of each node, a place in `components`.
    private(set) var component: [Int32]
    /// The pieces, the longest first; equal ones by their first edge.
    private(set) var components: [NetworkComponent]

    init(nodes: Int, tails: [Int32], heads: [Int32], lengths: [UInt32]) {
        let roots = Self.roots(nodes: nodes, tails, heads)
        var place = [Int32](repeating: -1, count: nodes)
        var found: [NetworkComponent] = []
        for edge in tails.indices {
            let root = Int(roots[Int(tails[edge])])
            if place[root] < 0 {
                place[root] = Int32(found.count)
                found.append(NetworkComponent(firstEdge: Int32(edge)))
            }
            let piece = Int(place[root])
            found[piece].edges += 1
            found[piece].length.micrometres += Int64(lengths[edge])
        }
        let order = found.indices.sorted {
            (found[$1].length, found[$0].firstEdge) < (found[$0].length, found[$1].firstEdge)
        }
        var rank = [Int32](repeating: 0, count: found.count)
        for (new, old) in order.enumerated() { rank[old] = Int32(new) }
        component = roots.map { rank[Int(place[Int($0)])] }
        components = order.map { found[$0] }
        for piece in component { components[Int(piece)].nodes += 1 }
    }

    /// By node, the first node of its piece.
    private static func roots(nodes: Int, _ tails: [Int32], _ heads: [Int32]) -> [Int32] {
        var parents = Array(0..<Int32(nodes))
        var parent = parents.mutableSpan
        for edge in tails.indices {
            let (a, b) = (root(tails[edge], &parent), root(heads[edge], &parent))
            if a != b { parent[Int(max(a, b))] = min(a, b) }
        }
        // No node comes before its parent, which therefore knows its root by now.
        for node in parent.indices { parent[node] = parent[Int(parent[node])] }
        return parents
    }

    private static func root(_ node: Int32, _ parent: inout MutableSpan<Int32>) -> Int32 {
        var node = node
        while parent[Int(node)] != node {
            parent[Int(node)] = parent[Int(parent[Int(node)])]
            node = parent[Int(node)]
        }
        return node
    }
}
