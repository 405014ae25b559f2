import ArgumentParser
import GapAnalysis
import PedestrianNetworks
import Reporting
import StudyAreas
import VectorFiles
import WalkAccess

/// Lines or OpenStreetMap files → a walkable network file, repaired as far as asked.
struct NetworkBuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Writes a network file, gaps and crossings repaired as far as asked.",
        discussion: """
            Nothing is joined unless it is asked for. Every change is listed beside the network.

            Examples:
              lifecircle network build streets.shp paths.geojson --join-tolerance 1 \\
                --node-crossings -o ways.gpkg
              lifecircle network build city.osm.pbf --profile china -o ways.gpkg
            """)

    @Argument(
        help: ArgumentHelp("Files with lines, or OpenStreetMap files.", valueName: "file"))
    var sources: [String]
    @Option(help: ArgumentHelp("Layer of the ways, where a file has several.", valueName: "layer"))
    var networkLayer: String?
    @OptionGroup var map: MapOptions
    @Option(
        help: ArgumentHelp(
            "Dangling ends this close to a vertex or a line are joined to it.", valueName: "metres"))
    var joinTolerance: Double = 0
    @Flag(help: "Lines that cross get a common vertex, unless layer, bridge or tunnel tell them apart.")
    var nodeCrossings = false
    @OptionGroup var plane: PlaneOptions
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("File to write: .gpkg (in the plane) or .geojson.", valueName: "file"))
    var output: String
    @Flag(help: "Print the result as JSON on standard output.")
    var json = false
    @OptionGroup var common: RunOptions

    func validate() throws {
        try JoinTolerance.validate(joinTolerance)
        guard outputFormat != nil else {
            throw ValidationError("-o \(output): ways are written as .gpkg or .geojson; give such a name")
        }
        try map.check(studyAreaInput)
    }

    func run() async throws {
        let run = StudyAreaRun(input: studyAreaInput, loader: loader, common: common)
        try run.checkOutputs([output] + sidecars + [common.timings].compactMap { $0 })
        var clock = StageClock(progress: common.progressLine)
        let (repaired, map, findings) = try load(&clock, run)
        try clock.run(.write) { try write(repaired, map, findings, run) }
        try TimingsFile(common.timings).write(
            clock, network: repaired.after, counters: SearchCounters(), threads: common.threadCount)
        try show(repaired)
    }

    /// What maps have besides ways.
    private typealias MapRest = (kept: [KeptLayer], leftOut: [MapLeftOut])

    /// Loads and repairs; the layers and the study area are let go of before anything is written.
    private func load(
        _ clock: inout StageClock, _ run: StudyAreaRun
    ) throws -> (RepairedNetwork, MapRest, [Finding]) {
        let projected = try clock.layers(
            of: studyAreaInput, needed: [("network", "a file")], reach: 1000, threads: loader.threads)
        let (area, ways) = try clock.run(.build) {
            (try loader.build(projected).unjoined, try DrawnWays(projected))
        }
        let findings = area.findings + ways.findings
        try run.report(findings)
        let repaired = clock.run(.search) { RepairedNetwork(of: area, drawn: ways, by: repair) }
        return (repaired, (projected.kept, projected.mapLeftOut), findings)
    }

    private var studyAreaInput: StudyAreaInput {
        let layers = sources.map { LayerInput(VectorSource(path: $0, layer: networkLayer)) }
        var study = StudyAreaInput()
        study.network = layers.first
        study.moreNetworks = Array(layers.dropFirst())
        study.keepsMapLayers = true
        study.footProfile = map.chosen
        plane.override(&study)
        return study
    }

    private var loader: StudyAreaLoader {
        StudyAreaLoader(kinds: .asWritten, threads: common.threadCount)
    }

    private var repair: NetworkRepair {
        NetworkRepair(joinTolerance: joinTolerance, nodesCrossings: nodeCrossings)
    }

    private var outputFormat: RepairedWays.Format? {
        RepairedWays.Format.allCases.first { output.lowercased().hasSuffix("." + $0.rawValue) }
    }

    /// The changes, the findings and the manifest lie beside the network.
    private var sidecars: [String] {
        var endings = [".changes.csv", ".findings.csv", ".manifest.json"]
        if hasMap { endings.append(".left_out.csv") }
        if hasMap, outputFormat == .geoJSON {
            endings += Self.keptNames.map { ".\($0).geojson" }
        }
        return endings.map(beside)
    }

    /// Layers of a map that a GeoPackage holds with the ways, and that are files of their own beside GeoJSON.
    private static let keptNames = ["entrances", "barriers"]

    private var hasMap: Bool { sources.contains { VectorSource(path: $0).isMap } }

    private func beside(_ ending: String) -> String {
        output.dropLast(outputFormat.map { $0.rawValue.count + 1 } ?? 0) + ending
    }

    private func writeMap(
        _ map: MapRest, _ ways: RepairedWays, _ outputs: OutputSet
    ) throws {
        guard hasMap else { return }
        var csv = CSVWriter(file: try outputs.stage(beside(".left_out.csv")), columns: ["id", "reason"])
        for object in map.leftOut {
            csv.field(object.id)
            csv.field(object.reason)
            csv.endRow()
        }
        guard outputFormat == .geoJSON else { return }
        for name in Self.keptNames {
            let layer = map.kept.first { $0.name == name } ?? .none(name)
            try ways.write(layer, to: try outputs.stage(beside(".\(name).geojson")))
        }
    }

    private func write(
        _ repaired: RepairedNetwork, _ map: MapRest, _ findings: [Finding], _ run: StudyAreaRun
    ) throws {
        guard let format = outputFormat else { return }
        let outputs = OutputSet()
        let ways = try RepairedWays(repaired, kept: map.kept)
        try ways.write(to: try outputs.stage(output), as: format)
        try writeMap(map, ways, outputs)
        try ChangesTable(repaired, as: format).write(to: try outputs.stage(sidecars[0]))
        FindingsTable(findings).write(to: try outputs.stage(sidecars[1]))
        let manifest = try Manifest(
            standard: nil,
            options: [
                ("command", .string("network build")), ("crs", .string(repaired.plane.label)),
                ("join_tolerance", .number(joinTolerance)), ("node_crossings", .bool(nodeCrossings)),
                ("profile", studyAreaInput.profileJSON),
            ], inputs: run.manifestInputs
        ).json()
        try outputs.stage(sidecars[2]).write(manifest.text(pretty: true) + "\n")
        try outputs.commit()
    }

    private func show(_ repaired: RepairedNetwork) throws {
        if json { return try Terminal.printResult(repaired.json.text(pretty: true)) }
        guard !common.quiet else { return }
        try Terminal.printResult(repaired.overview(common.language))
        try Terminal.printResult(([output] + sidecars).joined(separator: "\n"))
    }
}
