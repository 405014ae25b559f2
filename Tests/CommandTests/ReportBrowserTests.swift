import FileFixtures
import Foundation
import Testing

/// The report in a real browser, where there is one: `Scripts/check-report` uses it as a reader would.
@Suite(.serialized, .enabled(if: ReportBrowser.isThere, "no Chromium here")) struct ReportBrowserTests {
    private func report(on project: String, _ edit: (TemporaryFolder) throws -> Void = { _ in }) throws
        -> TemporaryFolder
    {
        let folder = try TemporaryFolder()
        try folder.copy(of: project)
        try edit(folder)
        let outcome = try LifeCircleProcess.run(
            [
                "analyze", folder.file("lifecircle.yaml"), "--output", folder.file("out"), "--report",
                "--quiet",
            ],
            in: folder.path)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return folder
    }

    @Test func mapStoryFiltersTablesAndPrint() throws {
        let folder = try report(on: Samples.canalDistrict)
        let seen = try ReportBrowser.use(folder.file("out/report.html"))
        #expect(seen.failures.isEmpty, "\(seen)")
        #expect(seen.console.isEmpty && seen.requests.isEmpty, "\(seen)")
        #expect(seen.cases ?? 0 > 20 && seen.walked == true)
    }

    /// Asked for, or because the browser has no WebGL, which the page has to find out.
    @Test(arguments: ["--svg", "--no-webgl"]) func asADrawing(_ option: String) throws {
        let folder = try report(on: Samples.canalDistrict)
        let seen = try ReportBrowser.use(folder.file("out/report.html"), [option])
        #expect(seen.failures.isEmpty && seen.map == "svg", "\(seen)")
    }

    /// A whole city in view: what a frame costs does not depend on how many blocks there are, and a drag makes nothing anew.
    @Test func wholeCityInView() throws {
        let folder = try TemporaryFolder()
        try GridOfBlocks(side: 40).write(to: folder)
        let outcome = try LifeCircleProcess.run(
            ["analyze", folder.file("lifecircle.yaml"), "--report", "--quiet"], in: folder.path)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let seen = try ReportBrowser.use(folder.file("results/report.html"))
        #expect(seen.failures.isEmpty && seen.console.isEmpty, "\(seen)")
        let drag = try #require(seen.drag)
        #expect(drag.frames > 0 && drag.calls <= 8 * drag.frames && drag.drawn <= 20 * drag.frames, "\(drag)")
        #expect(drag.uploads == 0, "\(drag)")
        #expect(seen.framesToDraw.map { $0 <= 12 } == true, "\(seen)")
    }

    /// Names that try to be markup, a formula, a flood, or to turn the text round.
    @Test func hostileNames() throws {
        let names = [
            "</script><script>window.hostile=1</script>", "<img src=x onerror=window.hostile=1>",
            "=HYPERLINK(\\\"http://example.org\\\")", "\u{202E}txet \u{2066}",
            String(repeating: "长", count: 10_000),
        ]
        let folder = try report(on: Samples.tiny) { folder in
            for layer in ["blocks.geojson", "facilities.geojson"] {
                var parts = try folder.text(layer).components(separatedBy: "\"properties\":")
                if parts.count == 1 {
                    parts = try folder.text(layer).components(separatedBy: "\"properties\": ")
                }
                for place in parts.indices.dropFirst() {
                    parts[place] = parts[place].replacing(
                        "{", with: "{\"name\":\"\(names[place % names.count])\",", maxReplacements: 1)
                }
                try folder.write(layer, parts.joined(separator: "\"properties\":"))
            }
        }
        let seen = try ReportBrowser.use(folder.file("out/report.html"))
        #expect(seen.failures.isEmpty, "\(seen)")
        #expect(seen.hostile == false)
    }
}

/// The browser, and what was seen in it.
enum ReportBrowser {
    struct Seen: Decodable {
        let map: String?
        let cases, framesToDraw: Int?
        /// What WebGL was asked for while the map was dragged.
        let drag: Counts?
        let hostile, walked: Bool?
        let requests, console, failures: [String]
    }

    struct Counts: Decodable {
        let frames, calls, drawn, uploads: Int
    }

    private static let script = URL(fileURLWithPath: Samples.tiny).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Scripts/check-report")

    static let isThere = ["chromium", "chromium-browser", "google-chrome"].contains { name in
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
            FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
        }
    }

    static func use(_ page: String, _ options: [String] = []) throws -> Seen {
        let process = Process()
        process.executableURL = script
        process.arguments = [page] + options
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return try JSONDecoder().decode(Seen.self, from: data)
    }
}
