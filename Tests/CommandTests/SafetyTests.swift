import FileFixtures
import Foundation
import Testing

/// Inputs stay as they are, and outputs come whole or not at all.
@Suite struct SafetyTests {
    private func copyOfTiny() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.copy(of: Samples.tiny)
        return folder
    }

    @Test func nothingIsMadeBesideInputs() throws {
        let (inputs, outputs) = (try copyOfTiny(), try TemporaryFolder())
        let before = try inputs.contents()
        for arguments in [
            ["analyze", inputs.file("lifecircle.yaml"), "-o", outputs.file("out")],
            ["nearest", "-o", outputs.file("n.csv")] + Samples.layers(in: inputs.path),
        ] {
            #expect(try LifeCircleProcess.run(arguments, in: outputs.path).status == 0)
            #expect(try inputs.contents() == before)
        }
    }

    /// Options that aim an output at an input, or two outputs at one place.
    @Test(arguments: [
        ["nearest", "-o", "blocks.geojson"], ["nearest", "-o", "./../here/ways.geojson"],
        ["nearest", "-o", "link.csv"], ["nearest", "-o", "n.csv", "--timings", "facilities.geojson"],
        ["nearest", "-o", "n.csv", "--timings", "n.csv"],
        ["nearest", "-o", "n.csv", "--timings", "n.manifest.json"],
        ["nearest", "-o", "n.csv", "--timings", "blocks.geojson/t.json"],
        ["analyze", "lifecircle.yaml", "-o", "."],
        ["analyze", "lifecircle.yaml", "--timings", "lifecircle.yaml"],
        ["analyze", "--timings", "lifecircle.yaml"],
        ["analyze", "lifecircle.yaml", "--timings", "results/access.csv"],
        ["analyze", "lifecircle.yaml", "--standard", "own.yaml", "--timings", "own.yaml"],
    ])
    func outputsSpareInputs(_ arguments: [String]) throws {
        let above = try TemporaryFolder()
        let here = above.file("here")
        try FileManager.default.createDirectory(atPath: here, withIntermediateDirectories: true)
        for name in try FileManager.default.contentsOfDirectory(atPath: Samples.tiny) where name != "results"
        {
            try FileManager.default.copyItem(atPath: "\(Samples.tiny)/\(name)", toPath: "\(here)/\(name)")
        }
        try FileManager.default.createSymbolicLink(
            atPath: here + "/link.csv", withDestinationPath: "blocks.geojson")
        try above.write("here/own.yaml", try ownStandard())
        let before = try above.contents()
        let layers = arguments[0] == "nearest" ? Samples.layers(in: ".") : []
        let outcome = try LifeCircleProcess.run(arguments + layers, in: here)
        #expect(outcome.status == 73, "\(outcome.errors)")
        #expect(outcome.errors.contains("cannot be written"))
        #expect(try above.contents() == before)
    }

    /// A Shapefile is several files, and all of them are inputs. Nothing is read before the check.
    @Test(arguments: ["shp", "dbf", "shx", "prj", "cpg"])
    func outputsSparePartsOfShapefiles(_ ending: String) throws {
        let folder = try TemporaryFolder()
        for part in ["shp", "dbf", "shx", "prj", "cpg"] { try folder.write("ways.\(part)", part) }
        let before = try folder.contents()
        let outcome = try LifeCircleProcess.run(
            ["nearest", "-o", folder.file("n.csv")] + Samples.tinyLayers + [
                "--network", folder.file("ways.shp"), "--timings", folder.file("ways.\(ending)"),
            ])
        #expect(outcome.status == 73, "\(outcome.errors)")
        #expect(outcome.errors.contains("ways.\(ending)"))
        #expect(try folder.contents() == before)
    }

    /// A table of one's own: the bundled one, as it lies in the sources.
    private func ownStandard() throws -> String {
        let sources = URL(fileURLWithPath: Samples.tiny).deletingLastPathComponent()
            .deletingLastPathComponent()
        let table = sources.appendingPathComponent("Sources/Standards/Tables/suzhou-2021.yaml")
        return try String(contentsOf: table, encoding: .utf8)
    }

    @Test func resultsAreReplacedWhole() throws {
        let folder = try copyOfTiny()
        let arguments = ["analyze", folder.file("lifecircle.yaml")]
        #expect(try LifeCircleProcess.run(arguments).status == 0)
        let first = try folder.contents()
        try folder.write("results/access.csv", "edited by hand\n")
        try folder.write("results/notes.txt", "mine\n")
        #expect(try LifeCircleProcess.run(arguments).status == 0)
        var second = try folder.contents()
        #expect(second.removeValue(forKey: "results/notes.txt") == Data("mine\n".utf8))
        #expect(second == first)
    }

    private func arguments(_ folder: TemporaryFolder) -> [String] {
        [
            "nearest", "--crs", "EPSG:4549", "--counts", "100000", "--threads", "1", "--progress", "json",
            "-o", folder.file("out/n.csv"),
        ] + Samples.layers(in: folder.path, ending: "csv")
    }

    /// Stopped while it searches: no result, no temporary, and the status that shells expect.
    @Test(arguments: [(SIGINT, 130), (SIGTERM, 143), (SIGHUP, 129), (SIGQUIT, 131)] as [(Int32, Int32)])
    func stoppingASearchLeavesNothingBehind(_ signal: Int32, _ status: Int32) throws {
        let folder = try TemporaryFolder()
        try GeneratedCity(side: 60).write(to: folder)
        let before = try folder.contents()
        let outcome = try LifeCircleProcess.run(
            arguments(folder), sending: signal, at: #""stage":"search","event":"begin""#)
        #expect(outcome.status == status, "\(outcome.errors)")
        #expect(try folder.contents() == before)
    }

    /// Stopped while it writes, or just after: what has its name is whole.
    @Test func stoppingAWriteLeavesNoHalves() throws {
        let folder = try TemporaryFolder()
        try GeneratedCity(side: 25).write(to: folder)
        let outcome = try LifeCircleProcess.run(
            arguments(folder), sending: SIGINT, at: #""stage":"write","event":"begin""#)
        #expect([0, 130].contains(outcome.status), "\(outcome.errors)")
        let written = try folder.contents().filter { $0.key.hasPrefix("out/") }
        if let table = written["out/n.csv"] { #expect(try CSVTable(table).rows.count == 25 * 25 * 7) }
        // All of them, or none.
        let names: Set = ["out/n.csv", "out/n.findings.csv", "out/n.manifest.json"]
        #expect([[], names].contains(Set(written.keys)), "\(written.keys)")
    }
}

/// A chessboard of streets with a block and a facility of a kind of its own at every crossing: many walks to
/// search and rows to write.
struct GeneratedCity {
    let side: Int

    private func place(_ column: Int, _ row: Int) -> (x: Int, y: Int) {
        (500_000 + column * 50, 3_460_000 + row * 50)
    }

    private var crossings: [(x: Int, y: Int)] {
        (0..<side).flatMap { row in (0..<side).map { place($0, row) } }
    }

    func write(to folder: TemporaryFolder) throws {
        let points = crossings.enumerated()
        try folder.write(
            "blocks.csv", "id,x,y\n" + points.map { "B\($0),\($1.x),\($1.y)\n" }.joined())
        try folder.write(
            "facilities.csv",
            "id,x,y,kind\n" + points.map { "F\($0),\($1.x),\($1.y),kind\($0 % 7)\n" }.joined())
        let lines = (0..<side).flatMap { index in
            [
                (0..<side).map { place($0, index) }, (0..<side).map { place(index, $0) },
            ]
        }
        let rows = lines.map { line in
            "\"LINESTRING (" + line.map { "\($0.x) \($0.y)" }.joined(separator: ", ") + ")\"\n"
        }
        try folder.write("ways.csv", "wkt\n" + rows.joined())
    }
}
