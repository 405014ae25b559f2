public import Geometry
public import PedestrianNetworks

/// The arcs that lead to each node, for following a search back; immutable and shared by all tasks, 16 bytes an arc.
public struct ArrivingArcs: Sendable {
    let first: [Int32]
    let tail: [Int32]
    let length: [Int64]
    /// The chain an arc runs along, its complement from head to tail; nil between copies of a node.
    let chain: [Int32?]

    /// The arcs of `network`, by head.
    public init(of network: PedestrianNetwork) {
        let graph = network.graph
        var first = [Int32](repeating: 0, count: graph.nodeCount + 1)
        graph.forEachArc(of: network.chains) { _, to, _ in first[Int(to) + 1] += 1 }
        for node in 0..<graph.nodeCount { first[node + 1] += first[node] }
        var tail = [Int32](repeating: 0, count: graph.arcs.count)
        var length = [Int64](repeating: 0, count: graph.arcs.count)
        var along = [Int32?](repeating: nil, count: graph.arcs.count)
        var next = first
        graph.forEachArc(of: network.chains) { from, to, chain in
            let place = Int(next[Int(to)])
            next[Int(to)] += 1
            tail[place] = from
            guard let chain else { return }
            let tail = network.chains[chain].tail
            length[place] = Int64(network.chains[chain].length)
            along[place] = from == tail || from == graph.departing(tail) ? chain : ~chain
        }
        (self.first, self.tail, self.length, chain) = (first, tail, length, along)
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
        let spot = network.spot(of: location)
        let rest = walk.distance.micrometres - location.leg.micrometres
        for (node, along, stretch) in [
            (spot.tail, spot.low, (UInt32(0), spot.low)),
            (spot.head, spot.rest, (spot.high + spot.rest, spot.high)),
        ] {
            let label = search.labels[Int(node)]
            guard label.isReached, label.walked == rest - Int64(along),
                facilities.place[Int(label.source)] == walk.facility
            else { continue }
            guard let way = wayToFacility(from: node, arcs) else { return nil }
            return WalkRoute(
                walk: walk,
                positions: way.joined(with: network.positions(along: spot.chain, stretch.0, stretch.1)))
        }
        return alongOneChain(walk, spot, rest)
    }

    /// From the facility to `node`, by the arcs that its label came over.
    private func wayToFacility(from node: Int32, _ arcs: ArrivingArcs) -> [Position]? {
        var (node, steps, stretches) = (node, 0, [[Position]]())
        while true {
            if let start = start(at: node) { return ([start] + stretches.reversed()).joinedWay }
            guard steps <= network.graph.nodeCount, let arc = arc(to: node, arcs) else { return nil }
            if let chain = arcs.chain[arc] { stretches.append(network.positions(along: chain)) }
            node = arcs.tail[arc]
            steps += 1
        }
    }

    /// The way from the facility that the walk through `node` started from to that node, if no other lies between.
    private func start(at node: Int32) -> [Position]? {
        let label = search.labels[Int(node)]
        let spot = spots[Int(label.source)]
        let walked = label.walked - spot.leg.micrometres
        if network.graph.departing(spot.tail) == node, walked == Int64(spot.low) {
            return network.positions(along: spot.chain, spot.low, 0)
        }
        if network.graph.departing(spot.head) == node, walked == Int64(spot.rest) {
            return network.positions(along: spot.chain, spot.high, spot.high + spot.rest)
        }
        return nil
    }

    /// Of the arcs that the label of `node` may have come over, the one from the lowest node.
    private func arc(to node: Int32, _ arcs: ArrivingArcs) -> Int? {
        let label = search.labels[Int(node)]
        let coming = Int(arcs.first[Int(node)])..<Int(arcs.first[Int(node) + 1])
        return coming.filter { search.labels[Int(arcs.tail[$0])].further(by: arcs.length[$0]) == label }
            .min { arcs.tail[$0] < arcs.tail[$1] }
    }

    /// The way between two places that join the same chain.
    private func alongOneChain(_ walk: NearestWalk, _ spot: ChainSpot, _ rest: Int64) -> WalkRoute? {
        for (number, other) in spots.enumerated()
        where other.chain == spot.chain && facilities.place[number] == walk.facility
            && spot.along(to: other) + other.leg.micrometres == rest
        {
            let from = min(max(spot.low, other.low), other.high)
            let to = min(max(from, spot.low), spot.high)
            return WalkRoute(walk: walk, positions: network.positions(along: spot.chain, from, to))
        }
        return nil
    }
}

extension [[Position]] {
    /// Stretches one after another, without the positions that two of them share.
    fileprivate var joinedWay: [Position] { reduce([]) { $0.joined(with: $1) } }
}

extension [Position] {
    /// This way and then that one, which begins where this one ends.
    fileprivate func joined(with next: [Position]) -> [Position] {
        last == next.first && count + next.count > 2 ? self + next.dropFirst() : self + next
    }
}
