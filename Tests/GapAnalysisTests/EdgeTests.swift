import Geometry
import NetworkFixtures
import PedestrianNetworks
import Standards
import Testing

@testable import GapAnalysis
@testable import StudyAreas

@Suite("The edge of the data")
struct EdgeTests {
    /// A street with a block so many metres from its beginning, and a clinic so many metres from the block.
    private func village(edge: Double, clinic: Double?) -> Village {
        var village = Village.street(9000)
        village.surveyed = .all
        village.addBlock(edge, 0)
        if let clinic { village.addFacility("clinic", edge + clinic, 0) }
        return village
    }

    static let cases: [(Double, Double?, Verdict, Bool)] = [
        // Met for certain, whatever lies beyond.
        (1, 100, .met, false), (1, 800, .met, false),
        // A nearer one could make it met.
        (800, 900, .marginal, true), (800.001, 900, .marginal, false),
        // One could be there at all.
        (1000, nil, .gap, true), (1000.001, nil, .gap, false), (1000, 1200, .gap, true),
    ]

    @Test("A verdict is uncertain when the edge is nearer than the limit it misses", arguments: cases)
    func limits(edge: Double, clinic: Double?, verdict: Verdict, isUncertain: Bool) async throws {
        let audit = try await village(edge: edge, clinic: clinic).audit([.walking("clinic", .fifteen)])
        #expect(audit.requirements[0].assessments[0].verdict == verdict)
        #expect(audit.edge.isUncertain(0, block: 0) == isUncertain)
        let isInReach = edge <= 1000
        #expect(audit.edge.walks[0]?.metres == (isInReach ? edge : nil))
        #expect(audit.coverage[0].uncertainBlocks == (isUncertain ? 1 : 0))
        #expect(audit.coverage[0].uncertainPopulation == (isUncertain ? 100 : 0))
        #expect(audit.findings.contains { $0.code == .nearDataEdge } == isUncertain)
    }

    @Test("What other ways enclose is not near the edge")
    func enclosed() async throws {
        var village = Village()
        village.surveyed = .all
        func ring(_ side: Double) -> [Position] {
            [
                Position(-side, -side), Position(side, -side), Position(side, side), Position(-side, side),
                Position(-side, -side),
            ]
        }
        village.lines = [ring(1000), [Position(0, 0), Position(0, 600)]]
        village.addBlock(0, 0)
        village.addBlock(1000, 0)
        let audit = try await village.audit([.walking("clinic", .fifteen)])
        #expect(audit.edge.blocks == [1])
        village.lines.append([Position(0, 600), Position(0, 1000)])
        village.lines[0].insert(Position(0, 1000), at: 3)
        #expect(try await village.audit([.walking("clinic", .fifteen)]).edge.blocks == [0, 1])
    }

    @Test("Within a declared boundary only what leaves it is the edge")
    func boundary() async throws {
        let corners = [(-100.0, -50.0), (5000, -50), (5000, 50), (-100, 50), (-100, -50)]
        let land = Polygon(shell: try LinearRing(corners.map { Position($0.0, $0.1) }))
        func uncertain(_ x: Double) async throws -> Bool {
            var area = try await village(edge: x, clinic: nil).area()
            area.boundary = [land]
            let standard = FacilityStandard.testing([.walking("clinic", .fifteen)])
            return try await Audit(of: area, by: standard, options: AuditOptions()).edge
                .isUncertain(0, block: 0)
        }
        #expect(try await !uncertain(0), "the street ends within the boundary")
        #expect(try await !uncertain(3999.9))
        #expect(try await uncertain(4000), "a kilometre from where the street leaves it")
        #expect(try await uncertain(5500), "beyond it")
    }

    @Test("A service radius is held against the straight line to the edge")
    func radius() async throws {
        for (height, isUncertain) in [(300.0, true), (300.01, false)] {
            var village = Village.street(2000)
            village.surveyed = .all
            village.maxSnap = WalkingDistance(metres: 1000)
            village.addBlock(1000, height)
            #expect(try await village.audit([.parks()]).edge.isUncertain(0, block: 0) == isUncertain)
        }
    }

    /// The promise: in a window of a town, what is not marked is what the whole town says.
    @Test("Verdicts that are not uncertain stay as they are when the data goes on")
    func promise() async throws {
        var (certain, uncertain, changed) = (0, 0, 0)
        for seed in 0..<120 as Range<UInt64> {
            var random = SeededRandom(seed: seed)
            let town = Town(&random)
            let whole = try await town.village(within: 0...19).audit(Town.rows)
            let part = try await town.village(within: 5...14).audit(Town.rows)
            for (place, requirement) in part.requirements.enumerated() {
                for (block, assessment) in requirement.assessments.enumerated() {
                    let name = part.area.blocks[block].id
                    let same = try #require(whole.area.blocks.firstIndex { $0.id == name })
                    let verdict = whole.requirements[place].assessments[same].verdict
                    // Unknown says nothing that could be wrong.
                    guard assessment.verdict.isAssessed, verdict.isAssessed else { continue }
                    if part.edge.isUncertain(place, block: block) {
                        uncertain += 1
                        changed += verdict == assessment.verdict ? 0 : 1
                    } else {
                        certain += 1
                        #expect(verdict == assessment.verdict, "seed \(seed), block \(name)")
                    }
                }
            }
        }
        #expect(certain > 1000 && uncertain > 300 && changed > 50)
    }

    /// Streets of a grid, some missing, with places on its crossings.
    private struct Town {
        static let rows: [FacilityRequirement] = [
            .walking("clinic", .five), .walking("school", .ten), .walking("clinic", .fifteen, id: "clinic15"),
            .parks(),
        ]
        private var streets: [(from: (Int, Int), to: (Int, Int))] = []
        private var blocks: [(Int, Int)] = []
        private var facilities: [(kind: String, at: (Int, Int))] = []

        init(_ random: inout SeededRandom) {
            for x in 0..<20 {
                for y in 0..<20 {
                    for next in [(x + 1, y), (x, y + 1)]
                    where next.0 < 20 && next.1 < 20 && !random.oneIn(4) {
                        streets.append(((x, y), next))
                    }
                }
            }
            for _ in 0..<60 {
                blocks.append((.random(in: 0..<20, using: &random), .random(in: 0..<20, using: &random)))
            }
            for _ in 0..<25 {
                let kind = ["clinic", "school", "park"].randomElement(using: &random) ?? "park"
                let place = (Int.random(in: 0..<20, using: &random), Int.random(in: 0..<20, using: &random))
                facilities.append((kind, place))
            }
        }

        /// What lies in a window of the grid.
        func village(within window: ClosedRange<Int>) -> Village {
            func isIn(_ node: (Int, Int)) -> Bool { window.contains(node.0) && window.contains(node.1) }
            func position(_ node: (Int, Int)) -> Position {
                Position(Double(node.0) * 100, Double(node.1) * 100)
            }
            var village = Village(surveyed: .all, maxSnap: WalkingDistance(metres: 0))
            village.lines = streets.filter { isIn($0.from) && isIn($0.to) }.map {
                [position($0.from), position($0.to)]
            }
            for (number, node) in blocks.enumerated() where isIn(node) {
                village.addBlock(position(node).x, position(node).y)
                village.rename("block \(number)")
            }
            for (kind, node) in facilities where isIn(node) {
                village.addFacility(kind, position(node).x, position(node).y, site: 500)
            }
            return village
        }
    }
}

extension Village {
    /// Gives the last block another id.
    fileprivate mutating func rename(_ id: String) {
        let last = blocks.removeLast()
        blocks.append(
            ResidentialBlock(
                id: id, name: nil, population: last.population, households: nil, age: nil, isGated: nil,
                shape: last.shape, landArea: nil, origin: last.origin, starts: last.starts, unit: nil))
    }
}
