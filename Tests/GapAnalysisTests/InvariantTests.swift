import Geometry
import NetworkFixtures
import PedestrianNetworks
import Standards
import StudyAreas
import Testing
import WalkAccess

@testable import GapAnalysis

@Suite("What holds in every village")
struct InvariantTests {
    /// Three hundred villages, in batches that run side by side.
    static let batches: [Range<UInt64>] = stride(from: UInt64(0), to: 300, by: 30).map { $0..<$0 + 30 }

    /// Worse verdicts have higher ranks; nil where nothing was assessed.
    private func rank(_ verdict: Verdict) -> Int? {
        switch verdict {
        case .met: 0
        case .marginal: 1
        case .undersized: 2
        case .gap: 3
        case .notAssessable: nil
        }
    }

    /// The size of the facility that an assessment names.
    private func size(_ assessment: Assessment, _ audit: RequirementAudit, _ village: Village) -> SizeVerdict?
    {
        assessment.facility.map {
            MinimumSizeRule(audit.requirement.minimum).verdict(on: village.facilities[$0])
        }
    }

    @Test("verdict counts add up, and nobody is lost or counted twice", arguments: batches)
    func balance(seeds: Range<UInt64>) async throws {
        for seed in seeds {
            var random = SeededRandom(seed: seed)
            let village = try Village.random(&random)
            let audit = try await village.audit(Village.rows)
            #expect(audit.isBalanced)
            for block in village.blocks.indices {
                #expect(audit.tally(ofBlock: block).values.reduce(0, +) == Village.rows.count)
            }
            for total in audit.totals {
                let verdicts = audit.requirements[total.requirement].assessments.map(\.verdict)
                for verdict in Verdict.allCases {
                    #expect(total.blocks.amount(verdict) == Double(verdicts.count { $0 == verdict }))
                }
            }
        }
    }

    @Test(
        "one more facility never worsens a verdict that could be given before and after", arguments: batches)
    func moreFacilities(seeds: Range<UInt64>) async throws {
        for seed in seeds {
            var random = SeededRandom(seed: seed)
            var village = try Village.random(&random)
            let before = try await village.audit(Village.rows)
            try village.addRandomFacility(
                .random(in: -90...600, using: &random), .random(in: -90...600, using: &random), &random)
            let after = try await village.audit(Village.rows)
            for (old, new) in zip(before.requirements, after.requirements) {
                for (was, now) in zip(old.assessments, new.assessments) {
                    if let a = rank(was.verdict), let b = rank(now.verdict) {
                        #expect(b <= a, "seed \(seed)")
                    }
                    // What was known becomes open only by a facility whose walk nobody can tell.
                    if was.verdict != .notAssessable, now.verdict == .notAssessable {
                        #expect(now.reason == .facilityOffNetwork && was.verdict != .met)
                    }
                }
            }
        }
    }

    @Test("one more way between crossings lengthens no walk and worsens no verdict", arguments: batches)
    func moreWays(seeds: Range<UInt64>) async throws {
        for seed in seeds {
            var random = SeededRandom(seed: seed)
            var village = try Village.random(&random, onNodes: true)
            let options = AuditOptions(searchLimit: .furthest)
            let before = try await village.audit(Village.rows, options)
            let nodes = village.lines.flatMap { $0 }
            let ends = (0..<2).compactMap { _ in nodes.randomElement(using: &random) }
            village.lines.append(ends)
            let after = try await village.audit(Village.rows, options)
            for (old, new) in zip(before.requirements, after.requirements) {
                for (was, now) in zip(old.assessments, new.assessments) {
                    if let a = rank(was.verdict), let b = rank(now.verdict) {
                        #expect(b <= a, "seed \(seed)")
                    }
                    // Another verdict, or one that now rests on a larger facility, may name one farther off.
                    let isUpgrade =
                        size(was, old, village) == .undersized && size(now, new, village) != .undersized
                    if was.verdict == now.verdict, !isUpgrade, let walked = was.distance {
                        #expect(try #require(now.distance) <= walked, "seed \(seed)")
                    }
                }
            }
        }
    }

    @Test("five minutes lie within ten, and ten within fifteen", arguments: batches)
    func nestedCircles(seeds: Range<UInt64>) async throws {
        let rows: [FacilityRequirement] = [
            .walking("clinic", .five, floor: 100, id: "5"), .walking("clinic", .ten, floor: 100, id: "10"),
            .walking("clinic", .fiveToTen, floor: 100, id: "5-10"),
            .walking("clinic", .fifteen, floor: 100, id: "15"),
        ]
        for seed in seeds {
            var random = SeededRandom(seed: seed)
            let audit = try await Village.random(&random).audit(rows)
            let circles = audit.requirements.map(\.assessments)
            #expect(circles[1] == circles[2], "5-10 is judged by its wider circle")
            for (narrow, wide) in [(0, 1), (1, 3), (0, 3)] {
                for (near, far) in zip(circles[narrow], circles[wide]) {
                    if near.verdict == .met || near.verdict == .marginal {
                        #expect(far.verdict == .met, "seed \(seed)")
                    }
                    if let a = rank(near.verdict), let b = rank(far.verdict) { #expect(b <= a) }
                }
            }
        }
    }

    @Test("the number of threads changes nothing", arguments: batches)
    func threads(seeds: Range<UInt64>) async throws {
        for seed in seeds {
            var random = SeededRandom(seed: seed)
            let village = try Village.random(&random)
            let one = try await village.audit(Village.rows, AuditOptions(threads: 1))
            let four = try await village.audit(Village.rows, AuditOptions(threads: 4))
            #expect(one.requirements.map(\.assessments) == four.requirements.map(\.assessments))
            #expect(one.facilityReach == four.facilityReach && one.findings == four.findings)
            #expect(one.counters == four.counters)
            #expect(one.coverage.map(\.blocks) == four.coverage.map(\.blocks))
            #expect(one.coverage.map(\.population) == four.coverage.map(\.population))
        }
    }

    @Test(
        "the order of facilities changes nothing but which of two equally near is named", arguments: batches)
    func orderOfFacilities(seeds: Range<UInt64>) async throws {
        for seed in seeds {
            var random = SeededRandom(seed: seed)
            var village = try Village.random(&random, onNodes: seed % 2 == 0)
            let before = try await village.audit(Village.rows)
            village.facilities.shuffle(using: &random)
            let after = try await village.audit(Village.rows)
            for (old, new) in zip(before.requirements, after.requirements) {
                for block in village.blocks.indices {
                    let (was, now) = (old.assessments[block], new.assessments[block])
                    #expect(was.verdict == now.verdict && was.distance == now.distance)
                    #expect(was.straight == now.straight)
                    let other = now.facility.flatMap { place in
                        before.area.facilities.firstIndex { $0.id == village.facilities[place].id }
                    }
                    if other == was.facility {
                        // Under a radius the reason is that of the nearest park, the walk may be to another.
                        let origin = village.blocks[block].origin
                        let nearest = village.facilities.count {
                            $0.kind == old.requirement.kind && $0.shape.distance(to: origin) == was.straight
                        }
                        let isTie = old.requirement.distance.circle == nil && nearest > 1
                        #expect(was.reason == now.reason || isTie, "seed \(seed)")
                    } else if let walked = was.distance {
                        let place = try #require(other)
                        #expect(before.area.walk(block, to: place) == walked, "seed \(seed)")
                    }
                }
            }
            func reach(_ audit: Audit) -> [String: FacilityReach?] {
                Dictionary(
                    uniqueKeysWithValues: zip(audit.area.facilities.map(\.id), audit.facilityReach))
            }
            #expect(reach(before) == reach(after))
        }
    }
}
