import PedestrianNetworks
import WorkSharing

extension NearestOfKinds {
    /// Walks to the nearest facility of each kind from every node asked for.
    ///
    /// - Parameters:
    ///   - spots: The nodes asked for, of the network that is searched.
    ///   - threads: At most this many tasks run at once.
    ///   - accumulator: Made for each piece of the work.
    ///   - body: Called with each piece's accumulator, a kind, and walks to it: for each kind every node within the limit is
    ///     there once, in one piece or another.
    /// - Returns: The accumulators in a fixed order, and the work done: both whatever the number of threads.
    /// - Throws: `CancellationError` when the task is cancelled.
    public func reduce<Accumulator: Sendable>(
        over spots: NodeSpots, threads: Int = 1, into accumulator: @Sendable @escaping () -> Accumulator,
        _ body: @Sendable @escaping (inout Accumulator, _ kind: Int, _ walks: borrowing NodeWalks) -> Void
    ) async throws -> (accumulators: [Accumulator], counters: SearchCounters) {
        let done: [(Accumulator, SearchCounters)]
        if let (tiles, sources) = tiled {
            done = try await concurrentMap(
                count: tiles.count, threads: threads, workspace: { TiledNodes(self, sources) }
            ) { tile, nodes in
                var result = accumulator()
                let work = nodes.forEachKind(of: tiles[tile], spots) { body(&result, $0, $1) }
                return (result, work)
            }
        } else {
            done = try await concurrentMap(
                count: kinds.count, threads: threads, workspace: { NearestFacilitySearch(on: network) }
            ) { kind, search in
                var result = accumulator()
                let before = search.counters
                search.prepare(kinds[kind], within: limit)
                body(&result, kind, NodeWalks(of: spots, search))
                return (result, search.counters - before)
            }
        }
        return (done.map(\.0), done.reduce(SearchCounters()) { $0 + $1.1 })
    }
}

extension NodeWalks {
    /// What a search from one kind's facilities found at `spots`.
    fileprivate init(of spots: NodeSpots, _ search: NearestFacilitySearch) {
        self.init(last: WalkLabel.last(at: search.limit))
        var labels: [WalkLabel] = []
        search.forEachLabel(of: spots) { node, label in
            append(node)
            labels.append(label)
        }
        read(labels, facilities: search.facilities)
    }
}

/// Reads nodes off tiles; scratch space for one task.
private struct TiledNodes {
    private let network: PedestrianNetwork
    private let kinds: [NetworkPlaces]
    private let sources: KindSources
    private var search: TileSearch
    private var readings = TileReadings()

    init(_ all: NearestOfKinds, _ sources: KindSources) {
        (network, kinds, self.sources) = (all.network, all.kinds, sources)
        search = TileSearch(for: sources, kinds: all.kinds.count, on: all.network, within: all.limit)
    }

    /// Calls `body` with each kind and the walks to it from the nodes at `tile` of the curve; tells the work done.
    mutating func forEachKind(
        of tile: Range<Int32>, _ spots: NodeSpots, _ body: (_ kind: Int, _ walks: borrowing NodeWalks) -> Void
    ) -> SearchCounters {
        let before = search.counters
        var walks = NodeWalks(last: search.last)
        enter(spots.part(at: tile, of: network), &walks)
        for (kind, facilities) in kinds.enumerated() {
            search.search(kind: kind)
            readings.read(search.labels, kind: kind)
            walks.read(readings.answers, facilities: facilities)
            body(kind, walks)
            // Held on to, they would be copied when the next kind is read off.
            walks.forget()
        }
        return search.counters - before
    }

    private mutating func enter(_ part: NodeSpots.Part, _ walks: inout NodeWalks) {
        for end in part.ends { search.addCore(end.end) }
        for inner in part.inner {
            search.addCore(inner.tail)
            search.addCore(inner.head)
        }
        search.enter()
        readings.removeAll()
        for end in part.ends {
            readings.append(end.end, of: search.tile)
            walks.append(end.node)
        }
        for inner in part.inner {
            readings.append(inner, of: search.tile, sources, on: network)
            walks.append(inner.node)
        }
        readings.close()
    }
}

extension NodeSpots {
    /// Some of the nodes.
    fileprivate struct Part {
        var ends: [(node: Int32, end: Int32)] = []
        var inner: [InnerNode] = []
    }

    /// The nodes at `tile` of the curve, those inside chains where the chains' tails are.
    fileprivate func part(at tile: Range<Int32>, of network: PedestrianNetwork) -> Part {
        var part = Part()
        part.ends.reserveCapacity(tile.count)
        var end = tile.lowerBound
        network.graph.ends.forEach(ranked: Int(tile.lowerBound)..<Int(tile.upperBound)) { node in
            if ends.contains(Int(end)) { part.ends.append((Int32(node), end)) }
            end += 1
        }
        let copies = network.graph.copies(of: tile)
        part.ends += self.copies[self.copies.places(where: \.end, in: copies)]
        for tails in [tile, copies] { part.inner += inner[inner.places(where: \.tail, in: tails)] }
        return part
    }
}

extension Array {
    /// The places of the elements whose key is in `range`; keys ascend. O(log n).
    fileprivate func places(where key: (Element) -> Int32, in range: Range<Int32>) -> Range<Int> {
        func first(from bound: Int32) -> Int {
            var (low, high) = (0, count)
            while low < high {
                let middle = (low + high) / 2
                if key(self[middle]) < bound { low = middle + 1 } else { high = middle }
            }
            return low
        }
        return first(from: range.lowerBound)..<first(from: range.upperBound)
    }
}
