/// A packed, static R-tree over boxes: built once, then only read.
///
/// Leaves are ordered along a Hilbert curve and grouped by sixteen, level by level, so the tree is implicit:
/// the children of node *i* are nodes 16*i*…16*i*+15 of the level below (Kamel and Faloutsos, "Hilbert R-tree",
/// VLDB 1994). Building takes O(n log n), a query touches O(log n + answers) nodes for boxes of like size.
public struct SpatialIndex: Sendable {
    static let fanout = 16

    /// Item numbers in leaf order.
    let items: [Int32]
    /// The boxes of all nodes, the leaves first, then level by level up to the root.
    let boxes: [Box]
    /// Where each level starts, counted in nodes; one more entry than there are levels.
    let levelStart: [Int]

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
        let order = CountingSort.numbers(inOrderOf: &keys).map { Int32(truncatingIfNeeded: $0) }
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
        var open: [(level: Int32, node: Int32, squared: Double)] = []
        var leaves: [(item: Int32, squared: Double)] = []

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

    func children(level: Int, node: Int) -> Range<Int> {
        let size = levelStart[level] - levelStart[level - 1]
        let start = node * SpatialIndex.fanout
        return start..<min(start + SpatialIndex.fanout, size)
    }

    func box(level: Int, node: Int) -> Box { boxes[levelStart[level] + node] }
}
