import NetworkFixtures
import PedestrianNetworks
import Testing

@testable import StudyAreas

@Suite("Joining places to the network")
struct JoinTests {
    @Test(
        "the longest leg is included, a millimetre more is off the network",
        arguments: [(200.0, true), (200.001, false), (199.999, true)])
    func longestLeg(distance: Double, joins: Bool) async throws {
        var town = Town()
        town.blocks = .features([.point(500, distance, ["id": "B", "population": 31])])
        town.facilities = [.features([.point(600, -distance, ["id": "F", "kind": "park"])])]
        let area = try await town.load()
        #expect(area.joins(ofBlock: "B").map(\.leg) == (joins ? [distance] : []))
        #expect(area.joins(ofFacility: "F").map(\.leg) == (joins ? [distance] : []))
        #expect(area.features(.blockOffNetwork) == (joins ? [] : ["B"]))
        #expect(area.features(.facilityOffNetwork) == (joins ? [] : ["F"]))
        if !joins {
            #expect(area.found(.blockOffNetwork).first?.population == 31)
            #expect(area.found(.blockOffNetwork).first?.arguments == ["200"])
        }
        #expect(
            area.blocks.count == 1 && area.tally("blocks")?.excluded == 0, "off the network is not left out")
    }

    @Test("another limit is another reach")
    func otherLimit() async throws {
        var town = Town()
        town.blocks = .features([.point(500, 60, ["id": "B", "population": 1])])
        town.loader.maxSnap = .init(metres: 50)
        #expect(try await town.load().features(.blockOffNetwork) == ["B"])
        town.loader.maxSnap = .init(metres: 60)
        #expect(try await town.load().joins(ofBlock: "B").count == 1)
    }

    @Test("places on a smaller piece of the network are named with its length")
    func islands() async throws {
        var town = Town()
        town.network = .features([
            .line([(0, 500), (120, 500)], ["id": "island"]), .line([(0, 0), (1000, 0)], ["id": "main"]),
        ])
        town.blocks = .features([
            .point(10, 495, ["id": "castaway", "population": 8]),
            .point(10, 5, ["id": "home", "population": 1]),
            .point(11, 5, ["id": "both", "population": 1]),
        ])
        town.entrances = .features([
            .point(20, 495, ["block_id": "both"]), .point(20, 5, ["block_id": "both"]),
        ])
        town.facilities = [.features([.point(60, 505, ["id": "F", "kind": "park"])])]
        let area = try await town.load()
        #expect(area.features(.blockOnIsland) == ["castaway"])
        #expect(area.found(.blockOnIsland).first?.arguments == ["120"])
        #expect(area.found(.blockOnIsland).first?.population == 8)
        #expect(area.features(.facilityOnIsland) == ["F"])
        #expect(area.found(.networkPieces).first?.arguments == ["2", "89", "120"])
    }

    @Test("ways are joined within the tolerance, doubled and empty ones told")
    func networkFindings() async throws {
        var town = Town()
        town.network = .features([
            .line([(0, 0), (500, 0)], ["id": "a"]), .line([(500.005, 0), (1000, 0)], ["id": "b"]),
            .line([(500, 0), (0, 0)], ["id": "again"]), .line([(7, 0), (7, 0)], ["id": "dot"]),
        ])
        let area = try await town.load()
        #expect(area.features(.duplicateSegments) == ["again"])
        #expect(area.features(.zeroLengthSegments) == ["dot"])
        #expect(area.found(.verticesJoined).first?.arguments == ["1", "0.01"])
        #expect(area.network.components.count == 1)
        town.loader.joinTolerance = 0
        #expect(try await town.load().network.components.count == 2)
    }

    @Test("the threads make no difference")
    func threads() async throws {
        var random = SeededRandom(seed: 3)
        var town = Town()
        town.blocks = .features(
            (0..<700).map { number in
                .point(
                    Double.random(in: -300...1300, using: &random),
                    Double.random(in: -300...300, using: &random),
                    ["id": .text("b\(number)"), "population": 1])
            })
        let one = try await town.load()
        town.loader.threads = 4
        let four = try await town.load()
        #expect(one.blockPlaces.locations == four.blockPlaces.locations)
        #expect(one.blockPlaces.place == four.blockPlaces.place)
        // The folders differ, and findings about files name them.
        func onPlaces(_ area: StudyArea) -> [Finding] { area.findings.filter { !$0.feature.isEmpty } }
        #expect(onPlaces(one) == onPlaces(four) && !onPlaces(one).isEmpty)
    }
}
