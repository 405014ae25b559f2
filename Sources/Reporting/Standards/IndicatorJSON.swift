import Standards
import VectorFiles

extension StandardDocument {
    /// The indicators and what belongs to them; empty where the document has none.
    var indicatorSections: [(String, JSONValue)] {
        [
            ("indicators", .array(indicators.map { $0.indicators.map($0.json) } ?? [])),
            ("indicators_version", JSONValue(indicators?.version)),
            ("indicator_classes", .array(indicators.map { $0.classes.map($0.json) } ?? [])),
            ("indicator_groups", .array(indicators?.groups.map(\.json) ?? [])),
            ("indicator_totals", .array(indicators?.totals.map(\.json) ?? [])),
            ("missing_items", .array(indicators?.missing.map(\.json) ?? [])),
        ]
    }
}

extension IndicatorSystem {
    fileprivate func json(_ indicator: Indicator) -> JSONValue {
        .object([
            ("number", .integer(indicator.number)), ("title", .string(indicator.title)),
            ("title_en", .string(indicator.titleEn)), ("group", .string(indicator.group)),
            ("group_title", JSONValue(group(id: indicator.group)?.title)),
            ("items", .array(indicator.items.map(json))),
        ])
    }

    private func json(_ item: IndicatorItem) -> JSONValue {
        .object([
            ("id", .string(item.id)), ("number", JSONValue(item.number)), ("class", .string(item.classID)),
            ("class_title", JSONValue(indicatorClass(id: item.classID)?.title)), ("text", .string(item.text)),
            ("judged", .string(item.judgement.id)),
            ("rules", .array(item.judgement.judgements.map(\.json))), ("ticked", .bool(item.isTicked)),
            ("note", item.note?.json ?? .null), ("citation", item.citation.json),
            ("basis", .array(item.basis.map(\.json))),
        ])
    }

    fileprivate func json(_ named: IndicatorClass) -> JSONValue {
        .object([
            ("id", .string(named.id)), ("title", .string(named.title)), ("title_en", .string(named.titleEn)),
            ("items", .integer(count(ofClass: named.id))), ("citation", named.citation?.json ?? .null),
        ])
    }
}

extension IndicatorJudgement {
    /// The rule with its figures, under the keys that files use.
    fileprivate var json: JSONValue {
        .object([("rule", .string(rule))] + kindsJSON + [limit?.json].compactMap { $0 } + figuresJSON)
    }

    private var kindsJSON: [(String, JSONValue)] {
        form.keys.contains("kinds") ? [("kinds", .array(kinds.map { .string($0) }))] : []
    }

    private var figuresJSON: [(String, JSONValue)] {
        form.figureKeys.map { ($0, figures[$0].map(Rounding.amount) ?? .null) }
    }
}

extension ReachLimit {
    fileprivate var json: (String, JSONValue) {
        switch self {
        case .circle(let circle): ("circle", .string(circle.rawValue))
        case .metres(let metres): ("metres", Rounding.amount(metres))
        }
    }
}

extension IndicatorGroup {
    fileprivate var json: JSONValue {
        .object([("id", .string(id)), ("title", .string(title)), ("title_en", .string(titleEn))])
    }
}

extension PrintedTotal {
    fileprivate var json: JSONValue {
        .object([
            ("of", .string(scope.id)), ("total", .integer(total)), ("met", JSONValue(met)),
            ("percent", percent.map { .decimal($0, places: 2) } ?? .null),
            ("percent_computed", computedPercent.map { .decimal($0, places: 2) } ?? .null),
            ("citation", citation.json),
        ])
    }
}

extension PrintedTotal.Scope {
    /// The name in files.
    var id: String {
        switch self {
        case .indicators: "indicators"
        case .items: "items"
        case .ofClass(let id): id
        }
    }
}

extension MissingItem {
    fileprivate var json: JSONValue {
        .object([
            ("id", .string(id)), ("indicator", .integer(indicator)), ("class", .string(classID)),
            ("citation", citation.json),
        ])
    }
}
