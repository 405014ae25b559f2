import FileFixtures
import Foundation
import Testing

/// `audit parks` on made districts, whose figures follow from their drawing.
@Suite struct AuditParksTests {
    /// A park of 100 × 100 m; beside it a block half within 300 m, one within and one beyond; a park that is too
    /// small, and one that is a point.
    private func district() -> MadeParks {
        var made = MadeParks()
        made.addPark("large", (0, 0, 100, 100))
        made.addPark("small", (2000, 0, 19.9, 20))
        made.addPark("point", point: 3000, 50)
        made.addBlock("half", (300, 10, 200, 80), population: 1000)
        made.addBlock("within", (110, 0, 50, 50), population: 30)
        made.addBlock("beyond", (2900, 0, 100, 100), population: 500)
        return made
    }

    /// One street along the park; the blocks' own street joins it far in the east.
    private func withWays() -> MadeParks {
        var made = district()
        made.addWay([[0, -5], [1000, -5], [1000, 5], [5000, 5]])
        return made
    }

    @Test func theKeysArePromised() throws {
        let outcome = try withWays().run(["--json"], in: try TemporaryFolder())
        let root = try #require(
            try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        let shares: Set = [
            "land_share", "population_share", "block_share", "land_m2", "population", "blocks",
        ]
        let promised: [String: Set<String>] = [
            "parks": ["counted", "too_small", "size_unknown"], "by_radius": shares, "on_foot": shares,
            "by_radius_with_size_unknown": shares, "lost_on_foot": ["population", "blocks"],
            "uncovered": ["area_m2", "patches", "population"],
            "residential": ["land_m2", "population", "blocks", "not_assessable_population"],
        ]
        for (name, keys) in promised {
            let found = try #require(root[name] as? [String: Any], "\(name)")
            #expect(keys.isSubset(of: found.keys), "\(name)")
        }
        #expect(root["radius_m"] as? Double == 300 && root["min_area_m2"] as? Double == 400)
    }

    @Test func figuresFollowFromTheDrawing() throws {
        let result = try district().json()
        #expect(result.parks.counted == 1 && result.parks.too_small == 1 && result.parks.size_unknown == 1)
        #expect(abs(result.by_radius.land_m2 - (100 * 80 + 50 * 50)) < 0.01)
        #expect(abs((result.by_radius.land_share ?? 0) - 10_500 / 28_500) < 1e-6)
        // The origin of the half block is exactly 300 m off.
        #expect(result.by_radius.population == 1030 && result.by_radius.blocks == 2)
        #expect(result.by_radius.population_share == 1030.0 / 1530)
        #expect(result.by_radius_with_size_unknown.blocks == 3)
        #expect(abs(result.by_radius_with_size_unknown.land_m2 - 20_500) < 0.01)
        #expect(result.uncovered.patches == 2 && abs(result.uncovered.area_m2 - 18_000) < 0.01)
        #expect(abs(result.uncovered.population - 1000) < 0.01)
        #expect(result.residential.land_m2 == 28_500 && result.residential.population == 1530)
        #expect(result.residential.blocks == 3)
    }

    @Test func withoutANetworkTheWalkIsUnknown() throws {
        let result = try district().json()
        #expect(result.on_foot == nil)
        #expect(result.lost_on_foot.population == nil && result.lost_on_foot.blocks == nil)
        #expect(result.lost_by_park.isEmpty && result.residential.not_assessable_population == 0)
    }

    @Test func radiusAndAreaAreOptions() throws {
        let made = district()
        #expect(try made.json(["--radius", "200"]).by_radius.blocks == 1)
        #expect(try made.json(["--radius", "1801"]).by_radius.blocks == 2)
        #expect(try made.json(["--min-area", "398"]).parks.counted == 2)
        #expect(try made.json(["--min-area", "398.01"]).parks.counted == 1)
        #expect(try made.json(["--min-area", "10001"]).by_radius.land_share == 0)
        #expect(try made.json(["--min-area", "0"]).parks.counted == 3)
    }

    @Test func aColumnSaysTheArea() throws {
        var made = district()
        made.parks = []
        made.addPark("a", (0, 0, 100, 100), #","面积":399.99,"site_area":400"#)
        made.addPark("b", point: 100, 50, #","面积":400"#)
        made.addPark("c", (0, 0, 100, 100), #","面积":null"#)
        made.addPark("d", point: 5000, 0, #","面积":"big""#)
        let named = try made.json(["--area-field", "面积"]).parks
        #expect((named.counted, named.too_small, named.size_unknown) == (2, 1, 1))
        let usual = try made.json().parks
        #expect((usual.counted, usual.too_small, usual.size_unknown) == (2, 0, 2))
        let outcome = try made.run(["--area-field", "acreage"], in: try TemporaryFolder())
        #expect(outcome.status == 65 && outcome.errors.contains("acreage"))
    }

    @Test func walksStartAtEntrances() throws {
        var made = MadeParks()
        made.addWay([[0, 0], [1000, 0]])
        made.addPark("p", (0, 0, 20, 20))
        made.addBlock("b", (100, 5, 100, 100))
        let folder = try TemporaryFolder()
        let gate = MadeParks.feature(#"{"type":"Point","coordinates":[400,0]}"#, #""block_id":"b""#)
        let gates = try folder.write("e.geojson", #"{"type":"FeatureCollection","features":[\#(gate)]}"#)
        let wall = MadeParks.feature(#"{"type":"LineString","coordinates":[[0,3],[1000,3]]}"#, "")
        let walls = try folder.write("v.geojson", #"{"type":"FeatureCollection","features":[\#(wall)]}"#)
        #expect(try made.json().on_foot?.blocks == 1)
        let byGate = try #require(try made.json(["--entrances", gates]).on_foot)
        #expect(byGate.blocks == 0 && byGate.land_m2 == 0)
        #expect(try made.json(["--barriers", walls]).residential.not_assessable_blocks == 1)
        made.ways = []
        #expect(try made.run(["--entrances", gates], in: folder).status == 64)
    }

    @Test func lostOnFootAddsUpByParkAndByBlock() throws {
        var made = MadeParks()
        made.addWay([[0, 0], [900, 0], [900, 100], [0, 100]])
        for (place, x) in [0.0, 100, 200, 300].enumerated() {
            made.addPark("p\(place)", (x, 100, 20, 20))
            made.addBlock("b\(place)", (x, -15, 20, 10), population: 1 << place)
        }
        made.addBlock("near", (0, 85, 20, 10), population: 16)
        made.addBlock("off", (0, -400, 20, 10), population: 32)
        let folder = try TemporaryFolder()
        let outcome = try made.run(["--json", "-o", folder.file("out")], in: folder)
        let result = try ParkDocument(outcome)
        #expect(result.lost_on_foot.population == 15 && result.lost_on_foot.blocks == 4)
        #expect(result.on_foot?.population == 16 && result.on_foot?.blocks == 1)
        #expect(result.residential.not_assessable_population == 32)
        #expect(result.lost_by_park.map(\.park) == ["p3", "p2", "p1", "p0"], "those that lose most first")
        #expect(result.lost_by_park.map(\.blocks) == [["b3"], ["b2"], ["b1"], ["b0"]])
        let blocks = try ParkLayer(folder.data("out/blocks.geojson")).features
        let lost = blocks.filter { $0.flag("lost_on_foot") == true }
        #expect(lost.reduce(0) { $0 + ($1.number("population") ?? 0) } == 15)
        #expect(blocks.map { $0.flag("on_foot") } == [false, false, false, false, true, nil])
        let parks = try ParkLayer(folder.data("out/parks.geojson")).features
        #expect(parks.reduce(0) { $0 + ($1.number("lost_population") ?? 0) } == 15)
        #expect(parks.flatMap { $0.list("lost_blocks") } == lost.map { $0.text("id") })
        #expect(blocks[0].number("distance_m") == 1580, "to the easternmost park")
    }

    @Test(arguments: [("36.8", 0), ("36.85", 1), ("100", 1), ("0", 0)])
    func thresholds(_ percent: String, _ status: Int32) throws {
        let folder = try TemporaryFolder()
        let outcome = try district().run(["--fail-under", percent, "-o", folder.file("out")], in: folder)
        #expect(outcome.status == status)
        #expect(outcome.errors.contains("36.8 %") == (status == 1))
        #expect(try folder.contents().keys.contains("out/summary.json"), "results are written all the same")
        let chinese = try district().run(
            ["--fail-under", percent, "--lang", "zh"], in: try TemporaryFolder())
        #expect(chinese.errors.contains("服务半径覆盖率 36.8 %") == (status == 1))
    }

    @Test func aThresholdThatIsReachedExactlyIsReached() throws {
        var made = MadeParks()
        made.addPark("p", (0, 0, 100, 100))
        for place in 0..<100 {
            made.addBlock("b\(place)", (place < 29 ? Double(place) : 5000 + Double(place), 0.1, 0.3, 0.7))
        }
        #expect(try made.run(["--fail-under", "29"], in: try TemporaryFolder()).status == 0)
        #expect(try made.run(["--fail-under", "29.01"], in: try TemporaryFolder()).status == 1)
    }

    @Test(arguments: [
        ["--radius", "0"], ["--radius", "-5"], ["--radius", "nan"], ["--min-area", "-1"],
        ["--min-area", "inf"],
        ["--fail-under", "101"], ["--fail-under", "x"], ["--nonsense"],
    ])
    func nonsenseIsRefused(_ options: [String]) throws {
        let outcome = try district().run(options, in: try TemporaryFolder())
        #expect(outcome.status == 64 && outcome.output.isEmpty)
    }

    /// Unknown is not nobody.
    @Test func unknownPopulationIsADash() throws {
        var made = MadeParks()
        made.addWay([[0, 0], [900, 0], [900, 100], [0, 100]])
        made.addPark("p", (0, 100, 20, 20))
        made.addBlock("lost", (0, -15, 20, 10), population: nil)
        made.addBlock("beyond", (900, 110, 20, 10), population: nil)
        let folder = try TemporaryFolder()
        let outcome = try made.run(["-o", folder.file("out")], in: folder)
        let rows = outcome.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        #expect(rows.contains(["by", "service", "radius", "50.0", "–", "50.0", "0.02", "–", "1", "2"]))
        #expect(rows.contains(["p", "–", "1", "lost"]) && rows.contains(["1", "0.02", "–", "beyond"]))
        let patches = try ParkLayer(folder.data("out/uncovered.geojson")).features
        #expect(patches.map { $0.number("population") } == [nil])
        let parks = try ParkLayer(folder.data("out/parks.geojson")).features
        #expect(parks.map { $0.number("lost_population") } == [nil])
        #expect(parks.map { $0.list("lost_blocks") } == [["lost"]])
        #expect(try made.json().by_radius.population_share == nil)
    }

    @Test func timingsCountTheWork() throws {
        let folder = try TemporaryFolder()
        let outcome = try withWays().run(["--quiet", "--timings", folder.file("t.json")], in: folder)
        let timings = try JSONSerialization.jsonObject(with: folder.data("t.json")) as? [String: Any]
        #expect(outcome.status == 0 && outcome.output.isEmpty)
        #expect((timings?["nodes"] as? Int ?? 0) == 4 && (timings?["edges"] as? Int ?? 0) == 3)
        #expect((timings?["settled"] as? Int ?? 0) > 0)
    }

    @Test func bothLanguagesShowBothAnswers() throws {
        let english = try withWays().run(in: try TemporaryFolder())
        let chinese = try withWays().run(["--lang", "zh"], in: try TemporaryFolder())
        for words in ["1 parks counted, 1 too small, 1 of unknown size", "by service radius", "on foot"] {
            #expect(english.output.contains(words))
        }
        for words in ["计入 1 处，过小 1 处，规模未知 1 处", "按服务半径", "按步行"] {
            #expect(chinese.output.contains(words))
        }
        #expect(try district().run(in: try TemporaryFolder()).output.contains("Without --network"))
    }
}
