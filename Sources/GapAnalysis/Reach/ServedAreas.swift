public import Geometry
import PedestrianNetworks
import StudyAreas
import WalkAccess
import WorkSharing

/// Where the facilities of each requirement can be reached from, for drawing: streets under a walk, land under a service
/// radius.
///
/// Facilities that are too small serve nobody. Where a minimum hangs on the age of a community, one that is large enough
/// at any age counts.
public struct ServedAreas: Sendable {
    /// A stretch of an edge from which a facility is within the lenient limit.
    public struct Stretch: Hashable, Sendable {
        /// The edge, a place in the network's edge columns.
        public let edge: Int32
        /// Where it begins and ends, in micrometres from the edge's tail.
        public let from, to: UInt32

        /// A stretch of an edge.
        public init(edge: Int32, from: UInt32, to: UInt32) {
            (self.edge, self.from, self.to) = (edge, from, to)
        }
    }

    /// What is served under one requirement.
    public enum Area: Sendable {
        /// Stretches by edge and along it; none touch.
        case streets([Stretch])
        /// In the plane; what lies within the radius of the outline of any facility.
        case land([Polygon])
    }

    /// By requirement; nil where no facility serves anybody.
    public let areas: [Area?]

    /// By requirement, the limit in metres: the lenient one of walks, the strict one of a radius.
    public let limits: [Double]

    /// Walks from the facilities of `audit`, requirements spread over its options' threads.
    ///
    /// - Throws: `GeometryError` when GEOS fails.
    public init(of audit: Audit) async throws {
        let arcs = ArcChains(of: audit.area.network)
        areas = try await concurrentMap(
            count: audit.requirements.count, threads: audit.options.threads,
            workspace: { ReachSearch(on: audit.area.network, arcs) }, progress: { _ in }
        ) { index, search in
            try Self.area(audit.requirements[index], of: audit, &search)
        }
        limits = audit.requirements.map { result in
            (result.requirement.isByRadius ? result.limits.strict : result.limits.lenient).roundedMetres
        }
    }

    private static func area(
        _ result: RequirementAudit, of audit: Audit, _ search: inout ReachSearch
    ) throws -> Area? {
        let area = audit.area
        let supply = KindSupply(audit.standard.providers(of: result.requirement), in: area)
        guard !supply.suitable.isEmpty else { return nil }
        if result.requirement.isByRadius {
            return .land(
                try land(within: result.limits.strict.roundedMetres, of: supply.suitable, in: area))
        }
        let limit = ReachLimit(metres: result.limits.lenient.roundedMetres)
        let ways = search.ways(from: area.facilityPlaces.selecting(supply.suitable), within: [limit])
        return .streets(joined(ways.pieces))
    }

    /// Pieces that belong to different facilities and meet are one stretch.
    private static func joined(_ pieces: [ReachedPiece]) -> [Stretch] {
        var stretches: [Stretch] = []
        for piece in pieces {
            if let last = stretches.last, last.edge == piece.edge, last.to >= piece.from {
                stretches[stretches.count - 1] = Stretch(
                    edge: last.edge, from: last.from, to: max(last.to, piece.to))
            } else {
                stretches.append(Stretch(edge: piece.edge, from: piece.from, to: piece.to))
            }
        }
        return stretches
    }

    private static func land(
        within radius: Double, of facilities: [Int], in area: StudyArea
    ) throws -> [Polygon] {
        let context = GEOSContext()
        // For drawing: an eighth of a quarter is a third of a metre off at 300 m.
        let pieces = try facilities.flatMap {
            try context.buffer(area.facilities[$0].shape, by: radius, quadrantSegments: 8)
        }
        return try context.union(of: pieces)
    }
}
