import Foundation

/// Whole numbers as bytes, small ones in few: seven bits a byte, the eighth says that more follow.
struct PackedBytes {
    private(set) var bytes: [UInt8] = []

    mutating func append(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func append(count: Int) { append(UInt64(count)) }

    /// A number of either sign: 0, -1, 1, -2, … become 0, 1, 2, 3, …
    mutating func append(signed value: Int) {
        append(UInt64(bitPattern: Int64(value << 1 ^ value >> (Int.bitWidth - 1))))
    }

    /// The bytes as text.
    var base64: String { Data(bytes).base64EncodedString() }
}

extension [Int32] {
    /// Packed one after another; -1 becomes 0.
    var packed: String {
        var bytes = PackedBytes()
        for value in self { bytes.append(UInt64(Int64(value) + 1)) }
        return bytes.base64
    }
}
