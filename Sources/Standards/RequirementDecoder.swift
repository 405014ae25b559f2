internal import StrictYAML

/// Reads the rows of a standard.
struct RequirementDecoder {
    let catalogue: FacilityKindCatalogue
    let circles: Set<LifeCircleTier>
    let document: String

    private static let keys = [
        "id", "kind", "title", "title_en", "category", "tier", "binding", "circle", "radius_m",
        "min_floor_area_m2", "min_site_area_m2", "max_classes", "note", "citation",
    ]

    func decode(_ node: YAMLNode) throws(YAMLError) -> [FacilityRequirement] {
        var ids = UniqueNames(what: "requirement")
        var requirements: [FacilityRequirement] = []
        for element in try node.sequence() {
            let row = try element.mapping(keys: Self.keys)
            try ids.enter(row.required("id"))
            requirements.append(try requirement(from: row))
        }
        return requirements
    }

    private func requirement(from row: YAMLMapping) throws(YAMLError) -> FacilityRequirement {
        FacilityRequirement(
            id: try row.required("id").string(), kind: try kind(from: row.required("kind")),
            title: try row.required("title").string(), titleEn: try row.required("title_en").string(),
            category: try row.required("category").oneOf(FacilityCategory.self),
            tier: try row.optional("tier")?.oneOf(ProvisionClass.self),
            binding: try row.optional("binding")?.oneOf(IndicatorBinding.self),
            distance: try distance(from: row), minimum: try minimum(from: row),
            maxClasses: try row.optional("max_classes")?.positiveInteger(),
            note: try row.optional("note")?.bilingualText(),
            citation: try row.required("citation").citation(document: document))
    }

    private func kind(from node: YAMLNode) throws(YAMLError) -> FacilityKind.ID {
        try node.oneOf(catalogue.kinds.map(\.id))
    }

    private func minimum(from row: YAMLMapping) throws(YAMLError) -> MinimumSize {
        MinimumSize(
            floorAreaM2: try row.optional("min_floor_area_m2")?.positiveNumber(),
            siteAreaM2: try row.optional("min_site_area_m2")?.positiveNumber())
    }

    private func distance(from row: YAMLMapping) throws(YAMLError) -> ServiceDistance {
        switch (row.optional("circle"), row.optional("radius_m")) {
        case (let circle?, nil): return .walking(try definedCircle(from: circle))
        case (nil, let radius?): return .radius(metres: try radius.positiveNumber())
        case (nil, nil): throw row.node.failure(.missingKey("circle"))
        case (_?, let radius?):
            throw radius.failure(
                .invalid("a row has a circle and a radius", remedy: "keep one: a walk or a straight line"))
        }
    }

    private func definedCircle(from node: YAMLNode) throws(YAMLError) -> RequiredCircle {
        let circle = try node.oneOf(RequiredCircle.self)
        guard circles.contains(circle.judgedBy) else {
            throw node.failure(
                .invalid(
                    "the circle of \(circle.judgedBy.minutes) minutes is not defined",
                    remedy: "add it to 'circles'"))
        }
        return circle
    }
}
