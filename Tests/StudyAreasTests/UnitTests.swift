import Testing

@testable import StudyAreas

@Suite("Units that results are summed by")
struct UnitTests {
    @Test("a block belongs to the first unit that covers its origin, borders included")
    func assignment() async throws {
        var town = Town()
        town.units = .features([
            .rectangle(0...100, -50...50, ["id": "west", "name": "西社区"]),
            .rectangle(100...200, -50...50, ["id": "east"]),
            .rectangle(50...150, -50...50, ["id": "late"]),
        ])
        town.blocks = .features([
            .point(10, 5, ["id": "a", "population": 1]), .point(100, 5, ["id": "border", "population": 1]),
            .point(120, 5, ["id": "b", "population": 1]), .point(300, 5, ["id": "out", "population": 42]),
            .rectangle(80...110, 0...10, ["id": "straddling", "population": 1]),
        ])
        let area = try await town.load()
        #expect(area.units.map(\.id) == ["west", "east", "late"])
        #expect(area.units.map(\.name) == ["西社区", nil, nil])
        #expect(area.blocks.map(\.unit) == [0, 0, 1, nil, 0])
        #expect(area.features(.blockOutsideUnits) == ["out"])
        #expect(area.found(.blockOutsideUnits).first?.population == 42)
    }

    @Test("without units nobody is outside them")
    func none() async throws {
        let area = try await Town().load()
        #expect(area.units.isEmpty && area.blocks[0].unit == nil && area.found(.blockOutsideUnits).isEmpty)
    }

    @Test("the origin decides, not the entrances; holes are not covered")
    func holes() async throws {
        var town = Town()
        town.units = .features([
            MadeFeature(
                geometry: """
                    {"type":"Polygon","coordinates":[[[0,0],[100,0],[100,100],[0,100],[0,0]],
                    [[40,40],[60,40],[60,60],[40,60],[40,40]]]}
                    """, ["id": "ring"]),
            .rectangle(40...60, 40...60, ["id": "core"]),
        ])
        town.blocks = .features([
            .point(50, 50, ["id": "inner", "population": 1]),
            .point(20, 20, ["id": "outer", "population": 1]),
        ])
        town.entrances = .features([.point(10, 10, ["block_id": "inner"])])
        #expect(try await town.load().blocks.map(\.unit) == [1, 0])
    }
}
