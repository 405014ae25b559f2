/// Strings and numbers as JSON writes them.
enum JSONText {
    /// Appends a quoted string.
    ///
    /// Control characters are escaped, and the two Unicode line ends and the byte order mark too: JSON allows
    /// them, but tools that cut a file into lines or drop the mark stumble over them.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": bytes.append(contentsOf: "\\\"".utf8)
            case "\\": bytes.append(contentsOf: "\\\\".utf8)
            case "\n": bytes.append(contentsOf: "\\n".utf8)
            case "\r": bytes.append(contentsOf: "\\r".utf8)
            case "\t": bytes.append(contentsOf: "\\t".utf8)
            case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}",
                "\u{FEFF}":
                appendEscape(scalar.value, to: &bytes)
            default: bytes.append(contentsOf: UTF8.encode(scalar)?.map { $0 } ?? [])
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func appendEscape(_ value: UInt32, to bytes: inout [UInt8]) {
        let digits = Array("0123456789abcdef".utf8)
        bytes.append(contentsOf: "\\u".utf8)
        for shift in [12, 8, 4, 0] { bytes.append(digits[Int(value >> UInt32(shift)) & 15]) }
    }

    /// Appends the shortest decimal that reads back as the same number; NaN and infinity trap.
    static func append(_ value: Double, to bytes: inout [UInt8]) {
        precondition(value.isFinite, "JSON has no NaN and no infinity")
        let text = value.description
        bytes.append(contentsOf: text.hasSuffix(".0") ? text.dropLast(2).utf8 : Substring(text).utf8)
    }
}
