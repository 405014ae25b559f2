public import PedestrianNetworks

/// Which chain each arc of a network runs along; immutable and shared by all tasks, 4 bytes an arc.
public struct ArcChains: Sendable {
    /// By arc; -1 between copies of a node.
    let chain: [Int32]

    /// The chains of the arcs that searches on `network` walk.
    public init(of network: PedestrianNetwork) {
        var chain = [Int32](repeating: -1, count: network.graph.arcs.count)
        var next = network.graph.firstOut
        network.graph.forEachArc(of: network.chains) { from, _, number in
            chain[Int(next[Int(from)])] = number ?? -1
            next[Int(from)] += 1
        }
        self.chain = chain
    }
}

/// Finds all ways within a walk of a place, or of the nearest of several; scratch space for one task.
public struct ReachSearch: Sendable {
    private let network: PedestrianNetwork
    private let arcs: ArcChains
    private var search: WalkSearch

    /// Scratch space for `network`.
    public init(on network: PedestrianNetwork, _ arcs: ArcChains) {
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
        let spots = places.locations.map { network.spot(of: $0) }
        search.reset()
        for (number, spot) in spots.enumerated() { search.addSource(Int32(number), at: spot, of: network) }
        search.run(on: network, within: longest.judged)
        let onChain = Dictionary(grouping: spots.indices) { spots[$0].chain }
        var pieces: [ReachedPiece] = []
        var inner: [(node: Int32, label: WalkLabel)] = []
        for chain in chains(around: onChain, within: longest) {
            let envelope = envelope(of: chain, spots, onChain[chain] ?? [])
            for ramp in envelope.ramps { split(ramp, of: chain, at: limits, places, into: &pieces) }
            addNodes(inside: chain, envelope, to: &inner)
        }
        pieces.sort { ($0.edge, $0.from) < ($1.edge, $1.from) }
        return ReachedWays(pieces: pieces, nodes: nodes(inner, places, limits))
    }

    /// The chains that have something within the limit, each once.
    private func chains(around onChain: [Int32: [Int]], within limit: ReachLimit) -> [Int32] {
        let graph = network.graph
        let last = WalkLabel.last(at: limit.cut)
        var chains = Array(onChain.keys)
        for fallen in 0..<search.labelledCount {
            let node = search.labelled(fallen)
            guard search.labels[node] <= last else { continue }
            for arc in Int(graph.firstOut[node])..<Int(graph.firstOut[node + 1]) {
                let chain = arcs.chain[arc]
                guard chain >= 0 else { continue }
                let ends = network.chains[chain]
                // Whatever departs arrives as well, so departing copies have no chains of their own.
                if Int(ends.tail) == node || Int(ends.head) == node { chains.append(chain) }
            }
        }
        chains.sort()
        return chains.indices.filter { $0 == 0 || chains[$0] != chains[$0 - 1] }.map { chains[$0] }
    }

    private func envelope(of chain: Int32, _ spots: [ChainSpot], _ own: [Int]) -> ChainEnvelope {
        let ends = network.chains[chain]
        let length = Int64(ends.length)
        var envelope = ChainEnvelope(length: length)
        for (node, offset) in [
            (Int(ends.tail), Int64(0)),
            (Int(ends.head), length),
        ] where search.labels[node].isReached {
            let label = search.labels[node]
            envelope.offer(label.source, low: offset, high: offset, walked: label.walked)
        }
        for number in own {
            envelope.offer(
                Int32(number), low: Int64(spots[number].low), high: Int64(spots[number].high),
                walked: spots[number].leg.micrometres)
        }
        return envelope
    }

    /// Cuts `ramp` where edges meet and where limits end.
    private func split(
        _ ramp: WalkRamp, of chain: Int32, at limits: [ReachLimit], _ places: NetworkPlaces,
        into pieces: inout [ReachedPiece]
    ) {
        for edge in network.chains.edges(of: chain) {
            let start = Int64(network.start(of: edge))
            let length = Int64(network.length(of: Int(edge)))
            let (from, to) = (max(ramp.from, start), min(ramp.to, start + length))
            guard from < to else { continue }
            var onEdge = ramp.part(from, to).moved(by: -start)
            if network.chains.isReversed(edge) { onEdge = onEdge.turned(in: length) }
            cut(onEdge, of: edge, at: limits, places, into: &pieces)
        }
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

    /// Adds the nodes that only this chain leads to.
    private func addNodes(
        inside chain: Int32, _ envelope: ChainEnvelope, to nodes: inout [(node: Int32, label: WalkLabel)]
    ) {
        for edge in network.chains.edges(of: chain).dropFirst() {
            guard let label = envelope.label(at: Int64(network.start(of: edge))) else { continue }
            nodes.append((network.startNode(of: edge), label))
        }
    }

    private func nodes(
        _ inner: [(node: Int32, label: WalkLabel)], _ places: NetworkPlaces, _ limits: [ReachLimit]
    ) -> [ReachedNode] {
        let ends = (0..<search.labelledCount).map { search.labelled($0) }.map {
            (network.graph.networkNode(of: Int32($0)), search.labels[$0])
        }
        var last: Int32 = -1
        return (inner + ends).sorted { $0 < $1 }.compactMap { node, label in
            // Of the copies of a node the nearest counts.
            defer { last = node }
            guard node != last,
                let band = limits.firstIndex(where: { label.walked <= $0.judged.micrometres })
            else { return nil }
            return ReachedNode(node: node, band: Int32(band), place: places.place[Int(label.source)])
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
