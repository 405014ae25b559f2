internal import StrictYAML

/// Reads the rules an item is judged by.
struct JudgementDecoder {
    let catalogue: FacilityKindCatalogue

    private static let forms = IndicatorRuleForm.all

    /// The keys of all rules, each once.
    private static let keys = forms.flatMap(\.keys).reduce(into: ["rule"]) { keys, key in
        if !keys.contains(key) { keys.append(key) }
    }

    /// The rules of an item, empty where it has none; `nil` when one could not be read.
    func judgements(of item: RowReader) -> [IndicatorJudgement]? {
        let before = item.faults.faults.count
        let rows = item.faults.mappings(of: item.row.optional("rules"), keys: Self.keys)
        let judgements = rows.compactMap { judgement(from: $0) }
        return item.faults.faults.count == before ? judgements : nil
    }

    private func judgement(from row: RowReader) -> IndicatorJudgement? {
        let name = row.required("rule") { node throws(YAMLError) in try node.oneOf(Self.forms.map(\.id)) }
        guard let form = Self.forms.first(where: { $0.id == name }) else { return nil }
        for key in Self.keys.dropFirst() where !form.keys.contains(key) && row.row.optional(key) != nil {
            row.refuse(
                key,
                .invalid("'\(form.id)' has no '\(key)'", remedy: "use \(form.keys.joined(separator: ", "))"))
        }
        let before = row.faults.faults.count
        let judgement = IndicatorJudgement(
            form.id, kinds: form.keys.contains("kinds") ? kinds(of: row) ?? [] : [],
            within: limit(of: row, form), figures: figures(of: row, form))
        return row.faults.faults.count == before ? judgement : nil
    }

    /// The figures of a row: the only one has to be there, of several at least one.
    private func figures(of row: RowReader, _ form: IndicatorRuleForm) -> [String: Double] {
        let keys = form.figureKeys
        if let first = keys.first, !keys.contains(where: { row.row.optional($0) != nil }) {
            row.refuse(nil, .missingKey(first))
        }
        return keys.reduce(into: [:]) { figures, key in figures[key] = row.figure(key) }
    }

    private func circle(of row: RowReader) -> LifeCircleTier? {
        row.required("circle") { node throws(YAMLError) in try node.oneOf(LifeCircleTier.self) }
    }

    private func limit(of row: RowReader, _ form: IndicatorRuleForm) -> ReachLimit? {
        guard form.keys.contains("circle") else { return nil }
        guard form.keys.contains("metres"), row.row.optional("metres") != nil else {
            return circle(of: row).map { .circle($0) }
        }
        if row.row.optional("circle") != nil {
            row.refuse("metres", .invalid("a rule has a circle and metres", remedy: "keep one of them"))
        }
        return row.figure("metres").map { .metres($0) }
    }

    private func kinds(of row: RowReader) -> [FacilityKind.ID]? {
        row.required("kinds") { node throws(YAMLError) in
            var kinds: [FacilityKind.ID] = []
            for element in try node.sequence() { kinds.append(try element.oneOf(catalogue.ids)) }
            guard !kinds.isEmpty else {
                throw node.failure(.invalid("the list is empty", remedy: "name at least one kind"))
            }
            return kinds
        }
    }
}
