import ArgumentParser
import GapAnalysis
import PedestrianNetworks
import Reporting
import Standards
import StudyAreas
import VectorFiles
import WalkAccess

/// Audits of one thing at a time.
struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Audits of parks and of the network.",
        subcommands: [AuditParksCommand.self, AuditNetworkCommand.self])
}

/// Open spaces against a service radius and against the walk.
struct AuditParksCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parks",
        abstract: "Open space within a service radius, and within the walk.",
        discussion: """
            Example:
              lifecircle audit parks --blocks blocks.geojson --parks parks.geojson \\
                --network ways.geojson --output parks-audit --fail-under 90
            """)

    @Option(help: ArgumentHelp("Residential blocks.", valueName: "file"))
    var blocks: String
    @Option(help: ArgumentHelp("Parks, squares and other open spaces.", valueName: "file"))
    var parks: String
    @Option(
        help: ArgumentHelp("Walkable ways; without them only the radius is judged.", valueName: "file"))
    var network: String?
    @OptionGroup var leaving: EntranceOptions
    @OptionGroup var barring: BarrierOptions
    @OptionGroup var edge: EdgeOptions
    @Option(help: ArgumentHelp("Service radius, and longest walk, in metres.", valueName: "metres"))
    var radius: Double = 300
    @Option(help: ArgumentHelp("Least area of a park that counts, in m²; with 0 all count.", valueName: "m2"))
    var minArea: Double = 400
    @Option(
        help: ArgumentHelp(
            "Column with the area of parks in m² (default: site_area, else the polygon's).",
            valueName: "column"))
    var areaField: String?
    @OptionGroup var plane: PlaneOptions
    @OptionGroup var snap: SnapOptions
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Folder for the layers (default: none are written).", valueName: "folder"))
    var output: String?
    @OptionGroup var formats: FormatOptions
    @Flag(help: "Print the result as JSON on standard output.")
    var json = false
    @Option(
        help: ArgumentHelp(
            "Exit 1 when less than this percentage of residential land is covered by radius.",
            valueName: "percent"))
    var failUnder: Double?
    @OptionGroup var map: MapOptions
    @OptionGroup var common: RunOptions

    func validate() throws {
        guard radius > 0, radius <= 100_000 else {
            throw ValidationError("--radius takes metres from 0 to 100000")
        }
        if network == nil, leaving.entrances != nil || barring.barriers != nil {
            throw ValidationError("--entrances and --barriers are about walks; give --network too")
        }
        guard minArea >= 0, minArea.isFinite else { throw ValidationError("--min-area takes m² from 0 up") }
        if let failUnder, !(0...100 ~= failUnder) {
            throw ValidationError("--fail-under takes a percentage from 0 to 100")
        }
        try map.check(studyAreaInput)
    }

    func run() async throws {
        let run = StudyAreaRun(
            input: studyAreaInput, loader: loader, common: common,
            needed: [("blocks", "--blocks"), ("facilities", "--parks")])
        let folder = formats.folder(output, of: .parks)
        try run.checkOutputs((folder?.paths ?? []) + [common.timings].compactMap { $0 })
        let progress = common.progressLine
        var clock = StageClock(progress: progress)
        let area = try await run.load(&clock)
        let options = ParkAuditOptions(radius: radius, minimumArea: minArea, threads: common.threadCount)
        let audit = try await clock.run(.search) {
            try await ParkAudit(of: area, options: options) { progress.update($0) }
        }
        try run.report(audit.findings)
        try clock.run(.write) { try write(audit, folder, run) { progress.update($0) } }
        try TimingsFile(common.timings).write(
            clock, network: area.network, counters: audit.counters, threads: common.threadCount)
        try show(audit, folder)
        try check(audit)
    }

    private var studyAreaInput: StudyAreaInput {
        var study = StudyAreaInput()
        study.blocks = LayerInput(VectorSource(path: blocks))
        study.facilities = [
            LayerInput(VectorSource(path: parks), columns: areaField.map { [.siteArea: $0] } ?? [:])
        ]
        study.network = network.map { LayerInput(VectorSource(path: $0)) }
        study.entrances = leaving.layer
        study.barriers = barring.layer
        plane.override(&study)
        edge.override(&study)
        study.footProfile = map.chosen
        return study
    }

    private var loader: StudyAreaLoader {
        let park = FacilityKind(
            id: "pocket_park", title: "口袋公园", titleEn: "Pocket park", isOpenSpace: true)
        return StudyAreaLoader(kinds: .all(park), maxSnap: snap.maxSnap.limit, threads: common.threadCount)
    }

    private func write(
        _ audit: ParkAudit, _ folder: ResultFolder?, _ run: StudyAreaRun, progress: (Double) -> Void
    ) throws {
        guard let folder else { return }
        let manifest = try Manifest(
            standard: nil,
            options: [
                ("command", .string("audit parks")), ("crs", .string(audit.area.plane.label)),
                ("profile", run.input.profileJSON),
                ("radius", .number(radius)), ("min_area", .number(minArea)),
                ("area_field", areaField.map { .string($0) } ?? .null),
                ("max_snap", .string(snap.maxSnap.description)),
            ], inputs: run.manifestInputs
        ).json()
        try folder.write(audit, manifest: manifest, progress: progress)
    }

    private func show(_ audit: ParkAudit, _ folder: ResultFolder?) throws {
        if json { return try Terminal.printResult(audit.json.text(pretty: true)) }
        guard !common.quiet else { return }
        try Terminal.printResult(ParkOverview(audit, language: common.language).text)
        if let folder { try Terminal.printResult(folder.paths.joined(separator: "\n")) }
    }

    /// The share of land, or of blocks when no block has land.
    private func check(_ audit: ParkAudit) throws {
        guard let failUnder, let share = audit.byRadius.landShare ?? audit.byRadius.blockShare,
            share < failUnder / 100
        else { return }
        let percent = (share * 1000).rounded(.down) / 10
        Terminal.say(
            common.language.pick(
                en: "covered by service radius: \(percent) %, less than \(failUnder) %",
                zh: "服务半径覆盖率 \(percent) %，低于 \(failUnder) %"))
        throw ExitCode(ExitStatus.missed.rawValue)
    }
}
