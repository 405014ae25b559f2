import Standards
import StudyAreas

/// How much of something falls under each verdict: blocks, residents or square metres of residential land.
public struct VerdictShares: Hashable, Sendable {
    /// What is within the strict limit.
    public private(set) var met = 0.0
    /// What is within the lenient limit only.
    public private(set) var marginal = 0.0
    /// What reaches only facilities that are too small.
    public private(set) var undersized = 0.0
    /// What reaches nothing.
    public private(set) var gap = 0.0
    /// What nothing is known about.
    public private(set) var notAssessable = 0.0

    /// Nothing yet.
    public init() {}

    /// Counts `amount` under `verdict`, to 1/1024 of its unit: such fractions add up exactly in any order, so
    /// that equal sums are equal to the last digit.
    public mutating func add(_ amount: Double, to verdict: Verdict) {
        let amount = (amount * 1024).rounded() / 1024
        switch verdict {
        case .met: met += amount
        case .marginal: marginal += amount
        case .undersized: undersized += amount
        case .gap: gap += amount
        case .notAssessable: notAssessable += amount
        }
    }

    /// What was assessed.
    public var assessed: Double { met + marginal + undersized + gap }
    /// Assessed and not assessable together: the input.
    public var input: Double { assessed + notAssessable }
    /// The share of the assessed within the strict limit, 0…1; nil when nothing was assessed.
    public var strictShare: Double? { assessed > 0 ? met / assessed : nil }
    /// The share of the assessed within the lenient limit, 0…1; nil when nothing was assessed.
    public var lenientShare: Double? { assessed > 0 ? (met + marginal) / assessed : nil }
}

/// The coverage of one requirement in the whole area or in one unit.
public struct Coverage: Sendable {
    /// The place of the requirement in the audit.
    public let requirement: Int
    /// The place of the unit in the area; nil for the whole area.
    public let unit: Int?
    /// Blocks by verdict.
    public private(set) var blocks = VerdictShares()
    /// Residents of blocks whose population is known.
    public private(set) var population = VerdictShares()
    /// Residential land of blocks whose area is known, in m².
    public private(set) var land = VerdictShares()
    /// Blocks that are met or marginal by a facility of unknown size.
    public private(set) var sizeUnknownBlocks = 0
    /// Blocks whose verdict could be better with data from beyond the edge.
    public private(set) var uncertainBlocks = 0
    /// Their residents, as far as known.
    public private(set) var uncertainPopulation = 0.0
    /// Residents within the service radius whose walk is longer than it; nil for walking requirements.
    public private(set) var lostOnFoot: Double?

    init(requirement: Int, unit: Int?, isRadius: Bool) {
        self.requirement = requirement
        self.unit = unit
        lostOnFoot = isRadius ? 0 : nil
    }

    mutating func addUncertain(_ block: ResidentialBlock) {
        uncertainBlocks += 1
        uncertainPopulation += block.population ?? 0
    }

    mutating func add(_ block: ResidentialBlock, _ assessment: Assessment, limits: Limits) {
        blocks.add(1, to: assessment.verdict)
        if let residents = block.population { population.add(residents, to: assessment.verdict) }
        if let area = block.landArea { land.add(area, to: assessment.verdict) }
        if assessment.reason == .sizeUnknown { sizeUnknownBlocks += 1 }
        if let lost = lostOnFoot, assessment.verdict == .met {
            let isWalkable = assessment.distance.map { $0 <= limits.strict } ?? false
            lostOnFoot = lost + (isWalkable ? 0 : block.population ?? 0)
        }
    }

    /// Coverage of every requirement in the whole area, then in each unit.
    static func table(
        of results: [RequirementAudit], in area: StudyArea, edge: EdgeDoubt
    ) -> [Coverage] {
        let scopes = [nil] + area.units.indices.map { Optional($0) }
        return results.indices.flatMap { requirement in
            scopes.map { coverage(of: results[requirement], at: requirement, unit: $0, in: area, edge) }
        }
    }

    private static func coverage(
        of result: RequirementAudit, at place: Int, unit: Int?, in area: StudyArea, _ edge: EdgeDoubt
    ) -> Coverage {
        var isRadius = false
        if case .radius = result.requirement.distance { isRadius = true }
        var coverage = Coverage(requirement: place, unit: unit, isRadius: isRadius)
        for (number, block) in area.blocks.enumerated() where unit == nil || block.unit == unit {
            coverage.add(block, result.assessments[number], limits: result.limits)
            if edge.isUncertain(place, block: number) { coverage.addUncertain(block) }
        }
        return coverage
    }
}
