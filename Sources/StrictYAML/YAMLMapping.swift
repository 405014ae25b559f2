/// A mapping whose keys were checked against a closed list.
public struct YAMLMapping: Sendable {
    /// The mapping itself, for its place.
    public let node: YAMLNode
    private let known: [String]
    private let values: [String: YAMLNode]

    init(node: YAMLNode, entries: [YAMLEntry], known: [String]) throws(YAMLError) {
        self.node = node
        self.known = known
        var values: [String: YAMLNode] = [:]
        for entry in entries {
            guard known.contains(entry.key) else {
                throw node.failure(.unknownKey(entry.key, known: known), at: entry)
            }
            values[entry.key] = entry.value
        }
        self.values = values
    }

    /// The value of a key, or `nil` when the key is not there or has no value.
    ///
    /// Asking for a key that is not in the mapping's list is a programmer's mistake.
    public func optional(_ key: String) -> YAMLNode? {
        precondition(known.contains(key), "'\(key)' is not among the keys this mapping was opened with")
        guard let value = values[key], !value.isNull else { return nil }
        return value
    }

    /// The value of a key that must be there.
    ///
    /// - Throws: `missingKey`, pointing at the mapping, when the key is not there, or at its place when it has
    ///   no value.
    public func required(_ key: String) throws(YAMLError) -> YAMLNode {
        if let value = optional(key) { return value }
        throw (values[key] ?? node).failure(.missingKey(key))
    }
}

extension YAMLNode {
    /// The value as a mapping that may have the given keys and no others.
    ///
    /// - Throws: `wrongType`, `duplicateKey` or `unknownKey`, the last two pointing at the key.
    public func mapping(keys: [String]) throws(YAMLError) -> YAMLMapping {
        try YAMLMapping(node: self, entries: entries(), known: keys)
    }

    /// The keys and values of a mapping in the order they are written, whatever the keys are.
    ///
    /// - Throws: `wrongType` when the value is not a mapping.
    public func entries() throws(YAMLError) -> [YAMLEntry] {
        guard case .mapping(let entries) = content else { throw wrongType("a mapping") }
        return entries
    }

    /// The values of a list in order.
    ///
    /// - Throws: `wrongType` when the value is not a list.
    public func sequence() throws(YAMLError) -> [YAMLNode] {
        guard case .sequence(let nodes) = content else { throw wrongType("a list") }
        return nodes
    }

    func failure(_ problem: YAMLError.Problem, at entry: YAMLEntry) -> YAMLError {
        YAMLError(file: file, line: entry.line, column: entry.column, path: path, problem: problem)
    }
}
