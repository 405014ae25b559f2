/// Goes through a JSON text from string to string and bracket to bracket.
struct JSONCursor {
    enum Token {
        /// What stands between quotation marks, escapes included.
        case string(ArraySlice<UInt8>)
        case opening
        case closing
    }

    private let bytes: [UInt8]
    /// Where the cursor stands.
    private(set) var index = 0
    /// How many brackets are open.
    private(set) var depth = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next string or bracket; nil at the end.
    mutating func next() -> Token? {
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                return .opening
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                return .closing
            case UInt8(ascii: "\""), UInt8(ascii: "'"): return .string(string(until: byte))
            case UInt8(ascii: "/"): skipComment()
            default: break
            }
        }
        return nil
    }

    /// Whether the string that was just given is the name of a member.
    mutating func isBeforeColon() -> Bool { skipSpace() == UInt8(ascii: ":") }

    /// The value when a colon comes next: an object or list as a whole, else its first byte at least.
    mutating func value() -> ArraySlice<UInt8>? {
        guard skipSpace() == UInt8(ascii: ":") else { return nil }
        index += 1
        guard let first = skipSpace() else { return nil }
        let start = index
        guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else { return bytes[start...start] }
        let outside = depth
        while next() != nil, depth > outside {}
        return bytes[start..<index]
    }

    private mutating func string(until mark: UInt8) -> ArraySlice<UInt8> {
        let start = index
        while index < bytes.count, bytes[index] != mark {
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        let end = min(index, bytes.count)
        index = min(end + 1, bytes.count)
        return bytes[start..<end]
    }

    /// The first byte that is neither white space nor comment, which is where the cursor then stands.
    private mutating func skipSpace() -> UInt8? {
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "/") {
                index += 1
                skipComment()
            } else if bytes[index] <= 0x20 {
                index += 1
            } else {
                return bytes[index]
            }
        }
        return nil
    }

    /// Goes on behind a comment whose first slash lies behind the cursor; nothing happens when it is none.
    private mutating func skipComment() {
        guard index < bytes.count else { return }
        let isLine = bytes[index] == UInt8(ascii: "/")
        guard isLine || bytes[index] == UInt8(ascii: "*") else { return }
        index += 1
        while index < bytes.count {
            let isEnd =
                isLine
                ? bytes[index] == UInt8(ascii: "\n")
                : bytes[index] == UInt8(ascii: "*") && index + 1 < bytes.count
                    && bytes[index + 1] == UInt8(ascii: "/")
            index += isEnd && !isLine ? 2 : 1
            if isEnd { return }
        }
    }

    /// The text of a string token with the escapes of four hexadecimal digits resolved, behind which letters can hide.
    static func plain(_ text: ArraySlice<UInt8>) -> String {
        let parts = String(decoding: text, as: UTF8.self).split(
            separator: "\\u", omittingEmptySubsequences: false)
        return parts.dropFirst().reduce(String(parts.first ?? "")) { plain, part in
            let scalar = UInt32(part.prefix(4), radix: 16).flatMap { Unicode.Scalar($0) }
            return plain + (scalar.map { String(Character($0)) } ?? "") + part.dropFirst(4)
        }
    }
}
