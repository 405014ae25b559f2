import Standards
import StudyAreas

/// What rules for the network are judged on besides a zone's own figures.
struct NetworkPlacesJudged {
    let blocks: [ResidentialBlock]
    let streetBlocks: [StreetBlock]
    /// By block.
    let closed: [Int: ClosedCompound]
    /// By block.
    let possiblyClosed: [Int: ClosedCompound]
}

/// Holds a zone against one figure of a standard (Docs/Methods: The walking network's own figures).
protocol NetworkRule: Sendable {
    /// The rule's name: one of `NetworkRuleForm.all`.
    static var id: NetworkRuleForm.ID { get }

    init(_ figure: NetworkFigure)

    func outcome(_ figures: NetworkZoneFigures, _ places: NetworkPlacesJudged) -> NetworkOutcome
}

/// Every rule that the network can be judged by: a new one is named here, and nowhere else.
enum NetworkRules {
    static let all: [any NetworkRule.Type] = [
        DensityRule.self, JunctionSpacingRule.self, JunctionLimitRule.self, StreetBlockRule.self,
        ClosedSideRule.self,
    ]

    /// What a requirement makes of a zone.
    static func judgement(
        _ requirement: NetworkRequirement, _ figures: NetworkZoneFigures, _ places: NetworkPlacesJudged
    ) -> NetworkJudgement {
        guard let rule = all.first(where: { $0.id == requirement.figure.rule }) else {
            preconditionFailure("no rule judges \(requirement.figure.rule)")
        }
        let outcome = rule.init(requirement.figure).outcome(figures, places)
        return NetworkJudgement(
            requirement: requirement, value: outcome.value, countOver: outcome.countOver,
            verdict: outcome.verdict, reason: outcome.reason)
    }
}

/// A judgement without the requirement it is about.
struct NetworkOutcome {
    var value: Double?
    var countOver: Int?
    var verdict = NetworkVerdict.notAssessable
    var reason: NetworkReason?

    static func unknown(_ reason: NetworkReason, over count: Int? = 0) -> NetworkOutcome {
        NetworkOutcome(countOver: count, reason: reason)
    }

    init(
        value: Double? = nil, countOver: Int?, verdict: NetworkVerdict = .notAssessable,
        reason: NetworkReason?
    ) {
        (self.value, self.countOver, self.verdict, self.reason) = (value, countOver, verdict, reason)
    }

    /// A value held against a figure, of which either end may be open.
    init(_ value: Double, over count: Int?, against figure: NetworkFigure) {
        (self.value, countOver) = (value, count)
        reason =
            value < figure.minimum ?? value ? .below : value > figure.maximum ?? value ? .above : nil
        verdict = reason == nil ? .met : .notMet
    }
}
