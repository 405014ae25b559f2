/// One building that provides several facilities (综合设置), and with them satisfies their requirements.
public struct FacilityBundle: Sendable, Hashable, Identifiable {
    /// One of the facilities inside.
    public struct Part: Sendable, Hashable {
        /// The Chinese name as printed.
        public let title: String
        /// The kind of facility it is.
        public let kind: FacilityKind.ID
        /// The requirement it satisfies; `nil` where the table has none for it.
        public let satisfies: FacilityRequirement.ID?

        /// A part from its fields.
        public init(title: String, kind: FacilityKind.ID, satisfies: FacilityRequirement.ID? = nil) {
            self.title = title
            self.kind = kind
            self.satisfies = satisfies
        }
    }

    /// The name in files and results, unique within a standard.
    public let id: String
    /// The requirement whose facility the bundle is.
    public let requirement: FacilityRequirement.ID
    /// The facilities inside, as the document lists them.
    public let parts: [Part]
    /// Where the document says so.
    public let citation: Citation

    /// A bundle from its parts.
    public init(id: String, requirement: FacilityRequirement.ID, parts: [Part], citation: Citation) {
        self.id = id
        self.requirement = requirement
        self.parts = parts
        self.citation = citation
    }
}

/// The document's word on what neighbours provide (周边已配套, 核减).
public struct NeighbouringProvision: Sendable, Hashable {
    /// What it means here, in both languages.
    public let text: BilingualText
    /// Where the document says so.
    public let citation: Citation

    /// A rule from its parts.
    public init(text: BilingualText, citation: Citation) {
        self.text = text
        self.citation = citation
    }
}
