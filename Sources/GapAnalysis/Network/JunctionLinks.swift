public import Geometry
public import PedestrianNetworks

/// The way from a junction to the next one.
public struct JunctionLink: Sendable {
    /// The nodes from one junction to the other.
    public let nodes: [Int32]
    /// The walk along it.
    public let length: WalkingDistance
    /// Half way along it.
    public let midpoint: Position
}

/// A node where a way ends.
public struct DeadEnd: Sendable {
    /// The node.
    public let node: Int32
    /// Where it lies.
    public let position: Position
    /// The way back to the nearest junction, or to the other end when there is none.
    public let length: WalkingDistance
}

/// The network as junctions and what lies between them: chains of nodes where exactly two edges meet.
struct JunctionLinks {
    private let network: PedestrianNetwork
    private let columns: ArcColumns
    /// In the order of the nodes.
    private(set) var junctions: [Int32] = []
    /// Each once; ways that come back to the junction they left are none.
    private(set) var links: [JunctionLink] = []
    /// In the order of the nodes.
    private(set) var deadEnds: [DeadEnd] = []

    init(of network: PedestrianNetwork) {
        self.network = network
        columns = ArcColumns(of: network)
        for node in 0..<Int32(network.nodeCount) {
            switch arcs(of: node).count {
            case 1: addDeadEnd(node)
            case 3...: addLinks(of: node)
            default: break
            }
        }
    }

    private func arcs(of node: Int32) -> Range<Int> {
        Int(columns.firstOut[Int(node)])..<Int(columns.firstOut[Int(node) + 1])
    }

    private mutating func addDeadEnd(_ node: Int32) {
        let chain = chain(from: node, by: arcs(of: node).lowerBound)
        deadEnds.append(DeadEnd(node: node, position: network.position(of: node), length: chain.length))
    }

    private mutating func addLinks(of junction: Int32) {
        junctions.append(junction)
        for arc in arcs(of: junction) {
            let chain = chain(from: junction, by: arc)
            // Each link is met from both its ends, and taken from the first.
            guard let end = chain.nodes.last, end > junction, arcs(of: end).count > 2 else { continue }
            links.append(
                JunctionLink(nodes: chain.nodes, length: chain.length, midpoint: midpoint(of: chain)))
        }
    }

    private typealias Chain = (nodes: [Int32], length: WalkingDistance)

    /// The nodes from `start` along `arc` to the next node where not exactly two edges meet.
    private func chain(from start: Int32, by arc: Int) -> Chain {
        var nodes = [start, columns.head[arc]]
        var length = Int64(columns.weight[arc])
        while let node = nodes.last, arcs(of: node).count == 2, node != start {
            let before = nodes[nodes.count - 2]
            // No two edges join the same nodes, so one of the two arcs leads on.
            guard let next = arcs(of: node).first(where: { columns.head[$0] != before }) else { break }
            nodes.append(columns.head[next])
            length += Int64(columns.weight[next])
        }
        return (nodes, WalkingDistance(micrometres: length))
    }

    private func midpoint(of chain: Chain) -> Position {
        var rest = chain.length.metres / 2
        for (a, b) in zip(chain.nodes, chain.nodes.dropFirst()) {
            let segment = Segment(network.position(of: a), network.position(of: b))
            if segment.length >= rest { return segment.point(at: rest / segment.length) }
            rest -= segment.length
        }
        return network.position(of: chain.nodes[chain.nodes.count - 1])
    }
}
