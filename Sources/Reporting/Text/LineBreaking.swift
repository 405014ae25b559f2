extension String {
    /// The text cut into pieces that take at most `width` columns of a terminal each, spaces at a piece's end not
    /// counted; joined they are the text.
    ///
    /// Western words are cut at spaces alone, so that a longer one stands over; Chinese text between any two
    /// characters, but for punctuation that may not begin or end a line (标点避头尾). Nothing is cut beside a word
    /// joiner.
    func pieces(within width: Int) -> [String] {
        var pieces: [String] = []
        var line = ""
        // Counted as it grows: measuring the line anew for every character of a long name takes minutes.
        var taken = 0
        for part in unbreakableParts {
            if !line.isEmpty, taken + part.printedWidth > width {
                pieces.append(line)
                (line, taken) = ("", 0)
            }
            line += part
            taken += part.displayWidth
        }
        return pieces + [line]
    }

    /// The text as lines of at most `width` columns, those after the first indented.
    func wrapped(within width: Int, indent: Int = 2) -> String {
        let space = String(repeating: " ", count: indent)
        let first = pieces(within: width)[0]
        let others = String(dropFirst(first.count)).pieces(within: width - indent).filter { !$0.isEmpty }
        return ([first] + others.map { space + $0 }).map(\.withoutSpacesAtItsEnd).joined(separator: "\n")
    }

    /// The columns of the widest part that is never cut.
    var leastWidth: Int { unbreakableParts.map(\.printedWidth).max() ?? 0 }

    /// The text, cut and so marked where it takes more than `width` columns.
    func shortened(to width: Int) -> String {
        guard displayWidth > width else { return self }
        var (text, taken) = ("", 1)
        for character in self {
            taken += String(character).displayWidth
            guard taken <= width else { break }
            text.append(character)
        }
        return text + "…"
    }

    /// What is left when spaces at the end are taken off.
    var withoutSpacesAtItsEnd: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }

    private var printedWidth: Int { withoutSpacesAtItsEnd.displayWidth }

    /// Words with the spaces after them, and Chinese characters with the punctuation that clings to them.
    private var unbreakableParts: [String] {
        var parts: [String] = []
        var last: Character?
        for character in self {
            if let last, !last.mayBreak(before: character) {
                parts[parts.count - 1].append(character)
            } else {
                parts.append(String(character))
            }
            last = character
        }
        return parts
    }
}

extension Character {
    /// Whether a line may end after this character when `next` follows.
    fileprivate func mayBreak(before next: Character) -> Bool {
        if next == " " || [self, next].contains("\u{2060}") { return false }
        if self == " " { return true }
        guard isWide || next.isWide else { return false }
        return !Character.opening.contains(self) && !Character.closing.contains(next)
    }

    private var isWide: Bool { String(self).displayWidth == 2 }

    private static let opening = Set("（《〈「『【〔“‘([")
    private static let closing = Set("）》〉」』】〕”’、，。；：！？…·—%％)],.;:!?")
}
