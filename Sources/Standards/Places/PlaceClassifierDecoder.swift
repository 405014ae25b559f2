internal import StrictYAML

/// Reads a classifier's table from YAML, strictly: what is not understood is an error, never left out.
public enum PlaceClassifierDecoder {
    /// The classifier a text holds.
    ///
    /// - Parameters:
    ///   - text: A table as in `Tables/amap-types.yaml`.
    ///   - file: The name that errors give.
    ///   - catalogue: The kinds that rules may name.
    /// - Throws: `StandardError.yaml` with line and column: unknown, missing or doubled keys, wrong types, doubled
    ///   ids, kinds or reasons that do not exist, a rule with both or neither of them, one without a condition.
    public static func decode(
        text: String, file: String, catalogue: FacilityKindCatalogue = .bundled
    ) throws(StandardError) -> PlaceClassifier {
        do throws(YAMLError) {
            let root = try YAMLNode(parsing: text, file: file).mapping(keys: [
                "id", "version", "title", "source", "reasons", "rules",
            ])
            let reasons = try reasons(from: root.required("reasons"))
            let decoder = PlaceRuleDecoder(catalogue: catalogue, reasons: reasons.map(\.id))
            return PlaceClassifier(
                id: try root.required("id").string(), version: try root.required("version").string(),
                title: try root.required("title").bilingualText(),
                source: try root.required("source").string(), reasons: reasons,
                rules: try decoder.rules(from: root.required("rules")))
        } catch {
            throw .yaml(error)
        }
    }

    private static func reasons(from node: YAMLNode) throws(YAMLError) -> [PlaceReason] {
        var reasons: [PlaceReason] = []
        for entry in try node.entries() {
            let mapping = try entry.value.mapping(keys: ["zh", "en", "doubtful"])
            let text = BilingualText(
                zh: try mapping.required("zh").string(), en: try mapping.required("en").string())
            let isDoubtful = try mapping.optional("doubtful")?.boolean() ?? false
            reasons.append(PlaceReason(id: entry.key, text: text, isDoubtful: isDoubtful))
        }
        for id in [PlaceReason.noCode, PlaceReason.noRule] where !reasons.contains(where: { $0.id == id }) {
            throw node.failure(.missingKey(id))
        }
        return reasons
    }
}

/// Reads the rules of a classifier.
private struct PlaceRuleDecoder {
    let catalogue: FacilityKindCatalogue
    let reasons: [String]

    func rules(from node: YAMLNode) throws(YAMLError) -> [PlaceRule] {
        var ids = UniqueNames(what: "rule")
        var rules: [PlaceRule] = []
        for element in try node.sequence() { rules.append(try rule(from: element, ids: &ids)) }
        return rules
    }

    private func rule(from node: YAMLNode, ids: inout UniqueNames) throws(YAMLError) -> PlaceRule {
        let mapping = try node.mapping(keys: [
            "id", "codes", "tags", "without", "names", "except", "kind", "confidence", "leave_out", "note",
        ])
        // A note is for readers of the table; that it is a text is all that is asked of it.
        _ = try mapping.optional("note")?.string()
        let id = try ids.enter(mapping.required("id"))
        let rule = PlaceRule(
            id: id, codes: try codes(mapping.optional("codes")), tags: try groups(mapping.optional("tags")),
            without: try groups(mapping.optional("without")), names: try names(mapping.optional("names")),
            except: try names(mapping.optional("except")), outcome: try outcome(of: mapping, rule: id))
        guard !(rule.codes.isEmpty && rule.tags.isEmpty && rule.names.isEmpty) else {
            throw node.failure(
                .invalid("the rule holds for every place", remedy: "give codes, tags or names"))
        }
        return rule
    }

    private func outcome(of mapping: YAMLMapping, rule: String) throws(YAMLError) -> PlaceOutcome {
        guard let reason = mapping.optional("leave_out") else {
            let node = try mapping.required("kind")
            let kind = try node.string()
            guard catalogue.kind(id: kind) != nil else {
                throw node.failure(.notAllowed(kind, allowed: catalogue.kinds.map(\.id)))
            }
            let confidence = try mapping.required("confidence").oneOf(PlaceConfidence.self)
            return .kind(kind, confidence: confidence, rule: rule)
        }
        for key in ["kind", "confidence"] {
            guard let node = mapping.optional(key) else { continue }
            throw node.failure(
                .invalid("'\(key)' stands beside 'leave_out'", remedy: "keep one of the two"))
        }
        return .leftOut(reason: try reason.oneOf(reasons), rule: rule)
    }

    private func codes(_ node: YAMLNode?) throws(YAMLError) -> [CodePattern] {
        try members(of: node) { node throws(YAMLError) in
            let text = try node.string()
            guard let pattern = CodePattern(text) else {
                throw node.failure(
                    .invalid("'\(text)' is no code", remedy: "write six digits, or x for the last of them"))
            }
            return pattern
        }
    }

    private func names(_ node: YAMLNode?) throws(YAMLError) -> [NamePart] {
        try members(of: node) { node throws(YAMLError) in
            let text = try node.string()
            guard let part = NamePart(text) else {
                throw node.failure(
                    .invalid("'\(text)' is no part of a name", remedy: "write visible characters"))
            }
            return part
        }
    }

    private func groups(_ node: YAMLNode?) throws(YAMLError) -> [[TagCondition]] {
        try members(of: node) { node throws(YAMLError) in
            let entries = try node.entries()
            guard !entries.isEmpty else {
                throw node.failure(.invalid("an empty group", remedy: "give a key and its values"))
            }
            var conditions: [TagCondition] = []
            for entry in entries {
                let values = try members(of: entry.value) { node throws(YAMLError) in try node.string() }
                conditions.append(TagCondition(key: entry.key, values: values == ["*"] ? nil : Set(values)))
            }
            return conditions
        }
    }

    /// The members of a list that has some; none without a list.
    private func members<Member>(
        of node: YAMLNode?, _ read: (YAMLNode) throws(YAMLError) -> Member
    ) throws(YAMLError) -> [Member] {
        guard let node else { return [] }
        var members: [Member] = []
        for element in try node.sequence() { members.append(try read(element)) }
        guard !members.isEmpty else {
            throw node.failure(.invalid("an empty list", remedy: "leave the key out, or give members"))
        }
        return members
    }
}
