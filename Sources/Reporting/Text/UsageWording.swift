/// How a command line is refused: what is wrong with it, and how the command is used.
public struct UsageWording: Sendable {
    /// The text in both languages; what has no Chinese stands in it as the words it is.
    public let wording: Wording

    /// - Parameters:
    ///   - text: All that the library that parses would print, in English.
    ///   - message: The part of it that says what is wrong.
    public init(text: String, message: String) {
        wording = Wording(text, UsageWording.chinese(text, message))
    }

    private static func chinese(_ text: String, _ message: String) -> String {
        let said = "Error: \(message)\n"
        let isSaid = !message.isEmpty && text.hasPrefix(said)
        let rest = isSaid ? text.dropFirst(said.count) : text[...]
        let lines = rest.split(separator: "\n", omittingEmptySubsequences: false).map(chinese(line:))
        return (isSaid ? "错误：\(chinese(message: message))\n" : "") + lines.joined(separator: "\n")
    }

    /// What somebody else already says in Chinese stays.
    private static func chinese(message: String) -> String {
        if let own = UsageSentences.chinese(listed(message)) { return own }
        let isChinese = message.unicodeScalars.contains { $0.properties.isIdeographic }
        return isChinese ? message : ForeignWords.chinese(message)
    }

    /// The values to choose from, as a Chinese list.
    private static func listed(_ message: String) -> String {
        guard let range = message.firstRange(of: ". Please provide one of '") else { return message }
        let list = [", ", " and ", " or "].reduce(String(message[range.upperBound...])) {
            $0.replacing("'\($1)'", with: "'、'")
        }
        return message[..<range.upperBound] + list
    }

    private static func chinese(line: Substring) -> String {
        if line.hasPrefix("Help:  ") { return "说明：" + chinese(help: line.dropFirst(7)) }
        if line.hasPrefix("Usage: ") { return "用法：" + line.dropFirst(7) }
        if let see = line.wholeMatch(of: #/  See '(.*)' for more information\./#) {
            return "  详见“\(see.output.1)”。"
        }
        return String(line)
    }

    /// An option, two spaces, and what it is for.
    private static func chinese(help: Substring) -> String {
        guard let gap = help.firstRange(of: "  ") else { return String(help) }
        let text = String(help[gap.upperBound...])
        return help[..<gap.upperBound] + (HelpSentences.chinese(text) ?? text)
    }
}
