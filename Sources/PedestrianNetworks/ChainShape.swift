public import Geometry

extension PedestrianNetwork {
    /// The shape of chain `chain` from tail to head; from head to tail for its complement.
    public func positions(along chain: Int32) -> [Position] {
        chain < 0
            ? positions(along: ~chain, chains.length[Int(~chain)], 0)
            : positions(along: chain, 0, chains.length[Int(chain)])
    }

    /// The shape of a stretch of `chain`, two positions at least, which may coincide. O(edges of the chain).
    ///
    /// - Parameters:
    ///   - from: Where it begins, in micrometres from the chain's tail.
    ///   - to: Where it ends; less than `from` for a stretch towards the tail.
    public func positions(along chain: Int32, _ from: UInt32, _ to: UInt32) -> [Position] {
        let (low, high) = (min(from, to), max(from, to))
        var shape = [position(along: chain, at: low)]
        for edge in chains.edges(of: chain).dropFirst() {
            let start = chains.start(of: edge)
            if low < start, start < high {
                shape.append(
                    position(of: chains.isReversed(edge) ? edgeHead[Int(edge)] : edgeTail[Int(edge)]))
            }
        }
        shape.append(position(along: chain, at: high))
        return from <= to ? shape : shape.reversed()
    }

    /// Where one is after `micrometres` along `chain` from its tail.
    func position(along chain: Int32, at micrometres: UInt32) -> Position {
        let edges = chains.edges(of: chain)
        let place = edges.lastIndex { chains.start(of: $0) <= micrometres } ?? edges.startIndex
        let edge = Int(edges[place])
        let length = edgeLength[edge]
        let along = micrometres - chains.start(of: Int32(edge))
        return segment(of: edge).point(
            at: Double(chains.isReversed(Int32(edge)) ? length - along : along) / Double(length))
    }
}
