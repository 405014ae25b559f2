extension HilbertCurve {
    /// The places of `positions` in the order of the curve; of equal ones the first goes first.
    ///
    /// At most 2³²−1 positions; linear in their number.
    public func order(of positions: [Position]) -> [UInt32] {
        var keys: [UInt64] = []
        keys.reserveCapacity(positions.count)
        for position in positions { keys.append(key(of: position, number: keys.count)) }
        return CountingSort.numbers(inOrderOf: &keys)
    }

    /// The place of `position`, above the number of what lies there.
    func key(of position: Position, number: Int) -> UInt64 {
        UInt64(place(of: position)) << 32 | UInt64(number)
    }
}
