import Geometry
import NetworkFixtures
import PedestrianNetworks
import Standards
import StudyAreas
import Testing
import WalkAccess

@testable import GapAnalysis

extension StudyArea {
    /// The walk from a block to one facility alone.
    func walk(_ block: Int, to facility: Int) -> WalkingDistance? {
        var search = NearestFacilitySearch(on: network)
        search.prepare(facilityPlaces.selecting([facility]), within: .furthest)
        return search.nearest(to: blockPlaces[block])?.distance
    }
}

@Suite("Residents within the limits of a facility")
struct FacilityReachTests {
    @Test("a street by hand: strict, lenient, unknown populations and sizes")
    func byHand() async throws {
        var village = Village.street()
        village.addFacility("clinic", 0, 0, floor: 1)
        village.addFacility("shop", 0, 0)
        village.addFacility("clinic", 0, 900, floor: 100)
        for (x, people) in [
            (100.0, 1.0), (800, 2), (800.001, 4), (1000, 8), (1000.001, 16), (800.000_499, 32),
        ] {
            village.addBlock(x, 0, population: people)
        }
        village.addBlock(5, 0, population: nil)
        let reach = try await village.audit([.walking("clinic", .fifteen, floor: 100)]).facilityReach
        #expect(reach.count == 3 && reach[1] == nil, "kinds nobody asks for have no limits")
        let small = try #require(reach[0])
        #expect(small.size == .undersized && small.requirement == 0)
        #expect(small.residentsStrict == 35 && small.residentsLenient == 47)
        let stray = try #require(reach[2])
        #expect(stray.size == .adequate && stray.residentsStrict == nil && stray.residentsLenient == nil)
    }

    @Test("from the facility's side and from the blocks' the same people", arguments: InvariantTests.batches)
    func bothSides(seeds: Range<UInt64>) async throws {
        for seed in seeds {
            var random = SeededRandom(seed: seed)
            let rows: [FacilityRequirement] = [
                .walking("clinic", .five), .walking("school", .fifteen), .walking("park", .ten),
            ]
            let audit = try await Village.random(&random).audit(rows)
            let area = audit.area
            for (facility, found) in audit.facilityReach.enumerated() {
                let reach = try #require(found)
                let limits = audit.requirements[reach.requirement].limits
                func residents(_ limit: WalkingDistance) -> Double? {
                    guard !area.facilityPlaces[facility].isEmpty else { return nil }
                    return area.blocks.indices.reduce(0) { sum, block in
                        guard let walk = area.walk(block, to: facility), walk <= limit else { return sum }
                        return sum + (area.blocks[block].population ?? 0)
                    }
                }
                #expect(reach.residentsStrict == residents(limits.strict), "seed \(seed)")
                #expect(reach.residentsLenient == residents(limits.lenient), "seed \(seed)")
            }
        }
    }
}

@Suite("Nearest facility of every kind")
struct NearestByKindTests {
    private let limits = [1200.0, 100, 300, 0].map { WalkingDistance.limit(metres: $0) }

    @Test("walks and counts are those of single facilities, one by one", arguments: InvariantTests.batches)
    func bruteForce(seeds: Range<UInt64>) async throws {
        for seed in seeds {
            var random = SeededRandom(seed: seed)
            let area = try await Village.random(&random, onNodes: seed % 3 == 0).area()
            let widest = WalkingDistance.limit(metres: 700)
            let nearest = try await NearestByKind(in: area, within: widest, counting: limits, threads: 2)
            var kinds: [String] = []
            for facility in area.facilities where !kinds.contains(facility.kind) {
                kinds.append(facility.kind)
            }
            #expect(nearest.kinds == kinds)
            for block in area.blocks.indices {
                for (place, kind) in kinds.enumerated() {
                    let walks = area.facilities.indices.filter { area.facilities[$0].kind == kind }
                        .compactMap { facility in area.walk(block, to: facility).map { (facility, $0) } }
                    let counts = limits.map { limit in Int32(walks.count { $0.1 <= limit }) }
                    #expect(Array(nearest.counts(ofBlock: block, kind: place)) == counts, "seed \(seed)")
                    let best = walks.map(\.1).min().flatMap { $0 <= widest ? $0 : nil }
                    let walk = nearest.walk(fromBlock: block, toKind: place)
                    #expect(walk?.distance == best, "seed \(seed)")
                    // Ties go to the first facility.
                    let first = best.flatMap { best in walks.first { $0.1 == best }?.0 }
                    #expect(walk.map { Int($0.facility) } == first, "seed \(seed)")
                }
            }
        }
    }

    @Test("counts never fall when the limit grows", arguments: InvariantTests.batches)
    func monotonic(seeds: Range<UInt64>) async throws {
        let rising = [0.0, 50, 100, 200, 400, 800, 5000].map { WalkingDistance.limit(metres: $0) }
        for seed in seeds {
            var random = SeededRandom(seed: seed)
            let area = try await Village.random(&random).area()
            let nearest = try await NearestByKind(in: area, within: .furthest, counting: rising, threads: 1)
            for block in area.blocks.indices {
                for kind in nearest.kinds.indices {
                    let counts = Array(nearest.counts(ofBlock: block, kind: kind))
                    #expect(counts == counts.sorted())
                    let isReachable = nearest.walk(fromBlock: block, toKind: kind) != nil
                    #expect(isReachable == (counts.last ?? 0 > 0), "nothing is 5 km away here")
                }
            }
        }
    }

    @Test("a walk is its legs and the way between, and needs no standard and no size")
    func parts() async throws {
        var village = Village.street()
        village.addBlock(100, 30)
        village.addBlock(100, 300)
        village.addFacility("谜", 700, -20, floor: 0)
        let nearest = try await NearestByKind(in: try await village.area(), within: .furthest, threads: 1)
        let walk = try #require(nearest.walk(fromBlock: 0, toKind: 0))
        #expect(walk.blockLeg.metres == 30 && walk.along.metres == 600 && walk.facilityLeg.metres == 20)
        #expect(walk.distance.metres == 650)
        #expect(nearest.walk(fromBlock: 1, toKind: 0) == nil, "off the network")
        #expect(nearest.counts(ofBlock: 0, kind: 0).isEmpty, "no counts were asked for")
    }

    @Test("the limit is included to the millimetre")
    func limit() async throws {
        var village = Village.street()
        village.addBlock(0, 0)
        village.addFacility("a", 300, 0)
        village.addFacility("b", 300.001, 0)
        let nearest = try await NearestByKind(
            in: try await village.area(), within: .limit(metres: 300), counting: [.limit(metres: 300)],
            threads: 1)
        #expect(nearest.walk(fromBlock: 0, toKind: 0) != nil && nearest.walk(fromBlock: 0, toKind: 1) == nil)
        #expect(Array(nearest.counts(ofBlock: 0, kind: 0)) == [1])
        #expect(Array(nearest.counts(ofBlock: 0, kind: 1)) == [0])
    }

    @Test("the threads make no difference")
    func threads() async throws {
        var random = SeededRandom(seed: 77)
        var village = try Village.random(&random)
        for _ in 0..<300 {
            village.addBlock(.random(in: -90...700, using: &random), .random(in: -90...700, using: &random))
        }
        let area = try await village.area()
        let one = try await NearestByKind(in: area, within: .furthest, counting: limits, threads: 1)
        let four = try await NearestByKind(in: area, within: .furthest, counting: limits, threads: 4)
        for block in area.blocks.indices {
            for kind in one.kinds.indices {
                #expect(
                    one.walk(fromBlock: block, toKind: kind) == four.walk(fromBlock: block, toKind: kind))
                #expect(one.counts(ofBlock: block, kind: kind) == four.counts(ofBlock: block, kind: kind))
            }
        }
        #expect(one.counters == four.counters)
    }
}
