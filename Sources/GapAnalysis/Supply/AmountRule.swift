import Standards
import StudyAreas

/// The names that the figures of one amount have in files.
public struct AmountColumns: Hashable, Sendable {
    /// The amount that is known.
    public let amount: String
    /// Facilities of which it is not known.
    public let unknown: String
    /// What a thousand residents have.
    public let perThousand: String
    /// What a thousand residents are owed.
    public let askedPerThousand: String
    /// Whether that is enough.
    public let verdict: String

    /// The names in the order of the columns.
    public var all: [String] { [amount, unknown, perThousand, askedPerThousand, verdict] }
}

/// Holds an amount that facilities provide against what so many residents are owed of it.
protocol AmountRule: SupplyRule {
    static var columns: AmountColumns { get }

    init()

    /// What a requirement asks for, and for how many people; nil where it asks for nothing of the sort.
    func asked(_ requirement: FacilityRequirement, in standard: FacilityStandard) -> (
        amount: Double, people: Double
    )?

    /// What one facility provides; nil where that is not known.
    func amount(of facility: Facility) -> Double?
}

/// Every rule for amounts: a new one is named here, at the end, and nowhere else.
enum AmountRules {
    static let all: [any AmountRule.Type] = [FloorAreaRule.self, PlacesRule.self]

    /// What a requirement asks for by each rule.
    static func asked(
        _ requirement: FacilityRequirement, in standard: FacilityStandard
    ) -> [(amount: Double, people: Double)?] {
        all.map { $0.init().asked(requirement, in: standard) }
    }
}

extension AmountRule {
    func verdict(on provision: Provision) -> ProvisionVerdict? {
        guard let place = AmountRules.all.firstIndex(where: { $0 == Self.self }) else { return nil }
        let amount = provision.amounts[place]
        guard let isReached = amount.isReached(by: provision.residents) else { return nil }
        if isReached { return provision.isCounted ? .enough : .open }
        if provision.isUnsurveyed { return .open }
        // How much of a facility that lies elsewhere is theirs, nobody knows.
        return amount.unknown > 0 || provision.outside > 0 ? .open : .short
    }
}
