import Standards
import StudyAreas
import Testing

@testable import GapAnalysis

@Suite("Floor area per resident") struct FloorAreaRuleTests {
    /// By hand: Suzhou asks for 1800 m² a circle of 50,000 people: 1800 / 50,000 × 1000 = 36 m² a thousand. 100,000
    /// residents are owed 36 × 100 = 3600 m².
    @Test(
        "a hundredth of a square metre below, at and above what is owed, and one resident either side",
        arguments: [
            (3599.99, 100_000.0, ProvisionVerdict.short), (3600, 100_000, .enough),
            (3600.01, 100_000, .enough), (3600, 99_999, .enough), (3600, 100_001, .short),
        ])
    func limit(floor: Double, residents: Double, verdict: ProvisionVerdict) async throws {
        var village = Village.street()
        village.addBlock(0, 0, population: residents)
        village.addFacility("health_centre", 500, 0, floor: floor, site: 2160)
        #expect(try await village.provision(in: "suzhou-2021").floorVerdict == verdict)
    }

    @Test("floor area per thousand, which one unknown floor leaves open")
    func floor() async throws {
        var village = Village.street()
        village.addBlock(0, 0, population: 100_000)
        for floor in [1800.0, 1800] { village.addFacility("health_centre", 500, 0, floor: floor, site: 2160) }
        // Suzhou asks for 1800 m² a circle of 50,000: 36 m² a thousand.
        let even = try await village.provision(in: "suzhou-2021")
        #expect(even.floorArea.askedPerThousand == 36 && even.floorArea.perThousand(of: 100_000) == 36)
        #expect(even.floorVerdict == .enough && even.needed == 2 && even.basis == .circle)
        village.blocks = []
        village.addBlock(0, 0, population: 100_001)
        #expect(try await village.provision(in: "suzhou-2021").floorVerdict == .short)
        village.addFacility("health_centre", 600, 0, site: 2160)
        let open = try await village.provision(in: "suzhou-2021")
        #expect(open.floorArea.perThousand(of: 100_001) == nil && open.floorArea.unknown == 1)
        #expect(open.floorArea.known == 3600 && open.floorVerdict == .open && open.verdict == .open)
    }

    @Test("residents nobody has counted, and kinds nobody looked for, are neither enough nor short")
    func unknown() async throws {
        var village = Village.street()
        village.addBlock(0, 0, population: 1000)
        #expect(try await village.provision(in: "suzhou-2021").floorVerdict == .open)
        village.addBlock(0, 0, population: nil)
        village.addFacility("health_centre", 500, 0, floor: 3600, site: 2160)
        #expect(try await village.provision(in: "suzhou-2021").floorVerdict == .open)
    }
}
