import Geometry
import WorkSharing

/// Finds the pieces that cross, touch or lie on one another.
///
/// Every piece asks the index for those behind it in the input, so each pair is looked at once.
struct SegmentPairs: Sendable {
    let network: DrawnNetwork
    /// Pieces no further apart than this, in metres, lie on one another.
    let tolerance: Double

    /// Two pieces that meet in a point without a common node.
    struct Crossing: Sendable {
        /// Places of the pieces, ascending.
        let pieces: (Int, Int)
        let position: Position
        /// The node that lies on the other piece, and that piece; nil where both are crossed within.
        let touch: Touch?
    }

    struct Touch: Hashable, Sendable {
        let node: Int32
        let piece: Int
    }

    /// Two pieces that share a stretch of so many metres.
    struct Overlap: Sendable {
        let pieces: (Int, Int)
        let stretch: Segment
    }

    /// What was found, in the order of the first piece, then of the second.
    struct Found: Sendable {
        var crossings: [Crossing] = []
        var overlaps: [Overlap] = []
    }

    func find(threads: Int) async throws -> Found {
        let parts = chunks(of: network.pieces.count, size: 1024)
        let found = try await concurrentMap(
            count: parts.count, threads: threads, workspace: { SpatialIndex.Scratch() }
        ) { part, scratch in
            parts[part].reduce(into: Found()) { look(from: $1, &scratch, into: &$0) }
        }
        return found.reduce(into: Found()) {
            $0.crossings += $1.crossings
            $0.overlaps += $1.overlaps
        }
    }

    private func look(from piece: Int, _ scratch: inout SpatialIndex.Scratch, into found: inout Found) {
        let window = network.segment(piece).box.grown(by: tolerance)
        var others: [Int] = []
        network.index.forEach(meeting: window, scratch: &scratch) { if $0 > piece { others.append($0) } }
        for other in others.sorted() {
            if let stretch = overlap(piece, other) {
                found.overlaps.append(Overlap(pieces: (piece, other), stretch: stretch))
            } else if !network.isRepeated[piece], !network.isRepeated[other],
                let crossing = crossing(piece, other)
            {
                found.crossings.append(crossing)
            }
        }
    }

    /// Where two pieces meet in a point without a common node; the point does not depend on their order or direction.
    func crossing(_ first: Int, _ second: Int) -> Crossing? {
        guard !shareNode(first, second) else { return nil }
        let (a, b) = (network.segment(first), network.segment(second))
        guard case .point(let along) = a.meeting(b), case .point(let across) = b.meeting(a) else {
            return nil
        }
        let touch =
            end(of: first, at: along).map { Touch(node: $0, piece: second) }
            ?? end(of: second, at: across).map { Touch(node: $0, piece: first) }
        let position = touch.map { network.nodes[Int($0.node)] } ?? Self.meetingPoint(a, b)
        return Crossing(pieces: (first, second), position: position, touch: touch)
    }

    /// The common point of two segments that cross, taken along the one that begins further west, then south.
    private static func meetingPoint(_ a: Segment, _ b: Segment) -> Position {
        let (first, second) = (a.eastward, b.eastward)
        let isFirst =
            (first.start.x, first.start.y, first.end.x, first.end.y)
            < (second.start.x, second.start.y, second.end.x, second.end.y)
        let (along, across) = isFirst ? (first, second) : (second, first)
        guard case .point(let fraction) = along.meeting(across) else { return along.start }
        return along.point(at: fraction)
    }

    private func end(of piece: Int, at fraction: Double) -> Int32? {
        if fraction == 0 { return network.pieces[piece].tail }
        return fraction == 1 ? network.pieces[piece].head : nil
    }

    private func shareNode(_ first: Int, _ second: Int) -> Bool {
        let (a, b) = (network.pieces[first], network.pieces[second])
        return a.tail == b.tail || a.tail == b.head || a.head == b.tail || a.head == b.head
    }

    /// The stretch of the first piece that the second follows within the tolerance; nil when it is shorter than ten
    /// tolerances, as where two pieces of a line meet.
    private func overlap(_ first: Int, _ second: Int) -> Segment? {
        let (a, b) = (network.segment(first), network.segment(second))
        let reach = tolerance + 1e-8
        let ends = [b.start, b.end].map { a.nearest(to: $0) }
        let (low, high) = ends[0].fraction < ends[1].fraction ? (ends[0], ends[1]) : (ends[1], ends[0])
        let stretch = Segment(low.point, high.point)
        guard stretch.length >= max(10 * reach, 0.001) else { return nil }
        let isNear = [stretch.start, stretch.end].allSatisfy {
            b.nearest(to: $0).squaredDistance <= reach * reach
        }
        return isNear ? stretch : nil
    }
}

extension Segment {
    /// The same segment in the direction of growing eastings, then northings.
    fileprivate var eastward: Segment {
        (start.x, start.y) <= (end.x, end.y) ? self : Segment(end, start)
    }
}
