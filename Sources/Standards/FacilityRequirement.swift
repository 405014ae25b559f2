/// One row of a standard: a kind of facility, how near and how large it has to be, and who says so.
public struct FacilityRequirement: Sendable, Hashable, Identifiable {
    /// The name in files and results, unique within a standard.
    public let id: String
    /// The kind of facility that satisfies the row.
    public let kind: FacilityKind.ID
    /// The Chinese name as printed, remarks in parentheses included.
    public let title: String
    /// The name in English.
    public let titleEn: String
    /// The group the facility is listed under.
    public let category: FacilityCategory
    /// How strongly the table asks for it; `nil` where the document does not class it.
    public let tier: ProvisionClass?
    /// How strongly the indicator behind it binds; `nil` where none is behind it.
    public let binding: IndicatorBinding?
    /// How near it has to be.
    public let distance: ServiceDistance
    /// How large it has to be.
    public let minimum: MinimumSize
    /// The most classes a school may have; `nil` where the document sets no such limit.
    public let maxClasses: Int?
    /// What else the document says about the row, or how it is read.
    public let note: BilingualText?
    /// Where the document says so.
    public let citation: Citation

    /// A requirement from its parts.
    public init(
        id: String, kind: FacilityKind.ID, title: String, titleEn: String, category: FacilityCategory,
        tier: ProvisionClass? = nil, binding: IndicatorBinding? = nil, distance: ServiceDistance,
        minimum: MinimumSize = MinimumSize(), maxClasses: Int? = nil, note: BilingualText? = nil,
        citation: Citation
    ) {
        self.id = id
        self.kind = kind
        self.title = title
        self.titleEn = titleEn
        self.category = category
        self.tier = tier
        self.binding = binding
        self.distance = distance
        self.minimum = minimum
        self.maxClasses = maxClasses
        self.note = note
        self.citation = citation
    }
}
