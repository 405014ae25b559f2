internal import StrictYAML

/// Reads what a standard says beside its rows: bundles, units, guidance, neighbours.
struct FurtherSections {
    let root: RowReader
    let document: String
    let catalogue: FacilityKindCatalogue

    private var faults: FaultList { root.faults }

    /// The bundles, which may name every row that is written down, sound or not.
    func bundles() -> [FacilityBundle] {
        let known = rowIDs
        let keys = ["id", "requirement", "parts", "citation"]
        let node = root.row.optional("bundles")
        return faults.rows(of: node, what: "bundle", keys: keys) { row -> FacilityBundle? in
            let id = row.text("id")
            let requirement = row.required("requirement") { node throws(YAMLError) in try node.oneOf(known) }
            let parts = row.required("parts") { $0 }.map { self.parts($0, known: known) }
            let citation = row.citation(document: document)
            guard let id, let requirement, let parts, let citation else { return nil }
            return FacilityBundle(id: id, requirement: requirement, parts: parts, citation: citation)
        }
    }

    private var rowIDs: [String] {
        let rows = FaultList().mappings(of: root.row.optional("requirements"), keys: [])
        return rows.compactMap { row in
            let entries = (try? row.node.entries()) ?? []
            return try? entries.first { $0.key == "id" }?.value.string()
        }
    }

    private func parts(_ node: YAMLNode, known: [String]) -> [FacilityBundle.Part] {
        faults.mappings(of: node, keys: ["title", "kind", "satisfies"]).compactMap { row in
            let title = row.text("title")
            let kind = row.required("kind") { node throws(YAMLError) in try node.oneOf(catalogue.ids) }
            let satisfies = row.optional("satisfies") { node throws(YAMLError) in try node.oneOf(known) }
            guard let title, let kind else { return nil }
            return FacilityBundle.Part(title: title, kind: kind, satisfies: satisfies)
        }
    }

    func units() -> [UnitSize] {
        let measures = UnitSize.Measure.allCases
        let keys = ["id", "title", "title_en", "citation"] + measures.map(\.rawValue)
        return faults.rows(of: root.row.optional("units"), what: "unit", keys: keys) { row -> UnitSize? in
            let id = row.text("id")
            let (title, titleEn) = (row.text("title"), row.text("title_en"))
            var ranges: [UnitSize.Measure: FigureRange] = [:]
            for measure in measures {
                ranges[measure] = row.mapping(measure.rawValue, keys: ["min", "max"])?.range()
            }
            if measures.allSatisfy({ row.row.optional($0.rawValue) == nil }) {
                let names = measures.map(\.rawValue).joined(separator: ", ")
                row.refuse(nil, .invalid("the unit has no size", remedy: "give it one of \(names)"))
            }
            let citation = row.citation(document: document)
            guard let id, let title, let titleEn, let citation else { return nil }
            return UnitSize(id: id, title: title, titleEn: titleEn, ranges: ranges, citation: citation)
        }
    }

    func guidance() -> [GuidanceFigure] {
        let keys = [
            "id", "title", "title_en", "kinds", "measure", "min", "max", "ages", "note", "citation",
        ]
        let node = root.row.optional("guidance")
        return faults.rows(of: node, what: "guidance figure", keys: keys) { row -> GuidanceFigure? in
            let id = row.text("id")
            let (title, titleEn) = (row.text("title"), row.text("title_en"))
            let kinds = kinds(of: row)
            let measure = row.required("measure") { node throws(YAMLError) in
                try node.oneOf(GuidanceFigure.Measure.self)
            }
            let range = row.range()
            let ages = row.ages() ?? Set(CommunityAge.allCases)
            let note = row.bilingual("note")
            let citation = row.citation(document: document)
            guard let id, let title, let titleEn, let measure, let range, let citation else { return nil }
            return GuidanceFigure(
                id: id, title: title, titleEn: titleEn, kinds: kinds, measure: measure, range: range,
                ages: ages, note: note, citation: citation)
        }
    }

    private func kinds(of row: RowReader) -> [FacilityKind.ID] {
        let nodes = row.optional("kinds") { node throws(YAMLError) in try node.sequence() } ?? []
        return nodes.compactMap { node in
            faults.take { () throws(YAMLError) in try node.oneOf(catalogue.ids) }
        }
    }

    func neighbouringProvision() -> NeighbouringProvision? {
        guard let row = root.mapping("neighbouring_provision", keys: ["text", "citation"]) else { return nil }
        let text = row.required("text") { node throws(YAMLError) in try node.bilingualText() }
        let citation = row.citation(document: document)
        guard let text, let citation else { return nil }
        return NeighbouringProvision(text: text, citation: citation)
    }
}
