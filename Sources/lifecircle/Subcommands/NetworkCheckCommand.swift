import ArgumentParser
import GapAnalysis
import PedestrianNetworks
import Reporting
import StudyAreas
import VectorFiles
import WalkAccess

/// What may be wrong with a network; nothing is changed.
struct NetworkCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Gaps, crossings without a node, duplicates, detached pieces and cut ends.",
        discussion: """
            Example:
              lifecircle network check --network ways.geojson --blocks blocks.geojson \\
                --output network-check
            """)

    @OptionGroup var ways: WaysOptions
    @Option(
        help: ArgumentHelp("Residential blocks, to count who is cut off.", valueName: "file"))
    var blocks: String?
    @Option(help: ArgumentHelp("Layer of the blocks, where a file has several.", valueName: "layer"))
    var blocksLayer: String?
    @Option(help: ArgumentHelp("Gaps up to this wide are told.", valueName: "metres"))
    var nearMiss: Double = 2
    @Option(help: ArgumentHelp("Straight segments longer than this are told.", valueName: "metres"))
    var longEdge: Double = 1000
    @OptionGroup var nodes: NodeOptions
    @OptionGroup var plane: PlaneOptions
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Folder for the layer (default: none is written).", valueName: "folder"))
    var output: String?
    @OptionGroup var formats: FormatOptions
    @Flag(help: "Print the result as JSON on standard output.")
    var json = false
    @Option(
        help: ArgumentHelp(
            "Exit 1 when there is any of these issues that heights do not explain, such as near_miss,crossing.",
            valueName: "issues"))
    var failOn: IssueList?
    @OptionGroup var map: MapOptions
    @OptionGroup var common: RunOptions

    func validate() throws {
        guard nearMiss >= 0, nearMiss <= 100 else {
            throw ValidationError("--near-miss takes metres from 0 to 100")
        }
        guard longEdge >= 0, longEdge.isFinite else {
            throw ValidationError("--long-edge takes metres from 0 up")
        }
        try map.check(studyAreaInput)
    }

    func run() async throws {
        let run = StudyAreaRun(input: studyAreaInput, loader: loader, common: common)
        let folder = formats.folder(output, of: .networkCheck)
        try run.checkOutputs((folder?.paths ?? []) + [common.timings].compactMap { $0 })
        let progress = common.progressLine
        var clock = StageClock(progress: progress)
        let (area, ways) = try await load(&clock)
        let check = try await clock.run(.search) {
            try await NetworkCheck(of: area, drawn: ways, limits: limits, threads: common.threadCount)
        }
        let findings = area.findings + ways.findings
        try run.report(findings)
        try clock.run(.write) { try write(check, findings, folder, run) { progress.update($0) } }
        try TimingsFile(common.timings).write(
            clock, network: area.network, counters: SearchCounters(), threads: common.threadCount)
        try show(check, folder)
        try failOn?.judge(check, common.language)
    }

    private func load(_ clock: inout StageClock) async throws -> (StudyArea, DrawnWays) {
        let projected = try clock.layers(
            of: studyAreaInput, needed: [("network", "--network")], reach: 1000, threads: loader.threads)
        let built = try clock.run(.build) { try loader.build(projected) }
        let area = try await clock.run(.snap) { try await loader.join(built) }
        return (area, try DrawnWays(projected))
    }

    private var limits: NetworkDiagnosis.Limits {
        .init(nearMiss: nearMiss, longEdge: longEdge, joinTolerance: nodes.joinTolerance)
    }

    private var studyAreaInput: StudyAreaInput {
        var study = StudyAreaInput()
        study.network = ways.layer
        study.blocks = blocks.map { LayerInput(VectorSource(path: $0, layer: blocksLayer)) }
        plane.override(&study)
        study.footProfile = map.chosen
        return study
    }

    private var loader: StudyAreaLoader {
        StudyAreaLoader(kinds: .asWritten, joinTolerance: nodes.joinTolerance, threads: common.threadCount)
    }

    private func write(
        _ check: NetworkCheck, _ findings: [Finding], _ folder: ResultFolder?, _ run: StudyAreaRun,
        progress: (Double) -> Void
    ) throws {
        guard let folder else { return }
        let manifest = try Manifest(
            standard: nil,
            options: [
                ("command", .string("network check")), ("crs", .string(check.area.plane.label)),
                ("profile", run.input.profileJSON),
                ("near_miss", .number(nearMiss)), ("long_edge", .number(longEdge)),
                ("join_tolerance", .number(nodes.joinTolerance)),
            ], inputs: run.manifestInputs
        ).json()
        try folder.write(check, findings: findings, manifest: manifest, progress: progress)
    }

    private func show(_ check: NetworkCheck, _ folder: ResultFolder?) throws {
        if json { return try Terminal.printResult(check.json.text(pretty: true)) }
        guard !common.quiet else { return }
        try Terminal.printResult(NetworkCheckOverview(check, language: common.language).text)
        if let folder { try Terminal.printResult(folder.paths.joined(separator: "\n")) }
    }
}

/// Kinds of issue separated by commas.
struct IssueList: ExpressibleByArgument {
    let kinds: [NetworkIssue.Kind]

    init?(argument: String) {
        let kinds = argument.split(separator: ",", omittingEmptySubsequences: false).map {
            NetworkIssue.Kind(rawValue: String($0))
        }
        guard !kinds.isEmpty, !kinds.contains(where: { $0 == nil }) else { return nil }
        self.kinds = kinds.compactMap { $0 }
    }

    /// - Throws: `ExitCode` 1 when there is any such issue, after saying how many.
    func judge(_ check: NetworkCheck, _ language: Language) throws {
        let missed = kinds.map { ($0, check.diagnosis.issues($0).count) }.filter { $0.1 > 0 }
        guard !missed.isEmpty else { return }
        for (kind, count) in missed { Terminal.say("\(kind.wording.text(language)): \(count)") }
        throw ExitCode(ExitStatus.missed.rawValue)
    }
}
