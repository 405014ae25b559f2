/// What an object's tags are in the numbers of `TagWords`; keys that no table speaks of are left out.
struct TagCodes: Sendable {
    /// The keys that are there, as bits.
    private var keys: UInt64 = 0
    /// The number of the key above that of the value.
    private var pairs: [UInt32] = []

    init(_ tags: OSMTags) {
        let words = TagWords.bundled
        tags.forEach { key, value in
            let number = words.number(of: key)
            guard number != 0, number < TagWords.mostKeys else { return }
            keys |= 1 << UInt64(number)
            pairs.append(UInt32(number) << 16 | UInt32(words.number(of: value)))
        }
    }

    /// The number of a key's value, 0 for one that no table has; nil when the key is not there.
    func value(of key: UInt16) -> UInt16? {
        guard keys >> UInt64(key) & 1 == 1 else { return nil }
        for pair in pairs where pair >> 16 == UInt32(key) { return UInt16(truncatingIfNeeded: pair) }
        return nil
    }
}
