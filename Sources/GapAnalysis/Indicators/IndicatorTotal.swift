public import Standards

/// How many items of a scope are met, in the document's own arithmetic.
public struct IndicatorTotal: Sendable, Hashable {
    /// What is summed up.
    public enum Scope: Sendable, Hashable {
        /// All items.
        case items
        /// Those of a class.
        case ofClass(IndicatorClass.ID)
        /// Those of a first level.
        case ofGroup(IndicatorGroup.ID)
    }

    /// What is summed up.
    public let scope: Scope
    /// Items in the text as stored.
    public let listed: Int
    /// Items the document counts of which the stored text has lost the words.
    public let missing: Int
    /// The document's own sum; nil where it prints none.
    public let printed: Int?
    /// By result: how many.
    public let results: [ItemResult: Int]

    /// How many are met.
    public var met: Int { results[.met] ?? 0 }

    /// What shares are of: the document's own sum where it prints one, right or wrong, else what is listed and
    /// missing.
    public var total: Int { printed ?? listed + missing }

    /// The share of those met in per cent, rounded to two decimals as the forms print it; nil where there are none.
    public var percent: Double? { share(of: total) }

    /// The same share of what the text lists.
    public var percentOfListed: Double? { share(of: listed) }

    private func share(of total: Int) -> Double? {
        total > 0 ? (Double(met) / Double(total) * 10_000).rounded() / 100 : nil
    }

    /// All items, each class, each first level.
    static func all(of items: [ItemAssessment], in system: IndicatorSystem) -> [IndicatorTotal] {
        let groups = Dictionary(
            system.indicators.map { ($0.number, $0.group) }, uniquingKeysWith: { first, _ in first })
        func total(
            _ scope: Scope, _ printed: PrintedTotal.Scope?, _ isMember: (ItemAssessment) -> Bool,
            _ isMissing: (MissingItem) -> Bool
        ) -> IndicatorTotal {
            let members = items.filter(isMember)
            return IndicatorTotal(
                scope: scope, listed: members.count, missing: system.missing.count(where: isMissing),
                printed: printed.flatMap { system.printedTotal(of: $0)?.total },
                results: members.reduce(into: [:]) { $0[$1.result, default: 0] += 1 })
        }
        return [total(.items, .items, { _ in true }, { _ in true })]
            + system.classes.map { named in
                total(
                    .ofClass(named.id), .ofClass(named.id), { $0.item.classID == named.id },
                    { $0.classID == named.id })
            }
            + system.groups.map { group in
                total(
                    .ofGroup(group.id), nil, { $0.indicator.group == group.id },
                    { groups[$0.indicator] == group.id })
            }
    }
}
