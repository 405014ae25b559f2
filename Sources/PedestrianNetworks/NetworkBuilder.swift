public import Geometry
import WorkSharing

/// Builds a network from lines by the product's rules (Docs/Methods: Network).
///
/// A line is a chain of straight segments; two vertices are one node when their coordinates agree within the
/// join tolerance; lines that merely cross are not joined; zero-length segments vanish; coincident duplicate
/// segments count once.
public struct NetworkBuilder: Sendable {
    /// Vertices no further apart than this are one node, in metres; 0 asks for equal coordinates.
    public var joinTolerance: Double

    /// A builder with the given tolerance in metres (0 or more).
    public init(joinTolerance: Double = 0.01) {
        precondition(joinTolerance >= 0, "a tolerance is not negative")
        self.joinTolerance = joinTolerance
    }

    /// The network of `lines`, and what was left out or merged on the way.
    ///
    /// Expected linear in the number of vertices, besides one sort of nodes and one of edges.
    /// - Parameter compounds: By line, the compound it belongs to, see `Compound`; none when all are open.
    public func build(
        _ lines: [LineString], compounds: [Int32] = []
    ) -> (network: PedestrianNetwork, report: NetworkReport) {
        build(LineColumns(lines), compounds: compounds)
    }

    /// The same of lines in columns, which take no memory line by line.
    public func build(
        _ lines: LineColumns, compounds: [Int32] = []
    ) -> (network: PedestrianNetwork, report: NetworkReport) {
        precondition(compounds.isEmpty || compounds.count == lines.count, "a compound for each line")
        var report = NetworkReport()
        let joined = VertexJoiner(tolerance: joinTolerance).join(lines)
        var segments = SegmentColumns(joined, report: &report)
        segments.removeDuplicates(compounds: compounds, report: &report)
        segments.cutLongOnes()
        report.joinedVertices = joined.movedVertices
        return (segments.network(compounds: compounds), report)
    }
}

/// What the builder left out or merged, each by line and segment.
public struct NetworkReport: Hashable, Sendable {
    /// A segment of an input line, both counted from 0.
    public struct Place: Hashable, Sendable {
        /// The place of the line in the input.
        public let line: Int32
        /// The place of the segment in its line.
        public let segment: Int32
    }
    /// Segments whose two ends are one node.
    public var zeroLength: [Place] = []
    /// Segments that repeat an earlier one.
    public var duplicates: [Place] = []
    /// Vertices that were moved onto an earlier one within the tolerance.
    public var joinedVertices = 0
}
