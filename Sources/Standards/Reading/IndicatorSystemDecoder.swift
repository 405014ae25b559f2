public import StrictYAML

/// Reads indicators from YAML, strictly: what is not understood is an error, never left out.
public enum IndicatorSystemDecoder {
    /// The indicators a text holds, kinds looked up in `catalogue`.
    ///
    /// - Throws: `StandardError.yaml` with line and column: unknown, missing or doubled keys, wrong types,
    ///   doubled ids or numbers, classes, groups and kinds that are not defined, rules without their figures.
    public static func decode(
        text: String, file: String, catalogue: FacilityKindCatalogue = .bundled
    ) throws(StandardError) -> IndicatorSystem {
        let (system, faults) = read(text: text, file: file, catalogue: catalogue)
        return try TableText.sound(system, faults)
    }

    /// The indicators a text holds, if they are sound, and every fault that `decode` would refuse them for, in
    /// the order they were met.
    public static func read(
        text: String, file: String, catalogue: FacilityKindCatalogue = .bundled
    ) -> (system: IndicatorSystem?, faults: [YAMLError]) {
        let (system, faults) = TableText(text: text, file: file, keys: keys).read {
            IndicatorSystemReader(root: $0, faults: $0.faults, catalogue: catalogue).system()
        }
        return (system, faults)
    }

    private static let keys = [
        "classes", "groups", "totals", "indicators", "missing", "discrepancies",
    ]
}

/// Reads the sections of an indicator system.
private struct IndicatorSystemReader {
    let root: RowReader
    let faults: FaultList
    let catalogue: FacilityKindCatalogue

    func system() -> IndicatorSystem? {
        let head = DocumentHead(root)
        let document = head?.source.title ?? ""
        let classes = classes(document: document)
        let groups = groups()
        let totals = totals(classes: classes, document: document)
        let items = IndicatorDecoder(
            classes: classes, groups: groups.map(\.id), catalogue: catalogue, document: document,
            faults: faults)
        let indicators = root.required("indicators") { $0 }.map { items.indicators($0) } ?? []
        let missing = items.missing(
            root.row.optional("missing"), of: root.row.optional("indicators"), indicators: indicators)
        let discrepancies = root.discrepancies(document: document)
        guard faults.faults.isEmpty, let head else { return nil }
        return IndicatorSystem(
            id: head.id, version: head.version, title: head.title, titleEn: head.titleEn,
            source: head.source, draft: head.draft,
            classes: classes, groups: groups, indicators: indicators, missing: missing, totals: totals,
            discrepancies: discrepancies)
    }

    private func classes(document: String) -> [IndicatorClass] {
        let node = root.required("classes") { $0 }
        let keys = ["id", "title", "title_en", "citation"]
        return faults.rows(of: node, what: "class", keys: keys) { row -> IndicatorClass? in
            let id = row.text("id")
            let (title, titleEn) = (row.text("title"), row.text("title_en"))
            let citation = row.optional("citation") { node throws(YAMLError) in
                try node.citation(document: document)
            }
            guard let id, let title, let titleEn else { return nil }
            return IndicatorClass(id: id, title: title, titleEn: titleEn, citation: citation)
        }
    }

    private func groups() -> [IndicatorGroup] {
        let node = root.required("groups") { $0 }
        return faults.rows(of: node, what: "group", keys: ["id", "title", "title_en"]) {
            row -> IndicatorGroup? in
            let id = row.text("id")
            let (title, titleEn) = (row.text("title"), row.text("title_en"))
            guard let id, let title, let titleEn else { return nil }
            return IndicatorGroup(id: id, title: title, titleEn: titleEn)
        }
    }

    private func totals(classes: [IndicatorClass], document: String) -> [PrintedTotal] {
        let scopes = ["indicators", "items"] + classes.map(\.id)
        let keys = ["of", "total", "met", "percent", "citation"]
        return faults.mappings(of: root.row.optional("totals"), keys: keys).compactMap { row in
            let scope = row.required("of") { node throws(YAMLError) in try node.oneOf(scopes) }
            let total = row.required("total") { node throws(YAMLError) in try node.positiveInteger() }
            let met = row.optional("met") { node throws(YAMLError) in try node.integer() }
            let percent = row.optional("percent") { node throws(YAMLError) in try node.number() }
            let citation = row.citation(document: document)
            if let met, let total, !(0...total).contains(met) {
                row.refuse(
                    "met", .invalid("\(met) of \(total) cannot be met", remedy: "correct one of them"))
            }
            guard let scope, let total, let citation else { return nil }
            return PrintedTotal(
                scope: PrintedTotal.Scope(name: scope), total: total, met: met, percent: percent,
                citation: citation)
        }
    }
}

extension PrintedTotal.Scope {
    fileprivate init(name: String) {
        switch name {
        case "indicators": self = .indicators
        case "items": self = .items
        default: self = .ofClass(name)
        }
    }
}
