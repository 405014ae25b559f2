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
        language.pick(en: form.text.en, zh: form.text.zh)
            .replacing("{kinds}", with: Self.names(kinds, language))
            .replacing("{within}", with: limit?.wording(language) ?? "")
            .replacing("{figure}", with: figure.map(Self.number) ?? "")
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
