public import ArgumentParser
import GapAnalysis
import PedestrianNetworks
import Reporting
import StudyAreas
import VectorFiles

/// Nearest walks without a standard.
struct NearestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nearest",
        abstract: "The nearest facility of every kind from every block, as CSV.",
        discussion: """
            Example:
              lifecircle nearest --blocks blocks.geojson --facilities shops.geojson \\
                --network ways.geojson --limit 1500 --counts 300,500,1000 -o nearest.csv
            """)

    @OptionGroup var input: InputOptions
    @Option(help: ArgumentHelp("Column that says a facility's kind.", valueName: "column"))
    var kindField: String?
    @Option(help: ArgumentHelp("Column with the ids of blocks and facilities.", valueName: "column"))
    var idField: String?
    @Option(help: ArgumentHelp("Longest walk of interest in metres, or none.", valueName: "metres"))
    var limit: MetresOrNone = .none
    @Option(
        help: ArgumentHelp(
            "Count facilities within these walks, such as 300,500,1000.", valueName: "metres,…"))
    var counts: MetresList = MetresList(values: [])
    @Option(
        help: ArgumentHelp(
            "Where walks end: automatic (entrances if known, boundary for open spaces, else the interior point), point, entrances or boundary.",
            valueName: "access"))
    var facilityAccess: FacilityAccess = .automatic
    @OptionGroup var edge: EdgeOptions
    @Option(name: .shortAndLong, help: ArgumentHelp("The table, as CSV.", valueName: "file"))
    var output: String
    @OptionGroup var dry: DryRunOptions
    @OptionGroup var common: RunOptions

    func run() async throws {
        let run = StudyAreaRun(input: try studyAreaInput(), loader: loader, common: common)
        try run.checkOutputs([output] + sidecars + [common.timings].compactMap { $0 })
        let progress = common.progressLine
        var clock = StageClock(progress: progress)
        let area = try await run.load(&clock)
        if dry.dryRun {
            try run.report(area.findings)
            return try dry.show(estimate(area), of: area.network, after: clock, common, json: false)
        }
        let nearest = try await clock.run(.search) {
            try await NearestByKind(
                in: area, within: limit.limit, counting: counts.values.map { .limit(metres: $0) },
                threads: common.threadCount, progress: { progress.update($0) })
        }
        try run.report(nearest.findings)
        try await clock.run(.write) { try await write(nearest, run) }
        try TimingsFile(common.timings).write(
            clock, network: area.network, counters: nearest.counters, threads: common.threadCount)
        let overview = NearestOverview(nearest, language: common.language).text
        if !common.quiet, !overview.isEmpty { Terminal.say(String(overview.dropLast())) }
    }

    private func estimate(_ area: StudyArea) -> RunEstimate {
        RunEstimate(
            nearestIn: area, within: limit.limit, counting: counts.values.map { .limit(metres: $0) },
            threads: common.threadCount, speed: .measured())
    }

    private func studyAreaInput() throws -> StudyAreaInput {
        var study = StudyAreaInput()
        try input.override(&study)
        edge.override(&study)
        if let idField {
            study.blocks?.columns[.id] = idField
            for place in study.facilities.indices { study.facilities[place].columns[.id] = idField }
        }
        if let kindField {
            for place in study.facilities.indices { study.facilities[place].columns[.kind] = kindField }
        }
        return study
    }

    private var loader: StudyAreaLoader {
        StudyAreaLoader(
            kinds: .asWritten, access: facilityAccess, joinTolerance: input.nodes.joinTolerance,
            maxSnap: input.snap.maxSnap.limit, threads: common.threadCount)
    }

    /// The findings and the manifest lie beside the table.
    private var sidecars: [String] {
        let stem = output.hasSuffix(".csv") ? String(output.dropLast(4)) : output
        return [stem + ".findings.csv", stem + ".manifest.json"]
    }

    private func write(_ nearest: NearestByKind, _ run: StudyAreaRun) async throws {
        let outputs = OutputSet()
        try await NearestTable(nearest).write(to: try outputs.stage(output), threads: common.threadCount)
        FindingsTable(nearest.findings).write(to: try outputs.stage(sidecars[0]))
        let manifest = Manifest(standard: nil, options: options(nearest, run), inputs: run.manifestInputs)
        try outputs.stage(sidecars[1]).write(manifest.json().text(pretty: true) + "\n")
        try outputs.commit()
    }

    private func options(
        _ nearest: NearestByKind, _ run: StudyAreaRun
    ) -> [(key: String, value: JSONValue)] {
        [
            ("command", .string("nearest")), ("crs", .string(nearest.area.plane.label)),
            ("kind_field", kindField.map { .string($0) } ?? .null),
            ("id_field", idField.map { .string($0) } ?? .null), ("limit", .string(limit.description)),
            ("counts", .array(counts.values.map { .number($0) })),
            ("facility_access", .string(facilityAccess.rawValue)),
            ("max_snap", .string(input.snap.maxSnap.description)),
            ("join_tolerance", .number(input.nodes.joinTolerance)), ("profile", run.input.profileJSON),
        ]
    }
}

extension FacilityAccess: ExpressibleByArgument {}

/// Several lengths in metres, separated by commas.
struct MetresList: ExpressibleByArgument {
    let values: [Double]

    init(values: [Double]) { self.values = values }

    init?(argument: String) {
        let values = argument.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
        guard values.allSatisfy({ $0.map { $0 >= 0.001 && $0 <= 100_000 } ?? false }) else { return nil }
        self.values = values.compactMap { $0 }
        // Two that agree to the millimetre would be two columns of one name.
        guard Set(self.values.map { ($0 * 1000).rounded() }).count == values.count else { return nil }
    }

    /// As it is written on a command line; nothing for none.
    var defaultValueDescription: String {
        values.map { MetresOrNone.metres($0).description }.joined(separator: ",")
    }
}
