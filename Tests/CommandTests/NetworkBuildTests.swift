import FileFixtures
import Foundation
import Testing

/// `network build` as scripts see it.
@Suite struct NetworkBuildTests {
    private struct Result: Decodable {
        struct Network: Decodable { let components: Int }
        let ways, lines: Int
        let changes: [String: Int]
        let longest_move_m: Double
        let before, after: Network
    }
    private struct Layer: Decodable {
        struct Feature: Decodable {
            let geometry: Geometry
            let properties: [String: String?]
        }
        struct Geometry: Decodable { let coordinates: [[Double]] }
        let features: [Feature]
    }

    private static func collection(_ features: [(properties: String, line: String)]) -> String {
        let texts = features.map {
            #"{"type":"Feature","properties":{\#($0.properties)},"geometry":{"type":"LineString","coordinates":\#($0.line)}}"#
        }
        return #"{"type":"FeatureCollection","features":[\#(texts.joined(separator: ","))]}"#
    }

    private static let streets = collection([
        (#""id":"A","name":"长街""#, "[[0,0],[100,0]]"), (#""id":"B","name":null"#, "[[100.5,0],[200,0]]"),
    ])
    private static let paths = collection([
        (#""id":"P","surface":"砖""#, "[[50,-40],[50,40]]"),
        (#""id":"Q","bridge":"yes""#, "[[70,-40],[70,40]]"),
    ])

    private func build(
        _ folder: TemporaryFolder, _ options: [String], to output: String
    ) throws -> LifeCircleProcess.Outcome {
        let sources = [
            try folder.write("streets.geojson", Self.streets), try folder.write("paths.geojson", Self.paths),
        ]
        return try LifeCircleProcess.run(
            ["network", "build"] + sources + ["--crs", "local", "-o", folder.file(output)] + options)
    }

    @Test func filesBecomeOneNetworkWithAllColumns() throws {
        let folder = try TemporaryFolder()
        let outcome = try build(
            folder, ["--join-tolerance", "1", "--node-crossings", "--json"], to: "ways.geojson")
        #expect(outcome.status == 0)
        let result = try JSONDecoder().decode(Result.self, from: Data(outcome.output.utf8))
        #expect(result.changes == ["end_joined": 1, "end_snapped": 0, "vertex_added": 2])
        #expect(result.before.components == 4 && result.after.components == 2)
        #expect(result.longest_move_m == 0.5)
        let layer = try JSONDecoder().decode(Layer.self, from: folder.data("ways.geojson"))
        #expect(layer.features.map { $0.properties["id"] } == ["A", "B", "P", "Q"])
        #expect(layer.features[0].properties["name"] == "长街")
        #expect(layer.features[2].properties["surface"] == "砖")
        #expect(Set(layer.features.flatMap(\.properties.keys)) == ["id", "name", "surface", "bridge"])
        #expect(layer.features[2].geometry.coordinates == [[50, -40], [50, 0], [50, 40]])
        #expect(layer.features[3].geometry.coordinates == [[70, -40], [70, 40]])
    }

    @Test func everyChangeIsListed() throws {
        let folder = try TemporaryFolder()
        #expect(try build(folder, ["--join-tolerance", "1", "--node-crossings"], to: "w.gpkg").status == 0)
        let table = try CSVTable(folder.data("w.changes.csv"))
        #expect(table.rows.map { $0["change"] } == ["end_joined", "vertex_added", "vertex_added"])
        #expect(table.rows[0]["moved_m"] == "0.500")
        #expect(Set(table.rows[0].filter { ["way", "other_way"].contains($0.key) }.values) == ["A", "B"])
        #expect(table.rows.dropFirst().map { $0["way"] } == ["A", "P"])
        #expect(table.rows.dropFirst().map { $0["vertex"] } == ["1", "1"])
        #expect(
            Set(try folder.contents().keys).isSuperset(of: ["w.gpkg", "w.findings.csv", "w.manifest.json"]))
    }

    @Test(arguments: ["ways.gpkg", "ways.geojson"])
    func aSecondRunChangesNothing(output: String) throws {
        let folder = try TemporaryFolder()
        let options = ["--join-tolerance", "1", "--node-crossings"]
        #expect(try build(folder, options, to: output).status == 0)
        let first = try folder.data(output)
        #expect(try build(folder, options, to: output).status == 0)
        #expect(try folder.data(output) == first, "same bytes")
        let again = try LifeCircleProcess.run(
            ["network", "build", folder.file(output), "--crs", "local", "--json"] + options
                + ["-o", folder.file("again.geojson")])
        let result = try JSONDecoder().decode(Result.self, from: Data(again.output.utf8))
        #expect(result.changes.values.allSatisfy { $0 == 0 } && result.ways == 4)
    }

    @Test func nothingIsJoinedUnlessAsked() throws {
        let folder = try TemporaryFolder()
        let outcome = try build(folder, ["--json"], to: "ways.geojson")
        let result = try JSONDecoder().decode(Result.self, from: Data(outcome.output.utf8))
        #expect(result.after.components == 4)
        #expect(try CSVTable(folder.data("ways.changes.csv")).rows.isEmpty)
    }

    @Test func walkableWaysOfAMapBecomeANetwork() throws {
        let folder = try TemporaryFolder()
        let nodes = (0..<6).map { #"<node id="\#($0 + 1)" lat="31.3\#($0)" lon="120.6" version="1"/>"# }
        func way(_ id: Int, _ first: Int, _ highway: String) -> String {
            #"<way id="\#(id)" version="1"><nd ref="\#(first)"/><nd ref="\#(first + 1)"/><tag k="highway" v="\#(highway)"/></way>"#
        }
        let ways = [way(7, 1, "footway"), way(8, 3, "motorway"), way(9, 5, "trunk")]
        let map = try folder.write(
            "city.osm",
            #"<osm version="0.6">\#((nodes + ways).joined())</osm>"#)
        for (profile, count) in [("default", 1), ("china", 2)] {
            let outcome = try LifeCircleProcess.run(
                ["network", "build", map, "--profile", profile, "--json"]
                    + ["-o", folder.file("\(profile).gpkg")])
            #expect(outcome.status == 0, "\(outcome.errors)")
            let result = try JSONDecoder().decode(Result.self, from: Data(outcome.output.utf8))
            #expect(result.ways == count, "\(profile)")
        }
    }

    @Test func whatWouldBeIgnoredIsRefused() throws {
        let folder = try TemporaryFolder()
        let profile = try build(folder, ["--profile", "china"], to: "ways.gpkg")
        #expect(profile.status == 64 && profile.errors.contains("--profile"))
        #expect(try build(folder, [], to: "ways.shp").status == 64)
        let input = try build(folder, [], to: "streets.geojson")
        #expect(input.status == 73)
        #expect(try folder.text("streets.geojson") == Self.streets)
    }
}
