import NetworkFixtures
import Testing

@testable import StudyAreas

@Suite("Ids of places")
struct IdentityTests {
    private func blocks(_ features: [MadeFeature]) async throws -> StudyArea {
        var town = Town()
        town.blocks = .features(features)
        return try await town.load()
    }

    @Test("a missing id becomes the place in the file, with a finding")
    func missing() async throws {
        let area = try await blocks([
            .point(10, 5, ["id": "a", "population": 1]), .point(20, 5, ["id": nil, "population": 1]),
            .point(30, 5, ["id": "  ", "population": 1]),
        ])
        #expect(area.blocks.map(\.id) == ["a", "#2", "#3"])
        #expect(area.features(.idMissing) == ["#2", "#3"])
        #expect(area.found(.idsGenerated).isEmpty)
    }

    @Test("a doubled id is told apart by the place in the file, and the first keeps it")
    func duplicate() async throws {
        let area = try await blocks([
            .point(10, 5, ["id": "a", "population": 1]), .point(20, 5, ["id": "a", "population": 1]),
            .point(30, 5, ["id": " a ", "population": 1]),
        ])
        #expect(area.blocks.map(\.id) == ["a", "a#2", "a#3"])
        #expect(area.features(.idDuplicate) == ["a#2", "a#3"])
        #expect(area.found(.idDuplicate).allSatisfy { $0.arguments == ["a"] })
    }

    @Test("mended ids stay unique even where someone uses the form of a mended id")
    func clashWithMended() async throws {
        let area = try await blocks([
            .point(10, 5, ["id": "#3", "population": 1]), .point(20, 5, ["id": "a#4", "population": 1]),
            .point(30, 5, ["id": nil, "population": 1]), .point(35, 5, ["id": "#3", "population": 1]),
            .point(40, 5, ["id": "a", "population": 1]), .point(45, 5, ["id": "a", "population": 1]),
        ])
        #expect(Set(area.blocks.map(\.id)).count == 6)
        #expect(area.blocks[0].id == "#3" && area.blocks[1].id == "a#4" && area.blocks[4].id == "a")
    }

    @Test("the first of equal ids keeps it and no id is given twice, whether ids ascend or not")
    func random() async throws {
        for seed in 0..<8 as Range<UInt64> {
            var random = SeededRandom(seed: seed)
            // Some files count upwards first; \u{e9} and e\u{301} are spellings of one letter.
            var given = (8..<8 + Int.random(in: 0...6, using: &random)).map { "\($0)" }
            given += (0..<20).map { _ in
                ["1", "10", "B", "9", "\u{e9}", "e\u{301}", "10#12", "街", "b"].randomElement(using: &random)
                    ?? ""
            }
            let area = try await blocks(
                given.enumerated().map { place, id in
                    .point(Double(place), 5, ["id": .text(id), "population": 1])
                })
            var seen: Set<String> = []
            let keeps = given.map { seen.insert($0).inserted }
            let ids = area.blocks.map(\.id)
            #expect(Set(ids).count == ids.count && ids.count == given.count)
            // A mended id may be somebody's own, who then loses it.
            for (place, id) in given.enumerated() where keeps[place] && id != "10#12" {
                #expect(ids[place] == id)
            }
            for place in given.indices where !keeps[place] { #expect(ids[place] != given[place]) }
        }
    }

    @Test("without an id column every feature is numbered, and that is said once a layer")
    func noColumn() async throws {
        var town = Town()
        town.blocks = .features([.point(10, 5, ["population": 1]), .point(20, 5, ["population": 1])])
        town.facilities = [.features([.point(30, 5, ["kind": "park"])])]
        let area = try await town.load()
        #expect(area.blocks.map(\.id) == ["1", "2"])
        #expect(area.facilities.map(\.id) == ["1"])
        #expect(area.found(.idsGenerated).map(\.layer) == ["blocks", "facilities"])
        #expect(area.found(.idMissing).isEmpty)
    }

    @Test("numbers as ids are printed plainly")
    func numbers() async throws {
        let area = try await blocks([
            .point(10, 5, ["id": 7, "population": 1]), .point(20, 5, ["id": 12.5, "population": 1]),
        ])
        #expect(area.blocks.map(\.id) == ["7", "12.5"])
    }

    @Test("facilities of all layers share one set of ids")
    func severalFacilityLayers() async throws {
        var town = Town()
        town.facilities = [
            .features([.point(10, 5, ["id": "F", "kind": "park"])]),
            .features([.point(20, 5, ["id": "F", "kind": "park"])]),
        ]
        let area = try await town.load()
        #expect(area.facilities.map(\.id) == ["F", "F#1"])
        #expect(area.features(.idDuplicate) == ["F#1"])
        #expect(area.tallies.count { $0.layer == "facilities" } == 2)
    }

    @Test("a feature that is left out still holds its id, so that its neighbours' do not shift")
    func excludedKeepsID() async throws {
        let area = try await blocks([
            MadeFeature(geometry: "null", ["id": "a", "population": 1]),
            .point(20, 5, ["id": "a", "population": 1]), .point(20, 5, ["id": nil, "population": 1]),
        ])
        #expect(area.blocks.map(\.id) == ["a#2", "#3"])
    }
}
