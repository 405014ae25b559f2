/// One row of a classifier's table: what a place must be like, and what follows.
///
/// A rule holds when all of its conditions hold; one that is empty holds always.
struct PlaceRule: Sendable {
    let id: String
    /// One of the record's codes is one of these.
    let codes: [CodePattern]
    /// All conditions of one of these groups hold.
    let tags: [[TagCondition]]
    /// All conditions of none of these groups hold.
    let without: [[TagCondition]]
    /// The name contains one of these.
    let names: [NamePart]
    /// The name contains none of these.
    let except: [NamePart]
    let outcome: PlaceOutcome

    func holds(codes given: [String], tags: [String: [String]], name: NamePart?) -> Bool {
        holds(codes: given) && holds(tags: tags) && holds(name: name)
    }

    private func holds(codes given: [String]) -> Bool {
        codes.isEmpty || codes.contains { pattern in given.contains(where: pattern.matches) }
    }

    private func holds(tags given: [String: [String]]) -> Bool {
        func hold(_ group: [TagCondition]) -> Bool { group.allSatisfy { $0.holds(given) } }
        return (tags.isEmpty || tags.contains(where: hold)) && !without.contains(where: hold)
    }

    private func holds(name: NamePart?) -> Bool {
        guard let name else { return names.isEmpty }
        return (names.isEmpty || names.contains(where: name.contains))
            && !except.contains(where: name.contains)
    }
}

/// A code of six digits of which the last may be left open: `0604xx`.
struct CodePattern: Sendable {
    private let digits: [UInt8]

    /// Nil unless `text` is six characters, digits first and then only `x`, at least one digit.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        let digits = bytes.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard bytes.count == 6, !digits.isEmpty,
            bytes.dropFirst(digits.count).allSatisfy({ $0 == UInt8(ascii: "x") })
        else { return nil }
        self.digits = Array(digits)
    }

    func matches(_ code: String) -> Bool { code.utf8.count == 6 && code.utf8.starts(with: digits) }
}

/// A tag with one of some values, or with any.
struct TagCondition: Sendable {
    let key: String
    /// Nil for any value.
    let values: Set<String>?

    func holds(_ tags: [String: [String]]) -> Bool {
        guard let given = tags[key] else { return false }
        return values.map { values in given.contains(where: values.contains) } ?? true
    }
}

/// A name, or a part of one, folded as names of kinds are.
struct NamePart: Sendable {
    private let bytes: [UInt8]

    /// Nil when nothing is left; of a very long text only the beginning counts.
    init?(_ text: String) {
        let beginning = String(text.unicodeScalars.prefix(NameFolding.longestName))
        guard let folded = NameFolding.folded(beginning) else { return nil }
        bytes = Array(folded.utf8)
    }

    /// Whether `part` stands somewhere in the name. Equal bytes of UTF-8 are equal characters.
    func contains(_ part: NamePart) -> Bool {
        guard let first = part.bytes.first, part.bytes.count <= bytes.count else { return false }
        return (0...(bytes.count - part.bytes.count)).contains { start in
            bytes[start] == first && bytes[start..<(start + part.bytes.count)].elementsEqual(part.bytes)
        }
    }
}
