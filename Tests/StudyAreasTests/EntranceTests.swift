import Geometry
import Testing

@testable import StudyAreas

@Suite("Entrances of blocks")
struct EntranceTests {
    private var town: Town {
        var town = Town()
        town.blocks = .features([
            .rectangle(100...200, 20...120, ["id": "A", "population": 10]),
            .rectangle(300...400, 20...120, ["id": "B", "population": 20]),
        ])
        return town
    }

    @Test("walks start at the entrances, several of one block included; others start inside")
    func starts() async throws {
        var town = town
        town.entrances = .features([
            .point(110, 20, ["block_id": "A"]), .point(190, 20, ["block_id": " A "]),
        ])
        let area = try await town.load()
        #expect(area.block("A")?.starts == [Position(110, 20), Position(190, 20)])
        #expect(area.block("A")?.origin == Position(150, 70))
        #expect(area.block("B")?.starts == [Position(350, 70)])
        let joins = area.joins(ofBlock: "A")
        try #require(joins.count == 2)
        #expect(joins[0].isSpot(110, 0, leg: 20) && joins[1].isSpot(190, 0, leg: 20))
    }

    @Test("each point of a MultiPoint is an entrance")
    func multiPoint() async throws {
        var town = town
        town.entrances = .features([.points([(110, 20), (120, 20), (130, 20)], ["block_id": "B"])])
        #expect(try await town.load().block("B")?.starts.map(\.x) == [110, 120, 130])
    }

    @Test("an entrance of nobody is left out, with the id it names")
    func unknownBlock() async throws {
        var town = town
        town.entrances = .features([
            .point(1, 1, ["id": "e1", "block_id": "Z"]), .point(110, 20, ["id": "e2", "block_id": "A"]),
            .point(2, 2, ["id": "e3", "block_id": nil]),
        ])
        let area = try await town.load()
        #expect(area.found(.entranceWithoutBlock).map(\.arguments) == [["Z"], [""]])
        #expect(area.features(.entranceWithoutBlock) == ["e1", "e3"])
        #expect(area.tally("entrances").map { [$0.used, $0.excluded] } == [1, 2])
        #expect(area.block("A")?.starts == [Position(110, 20)])
    }

    @Test("the column may be Chinese or mapped; without one entrances go to the boundary they lie at")
    func column() async throws {
        var town = town
        town.entrances = .features([.point(110, 20, ["小区编号": "A"])])
        #expect(try await town.load().block("A")?.starts.count == 1)
        // One at A's boundary, one four metres outside B's, one in the middle of A.
        town.entrances = .features([
            .point(110, 20, ["belongs": "B"]), .point(350, 124), .point(150, 70),
        ])
        let byPosition = try await town.load()
        #expect(byPosition.block("A")?.starts == [Position(110, 20)])
        #expect(byPosition.block("B")?.starts == [Position(350, 124)])
        #expect(byPosition.found(.entrancesByPosition).map { Array($0.arguments.prefix(2)) } == [["2", "3"]])
        town.entrances = .features([.point(150, 70, ["belongs": "A"])])
        let error = try await #require(throws: StudyAreaError.self) { try await town.load() }
        #expect(error.problem == .noColumn(column: "block_id", available: ["belongs"]))
        town.columns = ["entrances": [.of: "belongs"]]
        #expect(try await town.load().block("A")?.starts == [Position(150, 70)])
    }

    @Test("one entrance within reach is enough; the block is off the network when none is")
    func someWithinReach() async throws {
        var town = town
        town.entrances = .features([
            .point(110, 500, ["block_id": "A"]), .point(190, 199, ["block_id": "A"]),
            .point(300, 500, ["block_id": "B"]), .point(310, 201, ["block_id": "B"]),
        ])
        let area = try await town.load()
        #expect(area.joins(ofBlock: "A").map(\.leg) == [199])
        #expect(area.joins(ofBlock: "B").isEmpty)
        #expect(area.features(.blockOffNetwork) == ["B"])
    }
}
