import Standards
import StudyAreas
import Testing

@testable import GapAnalysis

/// What neighbouring units provide counts, and the row says so.
@Suite("Neighbouring provision") struct NeighbourRemarkTests {
    /// A block in the western of two units that meet 300 m down the street, and a canteen.
    private func village(canteenAt metres: Double) throws -> Village {
        var village = Village.street()
        village.addBlock(0, 0, unit: 0)
        try village.addUnit(-100, -100, 400, 200)
        try village.addUnit(300, -100, 400, 200)
        village.addFacility("community_canteen", metres, 0)
        return village
    }

    private func outcome(_ village: Village, in standard: String = "chongqing-2024-draft") async throws
        -> Outcome
    {
        let served = try await village.assessments(of: "after_school_class", in: standard)
        let assessment = try #require(served.first)
        return Outcome(assessment.verdict, assessment.reason)
    }

    /// As the draft gives after-school classes no size, nothing but the unit is to say of them.
    private func classes(at metres: Double) throws -> Village {
        var village = try village(canteenAt: 1)
        village.addFacility("after_school_class", metres, 0)
        return village
    }

    @Test("the border belongs to both units; a millimetre beyond it is the neighbour's")
    func border() async throws {
        #expect(try await outcome(try classes(at: 299.999)) == Outcome(.met))
        #expect(try await outcome(try classes(at: 300)) == Outcome(.met))
        #expect(try await outcome(try classes(at: 300.001)) == Outcome(.met, .inNeighbouringUnit))
    }

    @Test("outside every unit is outside the block's")
    func outside() async throws {
        var village = try classes(at: 450)
        village.units.removeLast()
        #expect(try await outcome(village) == Outcome(.met, .inNeighbouringUnit))
    }

    @Test("nothing is said without units, of a block in none, or of a gap")
    func nothing() async throws {
        for isInUnits in [false, true] {
            var village = Village.street()
            village.addBlock(0, 0)
            if isInUnits { try village.addUnit(5000, 5000, 1, 1) }
            village.addFacility("after_school_class", 400, 0)
            #expect(try await outcome(village) == Outcome(.met))
        }
        #expect(try await outcome(try classes(at: 501)) == Outcome(.gap, .noneInReach))
    }

    @Test("a doubt about the size goes first, and a document that is silent on neighbours gives no reason")
    func otherReasons() async throws {
        let canteen = try await village(canteenAt: 400)
            .assessments(of: "community_canteen", in: "chongqing-2024-draft")[0]
        #expect(canteen.reason == .sizeUnknown && canteen.remarks == .inNeighbouringUnit)
        let suzhou = try await village(canteenAt: 400).assessments(of: "community_canteen", in: "suzhou-2021")
        #expect(suzhou.first?.remarks == [])
    }

    @Test("an open space is in every unit its ground touches")
    func openSpace() async throws {
        var village = try village(canteenAt: 1)
        try village.addPark(290, 0, side: 20)
        try village.addPark(400, 0, side: 20)
        let units = try FacilityUnits(of: try await village.area()).units
        #expect(units == [[0], [0, 1], [1]])
    }

    @Test("the findings say how many blocks")
    func findings() async throws {
        let audit = try await classes(at: 400).audit(by: "chongqing-2024-draft")
        let said = audit.findings.filter { $0.code == .servedByNeighbours }
        #expect(said.map { $0.arguments[1] } == ["After-school class"] && said.first?.arguments[2] == "1")
    }
}
