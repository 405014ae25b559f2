/// A packed, static R-tree over boxes: built once, then only read.
///
/// Leaves are ordered along a Hilbert curve and grouped by sixteen, level by level, so the tree is implicit:
/// the children of node *i* are nodes 16*i*…16*i*+15 of the level below (Kamel and Faloutsos, "Hilbert R-tree",
/// VLDB 1994). Building takes O(n log n), a query touches O(log n + answers) nodes for boxes of like size.
public struct SpatialIndex: Sendable {
    static let fanout = 16

    /// Item numbers in leaf order.
    private let items: [Int32]
    /// Four numbers a node (minX, minY, maxX, maxY), the leaves first, then level by level up to the root.
    private let bounds: [Double]
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
        items = HilbertCurve.numbers(inOrderOf: &keys).map { Int32(truncatingIfNeeded: $0) }
        (bounds, levelStart) = SpatialIndex.packed(items, boxes)
    }

    private static func packed(
        _ items: [Int32], _ boxes: [Box]
    ) -> (bounds: [Double], levelStart: [Int]) {
        var bounds: [Double] = []
        bounds.reserveCapacity(4 * (items.count + items.count / (fanout - 1) + 32))
        for item in items { append(boxes[Int(item)], to: &bounds) }
        var levelStart = [0, items.count]
        var below = 0..<items.count
        while below.count > 1 {
            for start in stride(from: below.lowerBound, to: below.upperBound, by: fanout) {
                append(box(around: start..<min(start + fanout, below.upperBound), bounds), to: &bounds)
            }
            below = below.upperBound..<bounds.count / 4
            levelStart.append(below.upperBound)
        }
        return (bounds, levelStart)
    }

    private static func append(_ box: Box, to bounds: inout [Double]) {
        bounds.append(box.minX)
        bounds.append(box.minY)
        bounds.append(box.maxX)
        bounds.append(box.maxY)
    }

    private static func box(around nodes: Range<Int>, _ bounds: [Double]) -> Box {
        nodes.reduce(into: .empty) { box, node in
            box.extend(
                to: Box(
                    minX: bounds[4 * node], minY: bounds[4 * node + 1], maxX: bounds[4 * node + 2],
                    maxY: bounds[4 * node + 3]))
        }
    }

    /// Room for a query's open nodes, kept by the caller so that a query allocates nothing.
    public struct Scratch: Sendable {
        fileprivate var open: [(level: Int32, node: Int32, squared: Double)] = []

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

    /// Visits items in the neighbourhood of `position`, near boxes first, until none is left within reach.
    ///
    /// - Parameters:
    ///   - reach: The squared distance beyond which boxes are of no interest; the visitor lowers it as it
    ///     finds nearer things, and raises it never. Boxes at exactly `reach` are visited.
    ///   - visit: Called with an item's number and `reach`.
    public func forEach(
        near position: Position, reach: inout Double, scratch: inout Scratch,
        _ visit: (Int, inout Double) -> Void
    ) {
        guard count > 0 else { return }
        scratch.open.removeAll(keepingCapacity: true)
        let root = levelStart.count - 2
        scratch.open.append((Int32(root), 0, box(level: root, node: 0).squaredDistance(to: position)))
        while let (level, node, squared) = scratch.open.popLast() {
            guard squared <= reach else { continue }
            if level == 0 {
                visit(Int(items[Int(node)]), &reach)
            } else {
                open(level: Int(level), node: Int(node), position, reach, &scratch)
            }
        }
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

    private func box(level: Int, node: Int) -> Box {
        let place = 4 * (levelStart[level] + node)
        return Box(
            minX: bounds[place], minY: bounds[place + 1], maxX: bounds[place + 2], maxY: bounds[place + 3])
    }
}
