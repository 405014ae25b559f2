import Standards
import StudyAreas
import Testing

@testable import GapAnalysis

/// Facilities needed against facilities present, on figures that can be checked by hand.
@Suite("Supply") struct SupplyTests {
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
        let area = try await village.provision()
        #expect(area.residents == 110_007 && area.assigned == 110_007 && area.needed == 2)
        let west = try await village.provision("health_centre", .unit(0))
        #expect(west.residents == 60_000 && west.facilities == 1 && west.verdict == .enough)
        let east = try await village.provision("health_centre", .unit(1))
        #expect(east.residents == 50_007 && east.sizeUnknown == 1 && east.verdict == .open)
        let second = try await village.provision("health_centre", .facility(1))
        #expect(second.residents == 50_007 && second.verdict == .open)
    }

    @Test("what a neighbouring unit provides counts, its floor does not")
    func outside() async throws {
        var village = Village.street()
        village.addBlock(0, 0, population: 50_000, unit: 0)
        try village.addUnit(-10, -10, 20, 20)
        try village.addUnit(20, -10, 2500, 20)
        village.addFacility("health_centre", 700, 0, floor: 1800, site: 2160)
        let west = try await village.provision("health_centre", .unit(0), in: "suzhou-2021")
        #expect(west.facilities == 1 && west.outside == 1 && west.verdict == .enough)
        #expect(west.floorArea.known == 0 && west.floorVerdict == .open)
        let east = try await village.provision("health_centre", .unit(1), in: "suzhou-2021")
        #expect(east.facilities == 1 && east.outside == 0 && east.needed == 0)
    }

    @Test("those who reach nothing are counted, and assigned to nobody")
    func unserved() async throws {
        var village = Village.health(residents: [1000], floors: [2000])
        village.addBlock(2000, 0, population: 500)
        let found = try await village.provision()
        #expect(found.residents == 1500 && found.assigned == 1000)
        #expect(try await village.provision("health_centre", .facility(0)).residents == 1000)
    }

    @Test("a bundle is one of them, though its share of the floor is not known")
    func bundle() async throws {
        var village = Village.health(residents: [1000], floors: [])
        village.addFacility("subdistrict_service_centre", 500, 0, floor: 15_000, site: 10_000)
        let found = try await village.provision()
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
