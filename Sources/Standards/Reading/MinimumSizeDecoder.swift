internal import StrictYAML

/// Reads how large a facility has to be.
struct MinimumSizeDecoder {
    /// The figures that stand in a row, in an alternative and in a variant alike.
    static let figureKeys =
        ["min_floor_area_m2", "min_site_area_m2"] + MinimumCapacity.Measure.allCases.map(\.rawValue)
    /// The keys a row may have on its size.
    static let keys = figureKeys + ["any_of", "sizes"]

    /// The minimum that a row asks for; its faults are noted.
    func minimum(of row: RowReader) -> MinimumSize {
        figures(of: row, anyOf: alternatives(of: row), variants: variants(of: row))
    }

    private func figures(
        of row: RowReader, anyOf: [MinimumSize] = [], variants: [SizeVariant] = []
    ) -> MinimumSize {
        MinimumSize(
            floorAreaM2: row.figure("min_floor_area_m2"), siteAreaM2: row.figure("min_site_area_m2"),
            capacities: MinimumCapacity.Measure.allCases.compactMap { measure in
                row.figure(measure.rawValue).map { MinimumCapacity(measure, $0) }
            }, anyOf: anyOf, variants: variants)
    }

    private func alternatives(of row: RowReader) -> [MinimumSize] {
        guard let node = row.row.optional("any_of") else { return [] }
        let alternatives = row.faults.mappings(of: node, keys: Self.figureKeys)
        for alternative in alternatives where isEmpty(alternative) {
            alternative.refuse(
                nil, .invalid("the alternative asks for nothing", remedy: "give it a figure, or remove it"))
        }
        if alternatives.count == 1 {
            row.refuse(
                "any_of", .invalid("one alternative is no choice", remedy: "write the figure into the row"))
        }
        return alternatives.map { figures(of: $0) }
    }

    /// Whether nothing at all is written; a key that is not known is a fault of its own.
    private func isEmpty(_ row: RowReader) -> Bool {
        (try? row.node.entries())?.allSatisfy { $0.value.isNull } ?? true
    }

    private func variants(of row: RowReader) -> [SizeVariant] {
        let keys = ["ages", "residents", "classes"] + Self.figureKeys
        var seen: [SizeVariant] = []
        for variant in row.faults.mappings(of: row.row.optional("sizes"), keys: keys) {
            guard let condition = condition(of: variant) else { continue }
            if seen.contains(where: { !$0.condition.isAlike(condition) }) {
                variant.refuse(
                    nil,
                    .invalid(
                        "the sizes of a row depend on different things",
                        remedy: "use one of 'ages', 'residents' and 'classes' throughout"))
            } else if seen.contains(where: { $0.condition.coincides(with: condition) }) {
                variant.refuse(
                    nil,
                    .invalid("another size holds for the same case", remedy: "give each case one size"))
            }
            seen.append(SizeVariant(condition: condition, minimum: figures(of: variant)))
        }
        return seen
    }

    private func condition(of row: RowReader) -> SizeCondition? {
        let given = ["ages", "residents", "classes"].filter { row.row.optional($0) != nil }
        guard given.count == 1 else {
            let problem = "a size depends on \(given.isEmpty ? "nothing" : given.joined(separator: " and "))"
            row.refuse(
                nil, .invalid(problem, remedy: "give it one of 'ages', 'residents' and 'classes'"))
            return nil
        }
        if let ages = row.ages() { return .ages(ages) }
        if let people = row.mapping("residents", keys: ["min", "max"])?.people() {
            return .residents(people)
        }
        return row.count("classes").map { .classes($0) }
    }
}

extension SizeCondition {
    /// Whether both depend on the same thing.
    fileprivate func isAlike(_ other: SizeCondition) -> Bool {
        switch (self, other) {
        case (.ages, .ages), (.residents, .residents), (.classes, .classes): true
        default: false
        }
    }

    /// Whether some facility is in both cases; tiers of residents may share an end.
    fileprivate func coincides(with other: SizeCondition) -> Bool {
        switch (self, other) {
        case (.ages(let a), .ages(let b)): !a.isDisjoint(with: b)
        case (.classes(let a), .classes(let b)): a == b
        case (.residents(let a), .residents(let b)):
            (a.minimum ?? 0) < (b.maximum ?? .max) && (b.minimum ?? 0) < (a.maximum ?? .max)
        default: false
        }
    }
}
