import PedestrianNetworks
import Testing

@testable import StudyAreas

@Suite("Barriers between places and ways")
struct BarrierTests {
    /// Two parallel streets, 50 m apart, and a block 10 m from the southern one.
    private func town(_ barriers: [MadeFeature]) -> Town {
        var town = Town()
        town.network = .features([.line([(0, 0), (1000, 0)]), .line([(0, 50), (1000, 50)])])
        town.blocks = .features([.point(500, 10, ["id": "B", "population": 5])])
        town.facilities = [.features([.point(700, 10, ["id": "F", "kind": "park"])])]
        town.barriers = .features(barriers)
        return town
    }

    private let south = MadeFeature.line([(0, 5), (1000, 5)])
    private let north = MadeFeature.line([(0, 30), (1000, 30)])

    @Test("a join goes to the next way that can be reached straight")
    func nextWay() async throws {
        let area = try await town([south]).load()
        #expect(area.joins(ofBlock: "B").first?.isSpot(500, 50, leg: 40) == true)
        #expect(area.joins(ofFacility: "F").first?.isSpot(700, 50, leg: 40) == true)
        #expect(area.found(.blockBehindBarrier).isEmpty)
    }

    @Test("shut off from every way, a place is behind the barrier and not merely far")
    func shutOff() async throws {
        let area = try await town([south, north]).load()
        #expect(area.joins(ofBlock: "B").isEmpty && area.joins(ofFacility: "F").isEmpty)
        #expect(area.features(.blockBehindBarrier) == ["B"] && area.found(.blockOffNetwork).isEmpty)
        #expect(area.found(.blockBehindBarrier).first?.population == 5)
        #expect(area.features(.facilityBehindBarrier) == ["F"])
    }

    @Test("a way beyond the longest leg does not make a barrier of what is merely far")
    func farBehind() async throws {
        var town = town([.line([(0, 45), (1000, 45)])])
        town.loader.maxSnap = .init(metres: 9)
        #expect(try await town.load().features(.blockOffNetwork) == ["B"])
        town.loader.maxSnap = .init(metres: 40)
        #expect(try await town.load().joins(ofBlock: "B").first?.leg == 10)
    }

    @Test("water is a barrier on its shore")
    func surface() async throws {
        let area = try await town([.rectangle(400...600, 3...6)]).load()
        #expect(area.joins(ofBlock: "B").first?.isSpot(500, 50, leg: 40) == true)
        #expect(area.joins(ofFacility: "F").first?.isSpot(700, 0, leg: 10) == true)
    }

    @Test("a wall with a gate in it lets a leg through at the gate alone")
    func gate() async throws {
        let wall = [MadeFeature.line([(0, 5), (498, 5)]), .line([(502, 5), (1000, 5)])]
        let area = try await town(wall).load()
        #expect(area.joins(ofBlock: "B").first?.isSpot(500, 0, leg: 10) == true)
        #expect(area.joins(ofFacility: "F").first?.isSpot(700, 50, leg: 40) == true)
    }

    @Test("points bar nothing: they are left out with a finding and never strung into a wall")
    func points() async throws {
        let bollards = MadeFeature.points([(400, 5), (600, 5)], ["id": "bollards"])
        let area = try await town([bollards, .line([(0, 900), (1, 900)])]).load()
        #expect(area.joins(ofBlock: "B").first?.isSpot(500, 0, leg: 10) == true)
        #expect(area.features(.geometryUnsupported) == ["bollards"])
        #expect(area.tally("barriers").map { [$0.used, $0.excluded] } == [1, 1])
    }
}
