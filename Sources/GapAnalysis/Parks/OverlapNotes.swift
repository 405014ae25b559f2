import Geometry
import StudyAreas

/// Says which open spaces lie on one another: often one park drawn twice, whose land still counts once.
struct OverlapNotes {
    let area: StudyArea

    /// Overlaps below this, in m², are careless corners.
    private static let leastArea = 1.0

    /// A finding for each pair, under the later one.
    ///
    /// - Throws: `GeometryError` when GEOS fails.
    func findings() throws -> [Finding] {
        let boxes = area.facilities.map { $0.shape.polygons.isEmpty ? Box.empty : $0.shape.box }
        let index = SpatialIndex(boxes)
        let context = GEOSContext()
        var scratch = SpatialIndex.Scratch()
        var findings: [Finding] = []
        for later in boxes.indices where !boxes[later].isEmpty {
            var near: [Int] = []
            index.forEach(meeting: boxes[later], scratch: &scratch) { if $0 < later { near.append($0) } }
            for earlier in near.sorted() {
                let shared = try sharedArea(earlier, later, context)
                if shared >= Self.leastArea { findings.append(finding(earlier, later, shared)) }
            }
        }
        return findings
    }

    private func sharedArea(_ a: Int, _ b: Int, _ context: GEOSContext) throws -> Double {
        let (first, second) = (area.facilities[a].shape.polygons, area.facilities[b].shape.polygons)
        return try context.intersection(first, second).reduce(0) { $0 + $1.area }
    }

    private func finding(_ earlier: Int, _ later: Int, _ shared: Double) -> Finding {
        Finding(
            .parksOverlap, layer: "facilities", feature: area.facilities[later].id,
            arguments: [area.facilities[earlier].id, "\(Int(shared.rounded()))"])
    }
}
