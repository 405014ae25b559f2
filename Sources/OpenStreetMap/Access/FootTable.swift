internal import StrictYAML

/// The rows of foot-access.yaml.
struct FootTable: Sendable {
    /// What a value of an access key says.
    enum Meaning: String, Sendable, CaseIterable {
        case open
        case privateOnly = "private"
        case closed
    }

    struct Row: Sendable {
        let rule: FootRule
        let when: TagCondition
        let unless: TagCondition
        /// Nil for all.
        let profiles: [FootProfile]?
        let isWalkable: Bool
        let closedIsArea: Bool
        /// The access keys that may overrule a row that is not walkable; nil for all.
        let openedBy: [String]?

        func holds(in profile: FootProfile) -> Bool { profiles?.contains(profile) ?? true }
    }

    struct BarrierRow: Sendable {
        let rule: FootRule
        let allowed: TagCondition.Allowed
        let isOpen: Bool
    }

    let accessKeys: [String]
    let meanings: [String: (meaning: Meaning, reason: String)]
    let never: [Row]
    let ways: [Row]
    let barriers: [BarrierRow]
    let locked: (condition: TagCondition, rule: FootRule)

    /// All keys, and all values, that rows for ways speak of.
    var words: (keys: [String], values: [String]) {
        let words = (never + ways).flatMap { [$0.when.words, $0.unless.words] }
        return (words.flatMap(\.keys), words.flatMap(\.values))
    }

    /// The most specific access key that is there.
    func decidingKey(in tags: OSMTags) -> String? { accessKeys.first { tags[$0] != nil } }

    /// What the value of an access key says; nil for a value that is not listed.
    func meaning(of key: String, in tags: OSMTags) -> (Meaning, FootRule)? {
        guard let value = tags[key], let (meaning, reason) = meanings[value] else { return nil }
        return (meaning, FootRule(id: "\(key)=\(value)", reason: reason))
    }

    /// The table that comes with the program.
    static let bundled: FootTable = {
        let text = String(decoding: PackageResources.foot_access_yaml, as: UTF8.self)
        do {
            return try FootTable(text: text, file: "foot-access.yaml")
        } catch {
            preconditionFailure("the bundled table is broken: \(error)")
        }
    }()
}
