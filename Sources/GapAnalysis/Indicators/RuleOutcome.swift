public import Standards

/// What geometry makes of one rule of an item.
public struct RuleOutcome: Sendable, Hashable {
    /// Whether what the rule asks for is there.
    public enum Verdict: String, Sendable, CaseIterable {
        /// As asked.
        case met
        /// Not as asked.
        case notMet = "not_met"
        /// Not known.
        case notAssessable = "not_assessable"
    }

    /// What was counted or measured.
    public enum Figure: Sendable, Hashable {
        /// Blocks that are served, of all that lie there, and their residents.
        case coverage(served: Int, of: Int, residents: Double, ofResidents: Double)
        /// Rows of the facility table that all blocks are served under, of those the circle has.
        case services(served: Int, of: Int)
        /// Facilities by size.
        case sizes(adequate: Int, unknown: Int, undersized: Int)
        /// The worst of what was measured, with its unit as it is written.
        case measured(Double, unit: String)
    }

    /// Why it is not known, or what it failed for.
    public enum Reason: String, Sendable, CaseIterable {
        /// The facility table has no such circle.
        case noCircle = "no_circle"
        /// The facility table asks for nothing in the circle.
        case nothingAsked = "nothing_asked"
        /// There is no block.
        case noBlocks = "no_blocks"
        /// No facility of the kind is in the data, and nobody has looked for one.
        case notSurveyed = "not_surveyed"
        /// Some blocks could not be assessed, all others are served.
        case someUnknown = "some_unknown"
        /// Facilities are there whose size is not known.
        case sizeUnknown = "size_unknown"
        /// The data do not say along which paths they follow one another.
        case pathsUnknown = "paths_unknown"
        /// The network or the compounds there are not known well enough.
        case networkUnknown = "network_unknown"
    }

    /// The rule.
    public let rule: IndicatorJudgement
    /// The verdict.
    public let verdict: Verdict
    /// What it rests on; nil when nothing was there to measure.
    public let figure: Figure?
    /// Why it is not assessable; nil otherwise.
    public let reason: Reason?
    /// The blocks it fails for, in input order; none for rules that are not about blocks.
    public let shortBlocks: [Int]
    /// What of it could be better with data from beyond the edge.
    public let doubt: OutcomeDoubt

    /// Whether data from beyond the edge could turn a no into a yes.
    public var isUncertain: Bool { verdict == .notMet && doubt.coversAll }

    init(
        _ rule: IndicatorJudgement, _ verdict: Verdict, _ figure: Figure?, _ reason: Reason? = nil,
        shortBlocks: [Int] = [], doubt: OutcomeDoubt = OutcomeDoubt()
    ) {
        self.rule = rule
        self.verdict = verdict
        self.figure = figure
        self.reason = reason
        self.shortBlocks = shortBlocks
        self.doubt = doubt
    }

    static func unknown(_ rule: IndicatorJudgement, _ reason: Reason, _ figure: Figure? = nil) -> RuleOutcome
    {
        RuleOutcome(rule, .notAssessable, figure, reason)
    }
}
