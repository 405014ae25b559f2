public import Geometry

/// One change that a repair made, with what is needed to undo it.
public struct NetworkChange: Hashable, Sendable {
    /// What was changed; the raw values are stable names that scripts may look for.
    public enum Kind: String, Sendable, CaseIterable {
        /// A dangling end was moved onto a vertex. To undo it, move the vertex back.
        case endJoined = "end_joined"
        /// A dangling end was moved onto the nearest point of a line. To undo it, move the vertex back.
        case endSnapped = "end_snapped"
        /// A line got a vertex where another one meets it. To undo it, delete the vertex.
        case vertexAdded = "vertex_added"
    }

    /// What was changed.
    public let kind: Kind
    /// The line that was changed, a place in the input.
    public let line: Int32
    /// The vertex that was moved or added, a place in the line as it is after the repair.
    ///
    /// No vertex is touched twice, so each change can be undone by itself.
    public internal(set) var vertex: Int32 = 0
    /// The line because of which it was, a place in the input.
    public let other: Int32
    /// Where the vertex was; for an added one the nearest point of the line as it was before.
    public let from: Position
    /// Where the vertex is.
    public let to: Position

    init(kind: Kind, line: Int32, other: Int32, vertex: Int32 = 0, from: Position, to: Position) {
        self.kind = kind
        self.line = line
        self.other = other
        self.vertex = vertex
        self.from = from
        self.to = to
    }

    /// How far the vertex, or the line where a vertex was added, moved, in metres.
    public var metres: Double { from.distance(to: to) }
}
