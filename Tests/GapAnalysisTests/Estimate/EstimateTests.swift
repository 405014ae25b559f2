import NetworkFixtures
import PedestrianNetworks
import Testing
import WalkAccess

@testable import GapAnalysis

/// Estimates are held against counts of work, never against a clock.
@Suite("What a run would take")
struct EstimateTests {
    private static let town = RandomTown(side: 100, seed: 3)

    @Test(
        "Nodes labelled are foreseen within a factor of two", arguments: [20, 200, 2000],
        [200.0, 600, 100_000])
    func labelled(facilities: Int, metres: Double) {
        let limit = WalkingDistance.limit(metres: metres)
        let network = Self.town.network
        var search = NearestFacilitySearch(on: network)
        search.prepare(Self.town.places(facilities, seed: 1), within: limit)
        let foreseen = AreaWork(network).labelled(from: facilities, kinds: 1, within: limit)
        let ratio = foreseen / Double(search.counters.settled)
        #expect((0.5...2).contains(ratio), "\(foreseen) and \(search.counters.settled)")
    }

    @Test(
        "Nodes within a walk of a place are foreseen within a factor of two", arguments: [300.0, 500, 1000])
    func within(metres: Double) {
        let limit = WalkingDistance.limit(metres: metres)
        let network = Self.town.network
        let places = Self.town.places(200, seed: 2)
        var search = PlacesWithinSearch(TargetColumns(places, on: network), on: network)
        for place in 0..<places.count { search.forEachTarget(from: places[place], within: limit) { _, _ in } }
        let foreseen = AreaWork(network).nodes(within: limit) * Double(places.count)
        let ratio = foreseen / Double(search.counters.settled)
        #expect((0.5...2).contains(ratio), "\(foreseen) and \(search.counters.settled)")
    }

    @Test("More kinds, wider limits, counts and a slower machine take longer; more threads do not")
    func order() async throws {
        func estimate(
            kinds: Int = 1, limit: Double = 500, counts: [Double] = [], threads: Int = 1, factor: Double = 1
        ) async throws -> RunEstimate {
            var village = Village.street()
            village.addBlock(0, 0)
            for kind in 0..<kinds { village.addFacility("kind\(kind)", 100, 0) }
            return RunEstimate(
                nearestIn: try await village.area(), within: .limit(metres: limit),
                counting: counts.map { .limit(metres: $0) }, threads: threads,
                speed: MachineSpeed(factor: factor))
        }
        let plain = try await estimate()
        #expect(plain.search > 0 && plain.write > 0 && plain.megabytes > 0)
        #expect(try await estimate(kinds: 3).search > plain.search)
        #expect(try await estimate(kinds: 3).write > plain.write)
        #expect(try await estimate(counts: [300]).search > plain.search)
        let slow = try await estimate(factor: 2)
        #expect(abs(slow.search / plain.search - 2) < 1e-9)
        let three = try await estimate(kinds: 3)
        #expect(try await estimate(kinds: 3, threads: 3).search < three.search)
        #expect(try await estimate(kinds: 3, threads: 3).searchCPU == three.searchCPU)
    }
}
