/// What is bundled of one planning document: a facility table, indicators, or both.
public struct StandardDocument: Sendable, Identifiable {
    /// The facility table; `nil` where the document has none.
    public let standard: FacilityStandard?
    /// The indicators; `nil` where the document has none.
    public let indicators: IndicatorSystem?

    /// A document from its parts, of which at least one is there; both have the same id.
    public init(standard: FacilityStandard?, indicators: IndicatorSystem?) {
        precondition(standard != nil || indicators != nil, "a document of nothing")
        precondition(
            standard == nil || indicators == nil || standard?.id == indicators?.id,
            "the parts are of two documents")
        self.standard = standard
        self.indicators = indicators
    }

    /// The name a user chooses it by.
    public var id: String { standard?.id ?? indicators?.id ?? "" }
    /// The name in Chinese.
    public var title: String { standard?.title ?? indicators?.title ?? "" }
    /// The name in English.
    public var titleEn: String { standard?.titleEn ?? indicators?.titleEn ?? "" }
    /// The version of the facility table, or else of the indicators.
    public var version: String { standard?.version ?? indicators?.version ?? "" }
    /// The document.
    public var source: FacilityStandard.Source? { standard?.source ?? indicators?.source }
    /// Whether the document is a draft, so that results have to say so.
    public var draft: Bool { standard?.draft ?? indicators?.draft ?? false }
    /// Where the document contradicts itself, the table's first.
    public var discrepancies: [Discrepancy] {
        (standard?.discrepancies ?? []) + (indicators?.discrepancies ?? [])
    }
}
