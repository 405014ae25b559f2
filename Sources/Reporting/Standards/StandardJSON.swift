public import Standards
public import VectorFiles

extension FacilityStandard {
    /// The standard in the shape that `standards show --json` promises, without indicators.
    public var json: JSONValue { StandardDocument(standard: self, indicators: nil).json }

    /// What stands between the name and the indicators.
    fileprivate var sections: [(String, JSONValue)] {
        [
            ("circles", .array(circles.map(\.json))),
            (
                "requirements",
                .array(
                    requirements.map { $0.json(limits: limits(of: $0), kinds: kinds(satisfying: $0)) })
            ),
            ("network", .array(network.map(\.json))), ("bundles", .array(bundles.map(\.json))),
            ("units", .array(units.map(\.json))), ("guidance", .array(guidance.map(\.json))),
            ("neighbouring_provision", neighbouringProvision?.json ?? .null),
        ]
    }
}

extension StandardDocument {
    /// The document in the shape that `standards show --json` promises; what it does not have is empty.
    public var json: JSONValue {
        let sections = ["circles", "requirements", "network", "bundles", "units", "guidance"]
        let none = sections.map { ($0, JSONValue.array([])) } + [("neighbouring_provision", .null)]
        return .object(
            [
                ("id", .string(id)), ("version", .string(version)), ("title", .string(title)),
                ("title_en", .string(titleEn)), ("source", source?.json ?? .null), ("draft", .bool(draft)),
            ] + (standard?.sections ?? none) + indicatorSections + [
                ("discrepancies", .array(discrepancies.map(\.json)))
            ])
    }
}

extension FacilityStandard.Source {
    var json: JSONValue { .object([("title", .string(title)), ("year", .integer(year))]) }
}

extension LifeCircle {
    fileprivate var json: JSONValue {
        .object([
            ("id", .string(tier.rawValue)), ("minutes", .integer(minutes)),
            ("population", JSONValue(population)), ("population_max", JSONValue(populationMaximum)),
            ("strict_m", Rounding.amount(strictMetres)), ("lenient_m", Rounding.amount(lenientMetres)),
            ("citation", citation.json),
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
            ("station_radius_m", JSONValue(radius)), ("measure", .string(figure.form.measure)),
            ("minimum", JSONValue(figure.minimum)), ("maximum", JSONValue(figure.maximum)),
            ("binding", JSONValue(binding?.rawValue)), ("note", note?.json ?? .null),
            ("citation", citation.json),
        ])
    }
}

extension FacilityBundle {
    fileprivate var json: JSONValue {
        .object([
            ("id", .string(id)), ("requirement", .string(requirement)),
            (
                "parts",
                .array(
                    parts.map {
                        .object([
                            ("title", .string($0.title)), ("kind", .string($0.kind)),
                            ("satisfies", JSONValue($0.satisfies)),
                        ])
                    })
            ), ("citation", citation.json),
        ])
    }
}

extension UnitSize {
    fileprivate var json: JSONValue {
        let ranges = Measure.allCases.compactMap { measure in
            self.ranges[measure].map { (measure.rawValue, $0.json) }
        }
        return .object(
            [("id", .string(id)), ("title", .string(title)), ("title_en", .string(titleEn))] + ranges
                + [("citation", citation.json)])
    }
}

extension GuidanceFigure {
    fileprivate var json: JSONValue {
        .object([
            ("id", .string(id)), ("title", .string(title)), ("title_en", .string(titleEn)),
            ("kinds", .array(kinds.map { .string($0) })), ("measure", .string(measure.rawValue)),
            ("minimum", JSONValue(range.minimum)), ("maximum", JSONValue(range.maximum)),
            ("ages", ages.json), ("note", note?.json ?? .null), ("citation", citation.json),
        ])
    }
}

extension NeighbouringProvision {
    fileprivate var json: JSONValue { .object([("text", text.json), ("citation", citation.json)]) }
}

extension FigureRange {
    var json: JSONValue { .object([("min", JSONValue(minimum)), ("max", JSONValue(maximum))]) }
}

extension Set<CommunityAge> {
    /// The ages in the order new, existing, old.
    var json: JSONValue {
        .array(CommunityAge.allCases.filter(contains).map { .string($0.rawValue) })
    }
}

extension BilingualText {
    var json: JSONValue { .object([("zh", .string(zh)), ("en", .string(en))]) }
}

extension Discrepancy {
    var json: JSONValue {
        .object([("id", .string(id)), ("text", text.json), ("citation", citation.json)])
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

extension JSONValue {
    /// A figure of a table, or null.
    init(_ figure: Double?) { self = figure.map(Rounding.amount) ?? .null }

    /// A count, or null.
    init(_ count: Int?) { self = count.map { .integer($0) } ?? .null }
}
