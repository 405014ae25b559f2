import Geometry
import PedestrianNetworks
import Standards
import StudyAreas

/// How far the edge of the data is from every block, and when asked from every facility, on foot and as the crow flies.
struct EdgeDistances: Sendable {
    /// Whether there is an edge to speak of; without a network and a boundary there is none.
    let isKnown: Bool
    /// The longest walk that was looked for.
    let widest: WalkingDistance
    /// By block, the walk to the edge; nil when it is longer than `widest`.
    let walks: [WalkingDistance?]
    /// By block, the straight line to the edge; nil when it is longer than the radius by more than a metre.
    let lines: [WalkingDistance?]
    /// By facility, the walk to the edge; nil when it is longer than `widest`, or nobody asked.
    private(set) var facilityWalks: [WalkingDistance?]
    /// By facility, the straight line from its outline to the edge; nil when it is longer than the radius by more
    /// than a metre, or nobody asked.
    private(set) var facilityLines: [WalkingDistance?]

    /// Looks for the edge from every block of `area`, as far as `widest` on foot and `radius` metres straight.
    ///
    /// - Parameter kinds: Those whose facilities are asked for the straight line; nil asks nothing of facilities.
    /// - Throws: `GeometryError` when GEOS fails.
    init(
        of area: StudyArea, within widest: WalkingDistance, radius: Double = 0,
        facilitiesByRadius kinds: Set<FacilityKind.ID>? = nil
    ) throws {
        facilityWalks = area.facilities.map { _ in nil }
        facilityLines = facilityWalks
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
        guard let kinds else { return }
        facilityWalks = edge.walks(
            from: area.facilityPlaces, count: area.facilities.count, on: area.network, within: widest)
        let context = GEOSContext()
        for (place, facility) in area.facilities.enumerated() where kinds.contains(facility.kind) {
            facilityLines[place] = try edge.straightDistance(
                from: facility.shape, within: radius + 1, context, &scratch
            ).map { WalkingDistance(metres: $0) }
        }
    }
}
