import PedestrianNetworks
import WorkSharing

extension NearestOfKinds {
    /// The nearest facility of each kind from each of many places.
    ///
    /// - Parameters:
    ///   - spots: On the network that is searched.
    ///   - threads: At most this many tasks run at once.
    ///   - progress: Called from any task with the share of the work done, 0…1.
    /// - Returns: The walks by kind, and the work done: both whatever the number of threads. 8 bytes a kind and place.
    /// - Throws: `CancellationError` when the task is cancelled.
    public func walks(
        from spots: PlaceSpots, threads: Int = 1, progress: @Sendable @escaping (Double) -> Void = { _ in }
    ) async throws -> (walks: [NearestWalks], counters: SearchCounters) {
        guard let (tiles, sources) = tiled else {
            return try await kindByKind(from: spots, threads, progress)
        }
        let parts = spots.parts(by: tiles)
        var found = try await concurrentMap(
            count: parts.count, threads: threads, workspace: { TiledPlaces(self, sources, spots) },
            progress: { progress(Double($0) / Double(parts.count)) }
        ) { part, places in places.walks(of: parts[part]) }
        var walks: [NearestWalks] = []
        for (kind, facilities) in kinds.enumerated() {
            walks.append(NearestWalks(from: spots.places, to: facilities))
            for part in found.indices { found[part].give(kind, to: &walks[kind], spots) }
        }
        return (walks, found.reduce(SearchCounters()) { $0 + $1.work })
    }

    private func kindByKind(
        from spots: PlaceSpots, _ threads: Int, _ progress: @Sendable @escaping (Double) -> Void
    ) async throws -> (walks: [NearestWalks], counters: SearchCounters) {
        let found = try await concurrentMap(
            count: kinds.count, threads: threads, workspace: { NearestFacilitySearch(on: network) },
            progress: { progress(Double($0) / Double(kinds.count)) }
        ) { kind, search in
            let before = search.counters
            search.prepare(kinds[kind], within: limit)
            return (search.walks(from: spots), search.counters - before)
        }
        return (found.map(\.0), found.reduce(SearchCounters()) { $0 + $1.1 })
    }
}

extension PlaceSpots {
    /// The ranks of places cut where tiles end; places without a location are in none.
    fileprivate func parts(by tiles: Tiles) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var (begin, current) = (0, -1)
        for rank in order.indices {
            guard let spot = self[rank].first else { break }
            let tile = tiles.tile(of: spot.tail)
            if tile != current, rank > begin { parts.append(begin..<rank) }
            if tile != current { (begin, current) = (rank, tile) }
        }
        let end = order.indices.first { self[$0].isEmpty } ?? order.count
        return begin < end ? parts + [begin..<end] : parts
    }
}

/// Reads places off tiles; scratch space for one task.
private struct TiledPlaces {
    private let kinds: Int
    private let limit: WalkingDistance
    private let sources: KindSources
    private let spots: PlaceSpots
    private var search: TileSearch
    private var readings = TileReadings()

    init(_ all: NearestOfKinds, _ sources: KindSources, _ spots: PlaceSpots) {
        (kinds, limit, self.sources, self.spots) = (all.kinds.count, all.limit, sources, spots)
        search = TileSearch(for: sources, kinds: kinds, on: all.network, within: limit)
    }

    /// What was found of some places: by kind and place, in their order.
    struct Found: Sendable {
        let ranks: Range<Int>
        var labels: [[WalkLabel]] = []
        /// Which of its locations the walk begins at; empty where no place has more than one.
        var starts: [[Int32]] = []
        var work = SearchCounters()

        /// Lets go of what was found of a kind, so that not all is there twice.
        mutating func give(_ kind: Int, to walks: inout NearestWalks, _ spots: PlaceSpots) {
            walks.take(labels[kind], starts[kind], of: spots.order[ranks])
            (labels[kind], starts[kind]) = ([], [])
        }
    }

    /// The walks from the places that have `ranks`.
    mutating func walks(of ranks: Range<Int>) -> Found {
        let before = search.counters
        var found = Found(ranks: ranks)
        enter(ranks)
        for kind in 0..<kinds {
            search.search(kind: kind)
            readings.read(search.labels, kind: kind)
            let (labels, starts) = best(of: ranks)
            found.labels.append(labels)
            found.starts.append(starts)
        }
        found.work = search.counters - before
        return found
    }

    private mutating func enter(_ ranks: Range<Int>) {
        let own = spots.spots[Int(spots.first[ranks.lowerBound])..<Int(spots.first[ranks.upperBound])]
        for spot in own {
            search.addCore(spot.tail)
            search.addCore(spot.head)
        }
        search.enter()
        readings.removeAll()
        for spot in own { readings.append(spot, of: search.tile, sources) }
        readings.close()
    }

    /// Of the locations of each place the first that is nearest.
    private func best(of ranks: Range<Int>) -> (labels: [WalkLabel], starts: [Int32]) {
        let answers = readings.answers
        // A reading is a spot, and most places have one.
        if answers.count == ranks.count { return (answers.map(withinLimit), []) }
        var (labels, starts): ([WalkLabel], [Int32]) = ([], [])
        let first = Int(spots.first[ranks.lowerBound])
        for rank in ranks {
            let own = Int(spots.first[rank]) - first..<Int(spots.first[rank + 1]) - first
            let start = own.reduce(own.lowerBound) { answers[$1] < answers[$0] ? $1 : $0 }
            labels.append(withinLimit(answers[start]))
            starts.append(Int32(start - own.lowerBound))
        }
        return (labels, starts)
    }

    private func withinLimit(_ label: WalkLabel) -> WalkLabel {
        label.walked <= limit.micrometres ? label : .unreached
    }
}
