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
    /// The document's own heading over the row (场景), a label only; `nil` where it has none.
    public let scene: String?
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
    /// How many people one facility is meant to serve; `nil` where the document does not say.
    public let servicePopulation: ServicePopulation?
    /// How far around itself one facility is meant to serve, in metres (辐射周边); said of the facility, not a
    /// limit for residents. `nil` where the document does not say.
    public let servesWithinMetres: Double?
    /// What may stand in for it.
    public let substitutes: [Substitute]
    /// What else the document says about the row, or how it is read.
    public let note: BilingualText?
    /// Where the document says so.
    public let citation: Citation
    /// Where it says what the row's own cells do not: sizes, distances.
    public let furtherCitations: [Citation]

    /// A requirement from its parts.
    public init(
        id: String, kind: FacilityKind.ID, title: String, titleEn: String, category: FacilityCategory,
        scene: String? = nil, tier: ProvisionClass? = nil, binding: IndicatorBinding? = nil,
        distance: ServiceDistance, minimum: MinimumSize = MinimumSize(), maxClasses: Int? = nil,
        servicePopulation: ServicePopulation? = nil, servesWithinMetres: Double? = nil,
        substitutes: [Substitute] = [], note: BilingualText? = nil, citation: Citation,
        furtherCitations: [Citation] = []
    ) {
        self.id = id
        self.kind = kind
        self.title = title
        self.titleEn = titleEn
        self.category = category
        self.scene = scene
        self.tier = tier
        self.binding = binding
        self.distance = distance
        self.minimum = minimum
        self.maxClasses = maxClasses
        self.servicePopulation = servicePopulation
        self.servesWithinMetres = servesWithinMetres
        self.substitutes = substitutes
        self.note = note
        self.citation = citation
        self.furtherCitations = furtherCitations
    }
}
