import ArgumentParser
import GapAnalysis
import PedestrianNetworks
import Reporting
import VectorFiles
import WalkAccess

/// Whether only to find out what a run would take.
struct DryRunOptions: ParsableArguments {
    @Flag(
        help:
            "Read, build and join, then say what the rest would take in time and memory, and write nothing."
    )
    var dryRun = false

    /// Tells what was measured so far and what the rest is estimated to take; timings that were asked for are written.
    func show(
        _ estimate: RunEstimate, of network: PedestrianNetwork, after clock: StageClock, _ common: RunOptions,
        json: Bool
    ) throws {
        try TimingsFile(common.timings).write(
            clock, network: network, counters: SearchCounters(), threads: common.threadCount)
        let measured = clock.measured.map {
            EstimateOverview.Stage(
                name: $0.rawValue, title: $0.wording(common.language), seconds: $1, isMeasured: true)
        }
        let foreseen = [(Stage.search, estimate.search), (.write, estimate.write)].map {
            EstimateOverview.Stage(
                name: $0.rawValue, title: $0.wording(common.language), seconds: $1, isMeasured: false)
        }
        let overview = EstimateOverview(
            measured + foreseen, megabytes: ProcessUsage.now.peakMegabytes + estimate.megabytes)
        if json { return try Terminal.printResult(overview.json.text(pretty: true)) }
        try Terminal.printResult(overview.text(common.language))
    }
}
