internal import StrictYAML

/// Reads the rows of a standard.
struct RequirementDecoder {
    let catalogue: FacilityKindCatalogue
    /// The circles the standard defines; `nil` when they could not be read.
    let circles: Set<LifeCircleTier>?
    let document: String
    let faults: FaultList

    private static let keys =
        [
            "id", "kind", "title", "title_en", "category", "scene", "tier", "binding", "circle", "walk_m",
            "radius_m", "max_classes", "service_population", "serves_within_m", "substitutes", "note",
            "citation", "further_citations",
        ] + MinimumSizeDecoder.keys

    func decode(_ node: YAMLNode?) -> [FacilityRequirement] {
        faults.rows(of: node, what: "requirement", keys: Self.keys) { requirement(from: $0) }
    }

    private func requirement(from row: RowReader) -> FacilityRequirement? {
        let id = row.text("id")
        let kind = row.required("kind") { node throws(YAMLError) in try node.oneOf(catalogue.ids) }
        let (title, titleEn) = (row.text("title"), row.text("title_en"))
        let category = row.required("category") { node throws(YAMLError) in
            try node.oneOf(FacilityCategory.self)
        }
        let scene = row.optional("scene") { node throws(YAMLError) in try node.string() }
        let tier = row.choice("tier", ProvisionClass.self)
        let binding = row.choice("binding", IndicatorBinding.self)
        let distance = distance(from: row)
        let minimum = MinimumSizeDecoder().minimum(of: row)
        let maxClasses = row.count("max_classes")
        let served = row.mapping("service_population", keys: ["min", "max"])?.people()
        let around = row.figure("serves_within_m")
        let substitutes = substitutes(from: row)
        let note = row.bilingual("note")
        let citation = row.citation(document: document)
        let further = row.citations("further_citations", document: document)
        guard let id, let kind, let title, let titleEn, let category, let distance, let citation else {
            return nil
        }
        return FacilityRequirement(
            id: id, kind: kind, title: title, titleEn: titleEn, category: category, scene: scene,
            tier: tier, binding: binding, distance: distance, minimum: minimum, maxClasses: maxClasses,
            servicePopulation: served, servesWithinMetres: around, substitutes: substitutes, note: note,
            citation: citation, furtherCitations: further)
    }

    private func substitutes(from row: RowReader) -> [Substitute] {
        let keys = ["form", "ages", "text", "citation"]
        return row.faults.mappings(of: row.row.optional("substitutes"), keys: keys).compactMap { element in
            let form = element.required("form") { node throws(YAMLError) in
                try node.oneOf(Substitute.Form.self)
            }
            let ages = element.ages() ?? Set(CommunityAge.allCases)
            let text = element.required("text") { node throws(YAMLError) in try node.bilingualText() }
            let citation = element.citation(document: document)
            guard let form, let text, let citation else { return nil }
            return Substitute(form: form, ages: ages, text: text, citation: citation)
        }
    }

    private func distance(from row: RowReader) -> ServiceDistance? {
        let hasRadius = row.row.optional("radius_m") != nil
        let hasWalk = row.row.optional("walk_m") != nil
        let circle = row.optional("circle") { node throws(YAMLError) in try definedCircle(from: node) }
        let walk = row.mapping("walk_m", keys: ["strict", "lenient"]).flatMap(walk)
        if hasRadius, hasWalk || row.row.optional("circle") != nil {
            let other = hasWalk ? "walk" : "circle"
            row.refuse(
                "radius_m",
                .invalid("a row has a \(other) and a radius", remedy: "keep one: a walk or a straight line"))
            return nil
        }
        if hasRadius { return row.figure("radius_m").map { .radius(metres: $0) } }
        if hasWalk { return walk.map { .walk($0, circle) } }
        if row.row.optional("circle") == nil { row.refuse(nil, .missingKey("circle")) }
        return circle.map { .walking($0) }
    }

    private func walk(from row: RowReader) -> WalkLimits? {
        WalkLimits(row, strict: "strict", lenient: "lenient")
    }

    private func definedCircle(from node: YAMLNode) throws(YAMLError) -> RequiredCircle {
        let circle = try node.oneOf(RequiredCircle.self)
        guard circles?.contains(circle.judgedBy) ?? true else {
            throw node.failure(
                .invalid(
                    "the circle of \(circle.judgedBy.minutes) minutes is not defined",
                    remedy: "add it to 'circles'"))
        }
        return circle
    }
}

extension WalkLimits {
    /// The two limits of a row under their keys, or `nil` and a fault.
    init?(_ row: RowReader, strict: String, lenient: String) {
        let shorter = row.required(strict) { node throws(YAMLError) in try node.positiveNumber() }
        let longer = row.required(lenient) { node throws(YAMLError) in try node.positiveNumber() }
        guard let shorter, let longer else { return nil }
        guard shorter <= longer else {
            row.refuse(
                lenient,
                .invalid(
                    "the lenient limit is below the strict one", remedy: "write at least the strict limit"))
            return nil
        }
        self.init(strictMetres: shorter, lenientMetres: longer)
    }
}
