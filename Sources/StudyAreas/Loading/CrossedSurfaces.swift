import Geometry
import PedestrianNetworks

/// Counts surfaces whose outline ways cross.
///
/// Buildings and compounds are drawn beside the ways; moved by some hundred metres they lie across them.
struct CrossedSurfaces {
    private let segments: [Segment]
    private let index: SpatialIndex

    init(_ network: PedestrianNetwork) {
        segments = (0..<network.edgeCount).map { network.segment(of: $0) }
        index = SpatialIndex(segments.map(\.box))
    }

    /// Which of the surfaces a way crosses.
    func crossed(_ surfaces: [Shape]) -> [Bool] {
        var scratch = SpatialIndex.Scratch()
        return surfaces.map { surface in
            var isCrossed = false
            surface.forEachRun { run in
                for side in zip(run, run.dropFirst()).map({ Segment($0, $1) }) where !isCrossed {
                    index.forEach(meeting: side.box, scratch: &scratch) { edge in
                        if !isCrossed, case .point = side.meeting(segments[edge]) { isCrossed = true }
                    }
                }
            }
            return isCrossed
        }
    }
}
