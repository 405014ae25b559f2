import FileFixtures
import Foundation
import Testing

/// `network check` as scripts see it.
@Suite struct NetworkCheckTests {
    private struct Check: Decodable {
        struct Count: Decodable { let open, explained: Int }
        struct Component: Decodable {
            let way_km, population: Double
            let blocks: Int
        }
        struct Stranded: Decodable {
            let blocks: Int
            let population: Double
        }
        let issues: [String: Count]
        let components: [Component]
        let stranded: Stranded
    }

    private static let ways = "\(Samples.canalDistrict)/ways.geojson"
    private static let blocks = "\(Samples.canalDistrict)/blocks.geojson"

    private func run(_ options: [String]) throws -> LifeCircleProcess.Outcome {
        try LifeCircleProcess.run(["network", "check"] + options)
    }

    /// Two streets with a gap of a metre, and a footbridge over both.
    private static let gap = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"id":"A"},"geometry":{"type":"LineString","coordinates":[[0,0],[100,0]]}},
        {"type":"Feature","properties":{"id":"B"},"geometry":{"type":"LineString","coordinates":[[101,0],[200,0]]}},
        {"type":"Feature","properties":{"id":"C","bridge":"yes"},"geometry":{"type":"LineString","coordinates":[[50,-40],[50,40]]}},
        {"type":"Feature","properties":{"id":"D","layer":"up"},"geometry":{"type":"LineString","coordinates":[[150,-40],[150,40]]}}
        ]}
        """

    @Test func theSampleHasOneDetachedCompound() throws {
        let outcome = try run([
            "--network", Self.ways, "--blocks", Self.blocks, "--crs", "EPSG:4549", "--json",
        ])
        #expect(outcome.status == 0)
        let check = try JSONDecoder().decode(Check.self, from: Data(outcome.output.utf8))
        #expect(check.issues["island"]?.open == 1)
        #expect(check.issues["crossing"]?.open == 0)
        #expect(check.issues["crossing"]?.explained == 3)
        #expect(check.components.dropFirst().map(\.blocks) == [1])
        #expect(check.stranded.population == check.components.dropFirst().reduce(0) { $0 + $1.population })
    }

    @Test func layersSayWhatTheSummarySays() throws {
        let folder = try TemporaryFolder()
        let network = try folder.write("ways.geojson", Self.gap)
        let outcome = try run([
            "--network", network, "--crs", "local", "--output", folder.file("out"), "--lang", "zh",
        ])
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("端点未连接") && outcome.output.contains("A × B"))
        struct Layer: Decodable {
            struct Feature: Decodable { let properties: Properties }
            struct Properties: Decodable {
                let issue: String
                let explained: Bool
                let metres: Double?
                let way, other_way: String?
            }
            let features: [Feature]
        }
        let layer = try JSONDecoder().decode(Layer.self, from: folder.data("out/network_issues.geojson"))
        let places = layer.features.map(\.properties)
        #expect(places.filter { $0.issue == "near_miss" }.map(\.metres) == [1])
        #expect(places.filter { $0.issue == "crossing" }.map(\.explained) == [true, false])
        #expect(places.filter { $0.issue == "crossing" }.map(\.way) == ["A", "B"])
        #expect(places.filter { $0.issue == "crossing" }.map(\.other_way) == ["C", "D"])
        #expect(try folder.text("out/findings.csv").contains("value_not_understood"))
        let check = try JSONDecoder().decode(Check.self, from: folder.data("out/summary.json"))
        for (kind, count) in check.issues {
            #expect(places.count { $0.issue == kind } == count.open + count.explained, "\(kind)")
        }
    }

    /// The network of an analysis is cut where ways enter a gated block; what is told is of the lines as drawn.
    @Test func gatedBlocksDoNotDisturbTheLines() throws {
        let folder = try TemporaryFolder()
        let ways = try folder.write("ways.geojson", Self.gap)
        let blocks = try folder.write(
            "blocks.geojson",
            """
            {"type":"FeatureCollection","features":[{"type":"Feature",
            "properties":{"id":"K","population":70,"gated":true},"geometry":{"type":"Polygon",
            "coordinates":[[[120,-10],[180,-10],[180,10],[120,10],[120,-10]]]}}]}
            """)
        let outcome = try run([
            "--network", ways, "--blocks", blocks, "--crs", "local", "--output", folder.file("out"),
        ])
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("4 lines"))
        let check = try JSONDecoder().decode(Check.self, from: folder.data("out/summary.json"))
        #expect(check.issues["crossing"].map { [$0.open, $0.explained] } == [1, 1])
        #expect(check.issues["island"]?.open == 3)
        #expect(check.components.reduce(0) { $0 + $1.population } == 70)
        #expect(check.components.map(\.way_km) == [0.1, 0.099, 0.08, 0.08])
    }

    @Test func failOnCountsWhatHeightsDoNotExplain() throws {
        let folder = try TemporaryFolder()
        let network = try folder.write("ways.geojson", Self.gap)
        for (issues, status) in [
            ("near_miss", 1), ("duplicate", 0), ("duplicate,crossing", 1), ("nonsense", 64),
        ] as [(String, Int32)] {
            let outcome = try run(["--network", network, "--crs", "local", "--fail-on", issues])
            #expect(outcome.status == status, "\(issues): \(outcome.errors)")
        }
    }

    @Test func nothingIsWrittenOverTheNetwork() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(
            atPath: folder.file("out"), withIntermediateDirectories: true)
        let network = try folder.write("out/network_issues.geojson", Self.gap)
        let outcome = try run(["--network", network, "--crs", "local", "--output", folder.file("out")])
        #expect(outcome.status == 73)
        #expect(try folder.text("out/network_issues.geojson") == Self.gap)
    }
}
