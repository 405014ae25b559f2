import FileFixtures
import Foundation
import Testing

/// Real districts, where they lie beside the repository.
@Suite struct RealDataTests {
    @Test(.enabled(if: Samples.real("china/wangjing") != nil), arguments: ["china/wangjing"])
    func analyzed(_ name: String) throws {
        let layers = Samples.layers(in: try #require(Samples.real(name)))
        let folder = try TemporaryFolder()
        let outcome = try LifeCircleProcess.run(["analyze", "-o", folder.file("out"), "--json"] + layers)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let summary = try JSONDecoder().decode(SummaryDocument.self, from: folder.data("out/summary.json"))
        #expect(summary.input.blocks == 198)
        for layer in summary.input.layers { #expect(layer.read == layer.used + layer.excluded) }
        for requirement in summary.requirements { #expect(requirement.blocks.total == 198) }
        #expect(try CSVTable(folder.data("out/access.csv")).rows.count == 198 * 25)
        #expect(summary.requirements.contains { $0.blocks.met > 0 })
    }

    @Test(
        .enabled(if: Samples.real("networks/helsinki") != nil),
        arguments: ["china/wangjing", "networks/helsinki"])
    func nearest(_ name: String) throws {
        let layers = Samples.layers(in: try #require(Samples.real(name)))
        let folder = try TemporaryFolder()
        let outcome = try LifeCircleProcess.run(
            ["nearest", "-o", folder.file("n.csv"), "--counts", "300,1000"] + layers)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let rows = try CSVTable(folder.data("n.csv")).rows
        #expect(rows.count { $0["reachable"] == "true" } > rows.count / 2)
    }
}
