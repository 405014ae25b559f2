extension YAMLError: CustomStringConvertible {
    /// `file:line:column: path: what is wrong: what to do`.
    public var description: String {
        let place = "\(file):\(line):\(column): "
        let within = path.isEmpty ? "" : "\(path): "
        return "\(place)\(within)\(problem.what): \(problem.remedy)"
    }
}

extension YAMLError.Problem {
    /// What is wrong, as a phrase without a full stop.
    public var what: String {
        switch self {
        case .syntax(let words): "not valid YAML (\(words))"
        case .emptyDocument: "the document is empty"
        case .severalDocuments: "a second document begins here"
        case .tooLong(let bytes, let limit): "the document has \(bytes) bytes, more than \(limit)"
        case .tooDeep(let limit): "nested deeper than \(limit) levels"
        case .anchor(let name): "anchors and aliases are not read, found '&\(name.excerpt)'"
        case .tag(let name): "tags are not read, found '\(name.excerpt)'"
        case .unknownKey(let key, _): "unknown key '\(key.excerpt)'"
        case .missingKey(let key): "the key '\(key.excerpt)' is missing"
        case .duplicateKey(let key): "the key '\(key.excerpt)' is given more than once"
        case .wrongType(let expected, let found): "expected \(expected), found \(found)"
        case .notAllowed(let value, _): "'\(value.excerpt)' is not a value this key takes"
        case .invalid(let what, _): what
        }
    }

    /// What to do about it, as a phrase without a full stop.
    public var remedy: String {
        switch self {
        case .syntax: "check the indentation, quotes and colons around this place"
        case .emptyDocument: "write the keys this file should have"
        case .severalDocuments: "keep one document to a file and drop the '---' line"
        case .tooLong: "split the file or take out what does not belong in it"
        case .tooDeep: "flatten the document"
        case .anchor: "write the value out where it is used, or quote it if it is text"
        case .tag: "leave the tag out, or quote the value if it is text"
        case .unknownKey(let key, let known): Self.remedy(for: key, among: known, all: "known keys")
        case .missingKey(let key): "add '\(key): …' with a value"
        case .duplicateKey: "keep one of them"
        case .wrongType(let expected, _): "write \(expected)"
        case .notAllowed(let value, let allowed): Self.remedy(for: value, among: allowed, all: "allowed")
        case .invalid(_, let remedy): remedy
        }
    }

    private static func remedy(for word: String, among words: [String], all: String) -> String {
        let list = words.isEmpty ? "none" : words.joined(separator: ", ")
        guard let nearest = Spelling.nearest(to: word, among: words, limit: 1).first else {
            return "\(all): \(list)"
        }
        return "did you mean '\(nearest)'? (\(all): \(list))"
    }
}

extension StringProtocol {
    /// The text as far as a message has room for it, on one line.
    var excerpt: String {
        let line = String(
            prefix(40).map { $0.isNewline || $0.unicodeScalars.contains { $0.value < 32 } ? " " : $0 })
        return count > 40 ? "\(line)…" : line
    }
}
