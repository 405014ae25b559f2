internal import StrictYAML

/// Reads the rules an item is judged by.
struct JudgementDecoder {
    let catalogue: FacilityKindCatalogue

    private static let keys = [
        "rule", "circle", "metres", "kinds", "max_m", "max_side_m", "min_km_per_km2", "min_floor_area_m2",
        "min_site_area_m2",
    ]

    /// The keys beside `rule` that a rule may have.
    private static func keys(of rule: IndicatorJudgement.Rule) -> [String] {
        switch rule {
        case .busStopWithin, .railStationWithin: ["circle", "metres"]
        case .facilityCoverage: ["kinds", "circle", "metres"]
        case .circleServices: ["circle"]
        case .facilitySize: ["kinds", "min_floor_area_m2", "min_site_area_m2"]
        case .facilitySpacing: ["kinds", "max_m"]
        case .networkDensity: ["min_km_per_km2"]
        case .junctionSpacing: ["max_m"]
        case .closedCompoundSize: ["max_side_m"]
        }
    }

    /// The rules of an item, empty where it has none; `nil` when one could not be read.
    func judgements(of item: RowReader) -> [IndicatorJudgement]? {
        let before = item.faults.faults.count
        let rows = item.faults.mappings(of: item.row.optional("rules"), keys: Self.keys)
        let judgements = rows.compactMap { judgement(from: $0) }
        return item.faults.faults.count == before ? judgements : nil
    }

    private func judgement(from row: RowReader) -> IndicatorJudgement? {
        let rule = row.required("rule") { node throws(YAMLError) in
            try node.oneOf(IndicatorJudgement.Rule.self)
        }
        guard let rule else { return nil }
        let allowed = Self.keys(of: rule)
        for key in Self.keys.dropFirst() where !allowed.contains(key) && row.row.optional(key) != nil {
            row.refuse(
                key,
                .invalid(
                    "'\(rule.rawValue)' has no '\(key)'", remedy: "use \(allowed.joined(separator: ", "))"))
        }
        return judgement(by: rule, from: row)
    }

    private func judgement(
        by rule: IndicatorJudgement.Rule, from row: RowReader
    ) -> IndicatorJudgement? {
        switch rule {
        case .busStopWithin: limit(of: row).map { .busStopWithin($0) }
        case .railStationWithin: limit(of: row).map { .railStationWithin($0) }
        case .facilityCoverage: coverage(from: row)
        case .circleServices: circle(of: row).map { .circleServices($0) }
        case .facilitySize: size(from: row)
        case .facilitySpacing: spacing(from: row)
        case .networkDensity: figure("min_km_per_km2", of: row).map { .networkDensity(minimum: $0) }
        case .junctionSpacing: figure("max_m", of: row).map { .junctionSpacing(maximum: $0) }
        case .closedCompoundSize:
            figure("max_side_m", of: row).map { .closedCompoundSize(maximumSide: $0) }
        }
    }

    private func coverage(from row: RowReader) -> IndicatorJudgement? {
        let (kinds, limit) = (kinds(of: row), limit(of: row))
        guard let kinds, let limit else { return nil }
        return .facilityCoverage(kinds: kinds, within: limit)
    }

    private func size(from row: RowReader) -> IndicatorJudgement? {
        let kinds = kinds(of: row)
        let minimum = MinimumSize(
            floorAreaM2: row.figure("min_floor_area_m2"), siteAreaM2: row.figure("min_site_area_m2"))
        if minimum.isNone { row.refuse(nil, .missingKey("min_floor_area_m2")) }
        return kinds.map { .facilitySize(kinds: $0, minimum: minimum) }
    }

    private func spacing(from row: RowReader) -> IndicatorJudgement? {
        let (kinds, maximum) = (kinds(of: row), figure("max_m", of: row))
        guard let kinds, let maximum else { return nil }
        return .facilitySpacing(kinds: kinds, maximum: maximum)
    }

    private func figure(_ key: String, of row: RowReader) -> Double? {
        row.required(key) { node throws(YAMLError) in try node.positiveNumber() }
    }

    private func circle(of row: RowReader) -> LifeCircleTier? {
        row.required("circle") { node throws(YAMLError) in try node.oneOf(LifeCircleTier.self) }
    }

    private func limit(of row: RowReader) -> ReachLimit? {
        guard row.row.optional("metres") != nil else { return circle(of: row).map { .circle($0) } }
        if row.row.optional("circle") != nil {
            row.refuse("metres", .invalid("a rule has a circle and metres", remedy: "keep one of them"))
        }
        return row.figure("metres").map { .metres($0) }
    }

    private func kinds(of row: RowReader) -> [FacilityKind.ID]? {
        row.required("kinds") { node throws(YAMLError) in
            var kinds: [FacilityKind.ID] = []
            for element in try node.sequence() { kinds.append(try element.oneOf(catalogue.ids)) }
            guard !kinds.isEmpty else {
                throw node.failure(.invalid("the list is empty", remedy: "name at least one kind"))
            }
            return kinds
        }
    }
}
