public import Standards
public import VectorFiles

extension FacilityStandard {
    /// The standard in the shape that `standards show --json` promises.
    public var json: JSONValue {
        .object([
            ("id", .string(id)), ("version", .string(version)), ("title", .string(title)),
            ("title_en", .string(titleEn)),
            ("source", .object([("title", .string(source.title)), ("year", .integer(source.year))])),
            ("draft", .bool(draft)), ("circles", .array(circles.map(\.json))),
            ("requirements", .array(requirements.map { $0.json(limits: limits(of: $0)) })),
            ("network", .array(network.map(\.json))), ("indicators", .array([])),
            ("discrepancies", .array(discrepancies.map(\.json))),
        ])
    }
}

extension LifeCircle {
    fileprivate var json: JSONValue {
        .object([
            ("id", .string(tier.rawValue)), ("minutes", .integer(minutes)),
            ("population", .integer(population)),
            ("strict_m", Rounding.amount(strictMetres)), ("lenient_m", Rounding.amount(lenientMetres)),
            ("citation", citation.json),
        ])
    }
}

extension FacilityRequirement {
    fileprivate func json(limits: (strict: Double, lenient: Double)) -> JSONValue {
        var radius: Double?
        if case .radius(let metres) = distance { radius = metres }
        return .object([
            ("id", .string(id)), ("kind", .string(kind)), ("title", .string(title)),
            ("title_en", .string(titleEn)), ("category", .string(category.id)),
            ("category_title", .string(category.title)), ("tier", JSONValue(tier?.rawValue)),
            ("binding", JSONValue(binding?.rawValue)), ("circle", JSONValue(circleLabel)),
            ("radius_m", radius.map(Rounding.amount) ?? .null), ("strict_m", Rounding.amount(limits.strict)),
            ("lenient_m", Rounding.amount(limits.lenient)),
            ("min_floor_area_m2", minimum.floorAreaM2.map(Rounding.amount) ?? .null),
            ("min_site_area_m2", minimum.siteAreaM2.map(Rounding.amount) ?? .null),
            ("max_classes", maxClasses.map { .integer($0) } ?? .null),
            ("note", note?.json ?? .null), ("citation", citation.json),
        ])
    }
}

extension NetworkRequirement {
    fileprivate var json: JSONValue {
        var radius: Double?
        if case .stationBand(let metres) = scope { radius = metres }
        return .object([
            ("id", .string(id)), ("title", .string(title)), ("title_en", .string(titleEn)),
            ("scope", .string(radius == nil ? "general" : "station_band")),
            ("station_radius_m", radius.map(Rounding.amount) ?? .null),
            ("measure", .string(figure.measure)),
            ("minimum", figure.minimum.map(Rounding.amount) ?? .null),
            ("maximum", figure.maximum.map(Rounding.amount) ?? .null),
            ("binding", JSONValue(binding?.rawValue)), ("note", note?.json ?? .null),
            ("citation", citation.json),
        ])
    }
}

extension BilingualText {
    fileprivate var json: JSONValue { .object([("zh", .string(zh)), ("en", .string(en))]) }
}

extension Discrepancy {
    fileprivate var json: JSONValue {
        .object([
            ("id", .string(id)),
            ("text", text.json), ("citation", citation.json),
        ])
    }
}

extension Citation {
    /// Document, place and quote, as every file gives them.
    var json: JSONValue {
        .object([
            ("document", .string(document)), ("place", .string(place)), ("quote", .string(quote)),
        ])
    }
}
