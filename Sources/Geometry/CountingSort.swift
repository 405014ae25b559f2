/// Sorting of keys that are numbers.
///
/// Counting sorts by eleven bits of the key at a time, from the last: linear, where comparing costs five times that for a
/// million keys.
public enum CountingSort {
    /// The numbers in the lower 32 bits, in the order of the keys in the upper 32; of equal ones the first goes first.
    ///
    /// - Parameter keys: Are used up.
    public static func numbers(inOrderOf keys: inout [UInt64]) -> [UInt32] {
        var other = [UInt64](repeating: 0, count: keys.count)
        for shift in [32, 43, 54] as [UInt64] {
            sort(keys.span, by: shift, into: &other)
            swap(&keys, &other)
        }
        return keys.map { UInt32(truncatingIfNeeded: $0) }
    }

    private static func sort(_ keys: Span<UInt64>, by shift: UInt64, into sorted: inout [UInt64]) {
        var next = [Int](repeating: 0, count: 2049)
        for place in keys.indices { next[Int(keys[place] >> shift & 2047) + 1] += 1 }
        for digit in 0..<2048 { next[digit + 1] += next[digit] }
        var sorted = sorted.mutableSpan
        for place in keys.indices {
            let digit = Int(keys[place] >> shift & 2047)
            sorted[next[digit]] = keys[place]
            next[digit] += 1
        }
    }
}
