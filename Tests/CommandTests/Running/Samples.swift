import FileFixtures
import Foundation

/// Data to run the command on.
enum Samples {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let tiny = root.appendingPathComponent("SampleData/tiny").path
    static let canalDistrict = root.appendingPathComponent("SampleData/canal-district").path
    static let tinyProject = tiny + "/lifecircle.yaml"
    static let canalProject = canalDistrict + "/lifecircle.yaml"

    /// The layers of the tiny sample as options.
    static let tinyLayers = layers(in: tiny)

    static func layers(in folder: String, ending: String = "geojson") -> [String] {
        ["blocks", "facilities", "network"].flatMap {
            ["--\($0)", "\(folder)/\($0 == "network" ? "ways" : $0).\(ending)"]
        }
    }

    /// A folder of real layers beside the repository; nil on a machine without it.
    static func real(_ name: String) -> String? {
        let path = root.deletingLastPathComponent().appendingPathComponent("shared/data/\(name)").path
        return FileManager.default.fileExists(atPath: path + "/blocks.geojson") ? path : nil
    }
}

/// What `analyze` writes for a project with default options; made once, for all tests that only read it.
struct AnalyzedSample: Sendable {
    let files: [String: Data]
    let outcome: LifeCircleProcess.Outcome

    static let tiny = Result { try AnalyzedSample(Samples.tinyProject, ["--json"]) }
    static let canalDistrict = Result { try AnalyzedSample(Samples.canalProject, ["--json"]) }

    init(
        _ project: String, _ options: [String] = [], environment: [String: String] = [:]
    ) throws {
        let folder = try TemporaryFolder()
        outcome = try LifeCircleProcess.run(
            ["analyze", project, "--output", folder.file("out")] + options, environment: environment)
        files = try folder.contents().filter { $0.key.hasPrefix("out/") }
            .reduce(into: [:]) { $0[String($1.key.dropFirst(4))] = $1.value }
    }

    func table(_ name: String) throws -> CSVTable { try CSVTable(files[name] ?? Data()) }

    func json<Content: Decodable>(_ name: String, as type: Content.Type) throws -> Content {
        try JSONDecoder().decode(type, from: files[name] ?? Data())
    }

    /// The names that the contract promises.
    static let names: Set<String> = [
        "access.csv", "blocks.geojson", "gaps.geojson", "blind_spots.geojson", "facilities.geojson",
        "coverage.csv", "supply.csv", "findings.csv",
        "summary.json", "manifest.json", "blocks.qml", "gaps.qml", "blind_spots.qml", "facilities.qml",
        "results.gpkg", "results.xlsx",
    ]
}
