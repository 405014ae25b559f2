import PedestrianNetworks
import VectorFiles
import WalkAccess

/// The file that `--timings` asks for.
struct TimingsFile {
    private let path: String?

    init(_ path: String?) { self.path = path }

    /// The timings of a run without a network.
    func write(_ clock: StageClock) throws {
        try write(clock, network: .empty, counters: SearchCounters(), threads: 1)
    }

    func write(
        _ clock: StageClock, network: PedestrianNetwork, counters: SearchCounters, threads: Int
    ) throws {
        guard let path else { return }
        let outputs = OutputSet()
        let json = clock.json(
            nodes: network.nodeCount, edges: network.edgeCount, counters: counters, threads: threads)
        try outputs.stage(path).write(json.text(pretty: true) + "\n")
        try outputs.commit()
    }
}
