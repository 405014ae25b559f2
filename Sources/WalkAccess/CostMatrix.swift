public import PedestrianNetworks
import WorkSharing

/// The walks between each of some origins and each of some destinations that are no longer than a limit.
///
/// Sparse, because nearly all pairs of a city are out of each other's reach: 12 bytes a pair within the limit and 8 an
/// origin. Rows are origins; the destinations in a row ascend.
public struct CostMatrix: Sendable {
    /// Where each origin's entries begin; one more than there are origins.
    public private(set) var first: [Int]
    /// By entry, the destination.
    public private(set) var destination: [Int32]
    /// By entry, the walk, both legs charged.
    public private(set) var walk: [WalkingDistance]
    /// What the searches did.
    public private(set) var counters = SearchCounters()

    /// Walks every pair within `limit`.
    ///
    /// One bounded search from each place of the side that has fewer, since a walk is as long the other way round. Places
    /// without a location have no entries; of several locations the nearest counts. The same for any number of threads.
    /// - Throws: `CancellationError` when the task is cancelled.
    public init(
        from origins: NetworkPlaces, to destinations: NetworkPlaces, on network: PedestrianNetwork,
        within limit: WalkingDistance, threads: Int = 1
    ) async throws {
        let isTurned = destinations.count < origins.count
        let (searched, hung) = isTurned ? (destinations, origins) : (origins, destinations)
        let rows = try await CostMatrix.rows(
            from: searched, to: hung, on: network, within: limit, threads: threads)
        (first, destination, walk) = ([0], [], [])
        for row in rows.rows {
            for entry in row {
                destination.append(entry.target)
                walk.append(entry.walk)
            }
            first.append(destination.count)
        }
        counters = rows.counters
        if isTurned { turn(rows: origins.count) }
    }

    private typealias Row = [(target: Int32, walk: WalkingDistance)]

    private static func rows(
        from places: NetworkPlaces, to others: NetworkPlaces, on network: PedestrianNetwork,
        within limit: WalkingDistance, threads: Int
    ) async throws -> (rows: [Row], counters: SearchCounters) {
        let targets = TargetColumns(others, on: network)
        let spots = PlaceSpots(places, on: network)
        let parts = chunks(of: places.count, size: 64)
        let found = try await concurrentMap(
            count: parts.count, threads: threads, workspace: { PlacesWithinSearch(targets, on: network) }
        ) { part, search in
            let before = search.counters
            search.prepare(spots, parts[part])
            let rows = parts[part].map { rank -> Row in
                var row: Row = []
                search.forEachTarget(from: spots[rank], within: limit) { row.append((Int32($0), $1)) }
                return row.sorted { $0.target < $1.target }
            }
            return (rows, search.counters - before)
        }
        var rows = [Row](repeating: [], count: places.count)
        for (place, row) in zip(spots.order, found.lazy.flatMap(\.0)) { rows[Int(place)] = row }
        return (rows, found.reduce(SearchCounters()) { $0 + $1.1 })
    }

    /// Makes columns of rows, by counting sort, so that what was in ascending rows is so again.
    private mutating func turn(rows: Int) {
        var next = [Int](repeating: 0, count: rows + 1)
        for row in destination { next[Int(row) + 1] += 1 }
        for row in 0..<rows { next[row + 1] += next[row] }
        let turned = next
        var column = [Int32](repeating: 0, count: destination.count)
        var walks = [WalkingDistance](repeating: .zero, count: walk.count)
        for place in 0..<first.count - 1 {
            for entry in first[place]..<first[place + 1] {
                let row = Int(destination[entry])
                (column[next[row]], walks[next[row]]) = (Int32(place), walk[entry])
                next[row] += 1
            }
        }
        (first, destination, walk) = (turned, column, walks)
    }

    /// The number of origins.
    public var rowCount: Int { first.count - 1 }

    /// The entries of origin `row`, places in `destination` and `walk`.
    public func entries(of row: Int) -> Range<Int> { first[row]..<first[row + 1] }

    /// The walk between a pair; nil when it is beyond the limit. O(log n) in the entries of the row.
    public subscript(row: Int, column: Int) -> WalkingDistance? {
        var (low, high) = (first[row], first[row + 1])
        while low < high {
            let middle = (low + high) / 2
            if Int(destination[middle]) < column { low = middle + 1 } else { high = middle }
        }
        return low < first[row + 1] && Int(destination[low]) == column ? walk[low] : nil
    }
}
