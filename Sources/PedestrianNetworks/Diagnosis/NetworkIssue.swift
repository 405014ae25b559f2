public import Geometry

/// A place where lines may not be what their drawer meant.
public struct NetworkIssue: Hashable, Sendable {
    /// What may be wrong; the raw values are stable names that scripts may look for.
    public enum Kind: String, Sendable, CaseIterable {
        /// A piece of the network that no way leads to from the longest one.
        case island
        /// A line's end and a vertex, close but not joined.
        case nearMiss = "near_miss"
        /// A dangling end close to a line that has no vertex there.
        case undershoot
        /// Two lines cross or touch without a common vertex.
        case crossing
        /// Two lines lie on one another.
        case duplicate
        /// A straight segment of unlikely length.
        case longEdge = "long_edge"
        /// A segment whose two ends are one node.
        case zeroLength = "zero_length"
        /// A dangling end that points out of the data.
        case cutEnd = "cut_end"
    }

    /// What may be wrong.
    public let kind: Kind
    /// Where it is, in the plane: the gap, the point, the stretch.
    public let shape: Shape
    /// The lines concerned, places in the input; the second may be the first again.
    public let lines: [Int32]
    /// Metres: the gap, the length of the stretch, of the edge or of the island, and from a cut end to the hull of
    /// the network; 0 for crossings and what has no length.
    public let metres: Double
    /// Whether the ways run at different heights, so that all is well as it is.
    public let isExplained: Bool
    /// The connected piece that an island is, a place in the network's components.
    public let component: Int?

    init(
        _ kind: Kind, _ shape: Shape, lines: [Int32], metres: Double = 0, isExplained: Bool = false,
        component: Int? = nil
    ) {
        self.kind = kind
        self.shape = shape
        self.lines = lines
        self.metres = metres
        self.isExplained = isExplained
        self.component = component
    }
}
