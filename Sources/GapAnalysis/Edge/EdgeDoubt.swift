public import PedestrianNetworks
import Standards
import StudyAreas

/// Which verdicts could be better if the data went on beyond its edge.
///
/// More ways and facilities never make a verdict worse. So a block that is met is met for certain, and any other verdict
/// is uncertain only when the edge is nearer than the limit that it misses.
public struct EdgeDoubt: Sendable {
    /// The widest limit on foot of the standard: how far the edge is of interest.
    public let widest: WalkingDistance
    /// By block, the walk to the edge of the data; nil when it is longer than the widest limit.
    public let walks: [WalkingDistance?]
    /// What is uncertain of facilities, supply and blind spots.
    public let service: ServiceDoubt
    /// By requirement and block.
    private let isUncertain: [[Bool]]

    /// - Throws: `GeometryError` when GEOS fails.
    init(of results: [RequirementAudit], in area: StudyArea) throws {
        let onFoot = results.filter { !$0.isByRadius }
        widest = onFoot.map(\.limits.lenient).max() ?? .zero
        let radius = results.filter(\.isByRadius).map(\.limits.lenient.metres).max() ?? 0
        let edge = try EdgeDistances(
            of: area, within: widest, radius: radius,
            facilitiesByRadius: Set(results.filter(\.isByRadius).map(\.requirement.kind)))
        walks = edge.walks
        service = ServiceDoubt(of: results, in: area, edge: edge)
        isUncertain = results.map { result in
            area.blocks.indices.map {
                result.couldBeBetter($0, edge: result.isByRadius ? edge.lines[$0] : edge.walks[$0])
            }
        }
    }

    /// Whether the verdict on `block` under requirement `requirement` could be better with data from beyond the edge.
    public func isUncertain(_ requirement: Int, block: Int) -> Bool { isUncertain[requirement][block] }

    /// How many verdicts on `block` could be better.
    public func count(ofBlock block: Int) -> Int { isUncertain.count { $0[block] } }

    /// How many verdicts could be better.
    public var count: Int { isUncertain.reduce(0) { $0 + $1.count { $0 } } }

    /// The blocks of which any verdict could be better, in input order.
    public var blocks: [Int] { walks.indices.filter { count(ofBlock: $0) > 0 } }
}

extension RequirementAudit {
    fileprivate var isByRadius: Bool { requirement.isByRadius }

    /// Whether the edge is nearer than the limit that the verdict misses.
    fileprivate func couldBeBetter(_ block: Int, edge: WalkingDistance?) -> Bool {
        guard let edge else { return false }
        return switch assessments[block].verdict {
        case .met, .notAssessable: false
        case .marginal: edge <= limits.strict
        case .undersized, .gap: edge <= limits.lenient
        }
    }
}
