import Geometry
public import PedestrianNetworks
import Standards
public import StudyAreas
import WalkAccess

/// Which verdicts could be better if the data went on beyond its edge.
///
/// More ways and facilities never make a verdict worse. So a block that is met is met for certain, and any other verdict
/// is uncertain only when the edge is nearer than the limit that it misses.
public struct EdgeDoubt: Sendable {
    /// The widest limit on foot of the standard: how far the edge is of interest.
    public let widest: WalkingDistance
    /// By block, the walk to the edge of the data; nil when it is longer than the widest limit.
    public let walks: [WalkingDistance?]
    /// By requirement and block.
    private let isUncertain: [[Bool]]

    /// - Throws: `GeometryError` when GEOS fails.
    init(of results: [RequirementAudit], in area: StudyArea) throws {
        let onFoot = results.filter { !$0.isByRadius }
        widest = onFoot.map(\.limits.lenient).max() ?? .zero
        let radius = results.filter(\.isByRadius).map(\.limits.lenient.metres).max() ?? 0
        guard area.network.edgeCount > 0, !results.isEmpty else {
            walks = area.blocks.map { _ in nil }
            isUncertain = results.map { _ in area.blocks.map { _ in false } }
            return
        }
        let edge = try DataEdge(of: area)
        var search = NearestFacilitySearch(on: area.network)
        search.prepare(edge.exits, within: widest)
        let walks = area.blocks.indices.map { search.nearest(to: area.blockPlaces[$0])?.distance }
        var scratch = SpatialIndex.Scratch()
        let lines = try area.blocks.map { block in
            try edge.straightDistance(from: block.origin, within: radius + 1, &scratch)
                .map { WalkingDistance(metres: $0) }
        }
        self.walks = walks
        isUncertain = results.map { result in
            area.blocks.indices.map {
                result.couldBeBetter($0, edge: result.isByRadius ? lines[$0] : walks[$0])
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
    fileprivate var isByRadius: Bool {
        if case .radius = requirement.distance { true } else { false }
    }

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

/// What there is to say about the edge of the data.
struct EdgeNotes {
    let doubt: EdgeDoubt
    let area: StudyArea

    var findings: [Finding] {
        let blocks = doubt.blocks
        guard !blocks.isEmpty else { return [] }
        let known = blocks.compactMap { area.blocks[$0].population }
        return [
            Finding(
                .nearDataEdge, layer: "network",
                arguments: ["\(blocks.count)", "\(Int(doubt.widest.metres.rounded()))", "\(doubt.count)"],
                population: known.isEmpty ? nil : known.reduce(0, +))
        ]
    }
}
