/// How large a unit of planning is to be: a community, a group of life circles.
public struct UnitSize: Sendable, Hashable, Identifiable {
    /// What is counted or measured.
    public enum Measure: String, Sendable, Hashable, CaseIterable {
        case residents
        case households
        case hectares
        /// 15-minute life circles that share what one of them could not bear.
        case lifeCircles = "life_circles"
    }

    /// The name in files and results, unique within a standard.
    public let id: String
    /// The name in Chinese.
    public let title: String
    /// The name in English.
    public let titleEn: String
    /// The sizes the document gives; not empty.
    public let ranges: [Measure: FigureRange]
    /// Where the document says so.
    public let citation: Citation

    /// A unit's size from its parts.
    public init(
        id: String, title: String, titleEn: String, ranges: [Measure: FigureRange], citation: Citation
    ) {
        self.id = id
        self.title = title
        self.titleEn = titleEn
        self.ranges = ranges
        self.citation = citation
    }
}

/// From a least figure to a greatest; either end may be open.
public struct FigureRange: Sendable, Hashable {
    /// The least; `nil` where the document gives none.
    public let minimum: Double?
    /// The greatest; `nil` where the document gives none.
    public let maximum: Double?

    /// A range, positive and in this order; at least one end is given.
    public init(minimum: Double?, maximum: Double?) {
        precondition(minimum != nil || maximum != nil, "an empty range says nothing")
        precondition(minimum ?? 0 <= maximum ?? .infinity && minimum ?? 1 > 0, "0 < minimum ≤ maximum")
        self.minimum = minimum
        self.maximum = maximum
    }
}
