/// Where a figure comes from.
public struct Citation: Sendable, Hashable {
    /// The document's title.
    public let document: String
    /// The section, table and row, in the document's language.
    public let place: String
    /// The document's own words, white space apart.
    public let quote: String

    /// A citation from its parts.
    public init(document: String, place: String, quote: String) {
        self.document = document
        self.place = place
        self.quote = quote
    }
}

/// A sentence in Chinese and in English.
public struct BilingualText: Sendable, Hashable {
    /// The Chinese wording.
    public let zh: String
    /// The English wording.
    public let en: String

    /// A text from its two wordings.
    public init(zh: String, en: String) {
        self.zh = zh
        self.en = en
    }
}

/// A place where a document contradicts itself or leaves open what it means, and how it is read here.
public struct Discrepancy: Sendable, Hashable {
    /// A short name, unique within a standard.
    public let id: String
    /// What does not agree, and which reading is used.
    public let text: BilingualText
    /// The words in question.
    public let citation: Citation

    /// A discrepancy from its parts.
    public init(id: String, text: BilingualText, citation: Citation) {
        self.id = id
        self.text = text
        self.citation = citation
    }
}
