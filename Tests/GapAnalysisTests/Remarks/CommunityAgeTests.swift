import Geometry
import PedestrianNetworks
import Standards
import StudyAreas
import Testing

@testable import GapAnalysis

/// A block's own age decides which size it is owed.
@Suite("Sizes by the age of the community") struct CommunityAgeTests {
    private static let draft = "chongqing-2024-draft"
    private static let ages: [CommunityAge?] = [.newBuilt, .existing, .old, nil]

    /// Four blocks at one place, of every age and of none, and a party centre of some size.
    private func outcomes(floor: Double?) async throws -> [Outcome] {
        var village = Village.street()
        for age in Self.ages { village.addBlock(0, 0, age: age) }
        village.addFacility("party_service_centre", 400, 0, floor: floor)
        return try await village.assessments(of: "party_service_centre", in: Self.draft)
            .map { Outcome($0.verdict, $0.reason) }
    }

    @Test("300 m² for new communities, 150 m² for the others, to a hundredth")
    func sizes() async throws {
        let (met, small, open) = (Outcome(.met), Outcome(.undersized), Outcome(.met, .sizeUnknown))
        #expect(try await outcomes(floor: 300) == [met, met, met, met])
        #expect(try await outcomes(floor: 299.99) == [small, met, met, open])
        #expect(try await outcomes(floor: 150) == [small, met, met, open])
        #expect(try await outcomes(floor: 149.99) == [small, small, small, small])
        #expect(try await outcomes(floor: nil) == [open, open, open, open])
    }

    @Test("a block walks past a facility too small for it to one that is not")
    func fartherOne() async throws {
        var village = Village.street()
        for age in Self.ages { village.addBlock(0, 0, age: age) }
        village.addFacility("party_service_centre", 100, 0, floor: 200)
        village.addFacility("party_service_centre", 700, 0, floor: 300)
        let served = try await village.assessments(of: "party_service_centre", in: Self.draft)
        #expect(served.map(\.facility) == [1, 0, 0, 0])
        #expect(served[0].distance == WalkingDistance(metres: 700) && served[0].verdict == .met)
    }

    @Test("only new communities are owed an innovation space of 300 m²")
    func freeAges() async throws {
        var village = Village.street()
        for age in Self.ages { village.addBlock(0, 0, age: age) }
        village.addFacility("innovation_space", 100, 0, floor: 1)
        let served = try await village.assessments(of: "innovation_space", in: Self.draft)
        #expect(
            served.map { Outcome($0.verdict, $0.reason) } == [
                Outcome(.undersized), Outcome(.met), Outcome(.met), Outcome(.met, .sizeUnknown),
            ])
    }

    @Test("unknown ages are found, and only where they matter")
    func findings() async throws {
        var village = Village.street()
        for age in Self.ages { village.addBlock(0, 0, age: age) }
        village.addFacility("party_service_centre", 100, 0, floor: 300)
        village.addFacility("book_room", 100, 0, floor: 300)
        let said = try await village.audit(by: Self.draft).findings.filter { $0.code == .ageUnknown }
        #expect(said.map { $0.arguments[2] } == ["1"] && said.first?.population == 100)
    }

    @Test("land beyond the walk is that of the blocks the size is too small for")
    func blindSpots() async throws {
        var village = Village.street()
        try village.addSquareBlock(100, 0, age: .newBuilt)
        try village.addSquareBlock(300, 0, age: .old)
        village.addFacility("party_service_centre", 200, 0, floor: 150)
        let audit = try await village.audit(by: Self.draft)
        let place = try #require(
            audit.requirements.firstIndex { $0.requirement.id == "party_service_centre" })
        #expect(audit.requirements[place].assessments.map(\.verdict) == [.undersized, .met])
        #expect(audit.blindSpots[place].flatMap(\.blocks) == [0])
    }
}

/// Rows of the draft that give metres of their own.
@Suite("Walks of the draft's own rows") struct DraftWalkTests {
    /// Each row with its strict and its lenient metres.
    static let rows: [(String, Double, Double)] = [
        ("bus_stop", 500, 500), ("rail_station", 800, 800), ("kindergarten", 300, 500),
    ]

    @Test("a millimetre below, at and above both limits, from the main entrance", arguments: rows)
    func limits(row: String, strict: Double, lenient: Double) async throws {
        for metres in [strict, lenient].flatMap({ [$0 - 0.001, $0, $0 + 0.001] }) {
            var village = Village.street()
            // The block's middle is 100 m north of the entrance that walks start at.
            village.addBlock(50, 100, starts: [.init(50, 0)])
            village.addFacility(row, 50 + metres, 0, floor: 6000)
            let found = try await village.assessments(of: row, in: "chongqing-2024-draft")[0]
            let expected: Verdict = metres <= strict ? .met : metres <= lenient ? .marginal : .gap
            #expect(found.verdict == expected, "\(metres)")
            #expect(found.distance == WalkingDistance(metres: metres))
        }
    }
}
