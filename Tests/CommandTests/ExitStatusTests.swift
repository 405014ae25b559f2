import FileFixtures
import Foundation
import Testing

/// The statuses that scripts rely on, and messages that name the file and what to do next.
@Suite struct ExitStatusTests {
    /// A run that ends badly, and what it has to say in both languages.
    struct Failure: Sendable, CustomTestStringConvertible {
        let name: String
        let status: Int32
        let arguments: @Sendable (TemporaryFolder) throws -> [String]
        let english: [String]
        let chinese: [String]

        var testDescription: String { name }
    }

    static let failures: [Failure] = [
        Failure(
            name: "missing project", status: 66, arguments: { ["analyze", $0.file("none.yaml")] },
            english: ["none.yaml", "no such file", "check the path"],
            chinese: ["none.yaml", "文件不存在", "请检查路径"]),
        Failure(
            name: "missing layer", status: 66,
            arguments: {
                ["nearest", "-o", $0.file("n.csv")] + Samples.tinyLayers + ["--blocks", $0.file("none.gpkg")]
            }, english: ["none.gpkg", "no such file"], chinese: ["none.gpkg", "文件不存在"]),
        Failure(
            name: "folder as layer", status: 66,
            arguments: {
                ["nearest", "-o", $0.file("n.csv")] + Samples.tinyLayers + ["--network", $0.path]
            }, english: ["not a regular file", "give the path of a file"], chinese: ["不是普通文件"]),
        Failure(
            name: "missing standard", status: 66,
            arguments: {
                ["analyze", Samples.tinyProject, "--standard", $0.file("own.yaml"), "-o", $0.file("out")]
            }, english: ["own.yaml", "no such file"], chinese: ["own.yaml", "文件不存在"]),
        Failure(
            name: "folder as standard", status: 66,
            arguments: {
                ["analyze", Samples.tinyProject, "--standard", $0.path + "/", "-o", $0.file("out")]
            }, english: ["not a regular file"], chinese: ["不是普通文件"]),
        Failure(
            name: "no vector file", status: 65,
            arguments: {
                let notes = try $0.write("notes.txt", "Not a map.\n")
                return ["nearest", "-o", $0.file("n.csv")] + Samples.tinyLayers + ["--facilities", notes]
            }, english: ["notes.txt", "line 1", "no coordinate columns"], chinese: ["notes.txt", "请"]),
        Failure(
            name: "cut short", status: 65,
            arguments: {
                let whole = try String(contentsOfFile: Samples.tiny + "/ways.geojson", encoding: .utf8)
                let half = try $0.write("half.geojson", String(whole.prefix(whole.count / 2)))
                return ["nearest", "-o", $0.file("n.csv")] + Samples.tinyLayers + ["--network", half]
            }, english: ["half.geojson", "export it again"], chinese: ["half.geojson", "请重新导出"]),
        Failure(
            name: "misspelt key", status: 65,
            arguments: {
                let text = try String(contentsOfFile: Samples.tinyProject, encoding: .utf8)
                try $0.copy(of: Samples.tiny)
                return [
                    "analyze",
                    try $0.write(
                        "project.yaml", text.replacingOccurrences(of: "network:", with: "netwerk:")),
                ]
            }, english: ["project.yaml:8:1", "netwerk", "did you mean 'network'?"],
            chinese: ["project.yaml:8:1", "netwerk"]),
        Failure(
            name: "unknown column", status: 65,
            arguments: {
                ["nearest", "-o", $0.file("n.csv"), "--kind-field", "sort"] + Samples.tinyLayers
            }, english: ["facilities.geojson", "no column sort", "kind"], chinese: ["没有列 sort", "现有"]),
        Failure(
            name: "no coordinate system", status: 65,
            arguments: {
                let table = try $0.write("blocks.csv", "id,x,y,population\nB1,500200,3460060,800\n")
                return ["nearest", "-o", $0.file("n.csv")] + Samples.tinyLayers + ["--blocks", table]
            }, english: ["blocks.csv", "no coordinate system", "--crs"],
            chinese: ["blocks.csv", "没有坐标系", "--crs"]),
        Failure(
            name: "layers of two cities", status: 65,
            arguments: {
                ["nearest", "-o", $0.file("n.csv")] + Samples.tinyLayers + [
                    "--network", Samples.canalDistrict + "/ways.geojson",
                ]
            }, english: ["blocks.geojson", "km away from the network"], chinese: ["公里", "请检查坐标系和文件"]),
        Failure(
            name: "layer not given", status: 64,
            arguments: {
                ["nearest", "-o", $0.file("n.csv"), "--blocks", Samples.tiny + "/blocks.geojson"]
            }, english: ["--facilities"], chinese: ["未提供", "--facilities"]),
        Failure(
            name: "output below a file", status: 73,
            arguments: {
                let file = try $0.write("plain", "")
                return ["nearest", "-o", file + "/n.csv"] + Samples.tinyLayers
            }, english: ["plain/n.csv", "cannot be written", "check the folder"],
            chinese: ["plain/n.csv", "无法写入"]),
        Failure(
            name: "folder as output", status: 73,
            arguments: { ["nearest", "-o", $0.path] + Samples.tinyLayers },
            english: ["cannot be written"], chinese: ["无法写入"]),
    ]

    @Test(arguments: failures)
    func failureIsTold(_ failure: Failure) throws {
        for (language, fragments) in [("en", failure.english), ("zh", failure.chinese)] {
            let folder = try TemporaryFolder()
            let arguments = try failure.arguments(folder) + ["--lang", language]
            let before = try folder.contents()
            let outcome = try LifeCircleProcess.run(arguments)
            #expect(outcome.status == failure.status, "\(outcome.errors)")
            #expect(outcome.output.isEmpty, "errors belong on standard error")
            for fragment in fragments {
                #expect(outcome.errors.contains(fragment), "\(fragment) is not in: \(outcome.errors)")
            }
            #expect(try folder.contents() == before, "a failed run left something behind")
        }
    }

    @Test(arguments: [
        ["nonsense"], ["analyze", "--blocks"], ["analyze", "--walker", "bird"],
        ["analyze", "--threads", "0"],
        ["analyze", "--fail-under", "101"], ["analyze", "--fail-on", "sadness"], ["nearest"],
        ["analyze", "--crs", "EPSG:0"], ["analyze", "--lang", "fr"], ["standards", "show", "nowhere-1999"],
        ["analyze", "--surveyed", "volcano"], ["nearest", "-o", "n.csv", "--counts", "300,,500"],
        ["nearest", "-o", "n.csv", "--counts", "300,500,300"],
        ["nearest", "-o", "n.csv", "--limit", "-5"], ["analyze", "--walk-speed", "nan"],
        ["analyze", "--join-tolerance", "inf"],
    ])
    func usageIs64(_ arguments: [String]) throws {
        let folder = try TemporaryFolder()
        let outcome = try LifeCircleProcess.run(arguments, in: folder.path)
        #expect(outcome.status == 64, "\(outcome.errors)")
        #expect(outcome.errors.contains("Error: "))
        #expect(outcome.output.isEmpty)
        #expect(try folder.contents().isEmpty)
    }

    @Test(arguments: [
        ["--help"], ["analyze", "--help"], ["nearest", "--help"], ["standards", "--help"],
        ["standards", "show", "--help"], ["standards", "list", "--help"],
    ])
    func helpHasAnExample(_ arguments: [String]) throws {
        let outcome = try LifeCircleProcess.run(arguments)
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("lifecircle "))
        #expect(outcome.output.contains("Example"))
    }

    @Test func withoutAProjectTheUsualOneIsTaken() throws {
        let folder = try TemporaryFolder()
        try folder.copy(of: Samples.tiny)
        let outcome = try LifeCircleProcess.run(["analyze", "--quiet"], in: folder.path)
        #expect(outcome.status == 0)
        #expect(outcome.output.isEmpty && outcome.errors.isEmpty, "--quiet says nothing")
        #expect(try folder.text("results/manifest.json").contains("lifecircle.yaml"))
    }
}
