import PedestrianNetworks
import WorkSharing

/// Where facilities of several kinds are, by node and by chain: 12 bytes for each end of a chain they hang at, 4 a node of
/// the graph, and 40 for each facility inside a chain.
struct KindSources: Sendable {
    /// Where the walks that start at each node begin; one more entry than there are nodes.
    let first: [Int32]
    /// By walk that starts: how far it has come, and its facility's number among its kind's locations.
    let label: [WalkLabel]
    /// By walk that starts: the kind of its facility.
    let kind: [Int32]
    /// The facilities that are at no end of their chain.
    let inner: [InnerFacility]
    /// Places in `inner` by chain.
    let onChains: SpotsOnChains

    /// A facility that some walks reach without passing an end of its chain.
    struct InnerFacility: Sendable {
        let spot: ChainSpot
        let kind: Int32
        let number: Int32
    }

    init(_ kinds: [NetworkPlaces], on network: PedestrianNetwork, threads: Int) {
        let found = simultaneousMap(count: kinds.count, threads: threads, workspace: {}) { kind, _ in
            OfKind(kinds[kind], Int32(kind), on: network)
        }
        let starts = found.flatMap(\.starts)
        let inner = found.flatMap(\.inner)
        let order = GroupedOrder(starts.map(\.node), groups: network.graph.nodeCount)
        first = order.first
        label = order.items.map { starts[Int($0)].label }
        kind = order.items.map { starts[Int($0)].kind }
        var onChains = SpotsOnChains(chains: network.chains.count)
        onChains.hold(inner.map(\.spot))
        (self.inner, self.onChains) = (inner, onChains)
    }
}

/// Where the facilities of one kind are.
private struct OfKind {
    private(set) var starts: [Start] = []
    private(set) var inner: [KindSources.InnerFacility] = []

    init(_ facilities: NetworkPlaces, _ kind: Int32, on network: PedestrianNetwork) {
        starts.reserveCapacity(2 * facilities.locations.count)
        // First where all are, so that what waits for memory waits together.
        let spots = facilities.locations.map { network.spot(of: $0) }
        for (number, spot) in spots.enumerated() {
            Start.add(of: spot, kind, Int32(number), network.graph, to: &starts)
            if spot.node < 0 {
                inner.append(KindSources.InnerFacility(spot: spot, kind: kind, number: Int32(number)))
            }
        }
    }
}

/// A node that walks from a facility start at.
private struct Start {
    let node: Int32
    let kind: Int32
    let label: WalkLabel

    static func add(
        of spot: ChainSpot, _ kind: Int32, _ number: Int32, _ graph: SearchGraph, to starts: inout [Start]
    ) {
        let leg = spot.leg.micrometres
        func add(_ end: Int32, _ way: UInt32) {
            let walked = leg + Int64(way)
            guard walked <= WalkingDistance.furthest.micrometres else { return }
            starts.append(
                Start(
                    node: graph.departing(end), kind: kind, label: WalkLabel(walked: walked, from: number)))
        }
        // Walks from an end of the chain come to the other end by themselves.
        if spot.node >= 0 { return add(spot.node, 0) }
        add(spot.tail, spot.low)
        add(spot.head, spot.rest)
    }
}
