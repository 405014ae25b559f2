public import PedestrianNetworks
import StudyAreas
import WalkAccess

/// Which nearest walks could be shorter, and which counts larger, if the data went on beyond its edge.
///
/// More ways and facilities never make a walk longer or a count smaller. So a walk is certain unless the edge is nearer
/// than the facility found, and a count unless the edge is within its limit.
public struct NearestDoubt: Sendable {
    /// By block, the walk to the edge of the data; nil when it is longer than every limit asked for.
    public let walks: [WalkingDistance?]
    /// By kind and block.
    private let isUncertain: [[Bool]]
    /// The limits of the counts.
    private let countLimits: [WalkingDistance]

    /// - Throws: `GeometryError` when GEOS fails.
    init(
        of found: [NearestWalks], in area: StudyArea, within limit: WalkingDistance,
        counting countLimits: [WalkingDistance]
    ) throws {
        let edge = try EdgeDistances(of: area, within: countLimits.reduce(limit, max))
        walks = edge.walks
        self.countLimits = countLimits
        isUncertain = found.map { row in
            edge.walks.enumerated().map { block, edge in
                guard let edge else { return false }
                return row.distance(from: block).map { edge < $0 } ?? (edge <= limit)
            }
        }
    }

    /// Whether the walk from `block` to the nearest facility of kind `kind` could be shorter, or there be one at all.
    public func isUncertain(kind: Int, block: Int) -> Bool { isUncertain[kind][block] }

    /// The limits within which more facilities could be counted from `block`, in the order asked for.
    public func uncertainCounts(ofBlock block: Int) -> [WalkingDistance] {
        walks[block].map { edge in countLimits.filter { edge <= $0 } } ?? []
    }

    /// How many nearest walks could be shorter.
    public var count: Int { isUncertain.reduce(0) { $0 + $1.count { $0 } } }

    /// The blocks from which any nearest walk could be shorter, in input order.
    public var blocks: [Int] { walks.indices.filter { block in isUncertain.contains { $0[block] } } }

    /// The longest walk to the edge from any of those blocks.
    public var widest: WalkingDistance { blocks.compactMap { walks[$0] }.max() ?? .zero }

    func notes(on area: StudyArea) -> EdgeNotes {
        EdgeNotes(area: area, blocks: blocks, count: count, widest: widest)
    }
}
