import Standards
import StudyAreas
import Testing

@testable import GapAnalysis

/// Facilities needed against facilities present, on figures that can be checked by hand.
@Suite("Supply") struct SupplyTests {
    /// Under the draft one health centre is for 30,000 to 100,000 people and has 1400 m² at least.
    private func village(residents: [Double?], floors: [Double?]) -> Village {
        var village = Village.street()
        for count in residents { village.addBlock(0, 0, population: count) }
        for floor in floors { village.addFacility("health_centre", 500, 0, floor: floor) }
        return village
    }

    private func provision(
        _ village: Village, _ requirement: String = "health_centre", _ scope: Provision.Scope = .area,
        in standard: String = "chongqing-2024-draft"
    ) async throws -> Provision {
        let audit = try await village.audit(by: standard)
        let place = try #require(audit.requirements.firstIndex { $0.requirement.id == requirement })
        return try #require(audit.supply.first { $0.requirement == place && $0.scope == scope })
    }

    /// Residents, floors, how many are needed, the verdict, how many are lacking at least.
    static let cases: [(Double, [Double?], Int, ProvisionVerdict, Int)] = [
        (100_000, [2000], 1, .enough, 0), (100_001, [2000], 2, .short, 1),
        (99_999, [2000], 1, .enough, 0), (200_000, [2000, 2000], 2, .enough, 0),
        (100_000, [1399.99], 1, .short, 1), (100_000, [nil], 1, .open, 0),
        // Between the tiers' sizes it is not known which one holds.
        (100_000, [1400], 1, .open, 0), (200_000, [2000, nil], 2, .open, 0),
        (300_000, [2000, nil], 3, .short, 1), (200_000, [2000, 2000, nil], 2, .enough, 0),
    ]

    @Test("needed and present, at the limit and one resident beyond", arguments: cases)
    func count(
        residents: Double, floors: [Double?], needed: Int, verdict: ProvisionVerdict, short: Int
    ) async throws {
        let found = try await provision(village(residents: [residents], floors: floors))
        #expect(found.needed == needed && found.verdict == verdict && found.shortBy == short)
        #expect(found.facilities == floors.count && found.assigned == residents)
        #expect(found.peoplePerFacility == 100_000 && found.basis == .requirement)
    }

    @Test("residents nobody has counted leave enough open, and short short")
    func unknownResidents() async throws {
        let open = try await provision(village(residents: [1000, nil], floors: [2000]))
        #expect(open.verdict == .open && open.blocksWithoutPopulation == 1 && open.residents == 1000)
        let short = try await provision(village(residents: [200_000, nil], floors: [2000]))
        #expect(short.verdict == .short)
    }

    @Test("a kind that was not surveyed is no shortage, one that was is")
    func unsurveyed() async throws {
        var village = village(residents: [1000], floors: [])
        #expect(try await provision(village).verdict == .open)
        village.surveyed = .all
        let short = try await provision(village)
        #expect(short.verdict == .short && short.shortBy == 1 && short.facilities == 0)
    }

    @Test("floor area per thousand, which one unknown floor leaves open")
    func floor() async throws {
        var village = Village.street()
        village.addBlock(0, 0, population: 100_000)
        for floor in [1800.0, 1800] { village.addFacility("health_centre", 500, 0, floor: floor, site: 2160) }
        // Suzhou asks for 1800 m² a circle of 50,000: 36 m² a thousand.
        let even = try await provision(village, in: "suzhou-2021")
        #expect(even.floorArea.askedPerThousand == 36 && even.floorArea.perThousand(of: 100_000) == 36)
        #expect(even.floorVerdict == .enough && even.needed == 2 && even.basis == .circle)
        village.blocks = []
        village.addBlock(0, 0, population: 100_001)
        #expect(try await provision(village, in: "suzhou-2021").floorVerdict == .short)
        village.addFacility("health_centre", 600, 0, site: 2160)
        let open = try await provision(village, in: "suzhou-2021")
        #expect(open.floorArea.perThousand(of: 100_001) == nil && open.floorArea.unknown == 1)
        #expect(open.floorArea.known == 3600 && open.floorVerdict == .open && open.verdict == .open)
    }

    @Test("places per thousand, at the figure and one resident beyond")
    func places() async throws {
        var village = Village.street()
        village.addBlock(0, 0, population: 2000)
        village.addFacility("nursery", 100, 0, floor: 50)
        village.facilities[0].places = 9
        let even = try await provision(village, "nursery")
        #expect(even.placesVerdict == .enough && even.places.perThousand(of: 2000) == 4.5)
        #expect(even.places.askedPerThousand == 4.5 && even.needed == nil && even.verdict == nil)
        village.blocks = []
        village.addBlock(0, 0, population: 2001)
        #expect(try await provision(village, "nursery").placesVerdict == .short)
        village.facilities[0].places = nil
        let open = try await provision(village, "nursery")
        #expect(open.placesVerdict == .open && open.places.unknown == 1)
        #expect(open.places.perThousand(of: 2001) == nil)
    }

    @Test("each goes to the nearest, and units count what lies in them")
    func scopes() async throws {
        var village = Village.street()
        village.addBlock(0, 0, population: 60_000, unit: 0)
        village.addBlock(1500, 0, population: 50_000, unit: 1)
        village.addBlock(2900, 0, population: 7, unit: 1)
        try village.addUnit(-10, -10, 760, 20)
        try village.addUnit(750, -10, 2500, 20)
        village.addFacility("health_centre", 700, 0, floor: 2000)
        village.addFacility("health_centre", 2000, 0, floor: nil)
        let area = try await provision(village)
        #expect(area.residents == 110_007 && area.assigned == 110_007 && area.needed == 2)
        let west = try await provision(village, "health_centre", .unit(0))
        #expect(west.residents == 60_000 && west.facilities == 1 && west.verdict == .enough)
        let east = try await provision(village, "health_centre", .unit(1))
        #expect(east.residents == 50_007 && east.sizeUnknown == 1 && east.verdict == .open)
        let second = try await provision(village, "health_centre", .facility(1))
        #expect(second.residents == 50_007 && second.verdict == .open)
    }

    @Test("what a neighbouring unit provides counts, its floor does not")
    func outside() async throws {
        var village = Village.street()
        village.addBlock(0, 0, population: 50_000, unit: 0)
        try village.addUnit(-10, -10, 20, 20)
        try village.addUnit(20, -10, 2500, 20)
        village.addFacility("health_centre", 700, 0, floor: 1800, site: 2160)
        let west = try await provision(village, "health_centre", .unit(0), in: "suzhou-2021")
        #expect(west.facilities == 1 && west.outside == 1 && west.verdict == .enough)
        #expect(west.floorArea.known == 0 && west.floorVerdict == .open)
        let east = try await provision(village, "health_centre", .unit(1), in: "suzhou-2021")
        #expect(east.facilities == 1 && east.outside == 0 && east.needed == 0)
    }

    @Test("those who reach nothing are counted, and assigned to nobody")
    func unserved() async throws {
        var village = village(residents: [1000], floors: [2000])
        village.addBlock(2000, 0, population: 500)
        let found = try await provision(village)
        #expect(found.residents == 1500 && found.assigned == 1000)
        #expect(try await provision(village, "health_centre", .facility(0)).residents == 1000)
    }

    @Test("a bundle is one of them, though its share of the floor is not known")
    func bundle() async throws {
        var village = village(residents: [1000], floors: [])
        village.addFacility("subdistrict_service_centre", 500, 0, floor: 15_000, site: 10_000)
        let found = try await provision(village)
        #expect(found.adequate == 1 && found.verdict == .enough && found.floorArea.unknown == 1)
    }

    @Test("assigned residents of all facilities together are those of the area")
    func sums() async throws {
        var village = Village.street()
        for place in 0..<30 {
            village.addBlock(Double(place * 100), 0, population: Double(place * 11 + 1))
            if place % 7 == 0 { village.addFacility("health_centre", Double(place * 97), 0, floor: 1800) }
        }
        let audit = try await village.audit(by: "suzhou-2021")
        for area in audit.supply where area.scope == .area {
            let parts = audit.supply.filter { part in
                guard part.requirement == area.requirement, case .facility = part.scope else { return false }
                return true
            }
            #expect(parts.reduce(0) { $0 + $1.residents } == area.assigned)
        }
    }
}
