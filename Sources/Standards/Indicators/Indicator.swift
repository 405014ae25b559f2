/// One indicator (二级指标) with its items.
public struct Indicator: Sendable, Hashable, Identifiable {
    /// The number in the document's order, from 1.
    public let number: Int
    /// The name as printed.
    public let title: String
    /// The name in English.
    public let titleEn: String
    /// The first level it belongs to.
    public let group: IndicatorGroup.ID
    /// What is asked, in the document's order.
    public let items: [IndicatorItem]

    /// The number.
    public var id: Int { number }

    /// An indicator from its parts.
    public init(
        number: Int, title: String, titleEn: String, group: IndicatorGroup.ID, items: [IndicatorItem]
    ) {
        self.number = number
        self.title = title
        self.titleEn = titleEn
        self.group = group
        self.items = items
    }
}

/// One clause that is met or not.
public struct IndicatorItem: Sendable, Hashable, Identifiable {
    /// The name in files, unique within a system: the printed number where it runs through the document, else
    /// the indicator's number and the place within it, as in `24.2`.
    public let id: String
    /// The number as printed before the item; `nil` where none is printed.
    public let number: Int?
    /// The class it is printed under.
    public let classID: IndicatorClass.ID
    /// The text as printed, without its number; what a page break tears apart is joined.
    public let text: String
    /// How it is judged.
    public let judgement: ItemJudgement
    /// Whether the form has it ticked; false where the document is no filled-in form.
    public let isTicked: Bool
    /// What else there is to say of it, or how it is read.
    public let note: BilingualText?
    /// Where the document has it.
    public let citation: Citation
    /// Where figures of the judgement come from that are not in the item itself.
    public let basis: [Citation]

    /// An item from its parts.
    public init(
        id: String, number: Int? = nil, classID: IndicatorClass.ID, text: String,
        judgement: ItemJudgement = .evidence, isTicked: Bool = false, note: BilingualText? = nil,
        citation: Citation, basis: [Citation] = []
    ) {
        self.id = id
        self.number = number
        self.classID = classID
        self.text = text
        self.judgement = judgement
        self.isTicked = isTicked
        self.note = note
        self.citation = citation
        self.basis = basis
    }
}

/// An item the document counts, of which the stored text has lost the words.
public struct MissingItem: Sendable, Hashable, Identifiable {
    /// The name in files, as an item's.
    public let id: String
    /// The indicator it belongs to.
    public let indicator: Indicator.ID
    /// The class it has to be of for the document's totals to be right.
    public let classID: IndicatorClass.ID
    /// The place where it is missing.
    public let citation: Citation

    /// A missing item from its parts.
    public init(id: String, indicator: Indicator.ID, classID: IndicatorClass.ID, citation: Citation) {
        self.id = id
        self.indicator = indicator
        self.classID = classID
        self.citation = citation
    }
}

/// A sum that the document prints itself, right or wrong.
public struct PrintedTotal: Sendable, Hashable {
    /// What is summed up.
    public enum Scope: Sendable, Hashable {
        case indicators
        case items
        case ofClass(IndicatorClass.ID)
    }

    /// What is summed up.
    public let scope: Scope
    /// How many there are.
    public let total: Int
    /// How many of them are met; `nil` where the document is no filled-in form.
    public let met: Int?
    /// The share of those met in per cent, as printed; `nil` as `met`.
    public let percent: Double?
    /// Where the document says so.
    public let citation: Citation

    /// A sum from its parts.
    public init(scope: Scope, total: Int, met: Int? = nil, percent: Double? = nil, citation: Citation) {
        self.scope = scope
        self.total = total
        self.met = met
        self.percent = percent
        self.citation = citation
    }

    /// The share of those met in per cent, computed, rounded to two decimals; `nil` as `met`.
    public var computedPercent: Double? {
        met.map { (Double($0) / Double(total) * 10_000).rounded() / 100 }
    }
}
