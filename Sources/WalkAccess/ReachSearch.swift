public import PedestrianNetworks

/// Which edge each arc of a network runs along; immutable and shared by all tasks, 4 bytes an arc.
public struct ArcEdges: Sendable {
    /// By arc; -1 between copies of a node.
    let edge: [Int32]

    /// The edges of the arcs that searches on `network` walk.
    public init(of network: PedestrianNetwork) {
        var edge = [Int32](repeating: -1, count: network.graph.head.count)
        var next = network.graph.firstOut
        network.graph.forEachArc { from, _, number in
            edge[Int(next[Int(from)])] = Int32(number ?? -1)
            next[Int(from)] += 1
        }
        self.edge = edge
    }
}

/// Finds all ways within a walk of a place, or of the nearest of several; scratch space for one task.
public struct ReachSearch: Sendable {
    private let network: PedestrianNetwork
    private let arcs: ArcEdges
    private var search: WalkSearch

    /// Scratch space for `network`.
    public init(on network: PedestrianNetwork, _ arcs: ArcEdges) {
        self.network = network
        self.arcs = arcs
        search = WalkSearch(for: network)
    }

    /// What the searches did so far.
    public var counters: SearchCounters { search.counters }

    /// The ways within the longest of `limits` of the nearest of `places`, cut at each limit.
    ///
    /// Legs are charged. Of places equally near the first counts, so every stretch belongs to one place; where
    /// two meet on an edge it is cut. Pieces come by edge and along it, whatever the order of the search.
    /// - Parameter limits: At least one, ascending.
    public mutating func ways(from places: NetworkPlaces, within limits: [ReachLimit]) -> ReachedWays {
        precondition(zip(limits, limits.dropFirst()).allSatisfy { $0 < $1 }, "limits ascend")
        guard let longest = limits.last else { return ReachedWays() }
        search.reset()
        for (number, location) in places.locations.enumerated() {
            search.addSource(Int32(number), at: location, of: network)
        }
        search.run(on: network, within: longest.judged)
        let onEdge = Dictionary(grouping: places.locations.indices) { places.locations[$0].edge }
        var pieces: [ReachedPiece] = []
        for edge in edges(around: onEdge, within: longest) {
            let envelope = envelope(of: edge, places, onEdge[edge] ?? [])
            for ramp in envelope.ramps { cut(ramp, of: edge, at: limits, places, into: &pieces) }
        }
        return ReachedWays(pieces: pieces, nodes: nodes(places, limits))
    }

    /// The edges that have something within the limit, in order.
    private func edges(around onEdge: [Int32: [Int]], within limit: ReachLimit) -> [Int32] {
        let graph = network.graph
        var edges = Array(onEdge.keys)
        for node in search.labelled where search.distance[Int(node)] <= limit.cut.micrometres {
            for arc in Int(graph.firstOut[Int(node)])..<Int(graph.firstOut[Int(node) + 1]) {
                let edge = arcs.edge[arc]
                guard edge >= 0 else { continue }
                let (tail, head) = (graph.arrivingTail[Int(edge)], graph.arrivingHead[Int(edge)])
                // Whatever departs arrives as well, so departing copies have no edges of their own.
                guard tail == node || head == node else { continue }
                // An edge with both ends within reach is taken at its tail.
                let isTaken = tail != node && search.distance[Int(tail)] <= limit.cut.micrometres
                if !isTaken, onEdge[edge] == nil { edges.append(edge) }
            }
        }
        return edges.sorted()
    }

    private func envelope(of edge: Int32, _ places: NetworkPlaces, _ own: [Int]) -> EdgeEnvelope {
        let length = Int64(network.edgeLength[Int(edge)])
        var envelope = EdgeEnvelope(length: length)
        for (node, offset) in [
            (Int(network.graph.arrivingTail[Int(edge)]), Int64(0)),
            (Int(network.graph.arrivingHead[Int(edge)]), length),
        ] where search.distance[node] != WalkSearch.unreached {
            envelope.offer(search.source[node], low: offset, high: offset, walked: search.distance[node])
        }
        for number in own {
            let location = places.locations[number]
            envelope.offer(
                Int32(number), low: Int64(location.low), high: Int64(location.high),
                walked: location.leg.micrometres)
        }
        return envelope
    }

    private func cut(
        _ ramp: WalkRamp, of edge: Int32, at limits: [ReachLimit], _ places: NetworkPlaces,
        into pieces: inout [ReachedPiece]
    ) {
        var parts: [ReachedPiece] = []
        var least: Int64 = -1
        for (band, limit) in limits.enumerated() {
            if let part = ramp.part(walkedFrom: least, to: limit.cut.micrometres) {
                parts.append(ReachedPiece(part, of: edge, place: places.place[Int(part.source)], band: band))
            }
            least = limit.cut.micrometres
        }
        pieces += ramp.slope < 0 ? parts.reversed() : parts
    }

    private func nodes(_ places: NetworkPlaces, _ limits: [ReachLimit]) -> [ReachedNode] {
        let reached = search.labelled.map { node in
            (
                node: network.graph.networkNode(of: node), walked: search.distance[Int(node)],
                source: search.source[Int(node)]
            )
        }.sorted { ($0.node, $0.walked, $0.source) < ($1.node, $1.walked, $1.source) }
        var last: Int32 = -1
        return reached.compactMap { node, walked, source in
            // Of the copies of a node the nearest counts.
            defer { last = node }
            guard node != last,
                let band = limits.firstIndex(where: { walked <= $0.judged.micrometres })
            else { return nil }
            return ReachedNode(node: node, band: Int32(band), place: places.place[Int(source)])
        }
    }
}

extension ReachedPiece {
    fileprivate init(_ ramp: WalkRamp, of edge: Int32, place: Int32, band: Int) {
        self.init(
            edge: edge, from: UInt32(ramp.from), to: UInt32(ramp.to),
            walkedFrom: WalkingDistance(micrometres: ramp.walkedFrom),
            walkedTo: WalkingDistance(micrometres: ramp.walkedTo), place: place, band: Int32(band))
    }
}
