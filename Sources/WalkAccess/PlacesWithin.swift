public import PedestrianNetworks

/// Targets hung onto the network's nodes and edges, so that a search from any place finds them as it goes.
///
/// Immutable and shared by all tasks. 12 bytes per location and end, 4 bytes a node.
public struct TargetColumns: Sendable {
    let places: NetworkPlaces
    /// Where the targets at each node begin; one more entry than there are nodes.
    let first: [Int32]
    /// The target place hung at a node, node by node.
    let target: [Int32]
    /// Micrometres from the node to the target: along its edge, and its leg.
    let beyond: [Int64]
    /// Numbers of locations by edge.
    let byEdge: [Int32]
    /// Where each edge's locations begin in `byEdge`.
    let firstOnEdge: [Int32]

    /// Hangs `places` onto `network`.
    public init(_ places: NetworkPlaces, on network: PedestrianNetwork) {
        self.places = places
        var atNode: [(node: Int32, target: Int32, beyond: Int64)] = []
        for (number, location) in places.locations.enumerated() {
            let edge = Int(location.edge)
            let leg = location.leg.micrometres
            let target = places.place[number]
            atNode.append((network.graph.arrivingTail[edge], target, leg + Int64(location.low)))
            atNode.append(
                (
                    network.graph.arrivingHead[edge], target,
                    leg + Int64(network.edgeLength[edge]) - Int64(location.high)
                )
            )
        }
        let nodeOrder = GroupedOrder(atNode.map(\.node), groups: network.graph.nodeCount)
        first = nodeOrder.first
        target = nodeOrder.items.map { atNode[Int($0)].target }
        beyond = nodeOrder.items.map { atNode[Int($0)].beyond }
        let edgeOrder = GroupedOrder(places.locations.map(\.edge), groups: network.edgeCount)
        byEdge = edgeOrder.items
        firstOnEdge = edgeOrder.first
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
        distance = [Int64](repeating: WalkSearch.unreached, count: targets.places.count)
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
        for location in locations { offerOnEdge(of: location, limit) }
        for target in found {
            body(Int(target), WalkingDistance(micrometres: distance[Int(target)]))
            distance[Int(target)] = WalkSearch.unreached
        }
        found.removeAll(keepingCapacity: true)
    }

    private mutating func offerAtNodes(_ limit: WalkingDistance) {
        for node in search.labelled {
            let walked = search.distance[Int(node)]
            guard walked <= limit.micrometres else { continue }
            for place in Int(targets.first[Int(node)])..<Int(targets.first[Int(node) + 1]) {
                offer(targets.target[place], walked + targets.beyond[place], limit)
            }
        }
    }

    private mutating func offerOnEdge(of location: NetworkLocation, _ limit: WalkingDistance) {
        let edge = Int(location.edge)
        for place in Int(targets.firstOnEdge[edge])..<Int(targets.firstOnEdge[edge + 1]) {
            let number = Int(targets.byEdge[place])
            let other = targets.places.locations[number]
            let walked = location.leg.micrometres + location.along(to: other) + other.leg.micrometres
            offer(targets.places.place[number], walked, limit)
        }
    }

    private mutating func offer(_ target: Int32, _ walked: Int64, _ limit: WalkingDistance) {
        guard walked <= limit.micrometres, walked < distance[Int(target)] else { return }
        if distance[Int(target)] == WalkSearch.unreached { found.append(target) }
        distance[Int(target)] = walked
    }
}
