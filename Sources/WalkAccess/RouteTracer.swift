public import Geometry
public import PedestrianNetworks

/// The arcs that lead to each node, for following a search back; immutable and shared by all tasks, 12 bytes an arc.
public struct ArrivingArcs: Sendable {
    let first: [Int32]
    let tail: [Int32]
    let weight: [UInt32]

    /// The arcs of `network`, by head.
    public init(of network: PedestrianNetwork) {
        let graph = network.graph
        var first = [Int32](repeating: 0, count: graph.nodeCount + 1)
        for head in graph.head { first[Int(head) + 1] += 1 }
        for node in 0..<graph.nodeCount { first[node + 1] += first[node] }
        var tail = [Int32](repeating: 0, count: graph.head.count)
        var weight = [UInt32](repeating: 0, count: graph.head.count)
        var next = first
        for node in 0..<graph.nodeCount {
            for arc in Int(graph.firstOut[node])..<Int(graph.firstOut[node + 1]) {
                let place = Int(next[Int(graph.head[arc])])
                next[Int(graph.head[arc])] += 1
                tail[place] = Int32(node)
                weight[place] = graph.weight[arc]
            }
        }
        (self.first, self.tail, self.weight) = (first, tail, weight)
    }
}

/// A shortest walk along the network, from where a place joins it to where a facility does.
public struct WalkRoute: Hashable, Sendable {
    /// The walk itself.
    public let walk: NearestWalk
    /// The way along the network from the facility's end; two positions at least, which may coincide.
    public let positions: [Position]
}

extension NearestFacilitySearch {
    /// The walk to the nearest facility together with its way; nil when none is within the limit.
    ///
    /// Of several ways of equal length it is the one through the nodes of lower number, so that ways that meet on
    /// their way to a facility stay together. O(nodes on the way).
    /// - Parameter arcs: Those of the network that was searched.
    public func route(to locations: ArraySlice<NetworkLocation>, _ arcs: ArrivingArcs) -> WalkRoute? {
        guard let walk = nearest(to: locations),
            let location = locations.first(where: { self.walk(to: $0) == walk.distance })
        else { return nil }
        let rest = walk.distance.micrometres - location.leg.micrometres
        let (edge, length) = (Int(location.edge), Int64(network.edgeLength[Int(location.edge)]))
        for (node, along, spot) in [
            (network.graph.arrivingTail[edge], Int64(location.low), location.low),
            (network.graph.arrivingHead[edge], length - Int64(location.high), location.high),
        ] where search.distance[Int(node)] == rest - along && facility(at: node) == walk.facility {
            guard let way = wayToFacility(from: node, arcs) else { return nil }
            return WalkRoute(walk: walk, positions: way + [position(on: edge, at: spot)])
        }
        return alongOneEdge(walk, location, rest)
    }

    private func facility(at node: Int32) -> Int32 { facilities.place[Int(search.source[Int(node)])] }

    private func position(on edge: Int, at micrometres: UInt32) -> Position {
        network.segment(of: edge).point(at: Double(micrometres) / Double(network.edgeLength[edge]))
    }

    /// From the facility to `node`, by the arcs that its label came over.
    private func wayToFacility(from node: Int32, _ arcs: ArrivingArcs) -> [Position]? {
        var (node, way) = (node, [Position]())
        while true {
            let position = network.position(of: network.graph.networkNode(of: node))
            if way.last != position { way.append(position) }
            if let start = start(at: node) { return (way + [start]).reversed() }
            guard way.count <= network.graph.nodeCount, let before = predecessor(of: node, arcs) else {
                return nil
            }
            node = before
        }
    }

    /// Where on its edge the facility is that the walk through `node` started from, if no other node lies between.
    private func start(at node: Int32) -> Position? {
        let location = facilities.locations[Int(search.source[Int(node)])]
        let (edge, leg) = (Int(location.edge), location.leg.micrometres)
        let walked = search.distance[Int(node)] - leg
        if network.graph.departingTail[edge] == node, walked == Int64(location.low) {
            return position(on: edge, at: location.low)
        }
        let left = Int64(network.edgeLength[edge]) - Int64(location.high)
        if network.graph.departingHead[edge] == node, walked == left {
            return position(on: edge, at: location.high)
        }
        return nil
    }

    private func predecessor(of node: Int32, _ arcs: ArrivingArcs) -> Int32? {
        let (walked, source) = (search.distance[Int(node)], search.source[Int(node)])
        var best: Int32?
        for arc in Int(arcs.first[Int(node)])..<Int(arcs.first[Int(node) + 1]) {
            let tail = arcs.tail[arc]
            let known = search.distance[Int(tail)]
            guard known != WalkSearch.unreached, known + Int64(arcs.weight[arc]) == walked,
                search.source[Int(tail)] == source
            else { continue }
            if best.map({ tail < $0 }) ?? true { best = tail }
        }
        return best
    }

    /// The way between two places that join the same edge.
    private func alongOneEdge(_ walk: NearestWalk, _ location: NetworkLocation, _ rest: Int64) -> WalkRoute? {
        for (number, other) in facilities.locations.enumerated()
        where other.edge == location.edge && facilities.place[number] == walk.facility
            && location.along(to: other) + other.leg.micrometres == rest
        {
            let from = min(max(location.low, other.low), other.high)
            let to = min(max(from, location.low), location.high)
            let edge = Int(location.edge)
            return WalkRoute(
                walk: walk, positions: [position(on: edge, at: from), position(on: edge, at: to)])
        }
        return nil
    }
}
