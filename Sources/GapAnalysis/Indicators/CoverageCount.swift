import Standards
import StudyAreas

/// How many blocks are served under all of some rows.
struct CoverageCount {
    private let served: (blocks: Int, residents: Double)
    private let residents: Double
    private let isFailed: Bool
    private let isUnknown: Bool
    private let isNothingKnown: Bool

    /// Counts the blocks of `context` that are met under every one of `rows`; where the kinds were not all looked
    /// for, a gap is unknown.
    init(_ context: IndicatorContext, _ rows: [[Assessment]], isSurveyed: Bool = true) {
        var served = (blocks: 0, residents: 0.0)
        var (isFailed, isUnknown, isNothingKnown) = (false, false, true)
        for block in context.blocks {
            let verdicts = rows.map { $0[block] }.map { assessment in
                assessment.verdict == .gap && !isSurveyed ? .notAssessable : assessment.verdict
            }
            isFailed = isFailed || verdicts.contains(where: \.isShortfall)
            isUnknown = isUnknown || verdicts.contains(.notAssessable)
            isNothingKnown = isNothingKnown && verdicts.allSatisfy { $0 == .notAssessable }
            guard verdicts.allSatisfy({ $0 == .met }) else { continue }
            served.blocks += 1
            served.residents += context.area.blocks[block].population ?? 0
        }
        self.served = served
        residents = context.blocks.reduce(0) { $0 + (context.area.blocks[$1].population ?? 0) }
        (self.isFailed, self.isUnknown, self.isNothingKnown) = (isFailed, isUnknown, isNothingKnown)
    }

    /// Not met where one block is known not to be served, unknown where one is not known, else met.
    func outcome(
        _ rule: IndicatorJudgement,
        _ figure: ((blocks: Int, residents: Double), Double) -> RuleOutcome.Figure
    ) -> RuleOutcome {
        let figure = figure(served, residents)
        if isFailed { return RuleOutcome(rule, .notMet, figure) }
        if isNothingKnown { return .unknown(rule, .notSurveyed) }
        return isUnknown ? .unknown(rule, .someUnknown, figure) : RuleOutcome(rule, .met, figure)
    }
}
