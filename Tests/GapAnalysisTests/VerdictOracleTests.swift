import Geometry
import NetworkFixtures
import PedestrianNetworks
import Standards
import StudyAreas
import Testing
import WalkAccess

@testable import GapAnalysis

/// The verdict by the words of the method, from one walk and one straight line for each facility.
private struct Oracle {
    let area: StudyArea
    let requirement: FacilityRequirement
    let strict: Double
    let lenient: Double

    private struct Option {
        let isSmall: Bool
        let isSizeKnown: Bool
        let isOnNetwork: Bool
        let walk: Double?
        let straight: Double
    }

    /// Metres on foot to one facility by Bellman and Ford's method: as long as anything shortens, go round again.
    private func walk(_ block: Int, _ facility: Int) -> Double? {
        let network = area.network
        var label = [Double](repeating: .infinity, count: network.nodeCount)
        func tail(_ edge: Int) -> Int { Int(network.edgeTail[edge]) }
        func head(_ edge: Int) -> Int { Int(network.edgeHead[edge]) }
        func length(_ edge: Int) -> Double { Double(network.length(of: edge)) / 1e6 }
        var best = Double.infinity
        for start in area.blockPlaces[block] {
            let edge = Int(start.edge)
            label[tail(edge)] = min(label[tail(edge)], start.leg.metres + Double(start.low) / 1e6)
            label[head(edge)] = min(
                label[head(edge)], start.leg.metres + length(edge) - Double(start.high) / 1e6)
            for end in area.facilityPlaces[facility] where end.edge == start.edge {
                let between = max(
                    0, Double(end.low) - Double(start.high), Double(start.low) - Double(end.high))
                best = min(best, start.leg.metres + end.leg.metres + between / 1e6)
            }
        }
        var changed = true
        while changed {
            changed = false
            for edge in 0..<network.edgeCount {
                for (a, b) in [(tail(edge), head(edge)), (head(edge), tail(edge))]
                where label[a] + length(edge) < label[b] - 1e-9 {
                    label[b] = label[a] + length(edge)
                    changed = true
                }
            }
        }
        for end in area.facilityPlaces[facility] {
            let edge = Int(end.edge)
            best = min(
                best, label[tail(edge)] + Double(end.low) / 1e6 + end.leg.metres,
                label[head(edge)] + length(edge) - Double(end.high) / 1e6 + end.leg.metres)
        }
        return best.isFinite ? best : nil
    }

    private func isWithin(_ metres: Double, _ limit: Double) -> Bool {
        (metres * 1000).rounded() <= (limit * 1000).rounded()
    }

    func outcome(ofBlock block: Int) -> Outcome {
        let options = area.facilities.indices.filter { area.facilities[$0].kind == requirement.kind }
            .map { option(block, $0) }
        if options.isEmpty, !area.surveyed.includes(requirement.kind) {
            return Outcome(.notAssessable, .notSurveyed)
        }
        if area.blockPlaces[block].isEmpty { return Outcome(.notAssessable, .offNetwork) }
        func reached(small: Bool) -> Option? {
            options.filter { $0.isSmall == small && $0.walk.map { isWithin($0, lenient) } ?? false }
                .min { ($0.walk ?? 0) < ($1.walk ?? 0) }
        }
        func isStray(small: Bool) -> Bool {
            options.contains { $0.isSmall == small && !$0.isOnNetwork && isWithin($0.straight, lenient) }
        }
        if let near = reached(small: false), let walk = near.walk {
            return Outcome(isWithin(walk, strict) ? .met : .marginal, near.isSizeKnown ? nil : .sizeUnknown)
        }
        if isStray(small: false) { return Outcome(.notAssessable, .facilityOffNetwork) }
        if reached(small: true) != nil { return Outcome(.undersized) }
        if isStray(small: true) { return Outcome(.notAssessable, .facilityOffNetwork) }
        if !options.isEmpty, options.allSatisfy({ $0.walk == nil }) { return Outcome(.gap, .unreachable) }
        let isNear = options.contains { isWithin($0.straight, lenient) }
        return Outcome(.gap, isNear ? .detour : .noneInReach)
    }

    private func option(_ block: Int, _ place: Int) -> Option {
        let facility = area.facilities[place]
        let sizes = [
            (requirement.minimum.floorAreaM2, facility.floorArea),
            (requirement.minimum.siteAreaM2, facility.siteArea),
        ]
        return Option(
            isSmall: sizes.contains { minimum, found in (found ?? .infinity) < (minimum ?? 0) },
            isSizeKnown: sizes.allSatisfy { minimum, found in minimum == nil || found != nil },
            isOnNetwork: !area.facilityPlaces[place].isEmpty, walk: walk(block, place),
            straight: area.blocks[block].starts.map { facility.straightDistance(from: $0) }.min() ?? .infinity
        )
    }
}

@Suite("Verdicts against the method's words")
struct VerdictOracleTests {
    @Test("every verdict and reason in three hundred villages", arguments: InvariantTests.batches)
    func villages(seeds: Range<UInt64>) async throws {
        let rows: [FacilityRequirement] = [
            .walking("clinic", .five, floor: 100), .walking("school", .ten),
            .walking("clinic", .fifteen, floor: 100, id: "clinic15"), .walking("park", .five, site: 400),
        ]
        for seed in seeds {
            var random = SeededRandom(seed: seed)
            let audit = try await Village.random(&random).audit(rows)
            for result in audit.requirements {
                let oracle = Oracle(
                    area: audit.area, requirement: result.requirement,
                    strict: result.limits.strict.metres.rounded(),
                    lenient: result.limits.lenient.metres.rounded())
                for (block, assessment) in result.assessments.enumerated() {
                    let expected = oracle.outcome(ofBlock: block)
                    let found = Outcome(assessment.verdict, assessment.reason)
                    #expect(found == expected, "seed \(seed), \(result.requirement.id), block \(block)")
                }
            }
        }
    }

    @Test("the villages are various enough to give every verdict and every reason")
    func variety() async throws {
        var verdicts: Set<Verdict> = []
        var reasons: Set<Reason> = []
        for seed in UInt64(0)..<300 {
            var random = SeededRandom(seed: seed)
            for result in try await Village.random(&random).audit(Village.rows).requirements {
                verdicts.formUnion(result.assessments.map(\.verdict))
                reasons.formUnion(result.assessments.compactMap(\.reason))
            }
        }
        #expect(verdicts == Set(Verdict.allCases))
        // A standard without bundles, and one that says nothing of neighbours.
        #expect(reasons == Set(Reason.allCases).subtracting([.byBundle, .inNeighbouringUnit]))
    }
}
