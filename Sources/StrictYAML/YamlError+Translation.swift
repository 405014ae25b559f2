internal import Yams

extension DocumentComposer {
    /// The parser's error in our words.
    func translated(_ error: YamlError, text: String) -> YAMLError {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            return failure(syntaxProblem(problem, context: context?.text), at: mark)
        case .reader(let problem, let offset, _, _):
            return unreadable(problem, offset: offset, text: text)
        case .duplicatedKeysInMapping(let keys, let context):
            return failure(.duplicateKey(keys.first ?? ""), at: context.mark)
        default:
            return failure(.syntax("\(error)"), at: nil)
        }
    }

    /// libyaml has a nesting limit of its own, far beyond ours, and meets it before we see the nodes.
    private func syntaxProblem(_ problem: String, context: String?) -> YAMLError.Problem {
        if problem.contains("nesting level") { return .tooDeep(limit: YAMLNode.deepestNesting) }
        return .syntax([context, problem].compactMap { $0 }.joined(separator: ", "))
    }

    /// A control character or the like; the parser gives its distance from the beginning in characters.
    private func unreadable(_ problem: String, offset: Int?, text: String) -> YAMLError {
        let before = text.prefix(offset ?? 0).unicodeScalars
        let line = before.count { $0 == "\n" } + 1
        let column = before.reversed().prefix { $0 != "\n" }.count + 1
        return YAMLError(file: file, line: line, column: column, problem: .syntax(problem))
    }
}
