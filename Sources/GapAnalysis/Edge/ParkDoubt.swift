public import PedestrianNetworks
import StudyAreas

/// Which answers of a park audit could be better if the data went on beyond its edge.
///
/// A block that has a park has it for certain; one that has none may have one beyond the edge when the edge is within
/// the radius: as the crow flies for the one answer, on foot for the other. Land is not marked.
public struct ParkDoubt: Sendable {
    /// Whether there is an edge: without a network and a boundary nothing is known of where the data ends.
    public let isKnown: Bool
    /// By block, the walk to the edge of the data; nil when it is longer than the radius.
    public let walks: [WalkingDistance?]
    /// The blocks without a park by radius that may have one, in input order.
    public let byRadius: [Int]
    /// The blocks without a park on foot that may have one, in input order.
    public let onFoot: [Int]

    /// - Throws: `GeometryError` when GEOS fails.
    init(of blocks: [ParkBlock], in area: StudyArea, radius: Double) throws {
        let limit = WalkingDistance.limit(metres: radius)
        let edge = try EdgeDistances(of: area, within: limit, radius: radius)
        isKnown = edge.isKnown
        walks = edge.walks
        byRadius = blocks.indices.filter { block in
            !blocks[block].isWithinRadius && edge.lines[block].map { $0 <= limit } ?? false
        }
        onFoot = blocks.indices.filter { blocks[$0].isWithinWalk == false && edge.walks[$0] != nil }
    }

    /// The blocks with any uncertain answer, in input order.
    public var blocks: [Int] { Set(byRadius).union(onFoot).sorted() }

    /// How many answers are uncertain.
    public var count: Int { byRadius.count + onFoot.count }
}
