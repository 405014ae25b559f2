extension SpatialIndex {
    /// Nodes of the tree below which everything lies whose box meets a window.
    public struct Entry: Sendable {
        fileprivate var level: Int
        fileprivate var nodes: [Int]
        /// More nodes than this are slower looked through than come down to.
        fileprivate static let mostNodes = 24
    }

    /// Where queries in `window` can begin, instead of coming down from the root each time.
    public func entry(meeting window: Box) -> Entry {
        var entry = Entry(level: levelStart.count - 2, nodes: count > 0 ? [0] : [])
        while entry.level > 1 {
            let below = entry.nodes.flatMap { children(level: entry.level, node: $0) }
                .filter { box(level: entry.level - 1, node: $0).intersects(window) }
            guard below.count <= Entry.mostNodes else { break }
            entry = Entry(level: entry.level - 1, nodes: below)
        }
        return entry
    }

    /// Visits items in the neighbourhood of `position`, near boxes first, until none is left within reach.
    ///
    /// - Parameters:
    ///   - reach: The squared distance beyond which boxes are of no interest; the visitor lowers it as it
    ///     finds nearer things, and raises it never. Boxes at exactly `reach` are visited.
    ///   - entry: Of this index, for a window that all within reach meets; the root when nil.
    ///   - visit: Called with an item's number and `reach`.
    public func forEach(
        near position: Position, reach: inout Double, from entry: Entry? = nil, scratch: inout Scratch,
        _ visit: (Int, inout Double) -> Void
    ) {
        guard count > 0 else { return }
        scratch.open.removeAll(keepingCapacity: true)
        if let entry {
            for node in entry.nodes { offer(node, level: entry.level, above: 0, position, reach, &scratch) }
        } else {
            offer(0, level: levelStart.count - 2, above: 0, position, reach, &scratch)
        }
        while let (level, node, squared) = scratch.open.popLast() {
            guard squared <= reach else { continue }
            if level < 2 {
                visitLeaves(level: Int(level), node: Int(node), position, &reach, &scratch, visit)
            } else {
                let first = scratch.open.count
                for child in children(level: Int(level), node: Int(node)) {
                    offer(child, level: Int(level) - 1, above: first, position, reach, &scratch)
                }
            }
        }
    }

    /// Puts a node on the stack, the nearest of those above place `first` on top, so that `reach` shrinks early.
    private func offer(
        _ node: Int, level: Int, above first: Int, _ position: Position, _ reach: Double,
        _ scratch: inout Scratch
    ) {
        let squared = box(level: level, node: node).squaredDistance(to: position)
        guard squared <= reach, squared < .infinity else { return }
        scratch.open.append((Int32(level), Int32(node), squared))
        var place = scratch.open.count - 1
        while place > first, scratch.open[place - 1].squared < scratch.open[place].squared {
            scratch.open.swapAt(place - 1, place)
            place -= 1
        }
    }

    /// Visits the leaves below a node, or the one it is itself: the nearest first, so that most others are out of reach.
    private func visitLeaves(
        level: Int, node: Int, _ position: Position, _ reach: inout Double, _ scratch: inout Scratch,
        _ visit: (Int, inout Double) -> Void
    ) {
        scratch.leaves.removeAll(keepingCapacity: true)
        for leaf in level == 0 ? node..<node + 1 : children(level: level, node: node) {
            let squared = boxes[leaf].squaredDistance(to: position)
            guard squared <= reach, squared < .infinity else { continue }
            scratch.leaves.append((items[leaf], squared))
            let last = scratch.leaves.count - 1
            if squared < scratch.leaves[0].squared { scratch.leaves.swapAt(0, last) }
        }
        for (item, squared) in scratch.leaves where squared <= reach { visit(Int(item), &reach) }
    }
}
