import ArgumentParser
import GapAnalysis
import PedestrianNetworks
import Reporting
import StudyAreas
import VectorFiles
import WalkAccess

/// Service areas and reached ways around places.
struct ReachCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reach",
        abstract: "Service areas on foot around places, for several limits.",
        discussion: """
            Example:
              lifecircle reach --network ways.geojson --from schools.geojson \\
                --limits 300,500,1000 --barriers water.geojson -o areas.geojson
            """)

    @OptionGroup var network: WaysOptions
    @Option(help: ArgumentHelp("Places to walk from, points or polygons.", valueName: "file"))
    var from: String
    @Option(help: ArgumentHelp("Layer of the places, where a file has several.", valueName: "layer"))
    var fromLayer: String?
    @Option(help: ArgumentHelp("Column with the ids of the places.", valueName: "column"))
    var idField: String?
    @Option(help: ArgumentHelp("Column with the kinds of the places.", valueName: "column"))
    var kindField: String?
    @Option(
        help: ArgumentHelp("Only places of these kinds, as written, separated by commas.", valueName: "kinds")
    )
    var kinds: String?
    @OptionGroup var barring: BarrierOptions
    @OptionGroup var edge: EdgeOptions
    @Option(
        help: ArgumentHelp("Limits in metres, or in minutes with --measure time.", valueName: "numbers"))
    var limits: MetresList = MetresList(values: [300, 500, 1000])
    @OptionGroup var walker: WalkerOptions
    @Option(help: ArgumentHelp("How far from a reached way an area goes, in metres.", valueName: "metres"))
    var buffer: Double = 25
    @Option(
        help: ArgumentHelp(
            "One area for each place (none) or each kind (kind), or for each place what is nearest to it (nearest).",
            valueName: "manner"))
    var dissolve: ReachDissolve = .none
    @Flag(help: "Add street blocks that reached ways enclose wholly.")
    var enclosedBlocks = false
    @Flag(help: "Fill the holes of areas.")
    var fillHoles = false
    @Option(
        help: ArgumentHelp(
            "Walk to this many random points of each area, and say how many are within the limit.",
            valueName: "points"))
    var verify: Int = 0
    @Option(
        help: ArgumentHelp("Also write the reached ways, cut at the limits, to this file.", valueName: "file")
    )
    var ways: String?
    @OptionGroup var plane: PlaneOptions
    @OptionGroup var snap: SnapOptions
    @OptionGroup var nodes: NodeOptions
    @Option(name: .shortAndLong, help: ArgumentHelp("The areas, as GeoJSON.", valueName: "file"))
    var output: String
    @Flag(help: "Print the figures as JSON on standard output.")
    var json = false
    @OptionGroup var map: MapOptions
    @OptionGroup var common: RunOptions

    func validate() throws {
        guard !limits.values.isEmpty else { throw ValidationError("--limits takes numbers above 0") }
        guard reachLimits.allSatisfy({ $0.cut > .zero && $0.cut.metres <= 100_000 }) else {
            throw ValidationError("--limits takes walks of a millimetre to 100 km")
        }
        guard buffer >= 0.1, buffer <= 1000 else {
            throw ValidationError("--buffer takes metres from 0.1 to 1000")
        }
        guard 0...1_000_000 ~= verify else {
            throw ValidationError("--verify takes a number from 0 to 1000000")
        }
        if dissolve == .nearest, enclosedBlocks || fillHoles {
            throw ValidationError(
                "--enclosed-blocks and --fill-holes give land that no walk was measured to, and which of several places it is nearest to is not known; use them with --dissolve none or kind"
            )
        }
        try map.check(studyAreaInput)
    }

    func run() async throws {
        let run = StudyAreaRun(
            input: studyAreaInput, loader: loader, common: common,
            needed: [("facilities", "--from"), ("network", "--network")])
        try run.checkOutputs([output] + sidecars + [ways, common.timings].compactMap { $0 })
        let progress = common.progressLine
        var clock = StageClock(progress: progress)
        let area = try await run.load(&clock)
        try run.report(area.findings)
        let outputs = OutputSet()
        let (summary, counters) = try await clock.run(.search) {
            try await search(area, outputs) { progress.update($0) }
        }
        try clock.run(.write) { try write(summary, run, outputs) }
        try TimingsFile(common.timings).write(
            clock, network: area.network, counters: counters, threads: common.threadCount)
        try show(summary)
    }

    /// Makes the areas and writes each as soon as its turn comes.
    private func search(
        _ area: StudyArea, _ outputs: OutputSet, progress: @Sendable @escaping (Double) -> Void
    ) async throws -> (ReachSummary, SearchCounters) {
        let analysis = try ReachAnalysis(of: area, options: options)
        guard !analysis.subjects.isEmpty else {
            throw ValidationError("--kinds \(kinds ?? "") selects none of the places")
        }
        var summary = ReachSummary(analysis)
        var layers = try ReachLayers(
            analysis, areas: try outputs.stage(output), ways: try ways.map { try outputs.stage($0) })
        let counters = try await analysis.run(progress: progress) { result in
            try layers.write(result)
            summary.add(result)
        }
        layers.finish()
        return (summary, counters)
    }

    private func write(_ summary: ReachSummary, _ run: StudyAreaRun, _ outputs: OutputSet) throws {
        FindingsTable(summary.findings).write(to: try outputs.stage(sidecars[0]))
        let manifest = Manifest(standard: nil, options: manifestOptions(summary), inputs: run.manifestInputs)
        try outputs.stage(sidecars[1]).write(manifest.json().text(pretty: true) + "\n")
        try outputs.commit()
    }

    private func show(_ summary: ReachSummary) throws {
        if json { return try Terminal.printResult(summary.json.text(pretty: true)) }
        guard !common.quiet else { return }
        try Terminal.printResult(ReachOverview(summary, language: common.language).text)
        try Terminal.printResult(([output] + [ways].compactMap { $0 }).joined(separator: "\n"))
    }
}
