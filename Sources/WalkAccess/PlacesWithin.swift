public import PedestrianNetworks

/// Targets hung onto the network's nodes and chains, so that a search from any place finds them as it goes.
///
/// Immutable and shared by all tasks. 12 bytes per location and end, 4 bytes a node.
public struct TargetColumns: Sendable {
    let places: NetworkPlaces
    /// The places' locations on their chains.
    let spots: [ChainSpot]
    /// Where the targets at each node begin; one more entry than there are nodes.
    let first: [Int32]
    /// The target place hung at a node, node by node.
    let target: [Int32]
    /// Micrometres from the node to the target: along its chain, and its leg.
    let beyond: [Int64]
    /// Numbers of locations by chain.
    let byChain: [Int32]
    /// Where each chain's locations begin in `byChain`.
    let firstOnChain: [Int32]

    /// Hangs `places` onto `network`.
    public init(_ places: NetworkPlaces, on network: PedestrianNetwork) {
        self.places = places
        spots = places.locations.map { network.spot(of: $0) }
        var hung = HungTargets()
        for (number, spot) in spots.enumerated() { hung.hang(places.place[number], spot, on: network) }
        let nodeOrder = GroupedOrder(hung.node, groups: network.graph.nodeCount)
        first = nodeOrder.first
        target = nodeOrder.items.map { hung.target[Int($0)] }
        beyond = nodeOrder.items.map { hung.beyond[Int($0)] }
        let chainOrder = GroupedOrder(spots.map(\.chain), groups: network.chains.count)
        byChain = chainOrder.items
        firstOnChain = chainOrder.first
    }
}

/// Targets and the ends of chains they hang at, in their own order.
private struct HungTargets {
    private(set) var node: [Int32] = []
    private(set) var target: [Int32] = []
    private(set) var beyond: [Int64] = []

    /// Hangs a target at both ends of its chain, or at the one it lies at: whoever comes to it comes through there.
    mutating func hang(_ target: Int32, _ spot: ChainSpot, on network: PedestrianNetwork) {
        let (chain, leg) = (Int(spot.chain), spot.leg.micrometres)
        let length = network.chains.length[chain]
        if spot.low < length || length == 0 {
            append(network.graph.arrivingTail[chain], target, leg + Int64(spot.low))
        }
        if spot.high > 0 {
            append(network.graph.arrivingHead[chain], target, leg + Int64(length - spot.high))
        }
    }

    private mutating func append(_ node: Int32, _ target: Int32, _ beyond: Int64) {
        self.node.append(node)
        self.target.append(target)
        self.beyond.append(beyond)
    }
}

/// Items put in the order of the group they belong to, by counting; within a group they keep their order.
private struct GroupedOrder {
    var first: [Int32]
    var items: [Int32]

    init(_ group: [Int32], groups: Int) {
        first = [Int32](repeating: 0, count: groups + 1)
        for member in group { first[Int(member) + 1] += 1 }
        for place in 0..<groups { first[place + 1] += first[place] }
        items = [Int32](repeating: 0, count: group.count)
        var next = first
        for (item, member) in group.enumerated() {
            items[Int(next[Int(member)])] = Int32(item)
            next[Int(member)] += 1
        }
    }
}

/// All targets within a walk of one place, each with its distance: for counts, and for residents in reach.
public struct PlacesWithinSearch: Sendable {
    private let network: PedestrianNetwork
    private let targets: TargetColumns
    private var search: WalkSearch
    private var distance: [Int64]
    private var found: [Int32] = []

    /// Scratch space for one task.
    public init(_ targets: TargetColumns, on network: PedestrianNetwork) {
        self.network = network
        self.targets = targets
        search = WalkSearch(for: network)
        distance = [Int64](repeating: Int64.max, count: targets.places.count)
    }

    /// What the searches did so far.
    public var counters: SearchCounters { search.counters }

    /// Calls `body` with every target within `limit` of a place with these locations, once each.
    ///
    /// A target with several locations counts at its nearest. In no promised order.
    public mutating func forEachTarget(
        from locations: ArraySlice<NetworkLocation>, within limit: WalkingDistance,
        _ body: (_ target: Int, _ distance: WalkingDistance) -> Void
    ) {
        search.reset()
        for location in locations { search.addSource(0, at: location, of: network) }
        search.run(on: network, within: limit)
        offerAtNodes(limit)
        for location in locations { offerOnChain(of: network.spot(of: location), limit) }
        for target in found {
            body(Int(target), WalkingDistance(micrometres: distance[Int(target)]))
            distance[Int(target)] = Int64.max
        }
        found.removeAll(keepingCapacity: true)
    }

    private mutating func offerAtNodes(_ limit: WalkingDistance) {
        for fallen in 0..<search.labelledCount {
            let node = search.labelled(fallen)
            let walked = search.labels[node].walked
            guard walked <= limit.micrometres else { continue }
            for place in Int(targets.first[node])..<Int(targets.first[node + 1]) {
                offer(targets.target[place], walked + targets.beyond[place], limit)
            }
        }
    }

    private mutating func offerOnChain(of spot: ChainSpot, _ limit: WalkingDistance) {
        let chain = Int(spot.chain)
        for place in Int(targets.firstOnChain[chain])..<Int(targets.firstOnChain[chain + 1]) {
            let number = Int(targets.byChain[place])
            let other = targets.spots[number]
            let walked = spot.leg.micrometres + spot.along(to: other) + other.leg.micrometres
            offer(targets.places.place[number], walked, limit)
        }
    }

    private mutating func offer(_ target: Int32, _ walked: Int64, _ limit: WalkingDistance) {
        guard walked <= limit.micrometres, walked < distance[Int(target)] else { return }
        if distance[Int(target)] == Int64.max { found.append(target) }
        distance[Int(target)] = walked
    }
}
