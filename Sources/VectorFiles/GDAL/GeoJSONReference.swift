/// Whether a GeoJSON text has a `crs` member at its top.
enum GeoJSONReference {
    case absent
    case null
    case declared

    /// Looks for the member; one pass over the bytes that counts brackets and skips strings.
    ///
    /// The text is taken to be JSON: GDAL has parsed it before.
    static func scan(_ bytes: [UInt8]) -> GeoJSONReference {
        var depth = 0
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: "\""):
                let end = endOfString(bytes, from: index + 1)
                if depth == 1, bytes[(index + 1)..<end].elementsEqual("crs".utf8),
                    let value = value(bytes, after: end)
                {
                    return value == UInt8(ascii: "n") ? .null : .declared
                }
                index = end
            default: break
            }
            index += 1
        }
        return .absent
    }

    /// The place of the closing quotation mark, or the end of a text that has none.
    private static func endOfString(_ bytes: [UInt8], from start: Int) -> Int {
        var index = start
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(index, bytes.count)
    }

    /// The first byte of the value when a colon follows the string that ends at `end`.
    private static func value(_ bytes: [UInt8], after end: Int) -> UInt8? {
        let rest = bytes.dropFirst(end + 1).lazy.filter { $0 > 0x20 }.prefix(2)
        return rest.first == UInt8(ascii: ":") ? rest.dropFirst().first : nil
    }
}
