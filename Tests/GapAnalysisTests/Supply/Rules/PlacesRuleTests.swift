import Standards
import StudyAreas
import Testing

@testable import GapAnalysis

@Suite("Places per resident") struct PlacesRuleTests {
    /// By hand: the draft asks for 4.5 places a thousand. 2000 residents are owed 4.5 × 2 = 9 places; 2001 are owed
    /// 4.5 × 2.001 = 9.0045, which 9 are not.
    @Test(
        "one place or one resident below, at and above what is owed",
        arguments: [
            (8.0, 2000.0, ProvisionVerdict.short), (9, 2000, .enough), (10, 2000, .enough),
            (9, 1999, .enough),
            (9, 2001, .short),
        ])
    func limit(places: Double, residents: Double, verdict: ProvisionVerdict) async throws {
        var village = Village.street()
        village.addBlock(0, 0, population: residents)
        village.addFacility("nursery", 100, 0, floor: 50)
        village.facilities[0].places = places
        #expect(try await village.provision("nursery").placesVerdict == verdict)
    }

    @Test("places per thousand, at the figure and one resident beyond")
    func places() async throws {
        var village = Village.street()
        village.addBlock(0, 0, population: 2000)
        village.addFacility("nursery", 100, 0, floor: 50)
        village.facilities[0].places = 9
        let even = try await village.provision("nursery")
        #expect(even.placesVerdict == .enough && even.places.perThousand(of: 2000) == 4.5)
        #expect(even.places.askedPerThousand == 4.5 && even.needed == nil && even.verdict == nil)
        village.blocks = []
        village.addBlock(0, 0, population: 2001)
        #expect(try await village.provision("nursery").placesVerdict == .short)
        village.facilities[0].places = nil
        let open = try await village.provision("nursery")
        #expect(open.placesVerdict == .open && open.places.unknown == 1)
        #expect(open.places.perThousand(of: 2001) == nil)
    }
}
