import Standards
import StudyAreas
import Testing

@testable import GapAnalysis

/// What may stand in is said, and changes no verdict.
@Suite("Substitutes") struct SubstituteRemarkTests {
    private func assessments(of requirement: String, metres: Double) async throws -> [Assessment] {
        var village = Village.street()
        for age in [CommunityAge.newBuilt, .existing, .old, nil] { village.addBlock(0, 0, age: age) }
        village.addFacility(requirement, metres, 0, floor: 300)
        return try await village.assessments(of: requirement, in: "chongqing-2024-draft")
    }

    @Test("an old community may have its sports ground outdoors, a new one may not")
    func outdoors() async throws {
        let ground = try await assessments(of: "multi_sports_ground", metres: 500.001)
        #expect(ground.allSatisfy { $0.verdict == .gap && $0.reason == .noneInReach })
        #expect(ground.map(\.remarks.names) == [[], ["substitute_outdoor"], ["substitute_outdoor"], []])
    }

    @Test("several forms are all said")
    func online() async throws {
        let space = try await assessments(of: "innovation_space", metres: 600)
        #expect(space[2].remarks.names == ["substitute_online", "substitute_shared"])
    }

    @Test("what every age may do is said of unknown ages too")
    func anyAge() async throws {
        let canteen = try await assessments(of: "community_canteen", metres: 600)
        #expect(canteen.allSatisfy { $0.verdict == .gap && $0.remarks.names == ["substitute_delivered"] })
    }

    @Test("nothing is said where the requirement is met, and nothing is counted", arguments: [499.999, 500])
    func met(metres: Double) async throws {
        let ground = try await assessments(of: "multi_sports_ground", metres: metres)
        #expect(ground.allSatisfy { $0.verdict == .met && $0.remarks.isEmpty })
    }

    @Test("the findings quote what the document allows, and for how many blocks")
    func findings() async throws {
        var village = Village.street()
        village.addBlock(0, 0, age: .old)
        village.addFacility("multi_sports_ground", 600, 0)
        let said = try await village.audit(by: "chongqing-2024-draft").findings
            .filter { $0.code == .substituteAllowed }
        #expect(said.count == 1 && said.first?.arguments[2] == "1")
        #expect(said.first?.arguments[3].contains("室外运动场地") == true)
    }
}
