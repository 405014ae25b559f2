public import Geometry

extension PedestrianNetwork {
    /// The shape of chain `chain` from tail to head; from head to tail for its complement.
    public func positions(along chain: Int32) -> [Position] {
        chain < 0
            ? positions(along: ~chain, chains[~chain].length, 0)
            : positions(along: chain, 0, chains[chain].length)
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
            let start = start(of: edge)
            if low < start, start < high { shape.append(position(of: startNode(of: edge))) }
        }
        shape.append(position(along: chain, at: high))
        return from <= to ? shape : shape.reversed()
    }

    /// Where one is after `micrometres` along `chain` from its tail.
    func position(along chain: Int32, at micrometres: UInt32) -> Position {
        // The last edge that begins no later.
        let edge = chains.edges(of: chain).reduce(chains[chain].firstEdge) {
            start(of: $1) <= micrometres ? $1 : $0
        }
        let length = length(of: Int(edge))
        let along = micrometres - start(of: edge)
        return segment(of: Int(edge)).point(
            at: Double(chains.isReversed(edge) ? length - along : along) / Double(length))
    }
}
