import PedestrianNetworks

/// Searches a tile for one kind of facility after another; scratch space for one task.
struct TileSearch: Sendable {
    private(set) var tile: TileGraph
    private let sources: KindSources
    private let kinds: Int
    private let limit: WalkingDistance
    private var kernel: WalkKernel
    /// By node of the tile; no better than its bound where no walk of interest leads.
    private(set) var labels: [WalkLabel] = []
    /// Where the walks of each kind that start in the tile begin; one more entry than there are kinds.
    private var firstStart: [Int32] = [0]
    /// By walk that starts in the tile, kind by kind.
    private var starts: [(node: Int32, label: WalkLabel)] = []
    private var counted = SearchCounters()

    init(for sources: KindSources, kinds: Int, on network: PedestrianNetwork, within limit: WalkingDistance) {
        tile = TileGraph(on: network)
        kernel = WalkKernel(for: network.graph)
        (self.sources, self.kinds, self.limit) = (sources, kinds, limit)
    }

    /// What the searches did so far.
    var counters: SearchCounters { tile.counters + counted }

    /// The last label within the limit.
    var last: WalkLabel { .last(at: limit) }

    /// Lets `node` of the whole graph be part of the next tile's core.
    mutating func addCore(_ node: Int32) { tile.addCore(node) }

    /// Goes on to the tile whose core has been added.
    mutating func enter() {
        tile.build(within: limit)
        sortStarts()
        kernel.forgetLog()
        labels.removeAll(keepingCapacity: true)
        labels += tile.bounds
    }

    private mutating func sortStarts() {
        let sources = sources
        var (found, foundKinds): ([(node: Int32, label: WalkLabel)], [Int32]) = ([], [])
        for (number, node) in tile.members.enumerated() {
            for place in Int(sources.first[Int(node)])..<Int(sources.first[Int(node) + 1]) {
                found.append((Int32(number), sources.label[place]))
                foundKinds.append(sources.kind[place])
            }
        }
        let order = GroupedOrder(foundKinds, groups: kinds)
        firstStart = order.first
        starts = order.items.map { found[Int($0)] }
    }

    /// Labels the tile's core with the nearest facility of `kind`.
    mutating func search(kind: Int) {
        kernel.forget(&labels, as: tile.bounds)
        for place in Int(firstStart[kind])..<Int(firstStart[kind + 1]) {
            let (node, label) = starts[place]
            guard label < labels[Int(node)] else { continue }
            labels[Int(node)] = label
            kernel.push(Int(node))
        }
        counted = counted + kernel.run(tile.firstOut, tile.arcs, within: last, &labels)
    }
}
