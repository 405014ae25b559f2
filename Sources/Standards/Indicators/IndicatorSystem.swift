/// A document's indicators (评价指标体系) as data: what a community is assessed by, every item as printed.
public struct IndicatorSystem: Sendable, Hashable, Identifiable {
    /// The name a user chooses it by; a facility table of the same document has the same.
    public let id: String
    /// The version of this transcription, which changes whenever an item does.
    public let version: String
    /// The name in Chinese.
    public let title: String
    /// The name in English.
    public let titleEn: String
    /// The document.
    public let source: FacilityStandard.Source
    /// Whether the document is a draft, so that results have to say so.
    public let draft: Bool
    /// How strongly items bind, on the document's own scale; the scales of two documents are not comparable.
    public let classes: [IndicatorClass]
    /// The first level: scenes or fields.
    public let groups: [IndicatorGroup]
    /// The indicators in the document's order.
    public let indicators: [Indicator]
    /// Items the document counts that are not in the text as stored; never filled in.
    public let missing: [MissingItem]
    /// The sums the document prints itself.
    public let totals: [PrintedTotal]
    /// Where the document contradicts itself or leaves its meaning open.
    public let discrepancies: [Discrepancy]

    /// A system from its parts; classes and groups that are named have to be among those given.
    public init(
        id: String, version: String, title: String, titleEn: String, source: FacilityStandard.Source,
        draft: Bool = false, classes: [IndicatorClass], groups: [IndicatorGroup], indicators: [Indicator],
        missing: [MissingItem] = [], totals: [PrintedTotal] = [], discrepancies: [Discrepancy] = []
    ) {
        let known = (classes: Set(classes.map(\.id)), groups: Set(groups.map(\.id)))
        precondition(
            indicators.allSatisfy { indicator in
                known.groups.contains(indicator.group)
                    && indicator.items.allSatisfy { known.classes.contains($0.classID) }
            }, "an indicator names a class or a group that the system does not have")
        self.id = id
        self.version = version
        self.title = title
        self.titleEn = titleEn
        self.source = source
        self.draft = draft
        self.classes = classes
        self.groups = groups
        self.indicators = indicators
        self.missing = missing
        self.totals = totals
        self.discrepancies = discrepancies
    }

    /// All items in the document's order.
    public var items: [IndicatorItem] { indicators.flatMap(\.items) }

    /// The class with an id, or `nil`.
    public func indicatorClass(id: IndicatorClass.ID) -> IndicatorClass? { classes.first { $0.id == id } }

    /// The group with an id, or `nil`.
    public func group(id: IndicatorGroup.ID) -> IndicatorGroup? { groups.first { $0.id == id } }

    /// The item with an id, or `nil`.
    public func item(id: IndicatorItem.ID) -> IndicatorItem? { items.first { $0.id == id } }

    /// How many items are of a class, those missing from the stored text included.
    public func count(ofClass id: IndicatorClass.ID) -> Int {
        items.count { $0.classID == id } + missing.count { $0.classID == id }
    }

    /// The sum the document prints of something, or `nil`.
    public func printedTotal(of scope: PrintedTotal.Scope) -> PrintedTotal? {
        totals.first { $0.scope == scope }
    }
}

/// How strongly an item binds, on one document's scale (约束性, 基本项).
public struct IndicatorClass: Sendable, Hashable, Identifiable {
    /// The name in files.
    public let id: String
    /// The name as printed.
    public let title: String
    /// The name in English.
    public let titleEn: String
    /// What the document says the class means; `nil` where it says nothing.
    public let citation: Citation?

    /// A class from its parts.
    public init(id: String, title: String, titleEn: String, citation: Citation? = nil) {
        self.id = id
        self.title = title
        self.titleEn = titleEn
        self.citation = citation
    }
}

/// The first level of indicators (一级指标): a scene or a field.
public struct IndicatorGroup: Sendable, Hashable, Identifiable {
    /// The name in files.
    public let id: String
    /// The name as printed.
    public let title: String
    /// The name in English.
    public let titleEn: String

    /// A group from its parts.
    public init(id: String, title: String, titleEn: String) {
        self.id = id
        self.title = title
        self.titleEn = titleEn
    }
}
