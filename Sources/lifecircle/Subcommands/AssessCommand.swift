import ArgumentParser
import GapAnalysis
import Reporting
import Standards
import StudyAreas
import VectorFiles
import WalkAccess

/// A place assessed by a document's indicators.
struct AssessCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assess",
        abstract: "Fills in a document's indicator form by geometry and evidence.",
        discussion: """
            Examples:
              lifecircle assess --system suzhou-2021 --template > evidence.yaml
              lifecircle assess --system suzhou-2021 \\
                --project SampleData/canal-district/lifecircle.yaml \\
                --evidence evidence.yaml --output assessment
            """)

    @Option(
        help: ArgumentHelp(
            "Indicators: a bundled document's id, or the path of a file of one's own.", valueName: "id"))
    var system: String
    @Option(help: ArgumentHelp("Project file.", valueName: "file"))
    var project: String?
    @Option(help: ArgumentHelp("Statements on items, who made them and when.", valueName: "file"))
    var evidence: String?
    @Option(help: ArgumentHelp("Only this unit of the project.", valueName: "id"))
    var unit: String?
    @Option(
        help: ArgumentHelp(
            "The facility table whose circles are used: a bundled id, or a path (default: the project's).",
            valueName: "id"))
    var standard: String?
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Folder for the sheet (default: nothing is written).", valueName: "folder"))
    var output: String?
    @Flag(help: "Print the evidence file to fill in, and nothing else.")
    var template = false
    @OptionGroup var formats: FormatOptions
    @Flag(help: "Print the result as JSON on standard output.")
    var json = false
    @OptionGroup var common: RunOptions

    func validate() throws {
        if template, project != nil || evidence != nil || json || output != nil || unit != nil {
            throw ValidationError("--template prints the file to fill in; give it with --system alone")
        }
        if !template, project == nil {
            throw ValidationError("give the project with --project, or --template")
        }
    }

    func run() async throws {
        let system = try indicators()
        if template {
            return try Terminal.printResult(EvidenceTemplate(system).text)
        }
        let file = try ProjectFile(contentsOf: project ?? "")
        let choice = StandardChoice(standard, project: file.standard)
        let circles = try choice.load(file.overrides)
        let statements = try evidence.map {
            try EvidenceFile(text: TextFile.contents(of: $0), file: $0, system: system)
        }
        let run = StudyAreaRun(input: file.input, loader: loader, common: common, texts: texts(choice))
        let folder = formats.folder(output, of: .assessment)
        try run.checkOutputs((folder?.paths ?? []) + [common.timings].compactMap { $0 })
        let progress = common.progressLine
        var clock = StageClock(progress: progress)
        let area = try await run.load(&clock)
        let place = try unitPlace(in: area)
        let assessment = try await clock.run(.search) {
            try await IndicatorAssessment(
                of: area, by: system, circles: circles, evidence: statements ?? EvidenceFile(), unit: place,
                threads: common.threadCount
            ) { progress.update($0) }
        }
        try run.report(assessment.findings)
        try clock.run(.write) { try write(assessment, folder, run) { progress.update($0) } }
        try TimingsFile(common.timings).write(
            clock, network: area.network, counters: SearchCounters(), threads: common.threadCount)
        try show(assessment, folder)
    }

    private func indicators() throws -> IndicatorSystem {
        guard StandardChoice.path(system) == nil else {
            guard let own = try StandardChoice.document(system).indicators else {
                throw ValidationError("--system \(system) is a facility table; give a file with 'indicators'")
            }
            return own
        }
        do {
            return try BundledStandards.indicators(id: system)
        } catch {
            throw ValidationError(ErrorWording(error).wording.text(LanguageChoice.language))
        }
    }

    private func unitPlace(in area: StudyArea) throws -> Int? {
        guard let unit else { return nil }
        if let place = area.units.firstIndex(where: { $0.id == unit }) { return place }
        let known = area.units.map(\.id).prefix(12).joined(separator: ", ")
        if known.isEmpty { throw ValidationError("--unit \(unit): no such unit") }
        throw ValidationError("--unit \(unit): no such unit; there are \(known)")
    }

    private var loader: StudyAreaLoader {
        StudyAreaLoader(kinds: .catalogue(.bundled), threads: common.threadCount)
    }

    /// The project, the evidence, the facility table and the indicators, where they are files.
    private func texts(_ choice: StandardChoice) -> [Manifest.Input] {
        [
            ("project", project), ("evidence", evidence), ("standard", choice.path),
            ("system", StandardChoice.path(system)),
        ].compactMap { role, path in
            path.map { Manifest.Input(role: role, path: $0) }
        }
    }

    private func write(
        _ assessment: IndicatorAssessment, _ folder: ResultFolder?, _ run: StudyAreaRun,
        progress: (Double) -> Void
    ) throws {
        guard let folder else { return }
        try folder.write(assessment, manifest: try manifest(assessment, run), progress: progress)
    }

    private func manifest(_ assessment: IndicatorAssessment, _ run: StudyAreaRun) throws -> JSONValue {
        try Manifest(
            standard: (assessment.standard.id, assessment.standard.version),
            options: [
                ("command", .string("assess")), ("crs", .string(assessment.area.plane.label)),
                ("system", .string(assessment.system.id)),
                ("system_version", .string(assessment.system.version)),
                ("draft", .bool(assessment.system.draft)), ("unit", unit.map { .string($0) } ?? .null),
                ("overrides", assessment.standard.overridesJSON),
                ("surveyed", assessment.area.surveyed.json),
            ], inputs: run.manifestInputs
        ).json()
    }

    private func show(_ assessment: IndicatorAssessment, _ folder: ResultFolder?) throws {
        if json { return try Terminal.printResult(assessment.json.text(pretty: true)) }
        guard !common.quiet else { return }
        try Terminal.printResult(
            AssessmentOverview(assessment, language: common.language, width: Terminal.columns).text)
        if let folder { try Terminal.printResult(folder.paths.joined(separator: "\n")) }
    }
}
