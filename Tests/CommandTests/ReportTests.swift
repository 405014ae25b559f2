import FileFixtures
import Foundation
import Testing

/// The report as a file: what is in it, what is refused, what is said.
@Suite struct ReportTests {
    /// The tiny sample analysed with a report, in a folder of its own with its inputs.
    private func analyzed(_ edit: (TemporaryFolder) throws -> Void = { _ in }) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.copy(of: Samples.tiny)
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

    private func report(_ folder: TemporaryFolder, _ options: [String] = []) throws
        -> LifeCircleProcess.Outcome
    {
        try LifeCircleProcess.run(
            ["report", folder.file("out"), "--lang", "en"] + options, in: folder.path)
    }

    @Test func analyzeWritesAPageThatLoadsNothing() throws {
        let folder = try analyzed()
        let page = try folder.text("out/report.html")
        #expect(page.hasPrefix("<!DOCTYPE html>"))
        #expect(page.contains("default-src 'none'"))
        #expect(!page.contains("'unsafe-inline'") && !page.contains("'unsafe-eval'"))
        for loading in ["<script src", "<img src", "@import", "rel=\"stylesheet\""] {
            #expect(!page.contains(loading), "\(loading)")
        }
        let data = try #require(page.firstMatch(of: #/id="data">(.*?)<\/script>/#)).output.1
        let content = try #require(
            JSONSerialization.jsonObject(with: Data(data.utf8)) as? [String: Any])
        #expect((content["requirements"] as? [Any])?.count == 25)
        #expect(content["routes"] is [Any])
        #expect(!FileManager.default.fileExists(atPath: folder.file("report.html")))
    }

    @Test func reportMakesThePageAnewWithoutRoutes() throws {
        let folder = try analyzed()
        let first = try report(folder)
        #expect(first.status == 0 && first.errors.isEmpty, "\(first.errors)")
        #expect(first.output == folder.file("out/report.html") + "\n")
        let page = try folder.data("out/report.html")
        #expect(String(decoding: page, as: UTF8.self).contains("\"routes\":null"))
        _ = try report(folder, ["--output", folder.file("again.html")])
        #expect(try folder.data("again.html") == page)
    }

    @Test func changedInputsAreLeftOutAndSaid() throws {
        let folder = try analyzed()
        let ways = try folder.text("ways.geojson")
        try folder.write("ways.geojson", ways + "\n")
        let outcome = try report(folder)
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains("not drawn: network"))
        #expect(try folder.text("out/report.html").contains("\"why\":\"changed\""))
    }

    @Test func namesAreText() throws {
        let folder = try analyzed { folder in
            let blocks = try folder.text("blocks.geojson")
            let name = "</script><script>window.hostile=1</script>"
            try folder.write(
                "blocks.geojson",
                blocks.replacingOccurrences(
                    of: "\"properties\":{", with: "\"properties\":{\"name\":\"\(name)\","))
        }
        let page = try folder.text("out/report.html")
        #expect(!page.contains("<script>window.hostile"))
    }

    @Test func whatIsNoResultIsRefused() throws {
        let folder = try analyzed()
        #expect(try report(folder, ["--output", folder.file("out/access.csv")]).status == 73)
        let access = try folder.text("out/access.csv")
        try folder.write("out/access.csv", String(access.dropLast(200)))
        #expect(try report(folder).status == 65)
        try folder.write("out/access.csv", access)
        try folder.write("out/summary.json", "{\"standard\": 3}")
        let damaged = try report(folder)
        #expect(damaged.status == 65 && damaged.errors.contains("summary.json"))
        try FileManager.default.removeItem(atPath: folder.file("out/summary.json"))
        #expect(try report(folder).status == 66)
        #expect(try LifeCircleProcess.run(["report", folder.file("nowhere")]).status == 66)
    }

    /// The codes of a requirement's verdicts as the page unpacks them.
    private func codes(_ packed: String) -> [Int] {
        var codes: [Int] = []
        var (value, shift) = (0, 0)
        for byte in Data(base64Encoded: packed) ?? Data() {
            value |= Int(byte & 127) << shift
            shift += 7
            if byte < 128 {
                codes.append(value - 1)
                (value, shift) = (0, 0)
            }
        }
        return codes
    }

    @Test func pageAndMapHaveTheMarksOfTheTable() throws {
        let folder = try analyzed()
        let rows = try CSVTable(folder.data("out/access.csv")).rows
        let marked = rows.filter { $0["uncertain"] == "edge" }
        #expect(!marked.isEmpty && marked.count < rows.count)
        let page = try folder.text("out/report.html")
        let data = try #require(page.firstMatch(of: #/id="data">(.*?)<\/script>/#)).output.1
        let content = try #require(
            JSONSerialization.jsonObject(with: Data(data.utf8)) as? [String: Any])
        let ids = try #require(content["requirements"] as? [[String: Any]]).map { $0["id"] as? String }
        let columns = try #require(content["access"] as? [Any])
        for (id, column) in zip(ids, columns) {
            let own = rows.filter { $0["requirement_id"] == id }.map { $0["uncertain"] == "edge" }
            let packed = (column as? [String: String])?["v"]
            #expect(packed.map { codes($0).map { $0 > 127 } } ?? own.map { _ in false } == own)
        }
        let blocks = Set(marked.map { $0["block_id"] }).count
        let gaps = try map(folder, [])
        #expect(
            gaps.contains("uncertain: edge of the data (\(blocks))") && gaps.contains("stroke-dasharray:0.8"))
        let requirement = try #require(marked.first?["requirement_id"])
        let own = marked.count { $0["requirement_id"] == requirement }
        let one = try map(folder, ["--requirement", requirement, "--lang", "zh"])
        #expect(one.contains("结论存疑：近数据边缘 (\(own))"))
    }

    private func map(_ folder: TemporaryFolder, _ options: [String]) throws -> String {
        let lang = options.contains("--lang") ? [] : ["--lang", "en"]
        let outcome = try LifeCircleProcess.run(
            ["map", folder.file("out"), "--output", folder.file("edge.svg")] + lang + options, in: folder.path
        )
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try folder.text("edge.svg")
    }

    @Test func mapIsADrawing() throws {
        let folder = try analyzed()
        func map(_ options: [String]) throws -> LifeCircleProcess.Outcome {
            try LifeCircleProcess.run(["map", folder.file("out"), "--lang", "zh"] + options, in: folder.path)
        }
        let outcome = try map(["--requirement", "kindergarten", "--output", folder.file("map.svg")])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let drawing = try folder.text("map.svg")
        #expect(drawing.hasPrefix("<svg ") && drawing.hasSuffix("</svg>\n"))
        #expect(drawing.contains("幼儿园") && drawing.contains("达标"))
        #expect(try map(["--output", folder.file("all.svg")]).status == 0)
        #expect(try folder.text("all.svg").contains("盲区"))
        let unknown = try map(["--requirement", "castle", "--output", folder.file("map.svg")])
        #expect(unknown.status == 64 && unknown.errors.contains("kindergarten"))
        #expect(try map(["--output", folder.file("map.pdf")]).status == 64)
    }

    @Test func mapIsAPicture() throws {
        let folder = try analyzed()
        func map(_ options: [String]) throws -> LifeCircleProcess.Outcome {
            try LifeCircleProcess.run(["map", folder.file("out"), "--lang", "zh"] + options, in: folder.path)
        }
        let outcome = try map(["--output", folder.file("map.png"), "--width", "800"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let picture = try folder.data("map.png")
        // The width and the height stand in the head, behind eight bytes of signature and eight of a chunk's.
        #expect(Array(picture[16..<24]) == [0, 0, 3, 32, 0, 0, 2, 54])
        for width in ["99", "10001", "wide"] {
            #expect(try map(["--output", folder.file("map.png"), "--width", width]).status == 64)
        }
        #expect(try map(["--output", folder.file("map.svg"), "--width", "800"]).status == 64)
    }
}
