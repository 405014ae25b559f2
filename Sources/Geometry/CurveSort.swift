extension HilbertCurve {
    /// The places of `positions` in the order of the curve; of equal ones the first goes first.
    ///
    /// Counting sorts by eleven bits of the key at a time, from the last: linear, where comparing costs five times that
    /// for a million positions. At most 2³²−1 positions.
    public func order(of positions: [Position]) -> [UInt32] {
        var keys: [UInt64] = []
        keys.reserveCapacity(positions.count)
        for position in positions { keys.append(key(of: position, number: keys.count)) }
        return Self.numbers(inOrderOf: &keys)
    }

    /// The place of `position`, above the number of what lies there.
    func key(of position: Position, number: Int) -> UInt64 {
        UInt64(place(of: position)) << 32 | UInt64(number)
    }

    /// The numbers in the order of their keys; numbers ascend in `keys`, which is used up.
    static func numbers(inOrderOf keys: inout [UInt64]) -> [UInt32] {
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
