import Standards
import StudyAreas

/// What a remark is made from.
struct RemarkContext: Sendable {
    let area: StudyArea
    let standard: FacilityStandard
    let requirement: FacilityRequirement
}

/// Says something about verdicts that are already given, and about a requirement as a whole.
protocol RemarkRule: Sendable {
    /// What there is to say of the verdict on one block.
    func remarks(on assessment: Assessment, ofBlock block: Int, _ context: RemarkContext) -> Remarks

    /// The reason that a success has by a remark of this rule, when it has no other; nil for none.
    var reason: (remark: Remarks, reason: Reason)? { get }

    /// What a reader of the findings has to know of the requirement.
    func findings(_ assessments: [Assessment], _ context: RemarkContext) -> [Finding]
}

extension RemarkRule {
    var reason: (remark: Remarks, reason: Reason)? { nil }
}

/// All rules for remarks, those whose reason goes first first.
struct RemarkRules: Sendable {
    private let rules: [any RemarkRule]

    init(for area: StudyArea, _ standard: FacilityStandard) throws {
        rules = [
            BundleRemark(), try NeighbourRemark(area, standard), SubstituteRemark(), UnknownAgeRemark(),
        ]
    }

    /// The assessments of a requirement with all remarks.
    func remarked(_ assessments: [Assessment], _ context: RemarkContext) -> [Assessment] {
        assessments.enumerated().map { block, assessment in
            var assessment = assessment
            for rule in rules {
                let remarks = rule.remarks(on: assessment, ofBlock: block, context)
                assessment.remarks.formUnion(remarks)
                if let (remark, reason) = rule.reason, assessment.reason == nil, remarks.contains(remark) {
                    assessment.reason = reason
                }
            }
            return assessment
        }
    }

    func findings(_ results: [RequirementAudit], in area: StudyArea, _ standard: FacilityStandard)
        -> [Finding]
    {
        results.flatMap { result in
            let context = RemarkContext(area: area, standard: standard, requirement: result.requirement)
            return rules.flatMap { $0.findings(result.assessments, context) }
        }
    }
}

extension RemarkContext {
    /// The facility that serves a block, on foot or under a service radius; nil when none does.
    func serving(_ assessment: Assessment) -> Int? {
        guard assessment.isServed else { return nil }
        if case .radius = requirement.distance { return assessment.straightFacility }
        return assessment.facility
    }

    /// How many blocks have a remark, and their residents.
    func count(_ remarks: Remarks, _ assessments: [Assessment]) -> (blocks: Int, population: Double) {
        let places = assessments.indices.filter { assessments[$0].remarks.contains(remarks) }
        return (places.count, places.reduce(0) { $0 + (area.blocks[$1].population ?? 0) })
    }
}

extension Assessment {
    /// Whether the block is served: met or marginal.
    var isServed: Bool { verdict == .met || verdict == .marginal }
}
