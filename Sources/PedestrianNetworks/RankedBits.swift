/// Some of the numbers 0..<count as one bit each, and how many of them come before any number.
///
/// Stands for a sorted column of numbers at 12 bits for each 8 numbers of the whole range, wanted or not.
public struct RankedBits: Sendable {
    /// The numbers, without ranks.
    public let numbers: NumberSet
    /// By word, the bits set in all words before it.
    @usableFromInline let before: [Int32]

    /// Ranks `numbers`. O(words).
    public init(_ numbers: NumberSet) {
        var before: [Int32] = []
        before.reserveCapacity(numbers.words.count)
        var total: Int32 = 0
        for word in numbers.words {
            before.append(total)
            total += Int32(word.nonzeroBitCount)
        }
        (self.numbers, self.before) = (numbers, before)
    }

    /// Those of the numbers 0..<`count` for which `isWanted`, asked in ascending order.
    @inlinable public init(count: Int, where isWanted: (_ number: Int) -> Bool) {
        self.init(NumberSet(count: count, where: isWanted))
    }

    /// Whether `number` is one of them.
    @inlinable public func contains(_ number: Int) -> Bool { numbers.contains(number) }

    /// How many of them are less than `number`.
    @inlinable public func rank(of number: Int) -> Int {
        let word = NumberSet.word(of: number)
        let lower = numbers.words[word] & (NumberSet.bit(of: number) - 1)
        return Int(before[word]) + lower.nonzeroBitCount
    }

    /// The one that `rank` others are less than; there must be one. O(log n).
    public func number(at rank: Int) -> Int {
        var (low, high) = (0, numbers.words.count - 1)
        while low < high {
            let middle = (low + high + 1) / 2
            if before[middle] <= rank { low = middle } else { high = middle - 1 }
        }
        var word = numbers.words[low]
        for _ in 0..<rank - Int(before[low]) { word &= word - 1 }
        return low * NumberSet.wordBits + word.trailingZeroBitCount
    }

    /// Calls `body` with each of them within `numbers`, ascending; faster than asking for one after another.
    ///
    /// - Parameter numbers: Begins at a multiple of 64, and ends at one or behind all numbers.
    @inlinable public func forEach(in numbers: Range<Int>, _ body: (_ number: Int) -> Void) {
        self.numbers.forEach(in: numbers, body)
    }

    /// Calls `body` with the numbers that have the ranks `ranks`, ascending.
    public func forEach(ranked ranks: Range<Int>, _ body: (_ number: Int) -> Void) {
        guard !ranks.isEmpty else { return }
        let first = number(at: ranks.lowerBound)
        let word = first / NumberSet.wordBits
        var (rank, last) = (Int(before[word]), word)
        while last < numbers.words.count, rank < ranks.upperBound {
            rank += numbers.words[last].nonzeroBitCount
            last += 1
        }
        rank = Int(before[word])
        forEach(in: word * NumberSet.wordBits..<last * NumberSet.wordBits) { number in
            if ranks.contains(rank) { body(number) }
            rank += 1
        }
    }
}
