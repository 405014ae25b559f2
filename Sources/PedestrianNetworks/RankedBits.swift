/// Some of the numbers 0..<count as one bit each, and how many of them come before any number.
///
/// Stands for a sorted column of numbers at 12 bits for each 8 numbers of the whole range, wanted or not.
public struct RankedBits: Sendable {
    @usableFromInline static let wordBits = 64

    @usableFromInline var words: [UInt64]
    /// By word, the bits set in all words before it.
    @usableFromInline var before: [Int32]

    /// Those of the numbers 0..<`count` for which `isWanted`, asked in ascending order.
    @inlinable public init(count: Int, where isWanted: (_ number: Int) -> Bool) {
        words = [UInt64](repeating: 0, count: (count + RankedBits.wordBits - 1) / RankedBits.wordBits)
        before = []
        before.reserveCapacity(words.count)
        var total: Int32 = 0
        for word in words.indices {
            before.append(total)
            let first = word * RankedBits.wordBits
            for number in first..<min(first + RankedBits.wordBits, count) where isWanted(number) {
                words[word] |= 1 << UInt64(number - first)
            }
            total += Int32(words[word].nonzeroBitCount)
        }
    }

    /// Whether `number` is one of them.
    @inlinable public func contains(_ number: Int) -> Bool {
        words[number / RankedBits.wordBits] >> UInt64(number % RankedBits.wordBits) & 1 != 0
    }

    /// How many of them are less than `number`.
    @inlinable public func rank(of number: Int) -> Int {
        let word = number / RankedBits.wordBits
        let lower = words[word] & (1 << UInt64(number % RankedBits.wordBits) - 1)
        return Int(before[word]) + lower.nonzeroBitCount
    }

    /// The one that `rank` others are less than; there must be one. O(log n).
    public func number(at rank: Int) -> Int {
        var (low, high) = (0, words.count - 1)
        while low < high {
            let middle = (low + high + 1) / 2
            if before[middle] <= rank { low = middle } else { high = middle - 1 }
        }
        var word = words[low]
        for _ in 0..<rank - Int(before[low]) { word &= word - 1 }
        return low * RankedBits.wordBits + word.trailingZeroBitCount
    }

    /// Calls `body` with each of them within `numbers`, ascending; faster than asking for one after another.
    ///
    /// - Parameter numbers: Begins at a multiple of 64, and ends at one or behind all numbers.
    @inlinable public func forEach(in numbers: Range<Int>, _ body: (_ number: Int) -> Void) {
        let size = RankedBits.wordBits
        for place in numbers.lowerBound / size..<min(words.count, (numbers.upperBound + size - 1) / size) {
            var word = words[place]
            while word != 0 {
                body(place * RankedBits.wordBits + word.trailingZeroBitCount)
                word &= word - 1
            }
        }
    }

    /// None of the numbers 0..<`count` yet.
    public init(count: Int) { self.init(count: count) { _ in false } }

    /// Adds `number`. Ranks are wrong from here on until `rank()`.
    @inlinable public mutating func insert(_ number: Int) {
        words[number / RankedBits.wordBits] |= 1 << UInt64(number % RankedBits.wordBits)
    }

    /// Ranks the numbers there are. O(words).
    public mutating func rank() {
        var total: Int32 = 0
        for word in words.indices {
            before[word] = total
            total += Int32(words[word].nonzeroBitCount)
        }
    }

    /// Takes all numbers away; ranks are wrong until `rank()`.
    public mutating func removeAll() {
        for word in words.indices { words[word] = 0 }
    }

    /// Calls `body` with the numbers that have the ranks `ranks`, ascending.
    public func forEach(ranked ranks: Range<Int>, _ body: (_ number: Int) -> Void) {
        guard !ranks.isEmpty else { return }
        let first = number(at: ranks.lowerBound)
        let word = first / RankedBits.wordBits
        var (rank, last) = (Int(before[word]), word)
        while last < words.count, rank < ranks.upperBound {
            rank += words[last].nonzeroBitCount
            last += 1
        }
        rank = Int(before[word])
        forEach(in: word * RankedBits.wordBits..<last * RankedBits.wordBits) { number in
            if ranks.contains(rank) { body(number) }
            rank += 1
        }
    }
}
