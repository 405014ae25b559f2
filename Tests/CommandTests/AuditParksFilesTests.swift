import FileFixtures
import Foundation
import Testing

/// The layers that `audit parks` writes.
@Suite struct AuditParksFilesTests {
    private static let names: Set = [
        "parks.geojson", "blocks.geojson", "uncovered.geojson", "findings.csv", "summary.json",
        "manifest.json", "parks.qml", "blocks.qml", "uncovered.qml", "results.gpkg", "results.xlsx",
    ]

    private struct Run {
        let outcome: LifeCircleProcess.Outcome
        let files: [String: Data]
        let result: ParkDocument

        init(_ layers: [String], _ options: [String] = []) throws {
            let folder = try TemporaryFolder()
            outcome = try LifeCircleProcess.run(
                ["audit", "parks", "--json", "-o", folder.file("out")] + layers + options)
            files = try folder.contents().filter { $0.key.hasPrefix("out/") }
                .reduce(into: [:]) { $0[String($1.key.dropFirst(4))] = $1.value }
            result = try ParkDocument(outcome)
        }

        func layer(_ name: String) throws -> ParkLayer { try ParkLayer(files[name] ?? Data()) }
    }

    /// The open spaces of a sample as a file of their own, and the layers around them.
    private static func layers(of sample: String, in folder: TemporaryFolder) throws -> [String] {
        let url = URL(fileURLWithPath: sample + "/facilities.geojson")
        guard var root = try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any],
            let all = root["features"] as? [[String: Any]]
        else { throw ParkLayer.Malformed() }
        root["features"] = all.filter {
            let kind = ($0["properties"] as? [String: Any])?["kind"] as? String
            return kind == "口袋公园" || kind == "pocket_park"
        }
        let path = folder.file("parks.geojson")
        try JSONSerialization.data(withJSONObject: root).write(to: URL(fileURLWithPath: path))
        return [
            "--blocks", sample + "/blocks.geojson", "--parks", path, "--network", sample + "/ways.geojson",
        ]
    }

    /// What holds for every district.
    private func expectBalance(_ run: Run, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let result = run.result
        #expect(run.outcome.status == 0, "\(run.outcome.errors)", sourceLocation: sourceLocation)
        #expect(Set(run.files.keys) == Self.names, sourceLocation: sourceLocation)
        #expect(run.files["summary.json"] == Data(run.outcome.output.utf8), sourceLocation: sourceLocation)
        let residential = result.residential
        #expect(
            result.by_radius.land_m2 + result.uncovered.area_m2 == residential.land_m2,
            sourceLocation: sourceLocation)
        let (radius, unknown) = (result.by_radius, result.by_radius_with_size_unknown)
        #expect(unknown.land_m2 >= radius.land_m2 && unknown.blocks >= radius.blocks)
        let (parks, blocks) = (try run.layer("parks.geojson"), try run.layer("blocks.geojson"))
        let sizes = result.parks
        #expect(parks.features.count == sizes.counted + sizes.too_small + sizes.size_unknown)
        #expect(blocks.features.count == residential.blocks)
        #expect(blocks.features.count { $0.flag("by_radius") == true } == radius.blocks)
        #expect(blocks.features.count { $0.flag("on_foot") == true } == result.on_foot?.blocks)
        #expect(blocks.features.count { $0.flag("lost_on_foot") == true } == result.lost_on_foot.blocks)
        #expect(result.lost_by_park.reduce(0) { $0 + $1.blocks.count } == result.lost_on_foot.blocks)
        #expect(result.lost_by_park.reduce(0) { $0 + $1.population } == result.lost_on_foot.population)
        for block in blocks.features {
            #expect((0...1).contains(block.number("covered_share") ?? 0))
            if block.flag("on_foot") == true { #expect(block.flag("by_radius") == true) }
        }
        try expectPatches(run)
    }

    private func expectPatches(_ run: Run) throws {
        let patches = try run.layer("uncovered.geojson").features
        #expect(patches.count == run.result.uncovered.patches)
        let areas = patches.map { $0.number("area_m2") ?? -1 }
        #expect(areas == areas.sorted(by: >) && areas.allSatisfy { $0 >= 1 })
        // Each is rounded to a square metre; slivers are no patches.
        let bound = Double(patches.count) / 2 + Double(run.result.residential.blocks)
        #expect(abs(areas.reduce(0, +) - run.result.uncovered.area_m2) <= bound)
        let people = patches.reduce(0) { $0 + ($1.number("population") ?? 0) }
        #expect(abs(people - run.result.uncovered.population) <= 0.05 * Double(patches.count) + 0.01)
        for patch in patches {
            #expect(!patch.polygons.isEmpty && !patch.list("blocks").isEmpty)
            for polygon in patch.polygons {
                for (place, ring) in polygon.enumerated() {
                    #expect(ring.count >= 4 && ring.first == ring.last && isSimple(ring))
                    #expect((signedArea(ring) > 0) == (place == 0), "shells turn left, holes right")
                }
            }
        }
    }

    @Test func canalDistrict() throws {
        let folder = try TemporaryFolder()
        let run = try Run(Self.layers(of: Samples.canalDistrict, in: folder))
        try expectBalance(run)
        #expect(run.result.parks.counted == 10 && run.result.parks.too_small == 1)
        // 67.207 % by another library with rounder circles, from the same layers.
        #expect(abs((run.result.by_radius.land_share ?? 0) - 0.67207) < 0.00005)
        #expect(run.result.by_radius.population == 31_260 && run.result.by_radius.blocks == 49)
    }

    @Test(
        .enabled(if: Samples.real("networks/helsinki") != nil),
        arguments: [("china/wangjing", 4, 198), ("networks/helsinki", 17, 369)])
    func realDistricts(_ name: String, _ parks: Int, _ blocks: Int) throws {
        let folder = try TemporaryFolder()
        let run = try Run(Self.layers(of: try #require(Samples.real(name)), in: folder))
        try expectBalance(run)
        let sizes = run.result.parks
        #expect(sizes.counted + sizes.too_small + sizes.size_unknown == parks)
        #expect(run.result.residential.blocks == blocks)
        let share = try #require(run.result.by_radius.land_share)
        #expect(share > 0.05 && share < 1)
        #expect(run.result.by_radius.population_share == nil, "the layers know no population")
    }

    @Test func threadsChangeNothing() throws {
        let folder = try TemporaryFolder()
        let layers = try Self.layers(of: Samples.canalDistrict, in: folder)
        let one = try Run(layers, ["--threads", "1"])
        for threads in ["2", "5"] {
            let more = try Run(layers, ["--threads", threads])
            #expect(more.outcome.output == one.outcome.output)
            for (name, bytes) in one.files { #expect(more.files[name] == bytes, "\(name), \(threads)") }
        }
    }

    @Test func patchesInMetresHaveTheAreaTheySay() throws {
        var made = MadeParks()
        made.addPark("p", (0, 0, 100, 100))
        made.addBlock("around", (-1000, -1000, 2100, 2100), population: 4410)
        made.addBlock("touching", (1100, 0, 100, 100), population: 70)
        made.addBlock("apart", (3000, 0, 100, 50), population: nil)
        let folder = try TemporaryFolder()
        let outcome = try made.run(["--json", "-o", folder.file("out")], in: folder)
        let patches = try ParkLayer(folder.data("out/uncovered.geojson")).features
        #expect(patches.map { $0.list("blocks") } == [["around", "touching"], ["apart"]])
        #expect(patches.map { $0.number("id") } == [1, 2])
        for patch in patches { #expect(abs(patch.area - (patch.number("area_m2") ?? 0)) < 1) }
        #expect(patches[0].polygons.count == 1 && patches[0].polygons[0].count == 2, "with a hole")
        let covered = try ParkDocument(outcome).by_radius.land_m2
        #expect(abs(4_410_000 + 10_000 - covered - patches[0].area) < 0.5)
        let people = 4410 * (4_410_000 - covered) / 4_410_000 + 70
        #expect(abs((patches[0].number("population") ?? 0) - people) < 0.1)
        #expect(patches[1].number("population") == nil && patches[1].number("area_m2") == 5000)
    }

    @Test func invalidParksAreMendedAndNamed() throws {
        var made = MadeParks()
        // A bow tie of two triangles, 900 m² in all.
        made.parks.append(
            MadeParks.feature(
                #"{"type":"Polygon","coordinates":[[[0,0],[60,30],[60,0],[0,30],[0,0]]]}"#, #""id":"tie""#))
        made.addPark("over", (10, 5, 40, 20))
        made.addPark("over again", (10, 5, 40, 20))
        made.parks.append(MadeParks.feature("null", #""id":"nowhere""#))
        made.addBlock("b", (0, 0, 1000, 30), population: 100)
        let folder = try TemporaryFolder()
        let outcome = try made.run(["--json", "-o", folder.file("out")], in: folder)
        let result = try ParkDocument(outcome)
        #expect(outcome.status == 0 && result.parks.counted == 3)
        #expect(abs(result.by_radius.land_m2 - 360 * 30) < 2, "overlaps count once")
        let rows = try CSVTable(folder.data("out/findings.csv")).rows
        func features(_ code: String) -> [String] {
            rows.filter { $0["code"] == code }.compactMap { $0["feature"] }
        }
        #expect(features("geometry_repaired") == ["tie"] && features("geometry_missing") == ["nowhere"])
        let parks = try ParkLayer(folder.data("out/parks.geojson")).features
        #expect(parks.map { $0.text("id") } == ["tie", "over", "over again"])
        #expect(parks[0].number("site_area") == 900)
        let strict = try TemporaryFolder()
        let refused = try made.run(["--strict", "-o", strict.file("out")], in: strict)
        #expect(refused.status == 65 && refused.errors.contains("tie"))
        #expect(try !strict.contents().keys.contains { $0.hasPrefix("out") })
    }

    @Test func inputsAreNotOverwritten() throws {
        var made = MadeParks()
        made.addPark("p", (0, 0, 100, 100))
        made.addBlock("b", (0, 0, 10, 10))
        let folder = try TemporaryFolder()
        _ = try made.run(in: folder)
        let parks = try folder.data("p.geojson")
        try parks.write(to: URL(fileURLWithPath: folder.file("parks.geojson")))
        let outcome = try LifeCircleProcess.run([
            "audit", "parks", "--crs", "local", "--blocks", folder.file("b.geojson"), "--parks",
            folder.file("parks.geojson"), "-o", folder.path,
        ])
        #expect(outcome.status == 73 && outcome.errors.contains("parks.geojson"))
        #expect(try folder.data("parks.geojson") == parks)
    }
}
