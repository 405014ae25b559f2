extension [Double] {
    /// The median: the middle one in order, the upper of two, which a few strays do not move as they would move a mean.
    ///
    /// Found digit by digit: those that agree with it so far are counted by their next one. There is at least one value
    /// and none is NaN.
    var median: Double {
        var candidates = map(\.orderedBits)
        var rank = count / 2
        for shift in stride(from: 56, through: 0, by: -8) where candidates.count > 1 {
            var counts = [Int](repeating: 0, count: 256)
            for bits in candidates { counts[Int(bits >> shift & 0xFF)] += 1 }
            var digit = 0
            while rank >= counts[digit] {
                rank -= counts[digit]
                digit += 1
            }
            candidates.removeAll { Int($0 >> shift & 0xFF) != digit }
        }
        return Double(orderedBits: candidates[0])
    }
}

extension Double {
    private static var signBit: UInt64 { 1 << 63 }

    /// Whole numbers in the order of the numbers.
    fileprivate var orderedBits: UInt64 {
        sign == .minus ? ~bitPattern : bitPattern | Self.signBit
    }

    fileprivate init(orderedBits: UInt64) {
        self.init(bitPattern: orderedBits & Self.signBit == 0 ? ~orderedBits : orderedBits & ~Self.signBit)
    }
}
