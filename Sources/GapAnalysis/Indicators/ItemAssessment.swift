public import Standards

/// What becomes of an item of an indicator system.
public enum ItemResult: String, Sendable, CaseIterable {
    /// It is met.
    case met
    /// It is not met.
    case notMet = "not_met"
    /// A person has to state something, and nobody has.
    case needsEvidence = "needs_evidence"
    /// Geometry is to judge it and cannot.
    case notAssessable = "not_assessable"
    /// Geometry and a person say the opposite: somebody has to decide.
    case conflict
}

/// One item, what geometry makes of it, what a person states, and what follows
/// (Docs/Methods: Assessment by indicators).
public struct ItemAssessment: Sendable {
    /// The indicator the item belongs to.
    public let indicator: Indicator
    /// The item.
    public let item: IndicatorItem
    /// By rule of the item; empty where geometry has no say.
    public let outcomes: [RuleOutcome]
    /// What a person states; nil when nobody does.
    public let evidence: Evidence?

    /// What geometry alone says of its part: nil where it has no say.
    public var geometry: RuleOutcome.Verdict? {
        if outcomes.isEmpty { return nil }
        if outcomes.contains(where: { $0.verdict == .notMet }) { return .notMet }
        return outcomes.allSatisfy { $0.verdict == .met } ? .met : .notAssessable
    }

    /// How many shortfalls of blocks could be none with data from beyond its edge.
    public var uncertainCount: Int { outcomes.reduce(0) { $0 + $1.doubt.count } }

    /// Whether geometry's no rests on the edge of the data alone: with what lies beyond it could be a yes.
    public var isUncertain: Bool {
        let failed = outcomes.filter { $0.verdict == .notMet }
        return !failed.isEmpty && failed.allSatisfy(\.isUncertain)
    }

    /// What follows from both.
    ///
    /// Where geometry says no and a person says yes, neither goes first. A person's no beside geometry's yes is a
    /// conflict only if geometry alone judges the item: else it may be about what geometry does not see.
    public var result: ItemResult {
        switch (geometry, evidence?.isMet) {
        case (.notMet, true): .conflict
        case (.notMet, _): .notMet
        case (.met, false): item.judgement.needsEvidence ? .notMet : .conflict
        case (.met, true): .met
        case (.met, nil): item.judgement.needsEvidence ? .needsEvidence : .met
        case (_, let isMet?): isMet ? .met : .notMet
        case (.notAssessable, nil): item.judgement.needsEvidence ? .needsEvidence : .notAssessable
        case (nil, nil): .needsEvidence
        }
    }
}
