public import GapAnalysis
import Standards
import StudyAreas
public import VectorFiles

extension IndicatorAssessment {
    /// The assessment in the shape that `assess --json` promises.
    public var json: JSONValue {
        .object([
            ("tool", Product.json), ("system", systemJSON), ("circles", circlesJSON),
            ("name", JSONValue(area.name)), ("unit", JSONValue(unit.map { area.units[$0].id })),
            ("crs", .string(area.plane.label)), ("totals", .array(totals.map(json))),
            ("printed", .array(system.totals.filter { $0.met != nil }.map(json))),
            ("items", .array(items.map(json))), ("missing", .array(system.missing.map { .string($0.id) })),
            ("edge", edgeJSON),
        ])
    }

    private var systemJSON: JSONValue {
        .object([
            ("id", .string(system.id)), ("version", .string(system.version)),
            ("title", .string(system.title)), ("draft", .bool(system.draft)),
        ])
    }

    private var edgeJSON: JSONValue {
        .object([
            ("of", .string(area.boundary.isEmpty ? "outline" : "boundary")),
            ("widest_limit_m", Rounding.limit(widest)),
            ("verdicts_uncertain", .integer(uncertainCount)),
            ("blocks_uncertain", .integer(uncertainBlocks.count)),
            ("items_uncertain", .integer(items.count(where: \.isUncertain))),
        ])
    }

    private var circlesJSON: JSONValue {
        .object([
            ("id", .string(standard.id)), ("version", .string(standard.version)),
            ("draft", .bool(standard.draft)), ("overrides", standard.overridesJSON),
        ])
    }

    private func json(_ total: IndicatorTotal) -> JSONValue {
        let scope: (String, String?) =
            switch total.scope {
            case .items: ("items", nil)
            case .ofClass(let id): ("class", id)
            case .ofGroup(let id): ("group", id)
            }
        let counts = ItemResult.allCases.map {
            (key: $0.rawValue, value: JSONValue.integer(total.results[$0] ?? 0))
        }
        return .object(
            [
                (key: "scope", value: .string(scope.0)), (key: "id", value: JSONValue(scope.1)),
                (key: "title", value: .string(total.title(in: system, .zh))),
                (key: "listed", value: .integer(total.listed)),
                (key: "missing", value: .integer(total.missing)),
                (key: "printed", value: total.printed.map { .integer($0) } ?? .null),
            ] + counts + [
                (key: "percent", value: total.percent.map { .number($0) } ?? .null),
                (key: "percent_of_listed", value: total.percentOfListed.map { .number($0) } ?? .null),
            ])
    }

    /// What the stored form says of itself.
    private func json(_ printed: PrintedTotal) -> JSONValue {
        let scope: (String, String?) =
            switch printed.scope {
            case .indicators: ("indicators", nil)
            case .items: ("items", nil)
            case .ofClass(let id): ("class", id)
            }
        return .object([
            ("scope", .string(scope.0)), ("id", JSONValue(scope.1)), ("total", .integer(printed.total)),
            ("met", printed.met.map { .integer($0) } ?? .null),
            ("percent", printed.percent.map { .number($0) } ?? .null),
            ("percent_computed", printed.computedPercent.map { .number($0) } ?? .null),
        ])
    }

    private func json(_ item: ItemAssessment) -> JSONValue {
        .object([
            ("item", .string(item.item.id)), ("indicator", .integer(item.indicator.number)),
            ("group", .string(item.indicator.group)), ("class", .string(item.item.classID)),
            ("text", .string(item.item.text)), ("judged", .string(item.item.judgement.id)),
            ("result", .string(item.result.rawValue)),
            ("geometry", JSONValue(item.geometry?.rawValue)), ("rules", .array(item.outcomes.map(json))),
            ("evidence", item.evidence.map(json) ?? .null), ("note", item.item.note?.json ?? .null),
            ("citation", item.item.citation.json), ("basis", .array(item.item.basis.map(\.json))),
            ("uncertain", item.isUncertain ? .string("edge") : .null),
        ])
    }

    private func json(_ outcome: RuleOutcome) -> JSONValue {
        .object([
            ("rule", .string(outcome.rule.rule)), ("asked", .string(outcome.rule.wording(.en))),
            ("verdict", .string(outcome.verdict.rawValue)), ("figure", .string(outcome.figureText(.en))),
            ("reason", JSONValue(outcome.reason?.rawValue)),
            ("uncertain_verdicts", .integer(outcome.doubt.count)),
            ("uncertain", outcome.isUncertain ? .string("edge") : .null),
        ])
    }

    private func json(_ evidence: Evidence) -> JSONValue {
        .object([
            ("met", .bool(evidence.isMet)), ("who", .string(evidence.who)), ("when", .string(evidence.when)),
            ("source", JSONValue(evidence.source)), ("note", JSONValue(evidence.note)),
        ])
    }
}
