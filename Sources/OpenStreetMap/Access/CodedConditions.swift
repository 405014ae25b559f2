/// A list of conditions in numbers, for finding the first that holds without comparing texts.
struct CodedConditions: Sendable {
    private struct Term: Sendable {
        let key: UInt16
        let holdsWithout: Bool
        let holdsWithAny: Bool
        var values = SIMD8<UInt64>()

        init(_ key: String, _ allowed: TagCondition.Allowed) {
            let words = TagWords.bundled
            self.key = words.number(of: key.utf8)
            if case .absent = allowed { holdsWithout = true } else { holdsWithout = false }
            if case .any = allowed { holdsWithAny = true } else { holdsWithAny = false }
            guard case .oneOf(let list) = allowed else { return }
            for value in list {
                let number = words.number(of: value.utf8)
                values[Int(number >> 6)] |= 1 << UInt64(number & 63)
            }
        }

        /// Its key as a bit, if that has to be there.
        var needed: UInt64 { holdsWithout ? 0 : 1 << UInt64(key) }

        func holds(_ codes: TagCodes) -> Bool {
            guard let value = codes.value(of: key) else { return holdsWithout }
            return holdsWithAny || values[Int(value >> 6)] >> UInt64(value & 63) & 1 == 1
        }
    }

    private var terms: [Term] = []
    /// By condition: where its terms that must all hold end, and those after them of which none may; and the keys, as
    /// bits, without which it cannot hold.
    private var ends: [(all: Int, none: Int, needed: UInt64)] = []
    /// The keys without all of which no condition holds; all when some condition needs none.
    private var needed: UInt64 = 0

    /// Conditions that hold where `when` does and nothing of `unless`.
    init(_ conditions: [(when: TagCondition, unless: TagCondition)]) {
        for condition in conditions {
            terms += condition.when.terms.map { Term($0.key, $0.allowed) }
            let all = terms.count
            terms += condition.unless.terms.map { Term($0.key, $0.allowed) }
            let own = terms[(ends.last?.none ?? 0)..<all].reduce(UInt64(0)) { $0 | $1.needed }
            ends.append((all, terms.count, own))
            needed |= own == 0 ? .max : own
        }
    }

    /// Conditions of one term each.
    init(anyOf condition: TagCondition) {
        self.init(condition.terms.map { (TagCondition(terms: [$0]), .nothing) })
    }

    /// The place of the first condition that holds.
    func first(for codes: TagCodes) -> Int? {
        guard codes.keys & needed != 0 || needed == .max else { return nil }
        var start = 0
        for place in ends.indices {
            let end = ends[place]
            if codes.keys & end.needed == end.needed, holds(start, end.all, end.none, codes) { return place }
            start = end.none
        }
        return nil
    }

    private func holds(_ start: Int, _ all: Int, _ none: Int, _ codes: TagCodes) -> Bool {
        for term in start..<all where !terms[term].holds(codes) { return false }
        for term in all..<none where terms[term].holds(codes) { return false }
        return true
    }
}
