/// What a standard asks of the walking network itself, whatever it leads to.
public struct NetworkRequirement: Sendable, Hashable, Identifiable {
    /// The name in files and results, unique within a standard.
    public let id: String
    /// The name in Chinese.
    public let title: String
    /// The name in English.
    public let titleEn: String
    /// Where it holds.
    public let scope: NetworkScope
    /// What is measured, and the figure it is held against.
    public let figure: NetworkFigure
    /// How strongly the indicator behind it binds; `nil` where none is behind it.
    public let binding: IndicatorBinding?
    /// What else the document says about it, or how it is read.
    public let note: BilingualText?
    /// Where the document says so.
    public let citation: Citation

    /// A requirement from its parts.
    public init(
        id: String, title: String, titleEn: String, scope: NetworkScope, figure: NetworkFigure,
        binding: IndicatorBinding? = nil, note: BilingualText? = nil, citation: Citation
    ) {
        self.id = id
        self.title = title
        self.titleEn = titleEn
        self.scope = scope
        self.figure = figure
        self.binding = binding
        self.note = note
        self.citation = citation
    }
}

/// Where a figure for the network holds.
public enum NetworkScope: Sendable, Hashable {
    /// Everywhere.
    case general
    /// Within so many metres of a rail station, as the crow flies; positive.
    case stationBand(metres: Double)
}
