import Geometry
import Standards
import Testing

@testable import GapAnalysis
@testable import StudyAreas

@Suite("Coverage")
struct CoverageTests {
    private static func unit(_ id: String) throws -> Unit {
        let corners = [Position(0, 0), Position(1, 0), Position(1, 1), Position(0, 0)]
        return Unit(id: id, name: nil, shape: .polygon(Polygon(shell: try LinearRing(corners))))
    }

    /// One clinic of 100 m² at the beginning of a street, a small one at 1500 m; blocks by distance.
    private func village() throws -> Village {
        var village = Village.street()
        village.addFacility("clinic", 0, 0, floor: 100)
        village.addFacility("clinic", 1500, 0, floor: 1)
        village.addBlock(100, 0, population: 10, land: 1000, unit: 0)
        village.addBlock(700, 0, population: 20, land: 500, unit: 0)
        village.addBlock(900, 0, population: 40, land: nil, unit: 1)
        village.addBlock(1400, 0, population: 80, land: 250, unit: 1)
        village.addBlock(2900, 0, population: 160, land: 125, unit: 1)
        village.addBlock(50, 500, population: 320, land: 62, unit: 1)
        village.addBlock(200, 0, population: nil, land: 31, unit: 0)
        village.units = [try Self.unit("a"), try Self.unit("b")]
        return village
    }

    private let row = FacilityRequirement.walking("clinic", .fifteen, floor: 100)

    @Test("shares of blocks, residents and land are the sums by hand")
    func sums() async throws {
        let audit = try await village().audit([row])
        let total = try #require(audit.totals.first)
        #expect(
            audit.requirements[0].assessments.map(\.verdict)
                == [.met, .met, .marginal, .undersized, .gap, .notAssessable, .met])
        #expect(total.blocks.met == 3 && total.blocks.marginal == 1 && total.blocks.undersized == 1)
        #expect(total.blocks.gap == 1 && total.blocks.notAssessable == 1)
        #expect(total.blocks.assessed == 6 && total.blocks.input == 7)
        #expect(total.blocks.strictShare == 3.0 / 6 && total.blocks.lenientShare == 4.0 / 6)
        #expect(total.population.met == 30 && total.population.assessed == 310)
        #expect(total.population.notAssessable == 320 && total.population.input == 630)
        #expect(total.population.strictShare == 30.0 / 310 && total.population.lenientShare == 70.0 / 310)
        #expect(total.land.met == 1531 && total.land.marginal == 0 && total.land.assessed == 1906)
        #expect(total.land.strictShare == 1531.0 / 1906 && total.land.notAssessable == 62)
        #expect(audit.isBalanced)
    }

    @Test("unknown population and unknown land are in no share of theirs, but the block counts")
    func unknown() async throws {
        var village = Village.street()
        village.addFacility("clinic", 0, 0)
        village.addBlock(0, 0, population: nil)
        village.addBlock(2000, 0, population: 5)
        let total = try await village.audit([.walking("clinic")]).totals[0]
        #expect(total.blocks.strictShare == 0.5 && total.population.strictShare == 0)
        #expect(total.population.input == 5 && total.land.input == 0)
    }

    @Test("a share of nothing is nil, not none")
    func zeroDenominators() async throws {
        var village = Village.street()
        village.addBlock(0, 0, population: nil)
        let unsurveyed = try await village.audit([.walking("clinic")]).totals[0]
        #expect(unsurveyed.blocks.strictShare == nil && unsurveyed.blocks.lenientShare == nil)
        #expect(unsurveyed.blocks.input == 1)
        village.surveyed = .all
        let surveyed = try await village.audit([.walking("clinic")]).totals[0]
        #expect(surveyed.blocks.strictShare == 0 && surveyed.population.strictShare == nil)
        #expect(surveyed.land.lenientShare == nil)
        village.blocks = []
        village.addBlock(0, 0, population: 0)
        #expect(try await village.audit([.walking("clinic")]).totals[0].population.strictShare == nil)
        village.blocks = []
        let empty = try await village.audit([.walking("clinic")])
        #expect(empty.totals[0].blocks.strictShare == nil && empty.isBalanced)
    }

    @Test("coverage comes requirement by requirement, the whole first, then each unit")
    func order() async throws {
        let audit = try await village().audit([row, .walking("school")])
        #expect(audit.coverage.map(\.requirement) == [0, 0, 0, 1, 1, 1])
        #expect(audit.coverage.map(\.unit) == [nil, 0, 1, nil, 0, 1])
        #expect(audit.totals.map(\.requirement) == [0, 1])
    }

    @Test("units that share out the blocks add up to the whole")
    func units() async throws {
        let coverage = try await village().audit([row]).coverage
        for verdict in Verdict.allCases {
            for part in [\Coverage.blocks, \.population, \.land] {
                func amount(_ place: Int) -> Double { coverage[place][keyPath: part].amount(verdict) }
                #expect(amount(0) == amount(1) + amount(2), "\(verdict)")
            }
        }
        #expect(coverage[1].blocks.input == 3 && coverage[2].blocks.input == 4)
    }

    @Test("a block outside every unit is in the whole alone")
    func outside() async throws {
        var village = try village()
        village.addBlock(10, 0, population: 1000)
        let coverage = try await village.audit([row]).coverage
        #expect(coverage[0].population.input == 1630)
        #expect(coverage[1].population.input + coverage[2].population.input == 630)
    }

    @Test("blocks met on trust are counted")
    func sizeUnknown() async throws {
        var village = Village.street()
        village.addFacility("clinic", 0, 0, floor: nil)
        village.addFacility("clinic", 2000, 0, floor: 100)
        for x in [0.0, 900, 2000, 2950] { village.addBlock(x, 0) }
        #expect(try await village.audit([row]).totals[0].sizeUnknownBlocks == 2)
    }

    @Test("a block's verdicts are tallied over all requirements")
    func tally() async throws {
        let rows = [row, .walking("school"), .walking("clinic", .five, floor: 1, id: "near")]
        let audit = try await village().audit(rows)
        #expect(audit.tally(ofBlock: 0) == [.met: 2, .notAssessable: 1])
        #expect(audit.tally(ofBlock: 1) == [.met: 1, .gap: 1, .notAssessable: 1])
    }

    @Test("fractional residents stay balanced")
    func fractions() async throws {
        var village = Village.street()
        village.addFacility("clinic", 0, 0)
        for number in 0..<400 {
            village.addBlock(Double(number) * 7, 0, population: 0.1 + Double(number) / 3)
        }
        #expect(try await village.audit([.walking("clinic"), .parks()]).isBalanced)
    }
}

extension VerdictShares {
    /// What is counted under a verdict.
    func amount(_ verdict: Verdict) -> Double {
        switch verdict {
        case .met: met
        case .marginal: marginal
        case .undersized: undersized
        case .gap: gap
        case .notAssessable: notAssessable
        }
    }
}
