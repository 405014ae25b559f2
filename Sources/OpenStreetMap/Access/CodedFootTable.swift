/// The table of foot access, as it holds in one profile, in the numbers of `TagWords`.
struct CodedFootTable: Sendable {
    /// What a row for ways says where it is the first that fits.
    struct Row: Sendable {
        let rule: FootRule
        let isWalkable: Bool
        let closedIsArea: Bool
        /// The access keys that may overrule it, as bits.
        let openedBy: UInt64
    }

    /// What the value of an access key says, and in which words.
    typealias Decision = (meaning: FootTable.Meaning, rule: FootRule)

    fileprivate struct AccessKey: Sendable {
        let number: UInt16
        /// By the number of the value.
        let decisions: [UInt16: Decision]
    }

    private let never: (conditions: CodedConditions, rules: [FootRule])
    private let ways: (conditions: CodedConditions, rows: [Row])
    private let barriers: (conditions: CodedConditions, rows: [(rule: FootRule, isOpen: Bool)])
    private let barrierKey = TagWords.bundled.number(of: FootTable.barrierKey.utf8)
    private let locked: (condition: CodedConditions, rule: FootRule)
    /// The most specific first.
    private let accessKeys: [AccessKey]

    init(_ table: FootTable, profile: FootProfile) {
        let (never, ways) = (
            table.never.filter { $0.holds(in: profile) }, table.ways.filter { $0.holds(in: profile) }
        )
        self.never = (CodedConditions(never.map { ($0.when, $0.unless) }), never.map(\.rule))
        self.ways = (CodedConditions(ways.map { ($0.when, $0.unless) }), ways.map(Row.init))
        barriers = (
            CodedConditions(
                table.barriers.map { (TagCondition(terms: [(FootTable.barrierKey, $0.allowed)]), .nothing) }),
            table.barriers.map { ($0.rule, $0.isOpen) }
        )
        locked = (CodedConditions([(table.locked.condition, .nothing)]), table.locked.rule)
        accessKeys = table.accessKeys.map { AccessKey($0, table.meanings) }
    }

    /// The row that no tag overrules.
    func never(_ codes: TagCodes) -> FootRule? { never.conditions.first(for: codes).map { never.rules[$0] } }

    /// The first row for ways that fits.
    func way(_ codes: TagCodes) -> Row? { ways.conditions.first(for: codes).map { ways.rows[$0] } }

    /// Whether there is any barrier, listed or not.
    func hasBarrier(_ codes: TagCodes) -> Bool { codes.has(barrierKey) }

    /// The first row for barriers that fits.
    func barrier(_ codes: TagCodes) -> (rule: FootRule, isOpen: Bool)? {
        barriers.conditions.first(for: codes).map { barriers.rows[$0] }
    }

    /// The rule for what is locked.
    func lock(_ codes: TagCodes) -> FootRule? { locked.condition.first(for: codes).map { _ in locked.rule } }

    /// Whether any row speaks of ways with these tags.
    func concernsWay(_ codes: TagCodes) -> Bool {
        never.conditions.first(for: codes) != nil || ways.conditions.first(for: codes) != nil
    }

    /// What the most specific access key says, unless its value is not listed; `keys` are those that may, as bits.
    func decision(_ codes: TagCodes, among keys: UInt64 = .max) -> Decision? {
        guard let key = accessKeys.first(where: { codes.has($0.number) }), keys >> UInt64(key.number) & 1 == 1
        else { return nil }
        return codes.value(of: key.number).flatMap { key.decisions[$0] }
    }
}

extension CodedFootTable.Row {
    fileprivate init(_ row: FootTable.Row) {
        let isOpenToAll = row.isWalkable || row.openedBy == nil
        self.init(
            rule: row.rule, isWalkable: row.isWalkable, closedIsArea: row.closedIsArea,
            openedBy: isOpenToAll ? .max : TagWords.bundled.bits(ofKeys: row.openedBy ?? []))
    }
}

extension CodedFootTable.AccessKey {
    fileprivate init(_ key: String, _ meanings: [String: (meaning: FootTable.Meaning, reason: String)]) {
        let words = TagWords.bundled
        number = words.number(of: key.utf8)
        decisions = Dictionary(
            uniqueKeysWithValues: meanings.map { value, said in
                let rule = FootRule(id: "\(key)=\(value)", reason: said.reason)
                return (words.number(of: value.utf8), (said.meaning, rule))
            })
    }
}
