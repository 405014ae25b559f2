/// The language of tables and messages.
public enum Language: String, Sendable, CaseIterable {
    case en
    case zh

    /// The language of a locale such as `zh_CN.UTF-8`: Chinese when it begins so, else English.
    ///
    /// - Parameter environment: The process's environment; `LC_ALL` goes before `LC_MESSAGES` before `LANG`.
    public init(environment: [String: String]) {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
            .compactMap { environment[$0] }.first { !$0.isEmpty }
        self = locale?.lowercased().hasPrefix("zh") == true ? .zh : .en
    }

    /// The one of two texts that is in this language.
    public func pick(en: String, zh: String) -> String { self == .en ? en : zh }
}

/// One sentence in both languages.
public struct Wording: Hashable, Sendable {
    /// The sentence in English.
    public let en: String
    /// The sentence in Chinese.
    public let zh: String

    init(_ en: String, _ zh: String) {
        self.en = en
        self.zh = zh
    }

    /// The sentence in `language`.
    public func text(_ language: Language) -> String { language.pick(en: en, zh: zh) }

    /// Both, for files whose bytes must not depend on a locale.
    public var both: String { "\(zh) | \(en)" }
}
