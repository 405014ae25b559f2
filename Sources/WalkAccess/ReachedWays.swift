public import Geometry
public import PedestrianNetworks

/// A stretch of an edge that is reached, cut to the micrometre.
public struct ReachedPiece: Hashable, Sendable {
    /// The edge, a place in the network's edge columns.
    public let edge: Int32
    /// Where the stretch begins, in micrometres from the edge's tail.
    public let from: UInt32
    /// Where the stretch ends, in micrometres from the edge's tail; more than `from`.
    public let to: UInt32
    /// The walk at its beginning, leg included; from there to its end it changes evenly or not at all.
    public let walkedFrom: WalkingDistance
    /// The walk at its end, leg included.
    public let walkedTo: WalkingDistance
    /// The place it is nearest to, a place in the places searched.
    public let place: Int32
    /// The first of the limits that reaches it.
    public let band: Int32

    /// The length of the stretch.
    public var length: WalkingDistance { WalkingDistance(micrometres: Int64(to) - Int64(from)) }

    /// Where the stretch lies, from its beginning to its end.
    public func segment(on network: PedestrianNetwork) -> Segment {
        let edge = network.segment(of: Int(edge))
        let length = Double(network.length(of: Int(self.edge)))
        return Segment(edge.point(at: Double(from) / length), edge.point(at: Double(to) / length))
    }
}

/// A node that is reached.
public struct ReachedNode: Hashable, Sendable {
    /// The node, a place in the network's node columns.
    public let node: Int32
    /// The first of the limits that reaches it.
    public let band: Int32
    /// The place it is nearest to, a place in the places searched.
    public let place: Int32
}

/// Every way within some limits of a place, or of the nearest of several.
public struct ReachedWays: Sendable {
    /// The stretches, by edge and along it; none overlap, and one that several limits reach is cut at each.
    public private(set) var pieces: [ReachedPiece]
    /// The nodes, in the order of the network.
    public private(set) var nodes: [ReachedNode]

    init(pieces: [ReachedPiece] = [], nodes: [ReachedNode] = []) {
        self.pieces = pieces
        self.nodes = nodes
    }

    /// The length of everything that limit number `band` reaches, exact.
    public func length(within band: Int) -> WalkingDistance {
        pieces.reduce(.zero) { $1.band <= band ? $0 + $1.length : $0 }
    }

    /// The number of nodes that limit number `band` reaches.
    public func nodeCount(within band: Int) -> Int { nodes.count { $0.band <= band } }

    /// What is nearest to each of `count` places.
    public func byPlace(count: Int) -> [ReachedWays] {
        var parts = [ReachedWays](repeating: ReachedWays(), count: count)
        for piece in pieces { parts[Int(piece.place)].pieces.append(piece) }
        for node in nodes { parts[Int(node.place)].nodes.append(node) }
        return parts
    }
}
