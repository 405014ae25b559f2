public import Geometry

/// The walkable network as immutable flat columns: positions joined by straight, undirected edges.
///
/// Nodes are numbered along a Hilbert curve, so that a search walks through neighbouring memory; edges keep the
/// order of the input, line by line and segment by segment, because ties are settled by it.
///
/// What takes little to find is not kept: 16 bytes a node, 16 an edge and 16 a chain, besides the graph and what few nodes
/// or edges need.
///
/// Invariants: no edge joins a node to itself; no two edges join the same two nodes; every node is an end of some edge;
/// every length is at least one micrometre and at most `maximumEdgeLength`; every edge is part of one chain.
public struct PedestrianNetwork: Sendable {
    /// Longer segments are cut into equal pieces, so that a length fits 32 bits of micrometres.
    public static let maximumEdgeLength = WalkingDistance(micrometres: 4_000_000_000)

    /// The most nodes that a search can number, in 24 bits.
    public static let maximumNodes = 1 << 24

    // Nodes
    /// Eastings of the nodes, in metres.
    public let nodeX: [Double]
    /// Northings of the nodes, in metres.
    public let nodeY: [Double]
    /// The nodes outside the longest connected piece.
    let strays: StrayNodes

    // Edges, in input order
    /// The node where an edge starts, as drawn.
    public let edgeTail: [Int32]
    /// The node where an edge ends, as drawn.
    public let edgeHead: [Int32]
    /// The lines that edges were drawn by.
    let lines: EdgeLines

    /// The compound an edge belongs to, see `Compound`; empty when all ways are open.
    public let edgeCompound: [Int32]
    /// The edges put together to chains.
    public let chains: ChainColumns
    /// What searches walk on.
    public let graph: SearchGraph

    /// The smallest box around all nodes.
    public let box: Box

    /// The connected pieces, the longest first; closed ways connect like open ones.
    public let components: [NetworkComponent]

    /// The network of no lines: what a place without a network layer has.
    public static let empty = NetworkBuilder().build([]).network

    /// The number of nodes.
    public var nodeCount: Int { nodeX.count }
    /// The number of edges, each walkable both ways.
    public var edgeCount: Int { edgeTail.count }

    /// The compound that edge `edge` belongs to.
    public func compound(of edge: Int) -> Int32 { edgeCompound.isEmpty ? Compound.none : edgeCompound[edge] }

    /// Whether a place inside `compound` may join edge `edge`: not when that belongs to another whose extent is known.
    func isJoined(_ edge: Int, from compound: Int32) -> Bool {
        let owner = self.compound(of: edge)
        return owner < 0 || owner == compound
    }

    /// Where node `node` lies.
    public func position(of node: Int32) -> Position { Position(nodeX[Int(node)], nodeY[Int(node)]) }

    /// Edge `edge` as drawn.
    public func segment(of edge: Int) -> Segment {
        Segment(position(of: edgeTail[edge]), position(of: edgeHead[edge]))
    }

    /// The length of edge `edge` in micrometres: what its segment measures, at least one.
    public func length(of edge: Int) -> UInt32 { PedestrianNetwork.length(of: segment(of: edge)) }

    static func length(of segment: Segment) -> UInt32 {
        UInt32(max(1, WalkingDistance(metres: segment.length).micrometres))
    }

    /// The line that edge `edge` was drawn by, a place in the builder's input.
    public func line(of edge: Int) -> Int32 { lines[edge] }

    /// The connected piece that node `node` belongs to, a place in `components`.
    public func component(of node: Int32) -> Int32 { strays.piece(of: node) }

    /// The length of all edges together.
    public var length: WalkingDistance { components.reduce(.zero) { $0 + $1.length } }
}

/// A connected piece of the network.
public struct NetworkComponent: Hashable, Sendable {
    /// The number of nodes in it.
    public var nodes = 0
    /// The number of edges in it.
    public var edges = 0
    /// The length of its edges together.
    public var length = WalkingDistance.zero
    /// Its first edge in input order, for naming it.
    public var firstEdge: Int32
}
