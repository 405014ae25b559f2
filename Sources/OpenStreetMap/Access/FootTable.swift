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

    /// The key of what stands in the way on a node.
    static let barrierKey = "barrier"
    /// The key that says whether a closed way is a surface.
    static let areaKey = "area"

    /// All keys, and all values.
    var words: (keys: [String], values: [String]) {
        let words = (never + ways).flatMap { [$0.when.words, $0.unless.words] } + [locked.condition.words]
        return (
            words.flatMap(\.keys) + accessKeys + [Self.barrierKey, Self.areaKey],
            words.flatMap(\.values) + meanings.keys.sorted() + barriers.flatMap(\.allowed.words) + [
                "yes", "no",
            ]
        )
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
