/// One value of a YAML document, together with where it stands.
public struct YAMLNode: Sendable {
    /// The file as the reader was told its name.
    public let file: String
    /// The line the value begins on, from 1.
    public let line: Int
    /// The column the value begins at, from 1, counted in Unicode scalars.
    public let column: Int
    /// The keys and places that lead here, such as `requirements[3].circle`; empty at the top.
    public let path: String
    let content: Content

    /// What a value is made of.
    indirect enum Content: Sendable {
        /// `isPlain` says that the text stands without quotes, so that it may mean a number, a truth or nothing.
        case scalar(String, isPlain: Bool)
        case sequence([YAMLNode])
        case mapping([YAMLEntry])
    }

    /// An error that points at this value, for rules a reader adds to the types.
    public func failure(_ problem: YAMLError.Problem) -> YAMLError {
        YAMLError(file: file, line: line, column: column, path: path, problem: problem)
    }

    /// Whether the value is a single text, number, truth or nothing at all.
    public var isScalar: Bool {
        if case .scalar = content { true } else { false }
    }

    /// Whether the value is nothing: left out, `~` or `null` without quotes.
    public var isNull: Bool { ["", "~", "null", "Null", "NULL"].contains(plainText) }

    /// The text of a scalar that stands without quotes.
    var plainText: String? {
        if case .scalar(let text, isPlain: true) = content { text } else { nil }
    }

    /// The value's type and, where it is short, its text, for a message.
    var kindForMessage: String {
        switch content {
        case .sequence: "a list"
        case .mapping: "a mapping"
        case .scalar where isNull: "nothing"
        case .scalar(let text, true): "'\(text.excerpt)'"
        case .scalar(let text, false): "the quoted text '\(text.excerpt)'"
        }
    }

    func wrongType(_ expected: String) -> YAMLError {
        failure(.wrongType(expected: expected, found: kindForMessage))
    }
}

/// One key of a mapping and its value.
public struct YAMLEntry: Sendable {
    /// The key's text as written.
    public let key: String
    /// The line the key begins on, from 1.
    public let line: Int
    /// The column the key begins at, from 1, counted in Unicode scalars.
    public let column: Int
    /// The value; nothing when only the key was written.
    public let value: YAMLNode
}
