import PedestrianNetworks
import Standards
import StudyAreas
import WalkAccess

/// Whether every block has a facility of one of some kinds, of whatever size, within the strict limit on foot.
struct WalkedCoverage {
    let rule: IndicatorJudgement
    let kinds: [FacilityKind.ID]

    func outcome(_ context: IndicatorContext, _ search: inout NearestFacilitySearch) -> RuleOutcome {
        guard !context.blocks.isEmpty else { return .unknown(rule, .noBlocks) }
        guard let limits = rule.limit.flatMap(context.limits) else { return .unknown(rule, .noCircle) }
        let reach = RuleContext(
            area: context.area, requirement: row(limits),
            providers: kinds.map { SupplyProvider(kind: $0, minimum: MinimumSize()) },
            limits: Limits(
                strict: .limit(metres: limits.strictMetres), lenient: .limit(metres: limits.lenientMetres)),
            searchLimit: WalkingDistance(metres: limits.lenientMetres + 1))
        let assessed = AssessedRow(
            assessments: ReachRule().assess(reach, &search), strict: reach.limits.strict)
        return CoverageCount(context, [assessed], isSurveyed: context.isSurveyed(kinds)).outcome(rule) {
            .coverage(served: $0.blocks, of: context.blocks.count, residents: $0.residents, ofResidents: $1)
        }
    }

    /// The rule as a row of a facility table.
    private func row(_ limits: WalkLimits) -> FacilityRequirement {
        FacilityRequirement(
            id: rule.rule, kind: kinds.first ?? "", title: "", titleEn: "", category: .transport,
            distance: .walk(limits, nil), citation: Citation(document: "", place: "", quote: ""))
    }
}
