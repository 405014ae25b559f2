import Geometry
import WorkSharing

/// What may be wrong with a drawn network (Docs/Methods: Diagnosis of a network).
///
/// It only looks: nothing is changed. Pairs are found by a packed index, so n pieces and k findings take
/// O((n + k) log n) on data whose pieces do not all lie in one place.
public struct NetworkDiagnosis: Sendable {
    /// What counts as too close and as too long.
    public struct Limits: Hashable, Sendable {
        /// Gaps up to this many metres are near misses and undershoots; 0 finds none of them.
        public var nearMiss: Double
        /// Straight segments longer than this many metres are suspicious.
        public var longEdge: Double
        /// Vertices no further apart than this are one node, in metres, as in the builder.
        public var joinTolerance: Double

        /// The defaults: two metres, a kilometre, a centimetre.
        public init(nearMiss: Double = 2, longEdge: Double = 1000, joinTolerance: Double = 0.01) {
            precondition(nearMiss >= 0 && longEdge >= 0 && joinTolerance >= 0, "limits are not negative")
            self.nearMiss = nearMiss
            self.longEdge = longEdge
            self.joinTolerance = joinTolerance
        }
    }

    /// What was found: by kind in the order of `NetworkIssue.Kind`, then by lines.
    public let issues: [NetworkIssue]
    /// How it was looked for.
    public let limits: Limits

    /// Diagnoses `ways`, which `network` was built from in this order and with the same tolerance.
    ///
    /// The result does not depend on the number of threads.
    public init(
        of ways: [DrawnWay], network: PedestrianNetwork, limits: Limits = Limits(), threads: Int = 1
    ) async throws {
        let drawn = DrawnNetwork(ways, joinTolerance: limits.joinTolerance)
        let pairs = try await SegmentPairs(network: drawn, tolerance: limits.joinTolerance)
            .find(threads: threads)
        let gaps = try await GapIssues(network: drawn, limits: limits, crossings: pairs.crossings)
            .issues(threads: threads)
        let found =
            IslandIssues(network: network).issues + gaps
            + PairIssues(network: drawn).issues(pairs) + LengthIssues(network: drawn, limits: limits).issues
        self.limits = limits
        let order = NetworkIssue.Kind.allCases
        issues = order.flatMap { kind in found.filter { $0.kind == kind } }
    }

    /// The issues of a kind, those that heights explain left out unless asked for.
    public func issues(_ kind: NetworkIssue.Kind, explained: Bool = false) -> [NetworkIssue] {
        issues.filter { $0.kind == kind && $0.isExplained == explained }
    }
}

extension Segment {
    /// The segment as a shape; a point where it has no length.
    var shape: Shape {
        if start != end, let line = try? LineString([start, end]) { return .lineString(line) }
        return .point(start)
    }
}
