public import PedestrianNetworks

/// Targets hung onto the network's nodes and chains, so that a search from any place finds them as it goes.
///
/// Immutable and shared by all tasks. 8 bytes per location and end, 4 bytes a node.
public struct TargetColumns: Sendable {
    /// The locations on their chains of the targets that hang at several ends, chain by chain.
    let spots: [ChainSpot]
    /// By place of `spots`, the number of its target among those that hang at several ends.
    let several: [Int32]
    /// Where each chain's places begin in `spots`.
    let firstOnChain: [Int32]
    /// By number among those that hang at several ends, the target; in the order of the nodes they hang at.
    let targetOfSeveral: [Int32]
    /// Where the targets at each node begin; one more entry than there are nodes.
    let first: [Int32]
    /// The targets hung at a node, node by node: those that hang nowhere else first, so that which kind comes next can
    /// mostly be foretold.
    let hung: [HungTarget]

    /// Hangs `places` onto `network`.
    public init(_ places: NetworkPlaces, on network: PedestrianNetwork) {
        precondition(places.count <= HungTarget.mostTargets, "a target is named by 24 bits")
        let all = places.locations.map { network.spot(of: $0) }
        let targetOfSeveral = TargetColumns.targetsOfSeveralEnds(all, places, on: network)
        var number = [Int32](repeating: -1, count: places.count)
        for (place, target) in targetOfSeveral.enumerated() { number[Int(target)] = Int32(place) }
        self.targetOfSeveral = targetOfSeveral
        (first, hung) = TargetColumns.hang(all, places, number, on: network)
        let kept = all.indices.filter { number[Int(places.place[$0])] >= 0 }
        let byChain = GroupedOrder(kept.map { all[$0].chain }, groups: network.chains.count)
        spots = byChain.items.map { all[kept[Int($0)]] }
        several = byChain.items.map { number[Int(places.place[kept[Int($0)]])] }
        firstOnChain = byChain.first
    }

    /// In the order of the nodes that they hang at, so that what one search reaches lies together.
    private static func targetsOfSeveralEnds(
        _ spots: [ChainSpot], _ places: NetworkPlaces, on network: PedestrianNetwork
    ) -> [Int32] {
        var ends = [Int32](repeating: 0, count: places.count)
        var node = [Int32](repeating: 0, count: places.count)
        for (place, spot) in spots.enumerated() {
            HungTarget.forEachEnd(of: spot) { end, _ in
                let target = Int(places.place[place])
                ends[target] += 1
                node[target] = end
            }
        }
        let targets = ends.indices.filter { ends[$0] > 1 }.map { Int32($0) }
        let order = GroupedOrder(targets.map { node[Int($0)] }, groups: network.graph.nodeCount)
        return order.items.map { targets[Int($0)] }
    }

    /// Reads the columns of `nodes` in their order, a word of every cache line of 64 bytes.
    func read(_ nodes: Range<Int>) -> Int64 {
        var read: Int64 = 0
        for node in stride(from: nodes.lowerBound, to: nodes.upperBound, by: 16) {
            read ^= Int64(first[node])
        }
        for place in stride(from: Int(first[nodes.lowerBound]), to: Int(first[nodes.upperBound]), by: 8) {
            read ^= hung[place].beyond
        }
        return read
    }

    private static func hang(
        _ spots: [ChainSpot], _ places: NetworkPlaces, _ number: [Int32], on network: PedestrianNetwork
    ) -> (first: [Int32], hung: [HungTarget]) {
        var nodes: [Int32] = []
        var targets: [HungTarget] = []
        for isOfSeveral in [false, true] {
            for (place, spot) in spots.enumerated() {
                let target = places.place[place]
                let several = number[Int(target)]
                guard isOfSeveral == (several >= 0) else { continue }
                HungTarget.forEachEnd(of: spot) { node, beyond in
                    nodes.append(node)
                    targets.append(HungTarget(beyond: beyond, number: several < 0 ? target : ~several))
                }
            }
        }
        let order = GroupedOrder(nodes, groups: network.graph.nodeCount)
        return (order.first, order.items.map { targets[Int($0)] })
    }
}

/// A target at one end of its chain, in one word.
struct HungTarget: Sendable {
    /// The most targets that 24 bits can tell apart.
    static let mostTargets = 1 << 24

    /// The way to it, above whether it hangs at other ends too, above its number.
    private let bits: UInt64

    /// - Parameters:
    ///   - beyond: Micrometres from the end to the target, along the chain and its leg: 0…5 × 10¹¹.
    ///   - number: The target, if it hangs nowhere else; otherwise the complement of its number among those that do.
    init(beyond: Int64, number: Int32) {
        bits = UInt64(beyond) << 25 | (number < 0 ? 1 << 24 | UInt64(~number) : UInt64(number))
    }

    /// Micrometres from the end to the target.
    var beyond: Int64 { Int64(bits >> 25) }
    /// Whether it hangs at other ends too.
    var isOneOfSeveral: Bool { bits >> 24 & 1 != 0 }
    /// The target, if it hangs nowhere else; otherwise its number among those that do.
    var number: Int { Int(bits & 0xFF_FFFF) }

    /// Calls `body` with both ends of the spot's chain, or with the one it lies at: whoever comes to it comes through there.
    static func forEachEnd(
        of spot: ChainSpot, _ body: (_ node: Int32, _ beyond: Int64) -> Void
    ) {
        let leg = spot.leg.micrometres
        let isAtHead = spot.low == spot.high && spot.rest == 0
        if !isAtHead { body(spot.tail, leg + Int64(spot.low)) }
        if spot.high > 0 { body(spot.head, leg + Int64(spot.rest)) }
    }
}

/// All targets within a walk of one place, each with its distance: for counts, and for residents in reach.
public struct PlacesWithinSearch: Sendable {
    private let network: PedestrianNetwork
    private let targets: TargetColumns
    private var search: WalkSearch
    private var several: LeastDistances
    /// Kept so that reading ahead is not optimised away.
    private var linesRead: Int64 = 0
    /// Nodes between successive places beyond which most of them would be read in vain.
    private static let widestGap = 128

    /// Scratch space for one task.
    public init(_ targets: TargetColumns, on network: PedestrianNetwork) {
        self.network = network
        self.targets = targets
        search = WalkSearch(for: network)
        several = LeastDistances(count: targets.targetOfSeveral.count)
    }

    /// What the searches did so far.
    public var counters: SearchCounters { search.counters }

    /// Gets ready for searches from the places that are number `ranks` in the order of `places`.
    ///
    /// What lies between them is read in the order of memory, which is several times as fast as meeting it search by
    /// search. Does nothing where they are too far apart for that to pay.
    public mutating func prepare(_ places: PlaceSpots, _ ranks: Range<Int>) {
        var (first, last, count) = (Int32.max, Int32.min, 0)
        for rank in ranks {
            guard let spot = places[rank].first else { continue }
            let node = network.graph.placeOnCurve(spot.tail)
            (first, last, count) = (min(first, node), max(last, node), count + 1)
        }
        guard count > 1, Int(last) - Int(first) <= PlacesWithinSearch.widestGap * count else { return }
        search.readAhead(of: Int(first)..<Int(last) + 1, on: network)
        linesRead ^= targets.read(Int(first)..<Int(last) + 1)
        for rank in ranks {
            for spot in places[rank] { linesRead ^= Int64(targets.firstOnChain[Int(spot.chain)]) }
        }
    }

    /// Calls `body` with every target within `limit` of a place with these locations, once each.
    ///
    /// A target with several locations counts at its nearest. In no promised order.
    public mutating func forEachTarget(
        from locations: ArraySlice<NetworkLocation>, within limit: WalkingDistance,
        _ body: (_ target: Int, _ distance: WalkingDistance) -> Void
    ) {
        forEachTarget(from: locations.map { network.spot(of: $0) }[...], within: limit, body)
    }

    /// Calls `body` with every target within `limit` of a place with these spots, once each.
    public mutating func forEachTarget(
        from spots: ArraySlice<ChainSpot>, within limit: WalkingDistance,
        _ body: (_ target: Int, _ distance: WalkingDistance) -> Void
    ) {
        for spot in spots {
            search.addSource(0, at: spot, of: network)
            offerOnChain(of: spot, limit)
        }
        search.run(on: network, within: limit)
        PlacesWithinSearch.readOff(
            &search, targets.first, targets.hung, &several.distance, &several.found, &several.count,
            tooFar: PlacesWithinSearch.tooFar(limit), body)
        several.forEach { body(Int(targets.targetOfSeveral[$0]), $1) }
    }

    /// A target that hangs at one end only is met once, because each node is; the others wait for their least distance.
    private static func readOff(
        _ search: inout WalkSearch, _ first: [Int32], _ hung: [HungTarget], _ distance: inout [Int64],
        _ found: inout [Int32], _ count: inout Int, tooFar: Int64,
        _ body: (_ target: Int, _ distance: WalkingDistance) -> Void
    ) {
        let (first, hung) = (first.span, hung.span)
        var distance = distance.mutableSpan
        var found = found.mutableSpan
        // Kept in a register, where the caller's own would be written after every offer.
        var offered = count
        search.drain { node, label in
            var next = Int(first[node])
            let end = Int(first[node &+ 1])
            let before = label.walked
            while next < end {
                let target = hung[next]
                next &+= 1
                let walked = before &+ target.beyond
                if target.isOneOfSeveral {
                    LeastDistances.offer(target.number, walked, tooFar, &distance, &found, &offered)
                } else if walked < tooFar {
                    body(target.number, WalkingDistance(micrometres: walked))
                }
            }
        }
        count = offered
    }

    /// The first distance beyond a limit; without one, the last that there is.
    private static func tooFar(_ limit: WalkingDistance) -> Int64 {
        limit.micrometres == .max ? .max : limit.micrometres + 1
    }

    private mutating func offerOnChain(of spot: ChainSpot, _ limit: WalkingDistance) {
        let chain = Int(spot.chain)
        for place in Int(targets.firstOnChain[chain])..<Int(targets.firstOnChain[chain + 1]) {
            let other = targets.spots[place]
            let walked =
                WalkingDistance(micrometres: spot.leg.micrometres + spot.along(to: other)) + other.leg
            several.offer(
                Int(targets.several[place]), walked.micrometres, tooFar: PlacesWithinSearch.tooFar(limit))
        }
    }
}
