import FileFixtures
import Foundation
import Testing

/// `--dry-run` says what a run would take and leaves no trace.
@Suite struct DryRunTests {
    @Test func nearestWritesNothing() throws {
        let folder = try TemporaryFolder()
        let outcome = try LifeCircleProcess.run(
            ["nearest", "-o", folder.file("n.csv"), "--dry-run", "--lang", "en"] + Samples.tinyLayers)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("walking") && outcome.output.contains("estimated"))
        #expect(outcome.output.contains("MB of memory"))
        #expect(try folder.contents().isEmpty)
    }

    @Test func analyzeWritesNothing() throws {
        struct Estimate: Decodable {
            let stages: [Stage]
            let wall_s: Double
            let peak_mb: Double
        }
        struct Stage: Decodable {
            let name: String
            let wall_s: Double
            let measured: Bool
        }
        let folder = try TemporaryFolder()
        let outcome = try LifeCircleProcess.run(
            ["analyze", Samples.tinyProject, "--output", folder.file("out"), "--dry-run", "--json"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let estimate = try JSONDecoder().decode(Estimate.self, from: Data(outcome.output.utf8))
        #expect(estimate.stages.map(\.name) == ["read", "project", "build", "snap", "search", "write"])
        #expect(estimate.stages.map(\.measured) == [true, true, true, true, false, false])
        #expect(estimate.stages.allSatisfy { $0.wall_s >= 0 } && estimate.peak_mb > 0)
        #expect(abs(estimate.stages.reduce(0) { $0 + $1.wall_s } - estimate.wall_s) < 0.06)
        #expect(try folder.contents().isEmpty)
    }

    @Test func timingsAreThoseOfWhatWasRun() throws {
        struct Timings: Decodable {
            struct Stage: Decodable { let name: String }
            let stages: [Stage]
        }
        let folder = try TemporaryFolder()
        let outcome = try LifeCircleProcess.run(
            ["nearest", "-o", folder.file("n.csv"), "--dry-run", "--timings", folder.file("t.json")]
                + Samples.tinyLayers)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(Set(try folder.contents().keys) == ["t.json"])
        let timings = try JSONDecoder().decode(Timings.self, from: folder.data("t.json"))
        #expect(timings.stages.map(\.name) == ["read", "project", "build", "snap"])
    }

    @Test func badInputIsFoundBeforeTheBigRun() throws {
        let folder = try TemporaryFolder()
        let ways = try folder.write("ways.geojson", "{")
        let outcome = try LifeCircleProcess.run(
            ["nearest", "-o", folder.file("n.csv"), "--dry-run"] + Samples.tinyLayers + ["--network", ways])
        #expect(outcome.status == 65, "\(outcome.errors)")
    }
}
