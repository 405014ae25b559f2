import FileFixtures
import Foundation
import Testing

/// `reach` on the sample district and on towns of a few streets.
@Suite struct ReachTests {
    /// What `reach --json` promises.
    struct Summary: Decodable {
        struct Verified: Decodable {
            let points, within_limit, within_limit_and_buffer: Int
        }
        struct Limit: Decodable {
            let limit_m, reached_m, area_m2, holes_m2: Double
            let limit_min, enclosed_blocks_m2: Double?
            let nodes: Int
            let status: String
            let reason: String?
            let verify: Verified?
        }
        struct Place: Decodable {
            let id: String
            let limits: [Limit]
        }
        struct Off: Decodable { let id, reason: String }
        let places: [Place]
        let off_network: [Off]
        let verify: [Verified]?
    }

    /// A layer of areas or of ways.
    struct Layer: Decodable {
        struct Feature: Decodable {
            let geometry: Geometry?
            let properties: Properties
        }
        struct Properties: Decodable {
            let id: String?
            let status, reason: String?
            let limit_m: Double
            let area_m2, reached_m, start_m, end_m: Double?
        }
        struct Geometry: Decodable { let type: String }
        let features: [Feature]
    }

    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private static let district = [
        "--network", Samples.canalDistrict + "/ways.geojson", "--barriers",
        Samples.canalDistrict + "/canals.geojson", "--from", Samples.canalDistrict + "/facilities.geojson",
        "--kinds", "幼儿园",
    ]

    private func reach(_ options: [String], json: Bool = true) throws -> LifeCircleProcess.Outcome {
        try LifeCircleProcess.run(
            ["reach", "-o", folder.file("areas.geojson")] + (json ? ["--json"] : []) + options)
    }

    private func summary(_ options: [String]) throws -> Summary {
        let outcome = try reach(options)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try JSONDecoder().decode(Summary.self, from: Data(outcome.output.utf8))
    }

    private func layer(_ name: String) throws -> Layer {
        try JSONDecoder().decode(Layer.self, from: folder.data(name))
    }

    /// Two streets that cross 100 m from their ends, in metres of a local grid, and places on and off them.
    private func cross(places: [(id: String, x: Double, y: Double)]) throws -> [String] {
        func line(_ coordinates: String) -> String {
            #"{"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":\#(coordinates)}}"#
        }
        let points = places.map {
            #"{"type":"Feature","properties":{"id":"\#($0.id)"},"geometry":{"type":"Point","coordinates":[\#($0.x),\#($0.y)]}}"#
        }
        func collection(_ features: [String]) -> String {
            #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#
        }
        return [
            "--crs", "local", "--network",
            try folder.write(
                "ways.geojson",
                collection([line("[[0,100],[100,100],[200,100]]"), line("[[100,0],[100,100],[100,200]]")])),
            "--from", try folder.write("places.geojson", collection(points)),
        ]
    }

    @Test func figuresAreExact() throws {
        let options = try cross(places: [("A", 100, 100)])
        let summary = try summary(
            options + ["--limits", "50,75.125,1000", "--ways", folder.file("w.geojson")])
        let limits = try #require(summary.places.first).limits
        #expect(limits.map(\.limit_m) == [50, 75.125, 1000])
        #expect(limits.map(\.reached_m) == [200, 300.5, 400])
        #expect(limits.map(\.nodes) == [1, 1, 5])
        let ways = try layer("w.geojson").features.map(\.properties)
        for limit in limits {
            // Every stretch stands with the first limit that reaches it, from walk to walk.
            let length = ways.filter { $0.limit_m <= limit.limit_m }.reduce(0) {
                $0 + abs(($1.end_m ?? 0) - ($1.start_m ?? 0))
            }
            #expect(abs(length - limit.reached_m) < 1e-9)
        }
        let areas = try layer("areas.geojson").features.map(\.properties)
        #expect(zip(areas, limits).allSatisfy { abs(($0.area_m2 ?? 0) - $1.area_m2) <= 0.5 })
    }

    @Test func minutesAreMetresAtThePace() throws {
        let options = try cross(places: [("A", 100, 100)])
        let summary = try summary(options + ["--limits", "1", "--measure", "time", "--walk-speed", "1.25"])
        let limit = try #require(summary.places.first?.limits.first)
        #expect(limit.limit_min == 1 && limit.limit_m == 75 && limit.reached_m == 300)
    }

    @Test func emptyAnswersHaveReasons() throws {
        let options = try cross(places: [("far", 900, 900), ("near", 60, 160), ("on", 100, 150)])
        let summary = try summary(options + ["--limits", "30,90"])
        #expect(summary.places.map(\.id) == ["far", "near", "on"])
        #expect(summary.places.map { $0.limits[0].status } == ["off_network", "empty", "reached"])
        #expect(summary.places.map { $0.limits[0].reason } == ["no_way_near", "leg_too_long", nil])
        #expect(summary.places[1].limits[1].reached_m == 90)
        #expect(summary.off_network.map(\.id) == ["far"])
        let features = try layer("areas.geojson").features
        #expect(features.count == 6)
        #expect(
            features.filter { $0.geometry == nil }.map(\.properties.status) == [
                "off_network", "off_network", "empty",
            ])
    }

    @Test func territoriesShareTheWays() throws {
        let options = try cross(places: [("A", 0, 100), ("B", 200, 100), ("C", 0, 100)])
        let summary = try summary(options + ["--limits", "1000", "--dissolve", "nearest"])
        // A has its own arm and, being first, the two that are equally near; C has what A has.
        #expect(summary.places.map { $0.limits[0].reached_m } == [300, 100, 0])
        #expect(summary.places[2].limits[0].reason == "nearer_to_another")
    }

    @Test func theDistrictHoldsWhatIsPromised() throws {
        let summary = try summary(Self.district + ["--verify", "200"])
        #expect(summary.places.count == 8)
        for place in summary.places {
            #expect(place.limits.map(\.limit_m) == [300, 500, 1000])
            for (smaller, larger) in zip(place.limits, place.limits.dropFirst()) {
                #expect(smaller.area_m2 < larger.area_m2 && smaller.reached_m < larger.reached_m)
            }
            for limit in place.limits {
                #expect(limit.verify?.points == 200 && limit.verify?.within_limit_and_buffer == 200)
                #expect(limit.enclosed_blocks_m2 == nil)
            }
        }
        #expect(summary.verify?.map(\.points) == [1600, 1600, 1600])
    }

    @Test func additionsAreToldApart() throws {
        let plain = try summary(Self.district)
        let filled = try summary(Self.district + ["--fill-holes", "--enclosed-blocks", "--verify", "300"])
        for (bare, full) in zip(plain.places, filled.places) {
            for (before, after) in zip(bare.limits, full.limits) {
                let added = (after.enclosed_blocks_m2 ?? -1) + after.holes_m2
                #expect(abs(after.area_m2 - before.area_m2 - added) < 1)
                #expect(after.reached_m == before.reached_m)
            }
        }
        let walked = try #require(filled.verify?.last)
        #expect(walked.within_limit_and_buffer < walked.points, "what is filled was not walked to")
    }

    @Test(arguments: ["none", "kind", "nearest"])
    func threadsChangeNothing(_ dissolve: String) throws {
        func files(_ threads: String) throws -> [String: Data] {
            let outcome = try reach(
                Self.district + [
                    "--kind-field", "kind", "--dissolve", dissolve, "--verify", "50", "--threads", threads,
                    "--ways", folder.file("ways.geojson"),
                ])
            #expect(outcome.status == 0, "\(outcome.errors)")
            return try folder.contents().merging(["": Data(outcome.output.utf8)]) { first, _ in first }
        }
        let one = try files("1")
        #expect(one.count == 5)
        #expect(try files("4") == one)
    }

    @Test(arguments: [
        ["--limits", "0"], ["--limits", "300,300"], ["--buffer", "0"], ["--verify", "-1"],
        ["--dissolve", "nearest", "--fill-holes"], ["--dissolve", "all"], ["--kinds", "谜"],
    ])
    func wrongUseIsRefused(_ options: [String]) throws {
        let outcome = try reach(Self.district + options)
        #expect(outcome.status == 64, "\(options): \(outcome.errors)")
        #expect(try folder.contents().isEmpty, "nothing is left behind")
    }
}
