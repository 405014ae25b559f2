/// What an object's tags are in the numbers of `TagWords`; keys that no table speaks of are left out.
struct TagCodes: Sendable {
    /// The keys that are there, as bits.
    private(set) var keys: UInt64 = 0
    /// By key, the number of its value; only those of keys that are there mean anything.
    private var values = InlineArray<64, UInt16>(repeating: 0)

    init(_ tags: OSMTags) {
        let words = TagWords.bundled
        tags.forEach { key, value in
            let number = words.number(of: key)
            if number != 0, number <= words.keyCount { put(words.number(of: value), for: number) }
        }
    }

    /// - Parameter codes: By tag, the number of the key above the 16 bits of the value's; of a key given twice the
    ///   first stands.
    init(_ codes: some Sequence<UInt32>) {
        for code in codes { put(UInt16(truncatingIfNeeded: code), for: UInt16(code >> 16)) }
    }

    private mutating func put(_ value: UInt16, for key: UInt16) {
        let bit = UInt64(1) << UInt64(key)
        guard keys & bit == 0 else { return }
        keys |= bit
        values[Int(key)] = value
    }

    /// Whether a key is there.
    func has(_ key: UInt16) -> Bool { keys >> UInt64(key) & 1 == 1 }

    /// The number of a key's value, 0 for one that no table has; nil when the key is not there.
    func value(of key: UInt16) -> UInt16? { has(key) ? values[Int(key)] : nil }
}
