/// The nodes that are not in the longest connected piece, which most are in: the piece of any node at 8 bytes for each
/// of the others.
struct StrayNodes: Sendable {
    /// Ascending.
    private let nodes: [Int32]
    private let pieces: [Int32]

    /// - Parameter pieces: By node, its piece; 0 for the longest.
    init(_ pieces: [Int32]) {
        let strays = pieces.indices.filter { pieces[$0] != 0 }
        nodes = strays.map { Int32($0) }
        self.pieces = strays.map { pieces[$0] }
    }

    /// The piece that `node` is in. O(log n) in the strays.
    func piece(of node: Int32) -> Int32 {
        var (low, high) = (0, nodes.count)
        while low < high {
            let middle = (low + high) / 2
            if nodes[middle] < node { low = middle + 1 } else { high = middle }
        }
        return low < nodes.count && nodes[low] == node ? pieces[low] : 0
    }
}
