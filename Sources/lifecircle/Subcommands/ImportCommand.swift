public import ArgumentParser
import Foundation
import PedestrianNetworks
public import Projections
import Reporting
public import StudyAreas
import VectorFiles
import WalkAccess

/// Imports from maps.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Makes layers of map data.",
        subcommands: [ImportFacilitiesCommand.self])
}

/// Tables of points of interest → a layer of facilities.
struct ImportFacilitiesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "facilities",
        abstract: "Classified facilities from tables of points of interest, or OpenStreetMap.",
        discussion: """
            Examples:
              lifecircle import facilities poi.csv --x lng --y lat --datum gcj02 \\
                --classify amap -o facilities.geojson
              lifecircle import facilities city.osm.pbf -o facilities.geojson
            """)

    @Argument(help: ArgumentHelp("Tables or layers of places.", valueName: "file"))
    var sources: [String]
    @Option(help: ArgumentHelp("Layer or sheet, where a file has several.", valueName: "layer"))
    var layer: String?
    @Option(name: .customLong("x"), help: ArgumentHelp("Column with longitudes.", valueName: "column"))
    var xField: String?
    @Option(name: .customLong("y"), help: ArgumentHelp("Column with latitudes.", valueName: "column"))
    var yField: String?
    @Option(
        help: ArgumentHelp(
            "What longitudes and latitudes mean: wgs84, gcj02 (Amap, Tencent) or bd09 (Baidu).",
            valueName: "datum"))
    var datum: OffsetDatum?
    @Option(
        help: ArgumentHelp(
            "Where kinds come from: amap (type codes and names), osm (tags and names) or column.",
            valueName: "source"))
    var classify: KindSource = .column
    @Option(
        help: ArgumentHelp(
            "Column with kinds; what stands in it goes before the tables, none leaves a place out.",
            valueName: "column"))
    var kindField: String?
    @Option(help: ArgumentHelp("Column with the ids.", valueName: "column"))
    var idField: String?
    @Option(help: ArgumentHelp("Column with the names.", valueName: "column"))
    var nameField: String?
    @Option(help: ArgumentHelp("Column with the type codes.", valueName: "column"))
    var codeField: String?
    @Option(
        help: ArgumentHelp(
            "Coordinate system of files that name none, such as EPSG:4549.", valueName: "system"))
    var crs: String?
    @Option(name: .shortAndLong, help: ArgumentHelp("The facilities, as GeoJSON.", valueName: "file"))
    var output: String
    @Flag(help: "Print the counts as JSON on standard output.")
    var json = false
    @OptionGroup var common: RunOptions

    func validate() throws {
        guard (xField == nil) == (yField == nil) else {
            throw ValidationError("--x and --y are given together")
        }
        if classify == .amap, let map = sources.first(where: { VectorSource(path: $0).isMap }) {
            throw ValidationError("\(map) has OpenStreetMap's tags, not Amap's codes; leave out --classify")
        }
        if crs == "local" {
            throw ValidationError("--crs local has no longitude and latitude, and the layer is on WGS 84")
        }
        try CoordinateSystemOption(crs).validate()
    }

    func run() throws {
        var study = StudyAreaInput()
        study.facilities = sources.map(source)
        let run = StudyAreaRun(
            input: study, loader: StudyAreaLoader(kinds: .asWrittenIfAny), common: common,
            needed: [("facilities", "SRC")])
        try run.checkOutputs([output] + sidecars + [common.timings].compactMap { $0 })
        var clock = StageClock(progress: common.progressLine)
        Heap.returnLargeBlocks(reading: study.facilities.map(\.source))
        let result = try clock.run(.read) { try PlaceImport(reading: study.facilities, reference: crs) }
        try run.report(result.findings)
        try clock.run(.write) { try write(result, run) }
        try TimingsFile(common.timings).write(
            clock, network: .empty, counters: .init(), threads: common.threadCount)
        try show(PlaceCounts(result))
    }

    private func source(_ path: String) -> LayerInput {
        let columns: [FieldRole: String?] = [
            .kind: kindField, .id: idField, .name: nameField, .code: codeField,
        ]
        return LayerInput(
            VectorSource(path: path, layer: layer, xField: xField, yField: yField),
            columns: columns.compactMapValues { $0 }, datum: datum, kinds: classify)
    }

    /// What was left out has the name that is promised; findings and manifest go by the layer's.
    private var sidecars: [String] {
        let folder = output.lastIndex(of: "/").map { String(output[...$0]) } ?? ""
        let stem = output.hasSuffix(".geojson") ? String(output.dropLast(8)) : output
        return [folder + "left_out.csv", stem + ".findings.csv", stem + ".manifest.json"]
    }

    private func write(_ result: PlaceImport, _ run: StudyAreaRun) throws {
        let outputs = OutputSet()
        let files = PlaceFiles(result)
        files.writeFacilities(to: try outputs.stage(output))
        files.writeLeftOut(to: try outputs.stage(sidecars[0]))
        FindingsTable(result.findings).write(to: try outputs.stage(sidecars[1]))
        let manifest = Manifest(standard: nil, options: options, inputs: run.manifestInputs)
        try outputs.stage(sidecars[2]).write(manifest.json().text(pretty: true) + "\n")
        try outputs.commit()
    }

    /// Where kinds came from: maps have tags, whatever was asked for tables.
    private var usedKinds: [KindSource] {
        let used = Set(sources.map { VectorSource(path: $0).isMap ? KindSource.osm : classify })
        return KindSource.allCases.filter(used.contains)
    }

    private var tableVersions: String? {
        let versions = usedKinds.compactMap { PlaceSorter($0).tableVersion }
        return versions.isEmpty ? nil : versions.joined(separator: ",")
    }

    private var options: [(key: String, value: JSONValue)] {
        func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
        return [
            ("command", .string("import facilities")), ("x", text(xField)), ("y", text(yField)),
            ("datum", text(datum?.rawValue)),
            ("classify", .string(usedKinds.map(\.rawValue).joined(separator: ","))),
            ("table_version", text(tableVersions)), ("kind_field", text(kindField)),
            ("id_field", text(idField)), ("name_field", text(nameField)), ("code_field", text(codeField)),
            ("crs", text(crs)),
        ]
    }

    private func show(_ counts: PlaceCounts) throws {
        if json { return try Terminal.printResult(counts.json.text(pretty: true)) }
        guard !common.quiet else { return }
        try Terminal.printResult(counts.text(common.language))
        try Terminal.printResult([output, sidecars[0]].joined(separator: "\n"))
    }
}

extension OffsetDatum: ExpressibleByArgument {}
extension KindSource: ExpressibleByArgument {}
