import PedestrianNetworks
import Standards
import StudyAreas
import Testing

@testable import GapAnalysis

@Suite("Minimum sizes")
struct MinimumSizeRuleTests {
    private func verdict(_ minimum: MinimumSize, floor: Double?, site: Double?) -> SizeVerdict {
        var village = Village.street()
        village.addFacility("clinic", 0, 0, floor: floor, site: site)
        return MinimumSizeRule(minimum).verdict(on: village.facilities[0])
    }

    /// An area held against a minimum of 400 m², to a hundredth: 400.00 and 400.01 reach it, 399.99 does not, and
    /// 399.996 is 400.00.
    static let single: [(Double?, SizeVerdict)] = [
        (400, .adequate), (399.99, .undersized), (399.996, .adequate), (400.01, .adequate), (0, .undersized),
        (nil, .unknown),
    ]

    /// A floor and a site held against 100 and 200 m².
    static let pairs: [(Double?, Double?, SizeVerdict)] = [
        (100, 200, .adequate), (99, 200, .undersized), (100, 199, .undersized), (99, nil, .undersized),
        (nil, 199, .undersized), (100, nil, .unknown), (nil, 200, .unknown), (nil, nil, .unknown),
    ]

    @Test(
        "floor area alone, at and around the minimum",
        arguments: single)
    func floor(area: Double?, expected: SizeVerdict) {
        #expect(verdict(MinimumSize(floorAreaM2: 400), floor: area, site: nil) == expected)
        #expect(verdict(MinimumSize(floorAreaM2: 400), floor: area, site: 1) == expected, "site is not asked")
        #expect(verdict(MinimumSize(siteAreaM2: 400), floor: 1, site: area) == expected)
    }

    @Test(
        "both areas: one known to be too small decides, else one unknown leaves it open",
        arguments: pairs)
    func both(floor: Double?, site: Double?, expected: SizeVerdict) {
        let minimum = MinimumSize(floorAreaM2: 100, siteAreaM2: 200)
        #expect(verdict(minimum, floor: floor, site: site) == expected)
    }

    @Test("without a minimum no size is asked for")
    func none() {
        #expect(verdict(MinimumSize(), floor: nil, site: nil) == .notRequired)
        #expect(verdict(MinimumSize(), floor: 0, site: 0) == .notRequired)
    }

    private let row = FacilityRequirement.walking("clinic", .fifteen, floor: 100, site: 200)

    private func outcome(_ sizes: [(x: Double, floor: Double?, site: Double?)]) async throws -> Outcome {
        var village = Village.street()
        village.addBlock(0, 0)
        for size in sizes { village.addFacility("clinic", size.x, 0, floor: size.floor, site: size.site) }
        return try await village.outcome(row)
    }

    @Test("only what is too small within reach is undersized")
    func undersized() async throws {
        #expect(try await outcome([(500, 99, 200)]) == Outcome(.undersized))
        #expect(try await outcome([(900, 99, 200)]) == Outcome(.undersized))
        #expect(try await outcome([(1000.001, 99, 200)]) == Outcome(.gap, .noneInReach))
    }

    @Test("unknown size is met on trust, and said so")
    func unknown() async throws {
        #expect(try await outcome([(500, nil, nil)]) == Outcome(.met, .sizeUnknown))
        #expect(try await outcome([(900, 100, nil)]) == Outcome(.marginal, .sizeUnknown))
    }

    @Test("a small one nearby does not hide an adequate one farther off, nor serve in its stead")
    func smallNearby() async throws {
        #expect(try await outcome([(10, 1, 1), (700, 100, 200)]) == Outcome(.met))
        #expect(try await outcome([(10, 1, 1), (900, 100, 200)]) == Outcome(.marginal))
        #expect(try await outcome([(10, 1, 1), (1100, 100, 200)]) == Outcome(.undersized))
    }

    @Test("the walk given is to the facility the verdict rests on")
    func walkOfVerdict() async throws {
        var village = Village.street()
        village.addBlock(0, 0)
        village.addFacility("clinic", 10, 0, floor: 1, site: 1)
        village.addFacility("clinic", 700, 0, floor: 100, site: 200)
        let met = try await village.assessments(row)[0]
        #expect(met.facility == 1 && met.distance?.metres == 700 && met.straight == 700)
        village.facilities[1...] = []
        let small = try await village.assessments(row)[0]
        #expect(small.facility == 0 && small.distance?.metres == 10 && small.straight == 10)
    }
}

/// Sizes that depend on something: what is certain whichever applies is said, nothing else.
@Suite("Minimum sizes with conditions")
struct ConditionalSizeTests {
    private func verdict(
        _ minimum: MinimumSize, floor: Double?, classes: Double? = nil, age: CommunityAge? = nil
    ) -> SizeVerdict {
        var village = Village.street()
        village.addFacility("school", 0, 0, floor: floor, classes: classes)
        return MinimumSizeRule(minimum, age: age).verdict(on: village.facilities[0])
    }

    private let byAge = MinimumSize(variants: [
        SizeVariant(condition: .ages([.newBuilt]), minimum: MinimumSize(floorAreaM2: 300)),
        SizeVariant(condition: .ages([.existing, .old]), minimum: MinimumSize(floorAreaM2: 150)),
    ])

    @Test("a known age decides", arguments: [(CommunityAge.newBuilt, 300.0), (.existing, 150), (.old, 150)])
    func knownAge(age: CommunityAge, least: Double) {
        #expect(verdict(byAge, floor: least, age: age) == .adequate)
        #expect(verdict(byAge, floor: least - 0.01, age: age) == .undersized)
        #expect(verdict(byAge, floor: nil, age: age) == .unknown)
    }

    @Test("an unknown age leaves open what the ages do not agree on")
    func unknownAge() {
        #expect(verdict(byAge, floor: 300) == .adequate)
        #expect(verdict(byAge, floor: 299.99) == .unknown)
        #expect(verdict(byAge, floor: 150) == .unknown)
        #expect(verdict(byAge, floor: 149.99) == .undersized)
        #expect(verdict(byAge, floor: nil) == .unknown)
    }

    @Test("an age that no variant names asks for nothing")
    func freeAge() {
        let newOnly = MinimumSize(variants: Array(byAge.variants.prefix(1)))
        #expect(verdict(newOnly, floor: 1, age: .old) == .notRequired)
        #expect(verdict(newOnly, floor: nil, age: .old) == .notRequired)
        #expect(verdict(newOnly, floor: 299, age: .newBuilt) == .undersized)
        #expect(verdict(newOnly, floor: 299) == .unknown)
        #expect(verdict(newOnly, floor: 300) == .adequate)
    }

    @Test("residents served are not known, so only what holds for every tier is said")
    func tiers() {
        let minimum = MinimumSize(
            variants: [(30_000, 50_000, 1400.0), (50_000, 70_000, 1700)].map { least, most, floor in
                SizeVariant(
                    condition: .residents(ServicePopulation(minimum: least, maximum: most)),
                    minimum: MinimumSize(floorAreaM2: floor))
            })
        #expect(verdict(minimum, floor: 1700) == .adequate)
        #expect(verdict(minimum, floor: 1500) == .unknown)
        #expect(verdict(minimum, floor: 1399) == .undersized)
    }

    @Test("classes that the table lists decide, others leave it open")
    func classes() {
        let minimum = MinimumSize(
            variants: [(6, 1800.0), (9, 2700)].map { classes, floor in
                SizeVariant(condition: .classes(classes), minimum: MinimumSize(floorAreaM2: floor))
            })
        #expect(verdict(minimum, floor: 1800, classes: 6) == .adequate)
        #expect(verdict(minimum, floor: 1800, classes: 9) == .undersized)
        #expect(verdict(minimum, floor: 1800, classes: 8) == .unknown)
        #expect(verdict(minimum, floor: 2700, classes: 8) == .adequate)
        #expect(verdict(minimum, floor: 1800) == .unknown)
        #expect(verdict(minimum, floor: 1799) == .undersized)
    }

    @Test("one of two ways suffices, and a way that cannot be checked leaves it open")
    func alternatives() {
        let places = MinimumSize(capacities: [MinimumCapacity(.placesPerThousand, 4.5)])
        let minimum = MinimumSize(anyOf: [MinimumSize(floorAreaM2: 200), places])
        #expect(verdict(minimum, floor: 200) == .adequate)
        #expect(verdict(minimum, floor: 199) == .unknown)
        let areas = MinimumSize(anyOf: [MinimumSize(floorAreaM2: 200), MinimumSize(siteAreaM2: 50)])
        #expect(verdict(areas, floor: 199) == .unknown, "the site is not known")
        #expect(verdict(MinimumSize(anyOf: [MinimumSize(floorAreaM2: 200)]), floor: 199) == .undersized)
    }

    @Test("a capacity cannot be checked, but an area beside it can")
    func capacity() {
        let minimum = MinimumSize(floorAreaM2: 50, capacities: [MinimumCapacity(.dinersPerMeal, 50)])
        #expect(verdict(minimum, floor: 50) == .unknown)
        #expect(verdict(minimum, floor: 49) == .undersized)
    }
}
