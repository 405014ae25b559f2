extension YAMLNode {
    /// The longest text that is read, in bytes: project files and tables are a thousandth of it.
    public static let longestText = 4 << 20
    /// The deepest nesting of mappings and sequences that is read; the top value is level 1.
    public static let deepestNesting = 32

    /// Reads the one document of a text.
    ///
    /// - Parameters:
    ///   - text: YAML 1.1 or 1.2, at most 4 MiB, nested at most 32 levels, without anchors, aliases and tags.
    ///   - file: The name that errors give.
    /// - Throws: `YAMLError` at the first fault.
    public init(parsing text: String, file: String) throws(YAMLError) {
        let bytes = text.utf8.count
        guard bytes <= Self.longestText else {
            throw YAMLError(
                file: file, line: 1, column: 1, problem: .tooLong(bytes: bytes, limit: Self.longestText))
        }
        self = try DeepStack.run { Self.read(text, file: file) }.get()
    }

    private static func read(_ text: String, file: String) -> Result<YAMLNode, YAMLError> {
        Result { () throws(YAMLError) in
            // Some editors begin a file with a byte order mark, which the parser counts as a column.
            let text =
                text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
            let composer = DocumentComposer(file: file)
            try ExplicitKeyGuard.check(text, file: file)
            try AliasGuard.check(text, with: composer)
            return try composer.compose(text)
        }
    }
}
