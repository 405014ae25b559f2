internal import StrictYAML

extension FootTable {
    /// - Throws: `YAMLError` for what is not a table of foot access.
    init(text: String, file: String) throws(YAMLError) {
        let root = try YAMLNode(parsing: text, file: file)
            .mapping(keys: ["access_keys", "access_values", "never", "ways", "barriers", "locked"])
        accessKeys = try root.required("access_keys").strings()
        meanings = try Self.meanings(root.required("access_values"))
        never = try Self.rows(root.required("never"))
        ways = try Self.rows(root.required("ways"))
        barriers = try Self.barrierRows(root.required("barriers"))
        let lock = try root.required("locked").mapping(keys: ["when", "passage", "reason"])
        _ = try lock.required("passage").oneOf(["closed"])
        locked = (
            try TagCondition(lock.required("when")),
            FootRule(id: "locked", reason: try lock.required("reason").string())
        )
    }

    private static func meanings(
        _ node: YAMLNode
    ) throws(YAMLError) -> [String: (meaning: Meaning, reason: String)] {
        var meanings: [String: (meaning: Meaning, reason: String)] = [:]
        for node in try node.sequence() {
            let row = try node.mapping(keys: ["means", "values", "reason"])
            let name = try row.required("means").oneOf(Meaning.allCases.map(\.rawValue))
            let reason = try row.required("reason").string()
            for value in try row.required("values").strings() {
                guard meanings[value] == nil, let meaning = Meaning(rawValue: name) else {
                    throw node.failure(.invalid("'\(value)' is listed twice", remedy: "keep it once"))
                }
                meanings[value] = (meaning, reason)
            }
        }
        return meanings
    }

    private static func rows(_ node: YAMLNode) throws(YAMLError) -> [Row] {
        var rows: [Row] = []
        for node in try node.sequence() { rows.append(try Row(node)) }
        return rows
    }

    private static func barrierRows(_ node: YAMLNode) throws(YAMLError) -> [BarrierRow] {
        var rows: [BarrierRow] = []
        for node in try node.sequence() {
            let row = try node.mapping(keys: ["id", "values", "passage", "reason"])
            rows.append(
                BarrierRow(
                    rule: try FootRule(row), allowed: try TagCondition.Allowed(row.required("values")),
                    isOpen: try row.required("passage").oneOf(["open", "closed"]) == "open"))
        }
        return rows
    }
}

extension FootTable.Row {
    init(_ node: YAMLNode) throws(YAMLError) {
        let row = try node.mapping(
            keys: ["id", "when", "unless", "profiles", "walkable", "closed", "opened_by", "reason"])
        rule = try FootRule(row)
        when = try TagCondition(row.required("when"))
        unless = try row.optional("unless").map(TagCondition.init) ?? .nothing
        profiles = try row.optional("profiles").map(Self.profiles)
        isWalkable = try row.optional("walkable")?.boolean() ?? false
        closedIsArea = try row.optional("closed")?.oneOf(["area", "tagged"]) == "area"
        openedBy = try row.optional("opened_by")?.strings()
    }

    private static func profiles(_ node: YAMLNode) throws(YAMLError) -> [FootProfile] {
        var profiles: [FootProfile] = []
        for node in try node.sequence() {
            let name = try node.oneOf(FootProfile.allCases.map(\.rawValue))
            if let profile = FootProfile(rawValue: name) { profiles.append(profile) }
        }
        return profiles
    }
}

extension FootRule {
    fileprivate init(_ row: YAMLMapping) throws(YAMLError) {
        self.init(id: try row.required("id").string(), reason: try row.required("reason").string())
    }
}
