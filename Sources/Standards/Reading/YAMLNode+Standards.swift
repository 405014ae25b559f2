internal import StrictYAML

extension YAMLNode {
    /// A case of an enumeration by its raw value.
    func oneOf<Choice: RawRepresentable & CaseIterable>(
        _ type: Choice.Type
    ) throws(YAMLError) -> Choice where Choice.RawValue == String {
        let allowed = Choice.allCases.map(\.rawValue)
        let text = try oneOf(allowed)
        guard let choice = Choice(rawValue: text) else {
            throw failure(.notAllowed(text, allowed: allowed))
        }
        return choice
    }

    func positiveNumber() throws(YAMLError) -> Double {
        let value = try number()
        guard value > 0 else { throw notPositive("\(value)") }
        return value
    }

    func positiveInteger() throws(YAMLError) -> Int {
        let value = try integer()
        guard value > 0 else { throw notPositive("\(value)") }
        return value
    }

    private func notPositive(_ value: String) -> YAMLError {
        failure(
            .invalid("\(value) is not above zero", remedy: "write a number above zero, or leave the key out"))
    }

    func bilingualText() throws(YAMLError) -> BilingualText {
        let mapping = try mapping(keys: ["zh", "en"])
        return BilingualText(
            zh: try mapping.required("zh").string(), en: try mapping.required("en").string())
    }

    /// A citation, of the standard's own document unless it names another.
    func citation(document: String) throws(YAMLError) -> Citation {
        let mapping = try mapping(keys: ["document", "place", "quote"])
        return Citation(
            document: try mapping.optional("document")?.string() ?? document,
            place: try mapping.required("place").string(), quote: try mapping.required("quote").string())
    }
}

/// Names of which each may be given once.
struct UniqueNames {
    let what: String
    private var lines: [String: Int] = [:]

    init(what: String) { self.what = what }

    /// The name, now taken.
    @discardableResult
    mutating func enter(_ node: YAMLNode) throws(YAMLError) -> String {
        let name = try node.string()
        if let line = lines.updateValue(node.line, forKey: name) {
            throw node.failure(
                .invalid("the \(what) '\(name)' was given in line \(line)", remedy: "give each id once"))
        }
        return name
    }
}

extension YAMLNode {
    /// Some cases of an enumeration: a list, not empty, none twice.
    func choices<Choice: RawRepresentable & CaseIterable & Hashable>(
        _ type: Choice.Type
    ) throws(YAMLError) -> Set<Choice> where Choice.RawValue == String {
        var names = UniqueNames(what: "entry")
        var choices: Set<Choice> = []
        for element in try sequence() {
            try names.enter(element)
            choices.insert(try element.oneOf(type))
        }
        guard !choices.isEmpty else {
            throw failure(.invalid("the list is empty", remedy: "name at least one, or leave the key out"))
        }
        return choices
    }
}
