public import Standards
public import VectorFiles

extension FacilityStandard {
    /// The figures that the project has set otherwise: `requirement_id, figure, was, now`; empty where it has none.
    public var overridesJSON: JSONValue {
        .array(
            overrides.map { figure in
                .object([
                    ("requirement_id", .string(figure.requirement)),
                    ("figure", .string(figure.measure.rawValue)),
                    ("was", figure.was.map { .number($0) } ?? .null), ("now", .number(figure.now)),
                ])
            })
    }

    /// The same for people, in a line each; empty where there is none.
    func overrideLines(_ language: Language) -> [String] {
        overrides.map { figure in
            let name = language.pick(en: figure.titleEn, zh: figure.title)
            let was = figure.was.map { Rounding.text(.decimal($0, places: 0)) } ?? "–"
            let now = Rounding.text(.decimal(figure.now, places: 0))
            return language.pick(
                en: "Overridden by the project: \(name): \(figure.measure.rawValue) \(was) → \(now)",
                zh: "项目另定：\(name)：\(figure.measure.rawValue) \(was) → \(now)")
        }
    }
}
