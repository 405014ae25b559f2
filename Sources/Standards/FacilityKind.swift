/// A kind of facility (配置内容), whatever a standard asks of it.
public struct FacilityKind: Sendable, Hashable, Identifiable {
    /// The name in files, lower-case words joined by underscores.
    public typealias ID = String

    /// The name in files.
    public let id: ID
    /// The name in Chinese.
    public let title: String
    /// The name in English.
    public let titleEn: String
    /// Other names that users' data and maps give it.
    public let aliases: [String]
    /// Whether it is entered wherever ways meet its boundary (parks, squares, pitches) and not by doors.
    public let isOpenSpace: Bool

    /// A kind from its parts.
    public init(id: ID, title: String, titleEn: String, aliases: [String] = [], isOpenSpace: Bool = false) {
        self.id = id
        self.title = title
        self.titleEn = titleEn
        self.aliases = aliases
        self.isOpenSpace = isOpenSpace
    }

    /// Every name the kind goes by, the id first.
    public var names: [String] { [id, title, titleEn] + aliases }
}
