import FileFixtures
import Foundation
import Testing

/// What a program that watches a run can read.
@Suite struct ProgressTests {
    static let stages = ["read", "project", "build", "snap", "search", "write"]

    private struct Timings: Decodable {
        struct Stage: Decodable { let name: String; let wall_s, cpu_s: Double }
        let stages: [Stage]
        let peak_mb: Double
        let nodes, edges, settled, threads: Int
    }

    private struct Step: Decodable {
        let stage, event: String
        let wall_s: Double?
    }

    private func arguments(_ command: String, _ folder: TemporaryFolder) -> [String] {
        command == "analyze"
            ? ["analyze", Samples.tinyProject, "-o", folder.file("out")]
            : ["nearest", "-o", folder.file("n.csv")] + Samples.tinyLayers
    }

    @Test(arguments: ["analyze", "nearest"])
    func timingsHaveTheirShape(_ command: String) throws {
        let folder = try TemporaryFolder()
        let outcome = try LifeCircleProcess.run(
            arguments(command, folder) + ["--timings", folder.file("t.json"), "--threads", "2"])
        #expect(outcome.status == 0)
        let timings = try JSONDecoder().decode(Timings.self, from: folder.data("t.json"))
        #expect(timings.stages.map(\.name) == Self.stages)
        #expect(timings.stages.allSatisfy { $0.wall_s >= 0 && $0.cpu_s >= 0 })
        #expect(timings.peak_mb > 1)
        // O A B V C, D, P Q and the end of W5; 4 + 1 + 1 + 1 + 1 segments.
        #expect((timings.nodes, timings.edges, timings.threads) == (9, 8, 2))
        #expect(timings.settled > 0)
    }

    /// Work is counted, not timed: the same for the same input.
    @Test func workDoesNotDependOnThreads() throws {
        func settled(_ threads: String) throws -> Int {
            let folder = try TemporaryFolder()
            _ = try LifeCircleProcess.run(
                arguments("analyze", folder) + ["--timings", folder.file("t.json"), "--threads", threads])
            return try JSONDecoder().decode(Timings.self, from: folder.data("t.json")).settled
        }
        #expect(try settled("1") == settled("4"))
    }

    @Test(arguments: ["analyze", "nearest"])
    func progressIsALineOfJSONAStep(_ command: String) throws {
        let folder = try TemporaryFolder()
        let outcome = try LifeCircleProcess.run(arguments(command, folder) + ["--progress", "json"])
        let lines = outcome.errorLines.filter { $0.hasPrefix("{") }
        let steps = try lines.map { try JSONDecoder().decode(Step.self, from: Data($0.utf8)) }
        #expect(steps.map(\.stage) == Self.stages.flatMap { [$0, $0] })
        #expect(steps.map(\.event) == Self.stages.flatMap { _ in ["begin", "end"] })
        for step in steps { #expect((step.wall_s != nil) == (step.event == "end")) }
    }

    /// Nobody watches a pipe: no line that overwrites itself.
    @Test(arguments: ["auto", "none"])
    func pipesGetNoBars(_ style: String) throws {
        let folder = try TemporaryFolder()
        let outcome = try LifeCircleProcess.run(arguments("analyze", folder) + ["--progress", style])
        #expect(!outcome.errors.contains("\r"))
        #expect(!outcome.errors.contains("\u{1B}"))
        #expect(!outcome.errors.contains("{"))
    }

    @Test(arguments: [("C", "residents"), ("zh_CN.UTF-8", "居民"), ("de_DE.UTF-8", "residents")])
    func languageFollowsTheLocale(_ locale: String, _ word: String) throws {
        let folder = try TemporaryFolder()
        let outcome = try LifeCircleProcess.run(
            arguments("analyze", folder), environment: ["LC_ALL": locale])
        #expect(outcome.output.contains(word))
    }

    @Test func tableNamesTheFilesWritten() throws {
        let folder = try TemporaryFolder()
        let outcome = try LifeCircleProcess.run(arguments("analyze", folder))
        for name in AnalyzedSample.names { #expect(outcome.output.contains(folder.file("out/" + name))) }
        #expect(outcome.output.contains("100 = 24 assessed + 76 not assessable"))
        #expect(outcome.output.contains("65000 = 15600 assessed + 49400 not assessable"))
    }

    /// Pages and maps are work too.
    @Test(arguments: ["report", "map"])
    func pagesAndMapsAreTimed(_ command: String) throws {
        let folder = try TemporaryFolder()
        _ = try LifeCircleProcess.run(arguments("analyze", folder) + ["--formats", "none"])
        let output = folder.file(command == "map" ? "m.svg" : "r.html")
        let run = [command, folder.file("out"), "-o", output, "--timings", folder.file("t.json")]
        let outcome = try LifeCircleProcess.run(run + ["--progress", "json"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let timings = try JSONDecoder().decode(Timings.self, from: folder.data("t.json"))
        #expect(timings.stages.map(\.name) == ["read", "write"] && timings.nodes == 0)
        let steps = try outcome.errorLines.filter { $0.hasPrefix("{") }.map {
            try JSONDecoder().decode(Step.self, from: Data($0.utf8))
        }
        #expect(steps.map(\.stage) == ["read", "read", "write", "write"])
        let quiet = try LifeCircleProcess.run([command, folder.file("out"), "-o", output, "--quiet"])
        #expect(quiet.status == 0 && quiet.output.isEmpty)
        let over = try LifeCircleProcess.run(
            [command, folder.file("out"), "-o", output, "--timings", folder.file("out/summary.json")])
        #expect(over.status == 73)
    }

    /// Every command that does work says how long it took; those on tables of standards do none.
    @Test(arguments: [
        ["analyze"], ["assess"], ["report"], ["map"], ["audit", "parks"], ["audit", "network"], ["nearest"],
        ["reach"], ["import", "facilities"], ["network", "build"], ["network", "check"],
    ])
    func everyCommandHasTimingsAndProgress(_ command: [String]) throws {
        let help = try LifeCircleProcess.run(command + ["--help"]).output
        for option in ["--timings", "--progress", "--quiet", "--lang"] {
            #expect(help.contains(option), "\(command) has no \(option)")
        }
    }
}
