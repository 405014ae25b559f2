/// What a document lets stand in for a facility where it cannot be provided.
public struct Substitute: Sendable, Hashable {
    /// In what form the service is had instead.
    public enum Form: String, Sendable, Hashable, CaseIterable {
        /// Online (线上).
        case online
        /// In the open air instead of indoors (室外).
        case outdoor
        /// In rooms or on ground of something else, at other hours or together (共享、复合、联合设置).
        case shared
        /// Brought to people (配送).
        case delivered
    }

    /// In what form.
    public let form: Form
    /// The communities that may do so; all ages where the document makes no difference.
    public let ages: Set<CommunityAge>
    /// What it says, in both languages.
    public let text: BilingualText
    /// Where the document says so.
    public let citation: Citation

    /// A substitute from its parts.
    public init(
        form: Form, ages: Set<CommunityAge> = Set(CommunityAge.allCases), text: BilingualText,
        citation: Citation
    ) {
        self.form = form
        self.ages = ages
        self.text = text
        self.citation = citation
    }
}
