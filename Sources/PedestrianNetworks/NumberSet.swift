/// Some of the numbers 0..<count, as one bit each.
public struct NumberSet: Sendable {
    @usableFromInline static let wordBits = 64

    @usableFromInline var words: [UInt64]

    /// None of the numbers 0..<`count` yet.
    public init(count: Int) {
        words = [UInt64](repeating: 0, count: (count + NumberSet.wordBits - 1) / NumberSet.wordBits)
    }

    /// Those of the numbers 0..<`count` for which `isWanted`, asked in ascending order.
    @inlinable public init(count: Int, where isWanted: (_ number: Int) -> Bool) {
        self.init(count: count)
        for number in 0..<count where isWanted(number) { insert(number) }
    }

    // Numbers are not negative, which shifts may take for granted and divisions may not.
    @inlinable static func word(of number: Int) -> Int { number &>> 6 }
    @inlinable static func bit(of number: Int) -> UInt64 { 1 &<< UInt64(truncatingIfNeeded: number) }

    /// Whether there are none. O(words).
    public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    /// Whether `number` is one of them.
    @inlinable public func contains(_ number: Int) -> Bool {
        words[NumberSet.word(of: number)] & NumberSet.bit(of: number) != 0
    }

    /// Adds `number`.
    @inlinable public mutating func insert(_ number: Int) {
        words[NumberSet.word(of: number)] |= NumberSet.bit(of: number)
    }

    /// Those of them that are not in `others`, of as many numbers. O(words).
    public func subtracting(_ others: NumberSet) -> NumberSet {
        var left = self
        for word in words.indices { left.words[word] &= ~others.words[word] }
        return left
    }

    /// Takes all numbers away.
    public mutating func removeAll() {
        for word in words.indices { words[word] = 0 }
    }

    /// Calls `body` with each of them within `numbers`, ascending; faster than asking for one after another.
    ///
    /// - Parameter numbers: Begins at a multiple of 64, and ends at one or behind all numbers.
    @inlinable public func forEach(in numbers: Range<Int>, _ body: (_ number: Int) -> Void) {
        let size = NumberSet.wordBits
        for place in numbers.lowerBound / size..<min(words.count, (numbers.upperBound + size - 1) / size) {
            var word = words[place]
            while word != 0 {
                body(place * size + word.trailingZeroBitCount)
                word &= word - 1
            }
        }
    }
}
