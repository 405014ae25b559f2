import PedestrianNetworks
import WalkAccess
import WorkSharing

/// T3: every junction within a limit of each place.
enum ReachTask {
    static func run(_ city: City, _ options: Options, _ measurement: inout Measurement) async throws {
        let beforePreparation = processSeconds
        let places = city.places(at: city.placeNode.prefix(options.items))
        let targets = TargetColumns(city.places(at: 0..<Int32(city.junctionCount)), on: city.network)
        measurement["preparation_cpu_s"] = processSeconds - beforePreparation
        measurement.begin()
        // Origins in the order of the network's nodes, so that neighbours are searched from one after another.
        let spots = PlaceSpots(places, on: city.network)
        let parts = chunks(of: places.count, size: 64)
        let limit = WalkingDistance.limit(metres: options.radius)
        let answers = try await concurrentMap(
            count: parts.count, threads: options.threads,
            workspace: { PlacesWithinSearch(targets, on: city.network) }
        ) { part, search in
            let before = search.counters
            var count = 0
            search.prepare(spots, parts[part])
            for rank in parts[part] {
                search.forEachTarget(from: spots[rank], within: limit) { _, _ in
                    count += 1
                }
            }
            return (count, search.counters - before)
        }
        measurement.end()
        measurement["items"] = places.count
        measurement["settled"] = answers.reduce(0) { $0 + $1.1.settled }
        measurement["relaxed"] = answers.reduce(0) { $0 + $1.1.relaxed }
        measurement["checksum"] = ["count": answers.reduce(0) { $0 + $1.0 }]
    }
}
