import Geometry
import PedestrianNetworks
public import Standards
public import StudyAreas
public import WalkAccess
import WorkSharing

/// One requirement, the limits it was judged by, and the verdict on every block.
public struct RequirementAudit: Sendable {
    /// The requirement.
    public let requirement: FacilityRequirement
    /// The limits as applied.
    public let limits: Limits
    /// By block, in the order of the area's blocks.
    public let assessments: [Assessment]
}

/// Every block of a study area held against every requirement of a standard.
public struct Audit: Sendable {
    /// The place that was audited.
    public let area: StudyArea
    /// The standard that judged it.
    public let standard: FacilityStandard
    /// How it was measured.
    public let options: AuditOptions
    /// In the order of the standard.
    public let requirements: [RequirementAudit]
    /// For each requirement the whole area, then each unit.
    public let coverage: [Coverage]
    /// By facility; nil for kinds the standard does not judge.
    public let facilityReach: [FacilityReach?]
    /// By facility: those who walk to it; nil for kinds the standard does not judge.
    public let catchments: [FacilityCatchment?]
    /// By requirement that says for how many people a facility is, or how much they are owed: the whole area, each
    /// unit, each facility in use.
    public let supply: [Provision]
    /// By requirement: the residential land that no adequate facility reaches, the largest patch first.
    public let blindSpots: [[UncoveredPatch]]
    /// Which verdicts could be better if the data went on beyond its edge.
    public let edge: EdgeDoubt
    /// The area's findings and the audit's own.
    public let findings: [Finding]
    /// The work the searches did.
    public let counters: SearchCounters

    /// Audits `area` by `standard`, requirements and facilities spread over the options' threads.
    ///
    /// One search per requirement from all its facilities at once, and one bounded search per facility for the
    /// residents it serves. The result does not depend on the number of threads.
    ///
    /// - Parameter progress: Called from any task with the share of the work done, 0…1.
    public init(
        of area: StudyArea, by standard: FacilityStandard, options: AuditOptions,
        progress: @Sendable @escaping (Double) -> Void = { _ in }
    ) async throws {
        // Both halves take about as long on a city: see FacilityReachSurvey.
        let pieces = Double(max(standard.requirements.count, 1))
        let rules = try RemarkRules(for: area, standard)
        let judged = try await concurrentMap(
            count: standard.requirements.count, threads: options.threads,
            workspace: { NearestFacilitySearch(on: area.network) },
            progress: { progress(Double($0) / pieces / 2) }
        ) { index, search in
            let requirement = standard.requirements[index]
            let limits = options.limits(of: requirement, in: standard)
            let context = RuleContext(
                area: area, requirement: requirement, providers: standard.providers(of: requirement),
                limits: limits, searchLimit: max(options.searchLimit, limits.lenient))
            let before = search.counters
            let assessments = rules.remarked(
                requirement.rule.assess(context, &search),
                RemarkContext(area: area, standard: standard, requirement: requirement))
            return (
                RequirementAudit(requirement: requirement, limits: limits, assessments: assessments),
                search.counters - before
            )
        }
        let results = judged.map(\.0)
        let reach = try await FacilityReachSurvey(
            area: area, results: results, threads: options.threads
        ).survey { progress(0.5 + $0 / 2) }
        blindSpots = try await BlindSpotSurvey(
            area: area, standard: standard, results: results, threads: options.threads
        ).spots()
        catchments = FacilityCatchment.all(in: area, results: results, standard: standard)
        supply = try SupplySurvey(area: area, standard: standard, results: results).provisions()
        self.area = area
        self.standard = standard
        self.options = options
        requirements = results
        edge = try EdgeDoubt(of: results, in: area)
        coverage = Coverage.table(of: results, in: area, edge: edge)
        facilityReach = reach.reach
        findings =
            area.findings + AuditNotes(area: area, standard: standard, results: results).findings
            + EdgeNotes(area: area, blocks: edge.blocks, count: edge.count, widest: edge.widest).findings
            + rules.findings(results, in: area, standard)
        counters = judged.reduce(reach.counters) { $0 + $1.1 }
    }

    /// Coverage of the whole area, in the order of the requirements.
    public var totals: [Coverage] { coverage.filter { $0.unit == nil } }

    /// Whether what was put in is what came out, in blocks and in people, under every requirement.
    ///
    /// A check on the program, not on the data.
    public var isBalanced: Bool {
        var residents = VerdictShares()
        for block in area.blocks { residents.add(block.population ?? 0, to: .met) }
        return totals.allSatisfy {
            $0.blocks.input == Double(area.blocks.count) && $0.population.input == residents.input
        }
    }

    /// How the assessments of one block are spread over the verdicts.
    public func tally(ofBlock block: Int) -> [Verdict: Int] {
        requirements.reduce(into: [:]) { $0[$1.assessments[block].verdict, default: 0] += 1 }
    }
}
