/// What is said in Chinese where a sentence comes from below: in the words of this package, or of others.
enum ForeignWords {
    /// Our own sentences by `OwnSentences`, others' in quotation marks as the words that they are; a text without
    /// words of a Latin language stays as it is.
    static func chinese(_ text: String) -> String {
        if let own = OwnSentences.chinese(text) { return own }
        return hasLatinWords(text) ? "原文：“\(text)”" : text
    }

    /// Whether somebody who reads Chinese alone would stumble: two words or more with letters of their own side by
    /// side. Single words are names, of formats, columns, files.
    private static func hasLatinWords(_ text: String) -> Bool {
        text.contains(/[A-Za-z]{2,}[ -]+[A-Za-z]{2,}/)
    }
}

/// A sentence with places for names and figures, in English and Chinese.
struct SentencePattern: Sendable {
    private let pieces: [String]
    private let zh: String
    private let keepsArguments: Bool

    /// `{}` in the English sentence stands for anything; `{0}` in the Chinese one for the first of these, and so on.
    ///
    /// - Parameter keepsArguments: Whether what stands in the sentence is never a sentence itself.
    init(_ en: String, _ zh: String, keepsArguments: Bool = false) {
        self.keepsArguments = keepsArguments
        pieces = en.split(separator: "{}", omittingEmptySubsequences: false).map { String($0) }
        self.zh = zh
    }

    /// The Chinese sentence for an English one of this form; nil for one of another form.
    func chinese(_ text: String) -> String? {
        guard let arguments = arguments(of: text) else { return nil }
        return arguments.enumerated().reduce(zh) { sentence, argument in
            // What stands in a sentence of ours may be a sentence of others.
            let text = keepsArguments ? argument.element : ForeignWords.chinese(argument.element)
            return sentence.replacing("{\(argument.offset)}", with: text)
        }
    }

    private func arguments(of text: String) -> [String]? {
        guard let first = pieces.first, text.hasPrefix(first) else { return nil }
        guard pieces.count > 1 else { return text == first ? [] : nil }
        var rest = text.dropFirst(first.count)
        var arguments: [String] = []
        for piece in pieces.dropFirst().dropLast() {
            guard let range = rest.firstRange(of: piece) else { return nil }
            arguments.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        guard let last = pieces.last, rest.hasSuffix(last) else { return nil }
        return arguments + [String(rest.dropLast(last.count))]
    }
}
