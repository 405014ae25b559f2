internal import StrictYAML

/// Keys and the values each must have one of.
struct TagCondition: Sendable {
    /// What the value of one key may be.
    enum Allowed: Sendable {
        case any
        /// The key is not there.
        case absent
        case oneOf([String])

        var words: [String] { if case .oneOf(let values) = self { values } else { [] } }
    }

    let terms: [(key: String, allowed: Allowed)]

    /// All keys, and all values.
    var words: (keys: [String], values: [String]) { (terms.map(\.key), terms.flatMap(\.allowed.words)) }
}

extension TagCondition {
    /// Reads `{key: [value, …], key: any, key: none}`.
    init(_ node: YAMLNode) throws(YAMLError) {
        var terms: [(key: String, allowed: Allowed)] = []
        for entry in try node.entries() { terms.append((entry.key, try Allowed(entry.value))) }
        self.terms = terms
    }

    static let nothing = TagCondition(terms: [])
}

extension TagCondition.Allowed {
    init(_ node: YAMLNode) throws(YAMLError) {
        guard node.isScalar else {
            self = .oneOf(try node.strings())
            return
        }
        self = try node.oneOf(["any", "none"]) == "any" ? .any : .absent
    }
}

extension YAMLNode {
    /// A list of texts, none of them twice.
    func strings() throws(YAMLError) -> [String] {
        var values: [String] = []
        for node in try sequence() {
            let value = try node.string()
            guard !values.contains(value) else {
                throw node.failure(.invalid("'\(value)' is listed twice", remedy: "keep it once"))
            }
            values.append(value)
        }
        return values
    }
}
