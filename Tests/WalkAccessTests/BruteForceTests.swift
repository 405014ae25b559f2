import Geometry
import NetworkFixtures
import PedestrianNetworks
import Testing
import WalkAccess

/// The product's network, joined to the places of a random case.
struct JoinedCase {
    let network: PedestrianNetwork
    let places: NetworkPlaces

    init(
        _ lines: [LineString], places positions: [Position], maxSnap: Double, tolerance: Double = 0.01,
        compounds: [Int32] = [], inside: [Int32]? = nil
    ) {
        network = NetworkBuilder(joinTolerance: tolerance).build(lines, compounds: compounds).network
        let snapper = Snapper(network)
        var scratch = Snapper.Scratch()
        var places = NetworkPlaces()
        for (index, position) in positions.enumerated() {
            let joined = snapper.location(
                of: position, within: WalkingDistance(metres: maxSnap),
                inside: inside?[index] ?? Compound.none, scratch: &scratch)
            places.append([try? joined.get()].compactMap { $0 })
        }
        self.places = places
    }

    func one(_ place: Int) -> NetworkPlaces { places.selecting([place]) }
}

@Suite("Walks against brute force")
struct BruteForceTests {
    static let seeds = Array(stride(from: 0, to: 4000, by: 200))

    @Test("4,000 random networks: every pair of places to a millimetre", arguments: seeds)
    func pairs(firstSeed: Int) {
        for seed in firstSeed..<firstSeed + 200 {
            let random = RandomLines(seed: UInt64(seed))
            let slow = BruteForce(lines: random.lines, tolerance: 0.01, places: random.places, maxSnap: 60)
            let quick = JoinedCase(random.lines, places: random.places, maxSnap: 60)
            var search = NearestFacilitySearch(on: quick.network)
            for to in random.places.indices {
                search.prepare(quick.one(to), within: .furthest)
                let expected = slow.walksToPlaces(from: to)
                for from in random.places.indices {
                    let walk = search.nearest(to: quick.places[from])
                    #expect(agree(walk, expected[from]), "seed \(seed), \(from) to \(to)")
                }
            }
        }
    }

    private func agree(_ walk: NearestWalk?, _ expected: Double?) -> Bool {
        switch (walk, expected) {
        case (nil, nil): true
        case (let walk?, let expected?): abs(walk.distance.metres - expected) <= 0.001
        default: false
        }
    }

    @Test("The nearest of many is the least of the single walks, the first among equals", arguments: seeds)
    func nearestOfMany(firstSeed: Int) {
        for seed in firstSeed..<firstSeed + 100 {
            let random = RandomLines(seed: UInt64(seed))
            let quick = JoinedCase(random.lines, places: random.places, maxSnap: 60)
            var many = NearestFacilitySearch(on: quick.network)
            var single = NearestFacilitySearch(on: quick.network)
            many.prepare(quick.places, within: .furthest)
            let singles = random.places.indices.map { to -> [NearestWalk?] in
                single.prepare(quick.one(to), within: .furthest)
                return random.places.indices.map { single.nearest(to: quick.places[$0]) }
            }
            for from in random.places.indices {
                var best: (distance: WalkingDistance, facility: Int)?
                for to in random.places.indices {
                    guard let walk = singles[to][from] else { continue }
                    if best.map({ walk.distance < $0.distance }) ?? true { best = (walk.distance, to) }
                }
                let walk = many.nearest(to: quick.places[from])
                #expect(walk?.distance == best?.distance, "seed \(seed), from \(from)")
                #expect(walk.map { Int($0.facility) } == best?.facility, "seed \(seed), from \(from)")
            }
        }
    }

    @Test("A bounded search finds just what is within the bound", arguments: seeds)
    func bounded(firstSeed: Int) {
        for seed in firstSeed..<firstSeed + 50 {
            let random = RandomLines(seed: UInt64(seed))
            let quick = JoinedCase(random.lines, places: random.places, maxSnap: 60)
            var search = NearestFacilitySearch(on: quick.network)
            search.prepare(quick.places.selecting([0]), within: .furthest)
            let whole = random.places.indices.map { search.nearest(to: quick.places[$0]) }
            for limit in [0.0, 50, 75, 120, 200] {
                search.prepare(quick.places.selecting([0]), within: .limit(metres: limit))
                for from in random.places.indices {
                    let expected = whole[from].flatMap { $0.distance <= .limit(metres: limit) ? $0 : nil }
                    #expect(search.nearest(to: quick.places[from]) == expected, "seed \(seed), \(limit) m")
                }
            }
        }
    }

    @Test("All targets within a walk: the same distances from the other end", arguments: seeds)
    func placesWithin(firstSeed: Int) {
        for seed in firstSeed..<firstSeed + 50 {
            let random = RandomLines(seed: UInt64(seed))
            let quick = JoinedCase(random.lines, places: random.places, maxSnap: 60)
            let targets = TargetColumns(quick.places, on: quick.network)
            var within = PlacesWithinSearch(targets, on: quick.network)
            var nearest = NearestFacilitySearch(on: quick.network)
            let limit = WalkingDistance.limit(metres: 150)
            for from in random.places.indices {
                var found: [Int: WalkingDistance] = [:]
                within.forEachTarget(from: quick.places[from], within: limit) { found[$0] = $1 }
                for to in random.places.indices {
                    nearest.prepare(quick.one(to), within: limit)
                    let walk = nearest.nearest(to: quick.places[from])
                    #expect(found[to] == walk?.distance, "seed \(seed), \(from) to \(to)")
                }
            }
        }
    }
}
