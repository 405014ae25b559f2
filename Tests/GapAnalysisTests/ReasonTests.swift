import Geometry
import PedestrianNetworks
import Standards
import StudyAreas
import Testing

@testable import GapAnalysis

@Suite("Reasons and which comes first")
struct ReasonTests {
    private let row = FacilityRequirement.walking("clinic", .fifteen, floor: 100)

    /// A street with a block at its beginning, and a hairpin: a second street 100 m north, joined 2 km east.
    private var hairpin: Village {
        var village = Village(lines: [
            [Position(0, 0), Position(2000, 0), Position(2000, 100), Position(0, 100)]
        ])
        village.addBlock(0, 0)
        return village
    }

    /// Two streets 100 m apart that nothing joins; the block is on the southern one.
    private var split: Village {
        var village = Village(lines: [
            [Position(0, 0), Position(2000, 0)], [Position(0, 100), Position(2000, 100)],
        ])
        village.addBlock(0, 0)
        return village
    }

    @Test("none in reach: far even as the crow flies")
    func noneInReach() async throws {
        var village = Village.street()
        village.addBlock(0, 0)
        village.addFacility("clinic", 1001, 0, floor: 100)
        #expect(try await village.outcome(row) == Outcome(.gap, .noneInReach))
    }

    @Test("detour: near as the crow flies, far on foot; the figures say both")
    func detour() async throws {
        var village = hairpin
        village.addFacility("clinic", 0, 100, floor: 100)
        let result = try await village.assessments(row, AuditOptions(searchLimit: .init(metres: 5000)))[0]
        #expect(Outcome(result.verdict, result.reason) == Outcome(.gap, .detour))
        #expect(result.distance?.metres == 4100 && result.straight == 100 && result.facility == 0)
    }

    @Test("detour: a small one near as the crow flies is one too, whose line the row shows")
    func detourToSmall() async throws {
        var village = hairpin
        village.addFacility("clinic", 0, 100, floor: 9)
        #expect(try await village.outcome(row) == Outcome(.gap, .detour))
        village.addFacility("clinic", 1900, 0, floor: 100)
        let result = try await village.assessments(row)[0]
        #expect(Outcome(result.verdict, result.reason) == Outcome(.gap, .detour))
        #expect(result.facility == 1 && result.distance?.metres == 1900)
        #expect(result.straightFacility == 0 && result.straight == 100)
    }

    @Test("unreachable comes before detour, and before none in reach")
    func unreachable() async throws {
        var village = split
        village.addFacility("clinic", 0, 100, floor: 100)
        #expect(try await village.outcome(row) == Outcome(.gap, .unreachable))
        village.facilities = []
        village.addFacility("clinic", 1900, 100, floor: 100)
        #expect(try await village.outcome(row) == Outcome(.gap, .unreachable))
    }

    @Test("one on the block's own piece, however far, makes it a detour and not unreachable")
    func ownPiece() async throws {
        var village = split
        village.addFacility("clinic", 0, 100, floor: 100)
        village.addFacility("clinic", 1900, 0, floor: 100)
        #expect(try await village.outcome(row) == Outcome(.gap, .detour))
        village.facilities = []
        village.addFacility("clinic", 1900, 100, floor: 100)
        village.addFacility("clinic", 1950, 0, floor: 1)
        #expect(try await village.outcome(row) == Outcome(.gap, .noneInReach))
    }

    @Test("a small one within reach comes before an adequate one that cannot be reached")
    func smallBeforeUnreachable() async throws {
        var village = split
        village.addFacility("clinic", 0, 100, floor: 100)
        village.addFacility("clinic", 50, 0, floor: 1)
        #expect(try await village.outcome(row) == Outcome(.undersized))
    }

    @Test("a kind without a record is not surveyed, unless it is declared to be")
    func notSurveyed() async throws {
        var village = Village.street()
        village.addBlock(0, 0)
        village.addBlock(0, 900)
        village.addFacility("school", 10, 0)
        func outcomes() async throws -> [Outcome] {
            try await village.assessments(row).map { Outcome($0.verdict, $0.reason) }
        }
        let unknown = Outcome(.notAssessable, .notSurveyed)
        #expect(try await outcomes() == [unknown, unknown], "whether the block is on the network or not")
        village.surveyed = .kinds(["school"])
        #expect(try await outcomes() == [unknown, unknown])
        let surveyed = [Outcome(.gap, .noneInReach), Outcome(.notAssessable, .offNetwork)]
        village.surveyed = .all
        #expect(try await outcomes() == surveyed)
        village.surveyed = .kinds(["clinic"])
        #expect(try await outcomes() == surveyed)
    }

    @Test("a record of the kind anywhere, of any size, says it was looked for")
    func recordSuffices() async throws {
        var village = Village.street()
        village.addBlock(0, 0)
        village.addFacility("clinic", 2900, 0, floor: 1)
        #expect(try await village.outcome(row) == Outcome(.gap, .noneInReach))
    }

    @Test("a block off the network is not assessable, be there a facility beside it")
    func offNetwork() async throws {
        var village = Village.street()
        village.addBlock(0, 250)
        village.addFacility("clinic", 0, 199, floor: 100)
        let result = try await village.assessments(row)[0]
        #expect(Outcome(result.verdict, result.reason) == Outcome(.notAssessable, .offNetwork))
        #expect(result.distance == nil && result.facility == nil && result.straight == 51)
    }

    /// A block at the beginning of a street and facilities, those 250 m north of it off the network.
    private func street(_ facilities: [(x: Double, y: Double, floor: Double)]) async throws -> Outcome {
        var village = Village.street()
        village.addBlock(0, 0)
        for facility in facilities {
            village.addFacility("clinic", facility.x, facility.y, floor: facility.floor)
        }
        return try await village.outcome(row)
    }

    @Test("a facility off the network that alone might serve leaves the verdict open")
    func facilityOffNetwork() async throws {
        let open = Outcome(.notAssessable, .facilityOffNetwork)
        #expect(try await street([(0, 250, 100)]) == open)
        #expect(try await street([(0, 1000, 100)]) == open)
        #expect(try await street([(0, 1000.001, 100)]) == Outcome(.gap, .unreachable))
        #expect(try await street([(0, 1000.001, 100), (2500, 0, 100)]) == Outcome(.gap, .noneInReach))
    }

    @Test("an adequate one off the network comes before a small one within reach, but not before a success")
    func adequateOffNetwork() async throws {
        #expect(
            try await street([(0, 250, 100), (50, 0, 1)]) == Outcome(.notAssessable, .facilityOffNetwork))
        #expect(try await street([(0, 250, 100), (700, 0, 100)]) == Outcome(.met))
        #expect(try await street([(0, 250, 100), (900, 0, 100)]) == Outcome(.marginal))
    }

    @Test("a small one off the network comes after a small one within reach, and before a gap")
    func smallOffNetwork() async throws {
        #expect(try await street([(0, 250, 1), (50, 0, 1)]) == Outcome(.undersized))
        #expect(try await street([(0, 250, 1)]) == Outcome(.notAssessable, .facilityOffNetwork))
        #expect(
            try await street([(0, 250, 1), (1500, 0, 1)]) == Outcome(.notAssessable, .facilityOffNetwork))
    }

    @Test(
        "the findings of an audit: kinds not surveyed, not judged, without sizes, schools too large, drafts")
    func notes() async throws {
        var village = Village.street()
        village.addBlock(0, 0, population: 30)
        village.addBlock(9, 0, population: nil)
        village.addFacility("school", 10, 0, floor: nil, classes: 37)
        village.addFacility("school", 20, 0, floor: 500, classes: 36)
        village.addFacility("school", 30, 0, floor: 500, classes: 1e30)
        village.addFacility("shop", 30, 0)
        village.addFacility("shop", 40, 0)
        let rows = [row, .walking("school", .five, floor: 100, maxClasses: 36)]
        let standard = FacilityStandard.testing(rows, draft: true)
        let audit = try await Audit(of: try await village.area(), by: standard, options: AuditOptions())
        func found(_ code: Finding.Code) -> [Finding] { audit.findings.filter { $0.code == code } }
        #expect(found(.kindNotSurveyed).map(\.arguments) == [["设施", "clinic"]])
        #expect(found(.kindNotSurveyed).first?.population == 30)
        #expect(found(.kindNotJudged).map(\.arguments) == [["shop", "2", "testing"]])
        #expect(found(.sizeUnknown).map(\.arguments) == [["设施", "school", "1", "3"]])
        #expect(found(.tooManyClasses).map(\.feature) == ["f0", "f2"])
        #expect(found(.tooManyClasses).first?.arguments == ["37", "36"])
        #expect(found(.draftStandard).map(\.arguments) == [["testing"]])
        #expect(audit.findings.count == 6)
    }
}
