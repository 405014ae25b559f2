import PedestrianNetworks
import Standards
import StudyAreas

/// The blocks of a study area held against one row, and what decides whether the edge of the data is too near.
struct AssessedRow {
    let assessments: [Assessment]
    /// What is asked of every block.
    let strict: WalkingDistance
    /// Whether the straight line decides.
    var isByRadius = false

    /// Whether `block` could be met if the data went on.
    func couldBeMet(_ block: Int, _ edge: EdgeDistances) -> Bool {
        (isByRadius ? edge.lines[block] : edge.walks[block]).map { $0 <= strict } ?? false
    }
}

/// How many blocks are served under all of some rows.
struct CoverageCount {
    private let served: (blocks: Int, residents: Double)
    private let residents: Double
    private let shortBlocks: [Int]
    private let isUnknown: Bool
    private let isNothingKnown: Bool
    private let doubt: OutcomeDoubt

    /// Counts the blocks of `context` that are met under every one of `rows`; where the kinds were not all looked
    /// for, a gap is unknown.
    init(_ context: IndicatorContext, _ rows: [AssessedRow], isSurveyed: Bool = true) {
        var served = (blocks: 0, residents: 0.0)
        var (isUnknown, isNothingKnown) = (false, true)
        var (shortfalls, doubts, doubtful, shortBlocks) = (0, 0, [Int](), [Int]())
        for block in context.blocks {
            let verdicts = rows.map { $0.assessments[block] }.map { assessment in
                assessment.verdict == .gap && !isSurveyed ? .notAssessable : assessment.verdict
            }
            let short = rows.indices.filter { verdicts[$0].isShortfall }
            let open = short.count { rows[$0].couldBeMet(block, context.edge) }
            shortfalls += short.count
            doubts += open
            if !short.isEmpty { shortBlocks.append(block) }
            if open > 0 { doubtful.append(block) }
            isUnknown = isUnknown || verdicts.contains(.notAssessable)
            isNothingKnown = isNothingKnown && verdicts.allSatisfy { $0 == .notAssessable }
            guard verdicts.allSatisfy({ $0 == .met }) else { continue }
            served.blocks += 1
            served.residents += context.area.blocks[block].population ?? 0
        }
        self.served = served
        residents = context.blocks.reduce(0) { $0 + (context.area.blocks[$1].population ?? 0) }
        self.shortBlocks = shortBlocks
        (self.isUnknown, self.isNothingKnown) = (isUnknown, isNothingKnown)
        doubt = OutcomeDoubt(blocks: doubtful, count: doubts, shortfalls: shortfalls)
    }

    /// Not met where one block is known not to be served, unknown where one is not known, else met.
    func outcome(
        _ rule: IndicatorJudgement,
        _ figure: ((blocks: Int, residents: Double), Double) -> RuleOutcome.Figure
    ) -> RuleOutcome {
        let figure = figure(served, residents)
        guard shortBlocks.isEmpty else {
            return RuleOutcome(rule, .notMet, figure, shortBlocks: shortBlocks, doubt: doubt)
        }
        if isNothingKnown { return .unknown(rule, .notSurveyed) }
        return isUnknown ? .unknown(rule, .someUnknown, figure) : RuleOutcome(rule, .met, figure)
    }
}
