internal import StrictYAML

/// Reads indicators and their items.
struct IndicatorDecoder {
    let classes: [IndicatorClass]
    let groups: [IndicatorGroup.ID]
    let catalogue: FacilityKindCatalogue
    let document: String
    let faults: FaultList

    func indicators(_ node: YAMLNode) -> [Indicator] {
        var numbers = UniqueNames(what: "indicator")
        var ids = UniqueNames(what: "item")
        let keys = ["number", "title", "title_en", "group", "place", "items"]
        return faults.mappings(of: node, keys: keys).compactMap { row in
            if let number = row.row.optional("number") {
                faults.take { () throws(YAMLError) in try numbers.enter(number) }
            }
            let number = row.required("number") { node throws(YAMLError) in try node.positiveInteger() }
            let (title, titleEn) = (row.text("title"), row.text("title_en"))
            let group = row.required("group") { node throws(YAMLError) in try node.oneOf(groups) }
            let place = row.text("place")
            let rows = faults.mappings(of: row.required("items") { $0 }, keys: Self.itemKeys)
            let items = rows.compactMap { item(from: $0, place: place ?? "", ids: &ids) }
            guard let number, let title, let titleEn, let group else { return nil }
            return Indicator(number: number, title: title, titleEn: titleEn, group: group, items: items)
        }
    }

    private static let itemKeys = [
        "id", "number", "class", "text", "quote", "judged", "rules", "ticked", "note", "basis",
    ]

    private func item(from row: RowReader, place: String, ids: inout UniqueNames) -> IndicatorItem? {
        if let id = row.row.optional("id") { faults.take { () throws(YAMLError) in try ids.enter(id) } }
        let id = row.text("id")
        let number = row.count("number")
        let named = row.required("class") { node throws(YAMLError) in try node.oneOf(classes.map(\.id)) }
        let text = row.text("text")
        let quote = row.optional("quote") { node throws(YAMLError) in try node.string() }
        let judgement = judgement(of: row)
        let ticked = row.optional("ticked") { node throws(YAMLError) in try node.boolean() }
        let note = row.bilingual("note")
        let basis = row.citations("basis", document: document)
        guard let id, let named, let text, let judgement,
            let title = classes.first(where: { $0.id == named })?.title
        else { return nil }
        let words = [place, title, number.map { "(\($0))" } ?? ""].filter { !$0.isEmpty }
        return IndicatorItem(
            id: id, number: number, classID: named, text: text, judgement: judgement,
            isTicked: ticked ?? false, note: note,
            citation: Citation(
                document: document, place: words.joined(separator: " "), quote: quote ?? text),
            basis: basis)
    }

    private func judgement(of row: RowReader) -> ItemJudgement? {
        let judged = row.required("judged") { node throws(YAMLError) in
            try node.oneOf(["geometry", "evidence", "both"])
        }
        let rules = JudgementDecoder(catalogue: catalogue).judgements(of: row)
        guard let judged, let rules else { return nil }
        guard (judged == "evidence") == rules.isEmpty else {
            let problem = rules.isEmpty ? "the item is judged by no rule" : "evidence has no rules"
            row.refuse("judged", .invalid(problem, remedy: "write 'rules', or judge it by evidence alone"))
            return nil
        }
        if rules.isEmpty { return .evidence }
        return judged == "both" ? .both(rules) : .geometry(rules)
    }

    /// Items that the document counts and the text has lost; they belong to indicators that are written down,
    /// sound or not.
    func missing(_ node: YAMLNode?, of list: YAMLNode?, indicators: [Indicator]) -> [MissingItem] {
        let known = numbers(in: list)
        let present = Set(indicators.flatMap(\.items).map(\.id))
        let keys = ["id", "indicator", "class", "citation"]
        return faults.rows(of: node, what: "missing item", keys: keys) { row -> MissingItem? in
            let id = row.text("id")
            let indicator = row.required("indicator") { node throws(YAMLError) in
                try node.positiveInteger()
            }
            let named = row.required("class") { node throws(YAMLError) in
                try node.oneOf(classes.map(\.id))
            }
            let citation = row.citation(document: document)
            guard let id, let indicator, let named, let citation else { return nil }
            if let known, !known.contains(indicator) {
                row.refuse(
                    "indicator", .invalid("there is no indicator \(indicator)", remedy: "correct the number"))
            }
            if present.contains(id) {
                row.refuse("id", .invalid("the item '\(id)' is there", remedy: "remove it from 'missing'"))
            }
            return MissingItem(id: id, indicator: indicator, classID: named, citation: citation)
        }
    }

    /// The numbers that are written down; `nil` when one of them cannot be read.
    private func numbers(in list: YAMLNode?) -> Set<Int>? {
        let rows = (try? list?.sequence()) ?? []
        let numbers = rows.map { row in
            let entry = (try? row.entries())?.first { $0.key == "number" }
            return try? entry?.value.integer()
        }
        return numbers.contains(nil) ? nil : Set(numbers.compactMap { $0 })
    }
}
