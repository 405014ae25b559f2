import Geometry
import Testing
import VectorFiles

@testable import StudyAreas

/// Coordinate systems that nobody knows, and datums that cannot be moved well.
@Suite struct ReferenceTests {
    /// A street of 200 m with a block and a park, in metres of one system.
    private func town(_ system: String?) -> Town {
        var town = Town()
        town.plane = .automatic
        let (x, y) = (500_000.0, 3_460_000.0)
        town.blocks = .features([.point(x + 50, y + 9, ["id": "B", "population": 1])], system: system)
        town.facilities = [
            .features([.point(x + 150, y + 9, ["id": "F", "kind": "park"])], system: system)
        ]
        town.network = .features([.line([(x, y), (x + 200, y)])], system: system)
        return town
    }

    @Test("a system that is not known is an error, and a warning once --crs says what it is")
    func unknown() async throws {
        var town = town("urn:ogc:def:crs:EPSG::999999")
        await #expect(throws: VectorFileError.self) { try await town.load() }
        town.plane = .named("EPSG:4549")
        let area = try await town.load()
        let found = area.found(.referenceUnknown)
        #expect(found.map(\.layer) == ["blocks", "network", "facilities"])
        #expect(found.first?.arguments.suffix(2) == ["urn:ogc:def:crs:EPSG::999999", "EPSG:4549"])
        #expect(area.block("B")?.origin == Position(500_050, 3_460_009))
        town.plane = .local
        #expect(try await town.load().blocks.count == 1)
    }

    @Test(
        "a datum without a shift to the plane's is told; between WGS 84 and CGCS2000 there is nothing to tell",
        arguments: [
            ("EPSG:2385", ["Xian 1980", ""]), ("EPSG:2437", ["Beijing 1954", ""]), ("EPSG:4549", []),
            ("EPSG:32651", []),
        ])
    func shift(system: String, expected: [String]) async throws {
        let code = system.split(separator: ":")[1]
        var town = town("urn:ogc:def:crs:EPSG::\(code)")
        town.plane = .named("EPSG:4549")
        let found = try await town.load().found(.datumShift)
        #expect(found.count == (expected.isEmpty ? 0 : 3))
        #expect(found.first.map { Array($0.arguments.suffix(2)) } ?? [] == expected)
    }

    @Test("a table without shapes is told so, not that it names no coordinate system")
    func noShapes() async throws {
        var town = town("urn:ogc:def:crs:EPSG::4549")
        town.plane = .automatic
        town.blocks = .csv("id,wkt\nB,\n")
        do {
            _ = try await town.load()
            Issue.record("no error")
        } catch let error as StudyAreaError {
            guard case .nothingUsable(1, let finding?) = error.problem else {
                Issue.record("\(error)")
                return
            }
            #expect(finding.code == .geometryMissing && error.layer == "blocks")
        }
    }
}
