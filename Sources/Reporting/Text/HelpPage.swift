/// A page of help in the language of the reader, made of the one that the library that parses makes in English.
///
/// The library counts characters where it aligns and wraps; Chinese ones take two columns, so both are done here.
public struct HelpPage: Sendable {
    private let parts: [Part]

    fileprivate enum Part {
        /// A title in capitals, and what stands behind it.
        case title(String, String)
        /// A command, an argument or an option, what it is for, and what the library adds of its values.
        case entry(String, String, values: String)
        case paragraph(String)
        /// What is typed as it stands.
        case example(String)
    }

    /// - Parameter page: What the library prints at a width at which it wraps nothing.
    /// - Returns: nil for a text that is no page of help.
    public init?(_ page: String) {
        guard page.hasPrefix("OVERVIEW: ") || page.hasPrefix("USAGE: ") else { return nil }
        var parts: [Part] = []
        for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
            if case .entry(let label, "", _)? = parts.last, line.hasPrefix(HelpPage.margin) {
                parts[parts.count - 1] = HelpPage.entry(label, line.dropFirst(HelpPage.column))
            } else {
                parts.append(HelpPage.part(String(line), listing: parts.contains(where: \.isList)))
            }
        }
        self.parts = parts
    }

    /// The column in which texts of entries begin.
    fileprivate static let column = 26
    fileprivate static let margin = String(repeating: " ", count: column)

    private static func part(_ line: String, listing isInList: Bool) -> Part {
        if let match = line.wholeMatch(of: /([A-Z]+):(?: (.*))?/) {
            return .title(String(match.output.1), String(match.output.2 ?? ""))
        }
        guard line.hasPrefix("  ") else { return .paragraph(line) }
        if isInList { return line.hasPrefix("  See '") ? .paragraph(line) : entry(line) }
        return .example(line)
    }

    /// A label that reaches the column has its text on the line below.
    private static func entry(_ line: String) -> Part {
        let (label, text) = (line.prefix(column), line.dropFirst(column))
        guard label.hasSuffix(" "), !text.hasPrefix("<") else { return .entry(line, "", values: "") }
        return entry(String(label).withoutSpacesAtItsEnd, text)
    }

    private static func entry(_ label: String, _ text: Substring) -> Part {
        guard let match = text.wholeMatch(of: /(.*\.) (\((?:values|default): [^()]*\))/) else {
            return .entry(label, String(text), values: "")
        }
        // The library writes whole metres as 300.0.
        let values = String(match.output.2).replacing(/\.0\)$/, with: ")")
        return .entry(label, String(match.output.1), values: values)
    }

    /// The page in lines of at most `width` columns, as far as names of options allow; examples are never cut.
    public func text(_ language: Language, width: Int) -> String {
        // Narrower, and there would be no room beside the names of options.
        parts.map { $0.text(language, max(width, HelpPage.column + 34)) }.joined(separator: "\n")
            .replacing(String.joiner, with: "")
    }
}

extension HelpPage.Part {
    /// Whether entries follow.
    fileprivate var isList: Bool {
        if case .title(_, "") = self { true } else { false }
    }

    fileprivate func text(_ language: Language, _ width: Int) -> String {
        switch self {
        case .title(let name, let text):
            let title = language.pick(en: "\(name): ", zh: "\(chinese(name))：")
            let said = language.pick(en: text, zh: chinese(text))
            return name == "USAGE"
                ? usage(title, text, width) : (title + said).wrapped(within: width, indent: 0)
        case .entry(let label, let text, let values):
            let said = language.pick(en: text, zh: chinese(text))
            return entry(label, said + self.values(values, language, width - HelpPage.column), width)
        case .paragraph(let text):
            let indent = String(text.prefix { $0 == " " })
            let said = String(text.dropFirst(indent.count))
            return (indent + language.pick(en: said, zh: chinese(said))).wrapped(within: width, indent: 0)
        case .example(let text): return text
        }
    }

    private func chinese(_ text: String) -> String { HelpSentences.chinese(text) ?? text }

    /// An option and its value stay on one line.
    private func usage(_ title: String, _ text: String, _ width: Int) -> String {
        let bound = [" <", " ..."].reduce(text) { $0.replacing($1, with: $1.unbroken) }
        return (title + bound).wrapped(within: width, indent: title.displayWidth)
    }

    /// What the library adds of values, on one line where there is room for it on one.
    private func values(_ values: String, _ language: Language, _ room: Int) -> String {
        guard !values.isEmpty else { return "" }
        let text = language.pick(en: values, zh: chinese(values.replacing(", ", with: "、")))
        return language.pick(en: " ", zh: "") + (text.displayWidth > room ? text : text.unbroken)
    }

    private func entry(_ label: String, _ text: String, _ width: Int) -> String {
        guard !text.isEmpty else { return label }
        let isLong = label.displayWidth >= HelpPage.column
        let first = isLong ? HelpPage.margin : label.padded(to: HelpPage.column, right: false)
        let said = (first + text).wrapped(within: width, indent: HelpPage.column)
        return isLong ? label + "\n" + said : said
    }
}

extension String {
    /// U+2060, beside which no line ends.
    fileprivate static let joiner = "\u{2060}"

    /// The text with joiners between its characters.
    fileprivate var unbroken: String { map { String($0) }.joined(separator: String.joiner) }
}
