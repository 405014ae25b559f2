/// What several capsules cover of one side or circle, and what they leave.
struct CoverList {
    /// An end of what is left: how far along, where, and the other element there.
    typealias End = (at: Double, point: Vector, element: Int32)

    private var covers: [Cover] = []
    /// Those of a circle by angle from where the first of them begins.
    private var unrolled: [Cover] = []

    mutating func removeAll() { covers.removeAll(keepingCapacity: true) }

    mutating func append(_ cover: Cover) { covers.append(cover) }

    /// Calls `body` with each part that is left between two ends of a side.
    mutating func forEachGap(from start: End, to end: End, _ body: (End, End) -> Void) {
        covers.sort { $0.from < $1.from }
        var reached = start
        for cover in covers {
            if cover.from > reached.at { body(reached, (cover.from, cover.fromPoint, cover.entry)) }
            if cover.to > reached.at { reached = (cover.to, cover.toPoint, cover.exit) }
        }
        if end.at > reached.at { body(reached, end) }
    }

    /// Calls `body` with each arc that is left of a circle, of which something is covered; ends as pseudo-angles, of
    /// which the second is greater than the first.
    mutating func forEachGapOnCircle(_ body: (End, End) -> Void) {
        guard let first = covers.first?.from else { return }
        unroll(from: first)
        var reached: End = (-1, Vector(), -1)
        for cover in unrolled where cover.to - 4 > reached.at {
            reached = (cover.to - 4, cover.toPoint, cover.exit)
        }
        for cover in unrolled {
            if reached.at >= 0, cover.from > reached.at {
                body(
                    (reached.at + first, reached.point, reached.element),
                    (cover.from + first, cover.fromPoint, cover.entry))
            }
            if cover.to > reached.at { reached = (cover.to, cover.toPoint, cover.exit) }
        }
        guard reached.at < 4, let next = unrolled.first else { return }
        body(
            (reached.at + first, reached.point, reached.element), (4 + first, next.fromPoint, next.entry))
    }

    /// Whether anything of a circle is left.
    mutating func leaveGapOnCircle() -> Bool {
        var isLeft = false
        forEachGapOnCircle { _, _ in isLeft = true }
        return isLeft
    }

    private mutating func unroll(from first: Double) {
        unrolled.removeAll(keepingCapacity: true)
        for cover in covers {
            let length = cover.to - cover.from
            var turned = cover
            turned.from = cover.from < first ? cover.from - first + 4 : cover.from - first
            turned.to = turned.from + (length < 0 ? length + 4 : length)
            unrolled.append(turned)
        }
        unrolled.sort { $0.from < $1.from }
    }
}
