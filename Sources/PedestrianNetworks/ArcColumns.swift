/// Forward-star columns of undirected edges, by counting sort; arcs of a node keep the order of the edges.
public struct ArcColumns: Sendable {
    /// Where each node's arcs begin; one more entry than there are nodes.
    public private(set) var firstOut: [Int32]
    /// The node an arc leads to.
    public private(set) var head: [Int32]
    /// The length of an arc in micrometres.
    public private(set) var weight: [UInt32]

    /// The arcs of all edges of `network`: two for each, of equal length.
    public init(of network: PedestrianNetwork) {
        self.init(
            nodes: network.nodeCount, tails: network.edgeTail, heads: network.edgeHead,
            lengths: (0..<network.edgeCount).map { network.length(of: $0) })
    }

    init(nodes: Int, tails: [Int32], heads: [Int32], lengths: [UInt32]) {
        firstOut = [Int32](repeating: 0, count: nodes + 1)
        for node in tails { firstOut[Int(node) + 1] += 1 }
        for node in heads { firstOut[Int(node) + 1] += 1 }
        for node in 0..<nodes { firstOut[node + 1] += firstOut[node] }
        head = [Int32](repeating: 0, count: 2 * tails.count)
        weight = [UInt32](repeating: 0, count: 2 * tails.count)
        var next = firstOut
        for edge in tails.indices {
            put(from: tails[edge], to: heads[edge], lengths[edge], &next)
            put(from: heads[edge], to: tails[edge], lengths[edge], &next)
        }
    }

    private mutating func put(from: Int32, to: Int32, _ length: UInt32, _ next: inout [Int32]) {
        let arc = Int(next[Int(from)])
        next[Int(from)] += 1
        head[arc] = to
        weight[arc] = length
    }
}
