/// How an item is judged: by what can be computed, by what a person states, or by both.
public enum ItemJudgement: Sendable, Hashable {
    /// Only a person can say whether it is met.
    case evidence
    /// These judgements together decide; not empty.
    case geometry([IndicatorJudgement])
    /// These judgements have to hold, and a person has to state the rest; not empty.
    case both([IndicatorJudgement])

    /// What can be computed; empty where nothing can.
    public var judgements: [IndicatorJudgement] {
        switch self {
        case .evidence: []
        case .geometry(let judgements), .both(let judgements): judgements
        }
    }

    /// Whether a person has to state something.
    public var needsEvidence: Bool {
        if case .geometry = self { false } else { true }
    }

    /// The name in files.
    public var id: String {
        switch self {
        case .evidence: "evidence"
        case .geometry: "geometry"
        case .both: "both"
        }
    }
}

/// A rule that geometry can judge an item by, with its figures.
public struct IndicatorJudgement: Sendable, Hashable {
    /// The rule.
    public let form: IndicatorRuleForm
    /// The kinds of facility of which one suffices; empty where the rule names none.
    public let kinds: [FacilityKind.ID]
    /// How far somebody walks; nil where the rule is about no walk.
    public let limit: ReachLimit?
    /// The figures by their keys; positive.
    public let figures: [String: Double]

    /// The rule's name in files.
    public var rule: IndicatorRuleForm.ID { form.id }

    /// The first of the figures in the order of files; nil where there is none.
    public var figure: Double? { form.figureKeys.lazy.compactMap { figures[$0] }.first }

    /// A judgement by the rule of a name; a name that is none of `IndicatorRuleForm.all` traps.
    public init(
        _ rule: IndicatorRuleForm.ID, kinds: [FacilityKind.ID] = [], within limit: ReachLimit? = nil,
        figures: [String: Double] = [:]
    ) {
        guard let form = IndicatorRuleForm.all.first(where: { $0.id == rule }) else {
            preconditionFailure("no rule is called \(rule)")
        }
        self.form = form
        self.kinds = kinds
        self.limit = limit
        self.figures = figures
    }
}

/// How far somebody walks to something: as far as a circle reaches, or so many metres.
public enum ReachLimit: Sendable, Hashable {
    /// The circle's distance, which the facility table gives.
    case circle(LifeCircleTier)
    /// So many metres; positive.
    case metres(Double)
}
