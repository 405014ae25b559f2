import Standards

extension ItemJudgement {
    /// How an item is judged, in a word.
    func word(_ language: Language) -> String {
        switch self {
        case .evidence: language.pick(en: "evidence", zh: "举证")
        case .geometry: language.pick(en: "geometry", zh: "空间")
        case .both: language.pick(en: "both", zh: "空间和举证")
        }
    }

    /// How an item is judged, with its rules.
    func wording(_ language: Language) -> String {
        let rules = judgements.map { $0.wording(language) }
        switch self {
        case .evidence: return language.pick(en: "evidence", zh: "需举证")
        case .geometry: return rules.joined(separator: "; ")
        case .both: return (rules + [language.pick(en: "evidence", zh: "另需举证")]).joined(separator: "; ")
        }
    }
}

extension IndicatorJudgement {
    /// The rule with its figures, in words.
    func wording(_ language: Language) -> String {
        switch self {
        case .busStopWithin(let limit):
            return language.pick(en: "bus stop within ", zh: "公交站点 ") + limit.wording(language)
        case .railStationWithin(let limit):
            return language.pick(en: "rail station within ", zh: "轨道站点 ") + limit.wording(language)
        case .facilityCoverage(let kinds, let limit):
            let within = language.pick(en: " within ", zh: " ")
            return Self.names(kinds, language) + within + limit.wording(language)
        case .circleServices(let circle):
            return language.pick(en: "all facilities within ", zh: "各项设施 ")
                + ReachLimit.circle(circle).wording(language)
        case .facilitySize(let kinds, let minimum):
            let area = minimum.floorAreaM2 ?? minimum.siteAreaM2 ?? 0
            return "\(Self.names(kinds, language)) ≥ \(Self.number(area)) m²"
        case .facilitySpacing(let kinds, let maximum):
            let every = language.pick(en: "every", zh: "间距")
            return "\(Self.names(kinds, language)) \(every) ≤ \(Self.number(maximum)) m"
        case .networkDensity(let minimum):
            let name = language.pick(en: "walking network", zh: "步行网络密度")
            return "\(name) ≥ \(Self.number(minimum)) km/km²"
        case .junctionSpacing(let maximum):
            return language.pick(en: "junctions", zh: "路口间距") + " ≤ \(Self.number(maximum)) m"
        case .closedCompoundSize(let side):
            let name = language.pick(en: "closed compounds", zh: "封闭单元")
            return "\(name) ≤ \(Self.number(side)) m × \(Self.number(side)) m"
        }
    }

    private static func names(_ kinds: [FacilityKind.ID], _ language: Language) -> String {
        let known = kinds.map { FacilityKindCatalogue.bundled.kind(id: $0) }
        let names = zip(kinds, known).map { id, kind in
            kind.map { language.pick(en: $0.titleEn, zh: $0.title) } ?? id
        }
        return names.joined(separator: language.pick(en: " or ", zh: "或"))
    }

    fileprivate static func number(_ value: Double) -> String { Rounding.text(Rounding.amount(value)) }
}

extension ReachLimit {
    /// `15 minutes` or `500 m`.
    func wording(_ language: Language) -> String {
        switch self {
        case .circle(let circle):
            language.pick(en: "\(circle.minutes) minutes", zh: "\(circle.minutes)分钟步行圈")
        case .metres(let metres): "\(IndicatorJudgement.number(metres)) m"
        }
    }
}
