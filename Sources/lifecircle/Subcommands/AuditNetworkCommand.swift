import ArgumentParser
import GapAnalysis
import PedestrianNetworks
import Reporting
import Standards
import StudyAreas
import VectorFiles
import WalkAccess

/// The walking network against a standard's figures for it.
struct AuditNetworkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "network",
        abstract: "Density, junction spacing, dead ends and street blocks of the network.",
        discussion: """
            Example:
              lifecircle audit network --network ways.geojson \\
                --units communities.geojson --stations metro.geojson \\
                --blocks blocks.geojson --output network-audit
            """)

    @OptionGroup var ways: WaysOptions
    @Option(
        help: ArgumentHelp(
            "Units that are judged one by one (default: the convex hull of the ways).",
            valueName: "file"))
    var units: String?
    @Option(
        help: ArgumentHelp(
            "Rail stations, whose surroundings have figures of their own.", valueName: "file"))
    var stations: String?
    @Option(help: ArgumentHelp("A bundled standard's id, or a path (default: suzhou-2021).", valueName: "id"))
    var standard: String?
    @Option(
        help: ArgumentHelp(
            "Residential blocks with a gated column, for the size of closed ones.", valueName: "file"))
    var blocks: String?
    @OptionGroup var plane: PlaneOptions
    @OptionGroup var nodes: NodeOptions
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Folder for the layers (default: none are written).", valueName: "folder"))
    var output: String?
    @OptionGroup var formats: FormatOptions
    @Flag(help: "Print the result as JSON on standard output.")
    var json = false
    @OptionGroup var map: MapOptions
    @OptionGroup var common: RunOptions

    func validate() throws {
        try map.check(studyAreaInput)
    }

    func run() async throws {
        let chosen = StandardChoice(standard)
        let standard = try chosen.load()
        let run = StudyAreaRun(
            input: studyAreaInput, loader: loader, common: common,
            texts: chosen.path.map { [Manifest.Input(role: "standard", path: $0)] } ?? [])
        let folder = formats.folder(output, of: .network)
        try run.checkOutputs((folder?.paths ?? []) + [common.timings].compactMap { $0 })
        let progress = common.progressLine
        var clock = StageClock(progress: progress)
        let area = try load(&clock)
        let audit = try await clock.run(.search) {
            try await NetworkAudit(of: area, by: standard, threads: common.threadCount) {
                progress.update($0)
            }
        }
        try run.report(audit.findings)
        try clock.run(.write) { try write(audit, folder, run) { progress.update($0) } }
        try TimingsFile(common.timings).write(
            clock, network: area.network, counters: SearchCounters(), threads: common.threadCount)
        try show(audit, folder)
    }

    /// Loads the area without joining places to the network: nobody walks here.
    private func load(_ clock: inout StageClock) throws -> StudyArea {
        let projected = try clock.layers(
            of: studyAreaInput, needed: [("network", "--network")], reach: 1000, threads: loader.threads)
        return try clock.run(.build) { try loader.build(projected).unjoined }
    }

    private var studyAreaInput: StudyAreaInput {
        func layer(_ path: String) -> LayerInput { LayerInput(VectorSource(path: path)) }
        var study = StudyAreaInput()
        study.network = ways.layer
        study.units = units.map(layer)
        study.blocks = blocks.map(layer)
        study.facilities = stations.map { [layer($0)] } ?? []
        plane.override(&study)
        study.footProfile = map.chosen
        return study
    }

    private var loader: StudyAreaLoader {
        let station = FacilityKind(id: "rail_station", title: "轨道交通站点", titleEn: "Rail station")
        return StudyAreaLoader(
            kinds: .all(station), joinTolerance: nodes.joinTolerance, threads: common.threadCount)
    }

    private func write(
        _ audit: NetworkAudit, _ folder: ResultFolder?, _ run: StudyAreaRun, progress: (Double) -> Void
    ) throws {
        guard let folder else { return }
        let manifest = try Manifest(
            standard: (audit.standard.id, audit.standard.version),
            options: [
                ("command", .string("audit network")), ("crs", .string(audit.area.plane.label)),
                ("profile", run.input.profileJSON), ("draft", .bool(audit.standard.draft)),
                ("join_tolerance", .number(nodes.joinTolerance)),
            ], inputs: run.manifestInputs
        ).json()
        try folder.write(audit, manifest: manifest, progress: progress)
    }

    private func show(_ audit: NetworkAudit, _ folder: ResultFolder?) throws {
        if json { return try Terminal.printResult(audit.json.text(pretty: true)) }
        guard !common.quiet else { return }
        try Terminal.printResult(NetworkOverview(audit, language: common.language).text)
        if let folder { try Terminal.printResult(folder.paths.joined(separator: "\n")) }
    }
}
