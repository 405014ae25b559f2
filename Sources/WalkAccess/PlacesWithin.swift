public import PedestrianNetworks

/// Targets hung onto the network's nodes and chains, so that a search from any place finds them as it goes.
///
/// Immutable and shared by all tasks. 8 bytes per location and end, 4 bytes a node.
public struct TargetColumns: Sendable {
    /// The locations on their chains of the targets that hang at several ends.
    let spots: [ChainSpot]
    /// By place of `spots`, the number of its target among those that hang at several ends.
    let several: [Int32]
    /// By number among those that hang at several ends, the target.
    let targetOfSeveral: [Int32]
    /// Where the targets at each node begin; one more entry than there are nodes.
    let first: [Int32]
    /// The targets hung at a node, node by node.
    let hung: [HungTarget]
    /// Places of `spots` by chain.
    let byChain: [Int32]
    /// Where each chain's places begin in `byChain`.
    let firstOnChain: [Int32]

    /// Hangs `places` onto `network`.
    public init(_ places: NetworkPlaces, on network: PedestrianNetwork) {
        precondition(places.count <= HungTarget.mostTargets, "a target is named by 24 bits")
        let all = places.locations.map { network.spot(of: $0) }
        var ends = [Int32](repeating: 0, count: places.count)
        for (number, spot) in all.enumerated() {
            HungTarget.forEachEnd(of: spot) { _, _ in ends[Int(places.place[number])] += 1 }
        }
        let targetOfSeveral = ends.indices.filter { ends[$0] > 1 }.map { Int32($0) }
        var number = [Int32](repeating: -1, count: places.count)
        for (place, target) in targetOfSeveral.enumerated() { number[Int(target)] = Int32(place) }
        self.targetOfSeveral = targetOfSeveral
        (first, hung) = TargetColumns.hang(all, places, number, on: network)
        let kept = all.indices.filter { number[Int(places.place[$0])] >= 0 }
        spots = kept.map { all[$0] }
        several = kept.map { number[Int(places.place[$0])] }
        let chainOrder = GroupedOrder(spots.map(\.chain), groups: network.chains.count)
        byChain = chainOrder.items
        firstOnChain = chainOrder.first
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
        for (place, spot) in spots.enumerated() {
            let target = places.place[place]
            let several = number[Int(target)]
            HungTarget.forEachEnd(of: spot) { node, beyond in
                nodes.append(node)
                targets.append(HungTarget(beyond: beyond, number: several < 0 ? target : ~several))
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
        PlacesWithinSearch.readOff(&search, targets, &several, limit, body)
        several.forEach { body(Int(targets.targetOfSeveral[$0]), $1) }
    }

    /// A target that hangs at one end only is met once, because each node is; the others wait for their least distance.
    private static func readOff(
        _ search: inout WalkSearch, _ targets: TargetColumns, _ several: inout LeastDistances,
        _ limit: WalkingDistance, _ body: (_ target: Int, _ distance: WalkingDistance) -> Void
    ) {
        let (first, hung) = (targets.first, targets.hung)
        search.drain { node, label in
            for place in Int(first[node])..<Int(first[node + 1]) {
                let target = hung[place]
                let walked = WalkingDistance(micrometres: label.walked + target.beyond)
                guard walked <= limit else { continue }
                if target.isOneOfSeveral {
                    several.offer(target.number, walked)
                } else {
                    body(target.number, walked)
                }
            }
        }
    }

    private mutating func offerOnChain(of spot: ChainSpot, _ limit: WalkingDistance) {
        let chain = Int(spot.chain)
        for place in Int(targets.firstOnChain[chain])..<Int(targets.firstOnChain[chain + 1]) {
            let number = Int(targets.byChain[place])
            let other = targets.spots[number]
            let walked =
                WalkingDistance(micrometres: spot.leg.micrometres + spot.along(to: other)) + other.leg
            if walked <= limit { several.offer(Int(targets.several[number]), walked) }
        }
    }
}

/// The least of the distances offered for each of several things.
private struct LeastDistances: Sendable {
    private var distance: [Int64]
    private var found: [Int32] = []

    init(count: Int) { distance = [Int64](repeating: .max, count: count) }

    mutating func offer(_ number: Int, _ walked: WalkingDistance) {
        let known = distance[number]
        guard walked.micrometres < known else { return }
        if known == .max { found.append(Int32(number)) }
        distance[number] = walked.micrometres
    }

    /// Calls `body` with each thing a distance was offered for, and forgets it.
    mutating func forEach(_ body: (_ number: Int, _ least: WalkingDistance) -> Void) {
        for number in found {
            body(Int(number), WalkingDistance(micrometres: distance[Int(number)]))
            distance[Int(number)] = .max
        }
        found.removeAll(keepingCapacity: true)
    }
}
