import FileFixtures
import Foundation
import Testing

/// `audit network` as scripts see it.
@Suite struct AuditNetworkTests {
    private struct Audit: Decodable {
        struct Spacing: Decodable { let median, share_over_limit: Double? }
        struct Figure: Decodable { let requirement, verdict: String }
        struct Zone: Decodable {
            let unit, station: String?
            let area_km2, way_km: Double
            let density_km_per_km2: Double?
            let junctions, dead_ends, blocks_over_3ha, blocks_over_6ha: Int
            let junction_spacing_m: Spacing
            let figures: [Figure]
        }
        struct Component: Decodable { let way_km: Double }
        struct Network: Decodable { let way_km: Double }
        let network: Network
        let units: [Zone]
        let station_bands: [Zone]?
        let components: [Component]
    }

    private static func layer(_ name: String) -> String { "\(Samples.canalDistrict)/\(name).geojson" }

    private func run(_ options: [String]) throws -> LifeCircleProcess.Outcome {
        try LifeCircleProcess.run(
            ["audit", "network", "--network", Self.layer("ways"), "--crs", "EPSG:4549"] + options)
    }

    @Test func jsonHasWhatWasPromised() throws {
        let outcome = try run([
            "--units", Self.layer("communities"), "--blocks", Self.layer("blocks"), "--json",
        ])
        #expect(outcome.status == 0)
        let audit = try JSONDecoder().decode(Audit.self, from: Data(outcome.output.utf8))
        #expect(audit.units.map(\.unit) == ["U1", "U2", "U3", "U4"])
        #expect(audit.station_bands == nil)
        // The four communities hold all ways of the district, and its pieces make up the whole.
        #expect(abs(audit.units.reduce(0) { $0 + $1.way_km } - audit.network.way_km) < 1e-4)
        #expect(abs(audit.components.reduce(0) { $0 + $1.way_km } - audit.network.way_km) < 1e-5)
        for unit in audit.units {
            #expect(abs((unit.density_km_per_km2 ?? 0) - unit.way_km / unit.area_km2) < 1e-3)
            #expect(unit.blocks_over_3ha >= unit.blocks_over_6ha)
            #expect(unit.figures.count == 7, "all but those for stations")
        }
    }

    @Test func layersSayWhatTheSummarySays() throws {
        let folder = try TemporaryFolder()
        let outcome = try run([
            "--units", Self.layer("communities"), "--output", folder.file("out"), "--lang", "zh",
        ])
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("尽端路") && outcome.output.contains("横芦社区"))
        let files = try folder.contents().filter { $0.key.hasPrefix("out/") }
        #expect(
            Set(files.keys) == [
                "out/network_units.geojson", "out/offending.geojson", "out/findings.csv", "out/summary.json",
                "out/manifest.json", "out/network_units.qml", "out/offending.qml", "out/results.gpkg",
                "out/results.xlsx",
            ])
        struct Layer: Decodable {
            struct Feature: Decodable { let properties: Properties }
            struct Properties: Decodable {
                let problem, unit: String?
                let figure, limit: Double?
            }
            let features: [Feature]
        }
        let summary = try JSONDecoder().decode(Audit.self, from: files["out/summary.json"] ?? Data())
        let layer = try JSONDecoder().decode(Layer.self, from: files["out/offending.geojson"] ?? Data())
        let places = layer.features.map(\.properties)
        for unit in summary.units {
            let here = places.filter { $0.unit == unit.unit }
            #expect(here.count { $0.problem == "dead_end" } == unit.dead_ends)
            #expect(here.count { $0.problem == "large_street_block" } == unit.blocks_over_3ha)
            #expect(here.count { $0.limit == 6 } == unit.blocks_over_6ha)
        }
        #expect(places.allSatisfy { ($0.figure ?? 0) > ($0.limit ?? 0) })
    }

    @Test func withoutUnitsTheHullIsJudgedAndSaysSo() throws {
        let outcome = try run(["--lang", "en"])
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("hull of the ways"))
        #expect(outcome.output.contains("no --stations"))
    }

    @Test func aMissingNetworkIsNamed() throws {
        let outcome = try LifeCircleProcess.run(["audit", "network", "--network", "nowhere.geojson"])
        #expect(outcome.status == 66)
        #expect(outcome.errors.contains("nowhere.geojson"))
    }
}
