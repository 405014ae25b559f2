import Geometry

/// Short walks along drawn lines: whether what lies close is close on foot as well.
///
/// Dijkstra's search, bounded: it looks at the nodes within the bound and no others.
struct LocalWalk {
    private let network: DrawnNetwork
    private let bound: Double

    init(on network: DrawnNetwork, within bound: Double) {
        self.network = network
        self.bound = bound
    }

    /// The nodes within the bound of `start` and the metres to each.
    func distances(from start: Int32) -> [Int32: Double] {
        var settled: [Int32: Double] = [:]
        var open: [(metres: Double, node: Int32)] = [(0, start)]
        while let nearest = open.indices.min(by: { open[$0] < open[$1] }) {
            let (metres, node) = open[nearest]
            open.swapAt(nearest, open.count - 1)
            open.removeLast()
            guard settled[node] == nil else { continue }
            settled[node] = metres
            for (next, length) in network.neighbours(of: node)
            where settled[next] == nil && metres + length <= bound {
                open.append((metres + length, next))
            }
        }
        return settled
    }

    /// Whether `fraction` of the length of `piece` is within the bound of where `distances` were taken from.
    func reaches(_ piece: Int, at fraction: Double, _ distances: [Int32: Double]) -> Bool {
        let length = network.segment(piece).length
        let ends = [(network.pieces[piece].tail, fraction), (network.pieces[piece].head, 1 - fraction)]
        return ends.contains { node, share in
            distances[node].map { $0 + share * length <= bound } ?? false
        }
    }
}
