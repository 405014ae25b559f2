import NetworkFixtures
import PedestrianNetworks
import Testing
import WalkAccess

@Suite("Walks from many places read off in one go are those read off one by one")
struct NearestWalksTests {
    private static let town = RandomTown(side: 60, seed: 21)

    @Test("with one location a place, with several and with none", arguments: [1, 2, 5])
    func sameAsOneByOne(most: Int) {
        let network = Self.town.network
        let single = Self.town.places(600, seed: 4)
        var places = NetworkPlaces()
        for place in 0..<single.count {
            places.append((0..<place % (most + 1)).flatMap { single[(place + 7 * $0) % single.count] })
        }
        var search = NearestFacilitySearch(on: network)
        let spots = PlaceSpots(places, on: network)
        for (facilities, limit) in [(40, 400.0), (3, 250.0), (0, 900.0), (200, 2_000_000)] {
            search.prepare(Self.town.places(facilities, seed: 5), within: .limit(metres: limit))
            let walks = search.walks(from: spots)
            #expect(walks.count == places.count)
            for place in 0..<places.count {
                let expected = search.nearest(to: places[place])
                #expect(walks[place] == expected)
                #expect(walks.distance(from: place) == expected?.distance)
            }
        }
    }
}
