import PedestrianNetworks

/// What is read off a tile for each kind: labels of nodes, and walks from spots between them.
struct TileReadings: Sendable {
    /// Nodes of the tile that are read off themselves.
    private var nodes: [Int32] = []
    /// Spots that are read off the ends of their chains; their numbers go on where those of nodes end.
    private var spots: [Reading] = []
    /// Walks along the chain that a spot and a facility are both on, by kind.
    private var direct: [DirectWalk] = []
    /// How many of `direct` are of the kinds so far.
    private var walked = 0
    /// By reading, what was read off last.
    private(set) var answers: [WalkLabel] = []

    private struct Reading {
        let tail, head: Int32
        let low, rest: UInt32
        let leg: UInt64
    }

    private struct DirectWalk {
        let kind: Int32
        let reading: Int32
        let label: WalkLabel
    }

    /// How much is read off.
    var count: Int { nodes.count + spots.count }

    mutating func removeAll() {
        nodes.removeAll(keepingCapacity: true)
        spots.removeAll(keepingCapacity: true)
        direct.removeAll(keepingCapacity: true)
    }

    /// Reads off `node` of the whole graph too, which is one of the members of `tile`; nodes come before spots.
    mutating func append(_ node: Int32, of tile: borrowing TileGraph) {
        nodes.append(tile.number(of: node))
    }

    /// Reads off `spot` too, the ends of whose chain are members of `tile`.
    mutating func append(_ spot: ChainSpot, of tile: borrowing TileGraph, _ sources: KindSources) {
        let leg = UInt64(spot.leg.micrometres) << WalkLabel.sourceBits
        // What is at an end of its chain is reached through that end, whatever lies on the chain.
        if spot.node >= 0 {
            let node = tile.number(of: spot.node)
            spots.append(Reading(tail: node, head: node, low: 0, rest: 0, leg: leg))
            return
        }
        if sources.onChains.holdsAny(on: spot.chain) { addDirect(to: spot, sources) }
        spots.append(
            Reading(
                tail: tile.number(of: spot.tail), head: tile.number(of: spot.head),
                low: spot.low, rest: spot.rest, leg: leg))
    }

    /// Reads off `node` too, the ends of whose chain are members of `tile`.
    mutating func append(
        _ node: InnerNode, of tile: borrowing TileGraph, _ sources: KindSources, on network: PedestrianNetwork
    ) {
        if sources.onChains.holdsAny(on: node.chain) {
            addDirect(to: network.spot(on: node.chain, at: node.fromTail), sources)
        }
        spots.append(
            Reading(
                tail: tile.number(of: node.tail), head: tile.number(of: node.head),
                low: node.fromTail, rest: node.fromHead, leg: 0))
    }

    private mutating func addDirect(to spot: ChainSpot, _ sources: KindSources) {
        let reading = Int32(spots.count)
        sources.onChains.forEach(on: spot.chain) { place in
            let other = sources.inner[Int(place)]
            let walked = spot.along(to: other.spot) + other.spot.leg.micrometres + spot.leg.micrometres
            guard walked <= WalkingDistance.furthest.micrometres else { return }
            let walk = DirectWalk(
                kind: other.kind, reading: reading, label: WalkLabel(walked: walked, from: other.number))
            // Facilities come kind by kind, and of each the nearest is enough.
            if let last = direct.last, last.kind == walk.kind, last.reading == walk.reading {
                if walk.label < last.label { direct[direct.count - 1] = walk }
            } else {
                direct.append(walk)
            }
        }
    }

    /// To be called once all is there that is to be read off.
    mutating func close() {
        direct.sort { $0.kind < $1.kind }
        walked = 0
        answers = [WalkLabel](repeating: .unreached, count: count)
    }

    /// Reads off what a search labelled that was for `kind`; kinds ascend.
    mutating func read(_ labels: [WalkLabel], kind: Int) {
        // The nodes of a core mostly follow one another.
        if let first = nodes.first, let last = nodes.last, Int(last - first) == nodes.count - 1 {
            answers.replaceSubrange(nodes.indices, with: labels[Int(first)...Int(last)])
        } else {
            TileReadings.read(labels, nodes, &answers)
        }
        TileReadings.read(labels, spots, behind: nodes.count, &answers)
        while walked < direct.count, direct[walked].kind == kind {
            let place = nodes.count + Int(direct[walked].reading)
            answers[place] = min(answers[place], direct[walked].label)
            walked += 1
        }
    }

    private static func read(_ labels: [WalkLabel], _ nodes: [Int32], _ answers: inout [WalkLabel]) {
        let (labels, nodes) = (labels.span, nodes.span)
        var answers = answers.mutableSpan
        for place in nodes.indices { answers[place] = labels[Int(nodes[place])] }
    }

    private static func read(
        _ labels: [WalkLabel], _ spots: [Reading], behind nodes: Int, _ answers: inout [WalkLabel]
    ) {
        let (labels, spots) = (labels.span, spots.span)
        var answers = answers.mutableSpan
        for place in spots.indices {
            let spot = spots[place]
            let way = min(
                labels[Int(spot.tail)].further(by: spot.low), labels[Int(spot.head)].further(by: spot.rest))
            answers[nodes + place] = WalkLabel(bits: way.bits &+ spot.leg)
        }
    }
}
