/// A packed, static R-tree over boxes: built once, then only read.
///
/// Leaves are ordered along a Hilbert curve and grouped by sixteen, level by level, so the tree is implicit:
/// the children of node *i* are nodes 16*i*…16*i*+15 of the level below (Kamel and Faloutsos, "Hilbert R-tree",
/// VLDB 1994). Building takes O(n log n), a query touches O(log n + answers) nodes for boxes of like size.
public struct SpatialIndex: Sendable {
    static let fanout = 16

    /// Item numbers in leaf order.
    private let items: [Int32]
    /// The boxes of all nodes, the leaves first, then level by level up to the root.
    private let boxes: [Box]
    /// Where each level starts, counted in nodes; one more entry than there are levels.
    private let levelStart: [Int]

    /// The number of boxes.
    public var count: Int { items.count }

    /// An index over `boxes`, whose places in the array are the items' numbers.
    ///
    /// Empty boxes are never found. At most 2³¹−1 boxes.
    public init(_ boxes: [Box]) {
        var whole = Box.empty
        for box in boxes where !box.isEmpty { whole.extend(to: box) }
        // Where all boxes are empty there is no whole to run a curve over.
        if whole.isEmpty { whole = Box(Position(0, 0), Position(0, 0)) }
        let curve = HilbertCurve(over: whole)
        let corner = Position(whole.minX, whole.minY)
        var keys: [UInt64] = []
        keys.reserveCapacity(boxes.count)
        for box in boxes {
            keys.append(curve.key(of: box.isEmpty ? corner : box.centre, number: keys.count))
        }
        let order = HilbertCurve.numbers(inOrderOf: &keys).map { Int32(truncatingIfNeeded: $0) }
        self.init(inOrder: order) { boxes[$0] }
    }

    /// An index over `items`, which come in the order of some curve already.
    ///
    /// - Parameter box: The box of an item.
    public init(inOrder items: [Int32], box: (_ item: Int) -> Box) {
        self.items = items
        var boxes: [Box] = []
        boxes.reserveCapacity(items.count + items.count / (SpatialIndex.fanout - 1) + 8)
        for item in items { boxes.append(box(Int(item))) }
        var levelStart = [0, items.count]
        var below = 0..<items.count
        while below.count > 1 {
            for start in stride(from: below.lowerBound, to: below.upperBound, by: SpatialIndex.fanout) {
                var whole = boxes[start]
                for node in start + 1..<max(start + 1, min(start + SpatialIndex.fanout, below.upperBound)) {
                    whole.extend(to: boxes[node])
                }
                boxes.append(whole)
            }
            below = below.upperBound..<boxes.count
            levelStart.append(below.upperBound)
        }
        (self.boxes, self.levelStart) = (boxes, levelStart)
    }

    /// Room for a query's open nodes, kept by the caller so that a query allocates nothing.
    public struct Scratch: Sendable {
        fileprivate var open: [(level: Int32, node: Int32, squared: Double)] = []
        fileprivate var leaves: [(item: Int32, squared: Double)] = []

        /// Scratch space that grows on first use.
        public init() {}
    }

    /// Visits every item whose box meets `window`, in no promised order.
    public func forEach(meeting window: Box, scratch: inout Scratch, _ visit: (Int) -> Void) {
        guard count > 0 else { return }
        scratch.open.removeAll(keepingCapacity: true)
        scratch.open.append((Int32(levelStart.count - 2), 0, 0))
        while let (level, node, _) = scratch.open.popLast() {
            guard box(level: Int(level), node: Int(node)).intersects(window) else { continue }
            if level == 0 {
                visit(Int(items[Int(node)]))
            } else {
                for child in children(level: Int(level), node: Int(node)) {
                    scratch.open.append((level - 1, Int32(child), 0))
                }
            }
        }
    }

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

    /// Puts a node's children on the stack, the nearest on top, so that `reach` shrinks early.
    private func open(
        level: Int, node: Int, _ position: Position, _ reach: Double, _ scratch: inout Scratch
    ) {
        let first = scratch.open.count
        for child in children(level: level, node: node) {
            let squared = box(level: level - 1, node: child).squaredDistance(to: position)
            guard squared <= reach, squared < .infinity else { continue }
            scratch.open.append((Int32(level - 1), Int32(child), squared))
            var place = scratch.open.count - 1
            while place > first, scratch.open[place - 1].squared < scratch.open[place].squared {
                scratch.open.swapAt(place - 1, place)
                place -= 1
            }
        }
    }

    private func children(level: Int, node: Int) -> Range<Int> {
        let size = levelStart[level] - levelStart[level - 1]
        let start = node * SpatialIndex.fanout
        return start..<min(start + SpatialIndex.fanout, size)
    }

    private func box(level: Int, node: Int) -> Box { boxes[levelStart[level] + node] }
}
