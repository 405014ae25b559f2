import PedestrianNetworks
import WalkAccess
import WorkSharing

/// T4: the area within 25 m of the ways that 5, 10 and 15 minutes reach, for each place on its own.
enum AreaTask {
    static func run(_ city: City, _ options: Options, _ measurement: inout Measurement) async throws {
        let places = Array(city.placeNode.prefix(options.items))
        let beforePreparation = processSeconds
        let arcs = ArcChains(of: city.network)
        measurement["preparation_cpu_s"] = processSeconds - beforePreparation
        measurement.begin()
        let limits = [5.0, 10, 15].map { ReachLimit(minutes: $0, of: .standard) }
        let answers = try await concurrentMap(
            count: places.count, threads: options.threads,
            workspace: { AreaWorkspace(city, arcs) }
        ) { place, workspace in
            let ways = workspace.search.ways(from: city.places(at: [places[place]]), within: limits)
            return try workspace.builder.areas(of: ways, bands: limits.count).map(\.area)
        }
        measurement.end()
        measurement["items"] = places.count
        measurement["checksum"] = [
            "m2_5": answers.reduce(0) { $0 + $1[0] }, "m2_10": answers.reduce(0) { $0 + $1[1] },
            "m2_15": answers.reduce(0) { $0 + $1[2] },
        ]
    }
}

/// One task's scratch space.
private struct AreaWorkspace {
    var search: ReachSearch
    var builder: ReachedAreaBuilder

    init(_ city: City, _ arcs: ArcChains) {
        search = ReachSearch(on: city.network, arcs)
        builder = ReachedAreaBuilder(
            city.network, barriers: BarrierLines([]), options: ReachedAreaOptions(buffer: 25))
    }
}
