import FileFixtures
import Foundation
import Testing

/// OpenStreetMap files where other commands take layers.
@Suite struct MapFileTests {
    private static let map = """
        <osm version="0.6">
        <node id="1" lat="31.3000" lon="120.6000"/><node id="2" lat="31.3000" lon="120.6050"/>
        <node id="3" lat="31.3000" lon="120.6100"/><node id="4" lat="31.3020" lon="120.6050"/>
        <node id="5" lat="31.3000" lon="120.6020"><tag k="barrier" v="gate"/></node>
        <node id="11" lat="31.3005" lon="120.6040"/><node id="12" lat="31.3005" lon="120.6060"/>
        <node id="13" lat="31.3025" lon="120.6060"/><node id="14" lat="31.3025" lon="120.6040"/>
        <node id="21" lat="31.3002" lon="120.6090"><tag k="amenity" v="kindergarten"/></node>
        <way id="100"><nd ref="1"/><nd ref="5"/><nd ref="2"/><nd ref="3"/><tag k="highway" v="residential"/></way>
        <way id="101"><nd ref="2"/><nd ref="4"/><tag k="highway" v="service"/></way>
        <way id="102"><nd ref="1"/><nd ref="4"/><tag k="highway" v="trunk"/></way>
        <way id="150"><nd ref="11"/><nd ref="12"/><tag k="barrier" v="fence"/></way>
        <way id="200"><nd ref="11"/><nd ref="12"/><nd ref="13"/><nd ref="14"/><nd ref="11"/>
          <tag k="landuse" v="residential"/></way>
        </osm>
        """

    private func run(_ folder: TemporaryFolder, _ arguments: [String]) throws -> LifeCircleProcess.Outcome {
        try LifeCircleProcess.run(arguments + ["--lang", "en"])
    }

    @Test func anExtractAloneIsAStudyArea() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("town.osm", Self.map)
        let outcome = try run(folder, ["analyze", file, "--output", folder.file("out")])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("Network: ") && outcome.output.contains("Kindergarten 1"))
        #expect(outcome.output.contains(", on 1 blocks, could be better"), "nobody knows the residents")
        let gaps = String(decoding: try folder.data("out/gaps.geojson"), as: UTF8.self)
        let access = String(decoding: try folder.data("out/access.csv"), as: UTF8.self)
        #expect(gaps.contains("FeatureCollection") && access.contains("way/200,kindergarten"))
    }

    @Test func theProfileDecidesOnTrunkRoads() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("town.osm", Self.map)
        func edges(_ profile: [String]) throws -> Int {
            let timings = folder.file("t.json")
            let arguments = ["network", "build", file, "-o", folder.file("w.geojson"), "--timings", timings]
            #expect(try run(folder, arguments + profile).status == 0)
            let root = try JSONSerialization.jsonObject(with: folder.data("t.json")) as? [String: Any]
            return try #require(root?["edges"] as? Int)
        }
        #expect(
            try edges([]) == 4 && edges(["--profile", "default"]) == 4 && edges(["--profile", "china"]) == 5)
    }

    @Test func aProfileNeedsAMap() throws {
        let folder = try TemporaryFolder()
        let lines = try folder.write("w.geojson", #"{"type":"FeatureCollection","features":[]}"#)
        let outcome = try run(
            folder, ["network", "build", lines, "--profile", "china", "-o", folder.file("o.gpkg")])
        #expect(outcome.status == 64 && outcome.errors.contains("--profile"))
    }

    @Test func whatAMapHasBesidesWaysIsKept() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("town.osm", Self.map)
        #expect(try run(folder, ["network", "build", file, "-o", folder.file("w.geojson")]).status == 0)
        let gates = String(decoding: try folder.data("w.entrances.geojson"), as: UTF8.self)
        #expect(gates.contains("node/5") && gates.contains("barrier=gate"))
        #expect(String(decoding: try folder.data("w.barriers.geojson"), as: UTF8.self).contains("way/150"))
        let left = try CSVTable(folder.data("w.left_out.csv"))
        #expect(left.rows.map { $0["id"] } == ["way/102"])
        #expect(left.rows.first?["reason"]?.hasPrefix("not_walkable:") == true)
    }

    @Test func placesOfAMapAreImported() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("town.osm", Self.map)
        #expect(try run(folder, ["import", "facilities", file, "-o", folder.file("f.geojson")]).status == 0)
        let places = String(decoding: try folder.data("f.geojson"), as: UTF8.self)
        #expect(places.contains("node/21") && places.contains("kindergarten"))
        let amap = try run(
            folder, ["import", "facilities", file, "--classify", "amap", "-o", folder.file("g.geojson")])
        #expect(amap.status == 64 && amap.errors.contains("OpenStreetMap"))
    }

    @Test(arguments: [40, 400, 1000])
    func aDamagedMapIsNamedAndLeavesNothing(bytes: Int) throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("broken.osm", String(Self.map.prefix(bytes)))
        let outcome = try run(folder, ["analyze", file, "--output", folder.file("out")])
        #expect(outcome.status == 65 && outcome.errors.contains("broken.osm"))
        #expect(!FileManager.default.fileExists(atPath: folder.file("out/access.csv")))
    }
}
