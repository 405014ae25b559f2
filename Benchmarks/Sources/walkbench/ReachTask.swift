import PedestrianNetworks
import WalkAccess
import WorkSharing

/// T3: every junction within a limit of each place.
enum ReachTask {
    static func run(_ city: City, _ options: Options, _ measurement: inout Measurement) async throws {
        let places = Array(city.placeNode.prefix(options.items))
        let beforePreparation = processSeconds
        let arcs = ArcEdges(of: city.network)
        var isJunction = [Bool](repeating: false, count: city.network.nodeCount)
        for node in city.node { isJunction[Int(node)] = true }
        let junctions = isJunction
        measurement["preparation_cpu_s"] = processSeconds - beforePreparation
        measurement.begin()
        let parts = chunks(of: places.count, size: 64)
        let limit = ReachLimit(metres: options.radius)
        let answers = try await concurrentMap(
            count: parts.count, threads: options.threads,
            workspace: { ReachSearch(on: city.network, arcs) }
        ) { part, search in
            let before = search.counters
            var count = 0
            for place in parts[part] {
                let ways = search.ways(from: city.places(at: [places[place]]), within: [limit])
                for reached in ways.nodes where junctions[Int(reached.node)] { count += 1 }
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
