import NetworkFixtures
import PedestrianNetworks
import Testing
import WalkAccess

@Suite("The matrix of walks between places")
struct CostMatrixTests {
    private static let limit = WalkingDistance.limit(metres: 150)

    @Test("Every pair within the limit has the walk that a search for it alone finds", arguments: [0, 50])
    func everyPair(firstSeed: Int) async throws {
        for seed in firstSeed..<firstSeed + 50 {
            let random = RandomLines(seed: UInt64(seed))
            let quick = JoinedCase(random.lines, places: random.places, maxSnap: 60)
            let origins = quick.places.selecting(Array(random.places.indices.dropFirst(seed % 5)))
            let matrix = try await CostMatrix(
                from: origins, to: quick.places, on: quick.network, within: Self.limit, threads: 2)
            var nearest = NearestFacilitySearch(on: quick.network)
            for column in random.places.indices {
                nearest.prepare(quick.one(column), within: Self.limit)
                for row in 0..<origins.count {
                    let walk = nearest.nearest(to: origins[row])?.distance
                    #expect(matrix[row, column] == walk, "seed \(seed), \(row) to \(column)")
                }
            }
        }
    }

    @Test("Searched from either side, and by any number of threads, it is the same", arguments: 0..<20)
    func eitherSide(seed: Int) async throws {
        let town = RandomTown(side: 20, seed: UInt64(seed))
        let (few, many) = (town.places(9, seed: 1), town.places(60, seed: 2))
        let wide = try await CostMatrix(from: few, to: many, on: town.network, within: Self.limit)
        let tall = try await CostMatrix(
            from: many, to: few, on: town.network, within: Self.limit, threads: 3)
        // Both search from the nine.
        #expect(wide.counters == tall.counters)
        #expect(wide.rowCount == 9 && tall.rowCount == 60)
        #expect(wide.destination.count == tall.destination.count)
        for row in 0..<wide.rowCount {
            for column in 0..<tall.rowCount { #expect(wide[row, column] == tall[column, row]) }
        }
        for row in 0..<tall.rowCount {
            let columns = tall.entries(of: row).map { tall.destination[$0] }
            #expect(columns == columns.sorted())
        }
    }

    @Test("A place off the network has no walks, and no places have no rows")
    func nothing() async throws {
        let town = RandomTown(side: 5, seed: 1)
        var places = NetworkPlaces()
        places.append([])
        let some = town.places(3, seed: 1)
        let matrix = try await CostMatrix(from: places, to: some, on: town.network, within: .furthest)
        #expect(matrix.rowCount == 1 && matrix.destination.isEmpty)
        let none = try await CostMatrix(
            from: some, to: NetworkPlaces(), on: town.network, within: .furthest)
        #expect(none.rowCount == 3 && none.destination.isEmpty)
    }
}
