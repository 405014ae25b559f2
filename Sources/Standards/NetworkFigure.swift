/// A figure for the network, by the rule that judges it.
public struct NetworkFigure: Sendable, Hashable {
    /// The rule.
    public let form: NetworkRuleForm
    /// The least that is asked for, in the unit of the rule; nil where nothing is too little.
    public let minimum: Double?
    /// The most that is allowed; nil where nothing is too much.
    public let maximum: Double?

    /// The rule's name.
    public var rule: NetworkRuleForm.ID { form.id }

    /// A figure for the rule of a name; a name that is none of `NetworkRuleForm.all` traps.
    public init(_ rule: NetworkRuleForm.ID, minimum: Double? = nil, maximum: Double? = nil) {
        guard let form = NetworkRuleForm.all.first(where: { $0.id == rule }) else {
            preconditionFailure("no rule is called \(rule)")
        }
        self.form = form
        self.minimum = minimum
        self.maximum = maximum
    }
}
