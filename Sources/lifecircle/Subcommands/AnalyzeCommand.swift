import ArgumentParser
import Foundation
import GapAnalysis
import PedestrianNetworks
import Reporting
import Standards
import StudyAreas
import VectorFiles
import WalkAccess

/// The main job: every block against every requirement of a standard.
struct AnalyzeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analyze",
        abstract: "Holds every block against every requirement of a standard.",
        discussion: """
            Without a project file and without --blocks, ./lifecircle.yaml is used.

            Examples:
              lifecircle analyze SampleData/canal-district/lifecircle.yaml
              lifecircle analyze city.osm.pbf --profile china --output results
              lifecircle analyze --blocks blocks.gpkg --facilities poi.csv \\
                --network ways.shp --surveyed all --output results
            """)

    @Argument(
        help: ArgumentHelp(
            "Project file, or an OpenStreetMap file that gives all layers.",
            valueName: "project.yaml"))
    var project: String?
    @OptionGroup var input: InputOptions
    @OptionGroup var extra: ExtraLayerOptions
    @Option(
        help: ArgumentHelp(
            "A bundled standard's id, or a path (default: the project's, else suzhou-2021).", valueName: "id")
    )
    var standard: String?
    @OptionGroup var measuring: MeasureOptions
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "Folder for the results (default: the project's, else results).", valueName: "folder"))
    var output: String?
    @Option(
        help: ArgumentHelp(
            "Formats beside GeoJSON, CSV and JSON: gpkg (every layer, styled for QGIS), xlsx (a sheet per table), xlsx-access (a row per block and requirement), shp (verdicts joined to blocks, GB18030), or none.",
            valueName: "formats"))
    var formats = ResultFormatList(ResultFormat.usual)
    @Flag(help: "Write report.html into the folder as well: maps, charts and tables in one page.")
    var report = false
    @Flag(help: "Print the summary as JSON on standard output.")
    var json = false
    @Option(
        help: ArgumentHelp(
            "Exit 1 when a requirement serves fewer than this percentage of residents.", valueName: "percent")
    )
    var failUnder: Double?
    @Option(
        help: ArgumentHelp(
            "Exit 1 when any block has one of these verdicts, such as gap,undersized.", valueName: "verdicts")
    )
    var failOn: VerdictList?
    @OptionGroup var dry: DryRunOptions
    @OptionGroup var common: RunOptions

    func validate() throws {
        if let failUnder, !(0...100 ~= failUnder) {
            throw ValidationError("--fail-under takes a percentage from 0 to 100")
        }
    }

    func run() async throws {
        let file = try projectFile()
        let choice = StandardChoice(standard, project: file?.standard)
        let standard = try choice.load(file?.overrides)
        let run = StudyAreaRun(
            input: try studyAreaInput(file), loader: loader, common: common, texts: texts(choice))
        let folder = ResultFolder(output ?? file?.output ?? "results", formats: formats.formats)
        try run.checkOutputs(outputs(folder))
        let progress = common.progressLine
        var clock = StageClock(progress: progress)
        let area = try await run.load(&clock)
        if dry.dryRun {
            try run.report(area.findings)
            let estimate = RunEstimate(
                auditOf: area, by: standard, options: options, formats: formats.formats.count,
                speed: .measured())
            return try dry.show(estimate, of: area.network, after: clock, common, json: json)
        }
        let audit = try await clock.run(.search) {
            try await Audit(of: area, by: standard, options: options) { progress.update($0) }
        }
        guard audit.isBalanced else {
            throw InternalError(description: "input is not assessed + not assessable; please report this")
        }
        try run.report(audit.findings)
        let summary = Summary(audit).json
        let earlier = EarlierResults(in: folder, keeping: run.manifestInputs.flatMap(\.files))
        try clock.run(.write) {
            try folder.write(audit, summary: summary, manifest: manifest(audit, run)) {
                progress.update($0)
            }
            try earlier.remove()
        }
        if report { try await clock.run(.write) { try await writeReport(audit, folder) } }
        try TimingsFile(common.timings).write(
            clock, network: area.network, counters: audit.counters, threads: common.threadCount)
        try show(audit, summary, folder)
        try Thresholds(failUnder: failUnder, failOn: failOn?.verdicts ?? []).check(audit, common.language)
    }

    private func outputs(_ folder: ResultFolder) -> [String] {
        folder.paths + (report ? [folder.reportPath] : []) + [common.timings].compactMap { $0 }
    }

    /// Written from the files just written, so that it says what they say; only the routes and
    /// the served streets are not in them.
    private func writeReport(_ audit: Audit, _ folder: ResultFolder) async throws {
        let routes = try ReportRoutes(await WalkRoutes(of: audit), of: audit)
        let streets = try ReportStreets(await ServedAreas(of: audit), of: audit)
        let file = ReportFile(path: folder.reportPath, language: common.language)
        try file.write(try file.page(of: folder.path, routes: routes, streets: streets))
    }

    private static let usualProject = "lifecircle.yaml"

    /// The project file given, or the usual one here when no layers are given either.
    private var projectPath: String? {
        if mapPath != nil { return nil }
        if project != nil || input.blocks != nil { return project }
        return FileManager.default.fileExists(atPath: Self.usualProject) ? Self.usualProject : nil
    }

    /// The map that stands for a project.
    private var mapPath: String? {
        project.flatMap { VectorSource(path: $0).isMap ? $0 : nil }
    }

    private func projectFile() throws -> ProjectFile? {
        if mapPath != nil { return nil }
        if let path = projectPath { return try ProjectFile(contentsOf: path) }
        guard input.blocks != nil else {
            throw ValidationError(
                "give a project file, or --blocks, --facilities and --network (no \(Self.usualProject) here)")
        }
        return nil
    }

    private func studyAreaInput(_ file: ProjectFile?) throws -> StudyAreaInput {
        var study = file?.input ?? mapPath.map { StudyAreaInput(map: $0) } ?? StudyAreaInput()
        try input.override(&study)
        try extra.override(&study)
        return study
    }

    private var loader: StudyAreaLoader {
        StudyAreaLoader(
            kinds: .catalogue(.bundled), joinTolerance: input.nodes.joinTolerance,
            maxSnap: input.snap.maxSnap.limit,
            threads: common.threadCount)
    }

    private var options: AuditOptions {
        AuditOptions(
            measure: measuring.measure, walker: measuring.profile, searchLimit: measuring.limit.limit,
            threads: common.threadCount)
    }

    /// The project file and the standard, where they are files.
    private func texts(_ choice: StandardChoice) -> [Manifest.Input] {
        [("project", projectPath), ("standard", choice.path)].compactMap { role, path in
            path.map { Manifest.Input(role: role, path: $0) }
        }
    }

    private func manifest(_ audit: Audit, _ run: StudyAreaRun) throws -> JSONValue {
        try Manifest(
            standard: (audit.standard.id, audit.standard.version),
            options: [
                ("command", .string("analyze")), ("crs", .string(audit.area.plane.label)),
                ("measure", .string(audit.options.measure.rawValue)),
                ("walker", .string(audit.options.walker.id)),
                ("walk_speed_m_per_s", .number(audit.options.walker.speed)),
                ("draft", .bool(audit.standard.draft)), ("overrides", audit.standard.overridesJSON),
                ("surveyed", audit.area.surveyed.json),
                ("limit", .string(measuring.limit.description)),
                ("max_snap", .string(input.snap.maxSnap.description)),
                ("join_tolerance", .number(input.nodes.joinTolerance)), ("profile", run.input.profileJSON),
            ], inputs: run.manifestInputs
        ).json()
    }

    private func show(_ audit: Audit, _ summary: JSONValue, _ folder: ResultFolder) throws {
        if json { return try Terminal.printResult(summary.text(pretty: true)) }
        guard !common.quiet else { return }
        try Terminal.printResult(AuditOverview(audit, language: common.language).text)
        try Terminal.printResult(
            (folder.paths + (report ? [folder.reportPath] : [])).joined(separator: "\n"))
    }
}
