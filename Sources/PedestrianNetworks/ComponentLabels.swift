/// The connected pieces of a network, by union–find with path halving.
struct ComponentLabels {
    /// The piece of each node, a place in `components`.
    private(set) var component: [Int32]
    /// The pieces, the longest first; equal ones by their first edge.
    private(set) var components: [NetworkComponent]

    init(nodes: Int, tails: [Int32], heads: [Int32], lengths: [UInt32]) {
        var parent = Array(0..<Int32(nodes))
        func root(_ node: Int32) -> Int32 {
            var node = node
            while parent[Int(node)] != node {
                parent[Int(node)] = parent[Int(parent[Int(node)])]
                node = parent[Int(node)]
            }
            return node
        }
        for edge in tails.indices {
            let (a, b) = (root(tails[edge]), root(heads[edge]))
            if a != b { parent[Int(max(a, b))] = min(a, b) }
        }
        var place = [Int32](repeating: -1, count: nodes)
        var found: [NetworkComponent] = []
        for edge in tails.indices {
            let piece = Int(root(tails[edge]))
            if place[piece] < 0 {
                place[piece] = Int32(found.count)
                found.append(NetworkComponent(firstEdge: Int32(edge)))
            }
            found[Int(place[piece])].edges += 1
            found[Int(place[piece])].length.micrometres += Int64(lengths[edge])
        }
        let order = found.indices.sorted {
            (found[$1].length, found[$0].firstEdge) < (found[$0].length, found[$1].firstEdge)
        }
        var rank = [Int32](repeating: 0, count: found.count)
        for (new, old) in order.enumerated() { rank[old] = Int32(new) }
        component = (0..<Int32(nodes)).map { rank[Int(place[Int(root($0))])] }
        components = order.map { found[$0] }
        for piece in component { components[Int(piece)].nodes += 1 }
    }
}
