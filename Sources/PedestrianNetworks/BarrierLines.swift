public import Geometry

/// Lines that no straight leg may cross: water, walls, railways.
public struct BarrierLines: Sendable {
    private let segments: [Segment]
    private let index: SpatialIndex

    /// Barriers from chains of positions: lines and rings alike.
    public init(_ runs: [[Position]]) {
        segments = runs.flatMap { run in
            zip(run, run.dropFirst()).map { Segment($0, $1) }
        }
        index = SpatialIndex(segments.map(\.box))
    }

    /// Whether there are none.
    public var isEmpty: Bool { segments.isEmpty }

    /// The lines, pieces that follow each other put together; pieces without a length are left out.
    public var lines: [LineString] {
        var runs: [[Position]] = []
        for segment in segments where segment.start != segment.end {
            if let last = runs.last?.last, last == segment.start {
                runs[runs.count - 1].append(segment.end)
            } else {
                runs.append([segment.start, segment.end])
            }
        }
        return runs.compactMap { try? LineString($0) }
    }

    /// Calls `body` with every straight piece of a barrier whose box meets `window`, in no promised order.
    public func forEach(meeting window: Box, scratch: inout SpatialIndex.Scratch, _ body: (Segment) -> Void) {
        index.forEach(meeting: window, scratch: &scratch) { body(segments[$0]) }
    }

    /// Whether `leg` crosses or touches a barrier.
    ///
    /// A leg that only starts or ends on the barrier, as at a gate in a wall, does not cross it; a centimetre
    /// of carelessness in drawing is forgiven there.
    public func cross(_ leg: Segment, scratch: inout SpatialIndex.Scratch) -> Bool {
        guard !isEmpty else { return false }
        var crossed = false
        let margin = leg.length > 0 ? 0.01 / leg.length : 1
        index.forEach(meeting: leg.box, scratch: &scratch) { barrier in
            if crossed { return }
            switch leg.meeting(segments[barrier]) {
            case .none: break
            case .point(let fraction): crossed = fraction > margin && fraction < 1 - margin
            case .stretch: crossed = true
            }
        }
        return crossed
    }
}
