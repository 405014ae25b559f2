import FileFixtures
import Foundation
import Geometry
import StrictYAML
import Testing
import VectorFiles

@testable import StudyAreas

@Suite("Input that nobody can mean")
struct AbsurdInputTests {
    @Test("an amount whose sums no number would hold is unknown, the greatest believed one is not")
    func amounts() async throws {
        var town = Town()
        town.blocks = .features([
            .point(100, 10, ["id": "a", "population": 1e308]),
            .point(120, 10, ["id": "b", "population": 1e12]),
        ])
        let area = try await town.load()
        #expect(area.features(.notANumber) == ["a"])
        #expect(area.blocks.map(\.population) == [nil, 1e12])
    }

    @Test("an outline that crosses itself a thousand times is left out, one that does so once is mended")
    func tangles() async throws {
        // A star polygon {301/150}: every side crosses nearly all others.
        let star = (0...301).map { step in
            let angle = Double(step % 301) * 150 * 2 * .pi / 301
            return (100 + 50 * cos(angle), 50 * sin(angle))
        }
        var town = Town()
        town.blocks = .features([
            .polygon(star, ["id": "star", "population": 5]),
            .polygon([(0, 0), (40, 40), (40, 0), (0, 40), (0, 0)], ["id": "bow", "population": 5]),
        ])
        let area = try await town.load()
        #expect(area.features(.geometryUnrepairable) == ["star"])
        #expect(area.features(.geometryRepaired) == ["bow"])
        #expect(area.blocks.map(\.id) == ["bow"])
    }

    @Test("a segment of more than ten kilometres is named, one of ten is not")
    func longSegments() async throws {
        var town = Town()
        town.network = .features([
            .line([(0, 0), (10_000, 0)], ["id": "long"]), .line([(0, 5), (10_001, 5)], ["id": "longer"]),
        ])
        #expect(try await town.load().features(.longSegment) == ["longer"])
    }

    @Test("a project file that is not UTF-8, a folder and a missing one are told apart")
    func textFiles() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/gbk.yaml"
        // name: 示例, in GB18030.
        try Data([0x6E, 0x61, 0x6D, 0x65, 0x3A, 0x20, 0xCA, 0xBE, 0xC0, 0xFD]).write(
            to: URL(fileURLWithPath: path))
        let foreign = #expect(throws: YAMLError.self) { try ProjectFile(contentsOf: path) }
        #expect(foreign?.file == path && foreign?.description.contains("UTF-8") == true)
        let directory = #expect(throws: VectorFileError.self) { try ProjectFile(contentsOf: folder.path) }
        #expect(directory?.problem == .notAFile)
        let missing = #expect(throws: VectorFileError.self) { try ProjectFile(contentsOf: path + "x") }
        #expect(missing?.problem == .missing)
    }
}
