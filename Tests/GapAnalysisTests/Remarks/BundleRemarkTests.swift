import PedestrianNetworks
import Standards
import StudyAreas
import Testing

@testable import GapAnalysis

/// A service centre serves as each of the facilities in it, and the row says that it does.
@Suite("Bundles") struct BundleRemarkTests {
    private static let draft = "chongqing-2024-draft"

    /// A block and a community service centre so many metres down the street.
    private func village(at metres: Double, floor: Double? = 3000) -> Village {
        var village = Village.street()
        village.addBlock(0, 0)
        village.addFacility("community_service_centre", metres, 0, floor: floor)
        return village
    }

    /// The four rows of table 1 that a community service centre provides, besides its own.
    static let parts = [
        "health_station", "elderly_service_station", "cultural_activity_station", "multi_sports_ground",
    ]

    @Test("each part is met at the limit, and open a millimetre beyond it", arguments: parts)
    func partServed(_ part: String) async throws {
        for metres in [499.999, 500] {
            let served = try await village(at: metres).assessments(of: part, in: Self.draft)[0]
            #expect(Outcome(served.verdict, served.reason) == Outcome(.met, .byBundle), "\(metres)")
            #expect(served.facility == 0 && served.distance == WalkingDistance(metres: metres))
            #expect(served.remarks == .byBundle && served.remarks.names == ["by_bundle"])
        }
        // Nobody has looked for stations of their own: beyond the centre's reach nothing is known.
        let beyond = try await village(at: 500.001).assessments(of: part, in: Self.draft)[0]
        #expect(Outcome(beyond.verdict, beyond.reason) == Outcome(.notAssessable, .notSurveyed))
    }

    @Test("where its parts were surveyed, beyond its reach is a gap", arguments: parts)
    func surveyed(_ part: String) async throws {
        var village = village(at: 500.001)
        village.surveyed = .all
        let beyond = try await village.assessments(of: part, in: Self.draft)[0]
        #expect(Outcome(beyond.verdict, beyond.reason) == Outcome(.gap, .noneInReach))
    }

    @Test("the centre has to be as large as its own row asks, whatever the part asks")
    func size() async throws {
        let small = try await village(at: 400, floor: 2999.99).assessments(
            of: "health_station", in: Self.draft)[0]
        #expect(small.verdict == .undersized && small.facility == 0)
        let unknown = try await village(at: 400, floor: nil).assessments(
            of: "health_station", in: Self.draft)[0]
        #expect(Outcome(unknown.verdict, unknown.reason) == Outcome(.met, .sizeUnknown))
        #expect(unknown.remarks == .byBundle, "the doubt goes first, the bundle is said beside it")
    }

    @Test("a station of its own that is nearer serves, and no bundle is named")
    func ownKindNearer() async throws {
        var village = village(at: 400)
        village.addFacility("health_station", 399.999, 0, floor: 150)
        let served = try await village.assessments(of: "health_station", in: Self.draft)[0]
        #expect(served.verdict == .met && served.reason == nil && served.facility == 1)
    }

    @Test("what the table has no row for is satisfied by nothing, and the other bundle serves its own circle")
    func otherParts() async throws {
        var village = Village.street()
        village.addBlock(0, 0)
        village.addFacility("subdistrict_service_centre", 1000, 0, floor: 15_000, site: 10_000)
        let audit = try await village.audit(by: Self.draft)
        let served = audit.requirements.filter { $0.assessments[0].remarks.contains(.byBundle) }
        #expect(
            served.map(\.requirement.id) == [
                "cultural_activity_centre", "health_centre", "elderly_service_centre", "fitness_centre",
            ])
        #expect(served.allSatisfy { $0.assessments[0].verdict == .marginal }, "1000 m is the lenient limit")
    }

    @Test("the findings say how many blocks a bundle serves, under which row")
    func findings() async throws {
        let audit = try await village(at: 400).audit(by: Self.draft)
        let said = audit.findings.filter { $0.code == .servedByBundle }
        #expect(said.count == 4 && said.allSatisfy { $0.arguments[2] == "1" && $0.population == 100 })
        #expect(said.allSatisfy { $0.arguments[3] == "community_service_centre" })
    }

    @Test("who walks to a bundle for a part of it is not counted among those of its own row")
    func catchment() async throws {
        let audit = try await village(at: 400).audit(by: Self.draft)
        let catchment = try #require(audit.catchments[0])
        #expect(catchment.blocks == 1 && catchment.population == 100)
    }
}
