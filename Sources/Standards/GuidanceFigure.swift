/// A figure that a document recommends and that no row of its tables judges blocks by.
public struct GuidanceFigure: Sendable, Hashable, Identifiable {
    /// What is measured; the raw value is the name in files.
    public enum Measure: String, Sendable, Hashable, CaseIterable {
        /// Floor area in square metres.
        case floorArea = "floor_area_m2"
        /// Site area in square metres.
        case siteArea = "site_area_m2"
        /// Floor area of dwellings per resident in square metres.
        case floorAreaPerPerson = "floor_area_per_person_m2"
        /// Distance from one to the next along the way, in metres.
        case spacing = "spacing_m"
        /// Distance from one junction to the next, in metres.
        case junctionSpacing = "junction_spacing_m"
        /// Straight distance in metres.
        case radius = "radius_m"
        /// Width in metres.
        case width = "width_m"
        /// Height in metres.
        case height = "height_m"
        /// Length in kilometres.
        case length = "length_km"
        /// Kilometres of ways per square kilometre.
        case density = "density_km_per_km2"
    }

    /// The name in files and results, unique within a standard.
    public let id: String
    /// The name in Chinese.
    public let title: String
    /// The name in English.
    public let titleEn: String
    /// The kinds of facility it speaks of; empty where it speaks of none.
    public let kinds: [FacilityKind.ID]
    /// What is measured.
    public let measure: Measure
    /// The figures.
    public let range: FigureRange
    /// The communities it holds for; all ages where the document makes no difference.
    public let ages: Set<CommunityAge>
    /// What else the document says about it, or how it is read.
    public let note: BilingualText?
    /// Where the document says so.
    public let citation: Citation

    /// A figure from its parts.
    public init(
        id: String, title: String, titleEn: String, kinds: [FacilityKind.ID] = [], measure: Measure,
        range: FigureRange, ages: Set<CommunityAge> = Set(CommunityAge.allCases),
        note: BilingualText? = nil, citation: Citation
    ) {
        self.id = id
        self.title = title
        self.titleEn = titleEn
        self.kinds = kinds
        self.measure = measure
        self.range = range
        self.ages = ages
        self.note = note
        self.citation = citation
    }
}
