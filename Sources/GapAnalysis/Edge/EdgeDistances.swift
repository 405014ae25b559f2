import Geometry
import PedestrianNetworks
import StudyAreas

/// How far the edge of the data is from every block, on foot and as the crow flies.
struct EdgeDistances: Sendable {
    /// Whether there is an edge to speak of; without a network and a boundary there is none.
    let isKnown: Bool
    /// The longest walk that was looked for.
    let widest: WalkingDistance
    /// By block, the walk to the edge; nil when it is longer than `widest`.
    let walks: [WalkingDistance?]
    /// By block, the straight line to the edge; nil when it is longer than the radius by more than a metre.
    let lines: [WalkingDistance?]

    /// Looks for the edge from every block of `area`, as far as `widest` on foot and `radius` metres straight.
    ///
    /// - Throws: `GeometryError` when GEOS fails.
    init(of area: StudyArea, within widest: WalkingDistance, radius: Double = 0) throws {
        self.widest = widest
        isKnown = area.network.edgeCount > 0 || !area.boundary.isEmpty
        guard isKnown else {
            (walks, lines) = (area.blocks.map { _ in nil }, area.blocks.map { _ in nil })
            return
        }
        let edge = try DataEdge(of: area)
        walks = edge.walks(from: area.blockPlaces, count: area.blocks.count, on: area.network, within: widest)
        var scratch = SpatialIndex.Scratch()
        lines = try area.blocks.map { block in
            try edge.straightDistance(from: block.origin, within: radius + 1, &scratch)
                .map { WalkingDistance(metres: $0) }
        }
    }
}
