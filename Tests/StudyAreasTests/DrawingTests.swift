import FileFixtures
import Foundation
import Geometry
import Testing
import VectorFiles

@testable import StudyAreas

/// Drawings as layers of a study area.
@Suite struct DrawingTests {
    private func drawing(_ entities: [[(Int, String)]]) -> String {
        let all: [(Int, String)] =
            [(0, "SECTION"), (2, "ENTITIES")] + entities.flatMap { $0 } + [(0, "ENDSEC"), (0, "EOF")]
        return all.map { "\($0.0)\n\($0.1)\n" }.joined()
    }

    private func line(
        _ layer: String, _ positions: [(Double, Double)], isClosed: Bool = false
    ) -> [(Int, String)] {
        [(0, "LWPOLYLINE"), (8, layer), (90, "\(positions.count)"), (70, isClosed ? "1" : "0")]
            + positions.flatMap { [(10, "\($0.0)"), (20, "\($0.1)")] }
    }

    private func input(_ folder: TemporaryFolder) throws -> StudyAreaInput {
        let path = try folder.write(
            "site.dxf",
            drawing([
                line("WAY", [(0, 0), (300, 0)]),
                line("HOUSE", [(20, 10), (60, 10), (60, 50), (20, 50)], isClosed: true),
                line("HOUSE", [(100, 10), (140, 10), (140, 50)]),
                line("WATER", [(0, 5), (90, 5)]), line("WATER", [(0, 60), (9, 60), (9, 69)], isClosed: true),
                [(0, "TEXT"), (8, "HOUSE"), (10, "40"), (20, "30"), (40, "2"), (1, "5F")],
                [(0, "POINT"), (8, "PARK"), (10, "250"), (20, "8")],
            ]))
        var input = StudyAreaInput()
        input.plane = .local
        input.blocks = LayerInput(VectorSource(path: path, layer: "HOUSE"))
        input.network = LayerInput(VectorSource(path: path, layer: "WAY"))
        input.barriers = LayerInput(VectorSource(path: path, layer: "WATER"))
        input.facilities = [
            LayerInput(VectorSource(path: path, layer: "PARK"), columns: [.kind: "Layer"])
        ]
        return input
    }

    private func load(_ input: StudyAreaInput) async throws -> StudyArea {
        let layers = try ProjectedLayers(try RawLayers(reading: input), reach: 200)
        let loader = StudyAreaLoader(kinds: .asWritten)
        return try await loader.join(try loader.build(layers))
    }

    @Test("closed lines are blocks, open ones and texts have findings, and water of lines is in the way")
    func roles() async throws {
        let folder = try TemporaryFolder()
        let area = try await load(try input(folder))
        #expect(area.blocks.compactMap(\.landArea) == [1600])
        #expect(area.found(.outlinesTaken).map { $0.arguments.last } == ["1"])
        #expect(area.found(.geometryUnsupported).map { $0.arguments.last } == ["Text", "LineString"])
        #expect(area.found(.blockBehindBarrier).count == 1)
        #expect(area.facilities.map(\.kind) == ["PARK"])
    }

    @Test("what the header says of the unit is applied and told with the factor")
    func unit() async throws {
        let folder = try TemporaryFolder()
        var input = try input(folder)
        let path = folder.file("site.dxf")
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try folder.write("site.dxf", "0\nSECTION\n2\nHEADER\n9\n$INSUNITS\n70\n5\n0\nENDSEC\n" + text)
        let area = try await load(input)
        #expect(abs((area.blocks.first?.landArea ?? 0) - 0.16) < 1e-9)
        let arguments = area.found(.drawingScaled).first { $0.layer == "network" }?.arguments
        #expect(arguments == [path, "cm", "0.01", "3 × 0"])
        input.blocks?.source.drawingUnit = DrawingUnit(named: "m")
        #expect(try RawLayers(reading: input).layers("blocks").first?.table.scale == nil)
    }

    /// By hand: metres called millimetres lie a thousand times nearer to the origin: 300 m are 0.3 m.
    @Test("a unit by which a district is as small as a room is doubted, unless the user says it")
    func wrongUnit() async throws {
        let folder = try TemporaryFolder()
        var input = try input(folder)
        let text = try String(contentsOfFile: folder.file("site.dxf"), encoding: .utf8)
        try folder.write("site.dxf", "0\nSECTION\n2\nHEADER\n9\n$INSUNITS\n70\n4\n0\nENDSEC\n" + text)
        let area = try await load(input)
        #expect(area.found(.drawingUnitDoubtful).first { $0.layer == "network" }?.arguments.last == "0 × 0")
        #expect(
            area.found(.drawingUnitDoubtful).allSatisfy { $0.code.severity == .warning && $0.code.isDefect })
        input.network?.source.drawingUnit = DrawingUnit(named: "mm")
        let declared = try await load(input)
        #expect(!declared.found(.drawingUnitDoubtful).contains { $0.layer == "network" })
    }

    /// By hand: (500, 3460) m to (500000, 3460100) m are √(499.48² + 3456.64²) = 3492.5 km.
    @Test("on a national grid metres called millimetres are doubted, and real millimetres are not")
    func grid() async throws {
        let header = "0\nSECTION\n2\nHEADER\n9\n$INSUNITS\n70\n4\n0\nENDSEC\n"
        for (scale, isDoubtful) in [(1.0, true), (1000.0, false)] {
            let folder = try TemporaryFolder()
            let ways = [(500_000 * scale, 3_460_000 * scale), (520_000 * scale, 3_460_000 * scale)]
            let path = try folder.write("w.dxf", header + drawing([line("WAY", ways)]))
            let house = try folder.write(
                "h.dxf", drawing([line("PARK", [(500_000, 3_460_100), (500_050, 3_460_100)])]))
            var input = StudyAreaInput()
            input.plane = .local
            input.network = LayerInput(VectorSource(path: path))
            input.blocks = LayerInput(VectorSource(path: house))
            input.facilities = [LayerInput(VectorSource(path: house), columns: [.kind: "Layer"])]
            let raw = try RawLayers(reading: input)
            guard isDoubtful else {
                let layers = try ProjectedLayers(raw, reach: 200)
                #expect(layers.findings.contains { $0.code == .drawingScaled })
                #expect(!layers.findings.contains { $0.code == .drawingUnitDoubtful })
                continue
            }
            let error = try #require(throws: StudyAreaError.self) { try ProjectedLayers(raw, reach: 200) }
            #expect(error.problem == .drawingUnitDoubtful(drawing: path, unit: "mm", kilometres: 3493))
        }
    }

    @Test("a drawing names no coordinate system, so one is asked for")
    func reference() async throws {
        let folder = try TemporaryFolder()
        var input = try input(folder)
        input.plane = .automatic
        await #expect(throws: StudyAreaError.self) { try await load(input) }
    }
}
