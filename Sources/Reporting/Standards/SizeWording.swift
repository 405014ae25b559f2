import Standards

/// A minimum size as a cell of a table says it.
struct SizeWording {
    private let area: KeyPath<MinimumSize, Double?> & Sendable

    /// The wording of one of the two areas.
    init(_ area: KeyPath<MinimumSize, Double?> & Sendable) { self.area = area }

    /// `3000`, `1800 (6 classes), 2700 (9 classes)`, `200 or ≥ 4.5 places per 1000`; a dash for none.
    ///
    /// Capacities are said with the floor area, so that they are said once.
    func text(_ minimum: MinimumSize, _ language: Language) -> String {
        let parts = [minimum[keyPath: area].map(number)] + capacities(minimum, language)
        let choices = minimum.anyOf.compactMap { part($0, language) }
        let variants = minimum.variants.compactMap { variant in
            part(variant.minimum, language).map { "\($0) (\(variant.condition.wording(language)))" }
        }
        let all =
            parts.compactMap { $0 } + [choices.joined(separator: language.pick(en: " or ", zh: " 或 "))]
            + variants
        let text = all.filter { !$0.isEmpty }.joined(separator: ", ")
        return text.isEmpty ? "–" : text
    }

    private func part(_ minimum: MinimumSize, _ language: Language) -> String? {
        let parts = [minimum[keyPath: area].map(number)] + capacities(minimum, language)
        let text = parts.compactMap { $0 }.joined(separator: ", ")
        return text.isEmpty ? nil : text
    }

    private func capacities(_ minimum: MinimumSize, _ language: Language) -> [String?] {
        guard area == \MinimumSize.floorAreaM2 else { return [] }
        return minimum.capacities.map { "\(number($0.amount)) \($0.measure.wording.text(language))" }
    }

    private func number(_ value: Double) -> String { Rounding.text(Rounding.amount(value)) }
}

extension SizeCondition {
    /// When a size is asked for.
    func wording(_ language: Language) -> String {
        switch self {
        case .ages(let ages): ages.wording(language)
        case .residents(let people):
            language.pick(en: "\(people.wording) residents", zh: "\(people.wording) 人")
        case .classes(let classes): language.pick(en: "\(classes) classes", zh: "\(classes) 班")
        }
    }
}

extension Set<CommunityAge> {
    /// The ages, new ones first.
    func wording(_ language: Language) -> String {
        CommunityAge.allCases.filter(contains).map { $0.wording.text(language) }
            .joined(separator: language.pick(en: ", ", zh: "、"))
    }
}

extension CommunityAge {
    /// What communities of the age are called.
    var wording: Wording {
        switch self {
        case .newBuilt: Wording("new", "新建")
        case .existing: Wording("existing", "既有")
        case .old: Wording("old", "老旧")
        }
    }
}

extension MinimumCapacity.Measure {
    /// What is counted, after the figure.
    var wording: Wording {
        switch self {
        case .placesPerThousand: Wording("places per 1000 residents", "托位/千人")
        case .dinersPerMeal: Wording("diners a meal", "人/餐")
        case .beds: Wording("beds", "床")
        case .floorAreaPerMille: Wording("‰ of the floor area served", "‰（物业总面积）")
        }
    }
}

extension UnitSize.Measure {
    /// What is counted, after the figure.
    var wording: Wording {
        switch self {
        case .residents: Wording("residents", "人")
        case .households: Wording("households", "户")
        case .hectares: Wording("ha", "公顷")
        case .lifeCircles: Wording("15-minute circles", "个15分钟生活圈")
        }
    }
}

extension GuidanceFigure.Measure {
    /// The unit of the figure.
    var unit: String {
        switch self {
        case .floorArea, .siteArea, .floorAreaPerPerson: "m²"
        case .spacing, .junctionSpacing, .radius, .width, .height: "m"
        case .length: "km"
        case .density: "km/km²"
        }
    }
}

extension FigureRange {
    /// `400–1000`, `≥ 400`, `≤ 1000`, or one figure.
    var wording: String {
        RangeWording.text(
            minimum.map { Rounding.text(Rounding.amount($0)) },
            maximum.map { Rounding.text(Rounding.amount($0)) })
    }
}

extension ServicePopulation {
    /// As a range of figures.
    var wording: String { RangeWording.text(minimum.map { "\($0)" }, maximum.map { "\($0)" }) }
}

private enum RangeWording {
    static func text(_ least: String?, _ most: String?) -> String {
        switch (least, most) {
        case (let least?, let most?): least == most ? least : "\(least)–\(most)"
        case (let least?, nil): "≥ \(least)"
        case (nil, let most?): "≤ \(most)"
        case (nil, nil): "–"
        }
    }
}
