public import StrictYAML

/// What somebody states about one item of an indicator system.
public struct Evidence: Sendable, Hashable {
    /// The item.
    public let item: IndicatorItem.ID
    /// Whether it is met, by the statement.
    public let isMet: Bool
    /// Who states it.
    public let who: String
    /// The day it was stated, as `2024-05-01`.
    public let when: String
    /// Where it can be looked up: a document, a photograph; nil when nothing is named.
    public let source: String?
    /// What else there is to say; nil for nothing.
    public let note: String?

    /// A statement from its parts.
    public init(
        item: IndicatorItem.ID, isMet: Bool, who: String, when: String, source: String? = nil,
        note: String? = nil
    ) {
        self.item = item
        self.isMet = isMet
        self.who = who
        self.when = when
        self.source = source
        self.note = note
    }
}

/// The statements on the items of one system, at most one an item.
public struct EvidenceFile: Sendable, Hashable {
    /// In the order of the file; rows without a statement are left out.
    public let statements: [Evidence]
    private let byItem: [IndicatorItem.ID: Evidence]

    /// Statements of which no two are about the same item.
    public init(_ statements: [Evidence] = []) {
        self.statements = statements
        byItem = Dictionary(statements.map { ($0.item, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The statement on an item; nil when there is none.
    public func statement(on item: IndicatorItem.ID) -> Evidence? { byItem[item] }
}

extension EvidenceFile {
    /// Reads statements on `system` from YAML, strictly.
    ///
    /// A row whose `met` is empty states nothing and is left out: so is a template that is not filled in yet.
    ///
    /// - Throws: `YAMLError` with line and column: unknown keys and items, an item given twice, another system, a
    ///   statement without `who` or `when`, a day that is no day.
    public init(text: String, file: String, system: IndicatorSystem) throws(YAMLError) {
        let top = try YAMLNode(parsing: text, file: file).mapping(keys: ["system", "statements"])
        _ = try top.required("system").oneOf([system.id])
        var items = UniqueNames(what: "item")
        var statements: [Evidence] = []
        for node in try top.required("statements").sequence() {
            let row = try node.mapping(keys: ["item", "met", "who", "when", "source", "note"])
            let item = try row.required("item")
            try items.enter(item)
            _ = try item.oneOf(system.items.map(\.id))
            guard let met = row.optional("met") else { continue }
            statements.append(
                Evidence(
                    item: try item.string(), isMet: try met.boolean(), who: try row.required("who").string(),
                    when: try row.required("when").day(), source: try row.optional("source")?.string(),
                    note: try row.optional("note")?.string()))
        }
        self.init(statements)
    }
}

extension YAMLNode {
    /// A day as `2024-05-01`.
    fileprivate func day() throws(YAMLError) -> String {
        let text = try string()
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2], let year = Int(parts[0]), let month = Int(parts[1]),
            let day = Int(parts[2]), text.utf8.allSatisfy({ $0 == 45 || 48...57 ~= $0 }),
            1...12 ~= month, 1...Self.days(of: month, year) ~= day
        else {
            throw failure(
                .invalid("'\(text)' is no day", remedy: "write year, month and day, as 2024-05-01"))
        }
        return text
    }

    private static func days(of month: Int, _ year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return switch month {
        case 2: isLeap ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
