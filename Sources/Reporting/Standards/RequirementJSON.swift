import Standards
import VectorFiles

extension FacilityRequirement {
    /// A row with the metres it is judged by and the kinds of facility that satisfy it.
    func json(limits: (strict: Double, lenient: Double), kinds: [FacilityKind.ID]) -> JSONValue {
        var radius: Double?
        if case .radius(let metres) = distance { radius = metres }
        return .object(
            [
                ("id", .string(id)), ("kind", .string(kind)), ("title", .string(title)),
                ("title_en", .string(titleEn)), ("category", .string(category.id)),
                ("category_title", .string(category.title)), ("scene", JSONValue(scene)),
                ("tier", JSONValue(tier?.rawValue)), ("binding", JSONValue(binding?.rawValue)),
                ("circle", JSONValue(circleLabel)), ("radius_m", JSONValue(radius)),
                ("strict_m", Rounding.amount(limits.strict)), ("lenient_m", Rounding.amount(limits.lenient)),
            ] + minimum.members + [
                ("any_of", .array(minimum.anyOf.map { .object($0.members) })),
                ("sizes", .array(minimum.variants.map(\.json))),
                ("max_classes", JSONValue(maxClasses)),
                ("service_population", servicePopulation?.json ?? .null),
                ("serves_within_m", JSONValue(servesWithinMetres)),
                ("substitutes", .array(substitutes.map(\.json))),
                ("satisfied_by", .array(kinds.map { .string($0) })),
                ("note", note?.json ?? .null), ("citation", citation.json),
                ("further_citations", .array(furtherCitations.map(\.json))),
            ])
    }
}

extension MinimumSize {
    /// The two areas, null where none is asked for, and the capacities that are asked for.
    fileprivate var members: [(String, JSONValue)] {
        [
            ("min_floor_area_m2", JSONValue(floorAreaM2)), ("min_site_area_m2", JSONValue(siteAreaM2)),
        ] + capacities.map { ($0.measure.rawValue, Rounding.amount($0.amount)) }
    }
}

extension SizeVariant {
    fileprivate var json: JSONValue {
        let when: (String, JSONValue)
        switch condition {
        case .ages(let ages): when = ("ages", ages.json)
        case .residents(let people): when = ("residents", people.json)
        case .classes(let classes): when = ("classes", .integer(classes))
        }
        return .object([when] + minimum.members)
    }
}

extension ServicePopulation {
    fileprivate var json: JSONValue {
        .object([("min", JSONValue(minimum)), ("max", JSONValue(maximum))])
    }
}

extension Substitute {
    fileprivate var json: JSONValue {
        .object([
            ("form", .string(form.rawValue)), ("ages", ages.json), ("text", text.json),
            ("citation", citation.json),
        ])
    }
}
