/// Keeps texts that nest keys in keys away from the parser.
///
/// The parser hashes every key with all it holds. An implicit key has at most 1024 characters, but behind the
/// explicit sign `? ` a key may hold a document, whose own keys are hashed again: 900 signs around 130 kB took
/// 75 s (debug build, x86-64). The work is at most in proportion to the signs times the text's length, so that
/// product is bounded; no reader here takes such keys anyway.
enum ExplicitKeyGuard {
    /// The greatest product of signs and bytes that is read: one sign in the longest text.
    private static let mostWork = YAMLNode.longestText

    /// - Throws: `invalid` at the first sign of a text that has too many for its length.
    static func check(_ text: String, file: String) throws(YAMLError) {
        let bytes = Array(text.utf8)
        let signs = bytes.indices.filter { bytes[$0] == UInt8(ascii: "?") && isSign(at: $0, in: bytes) }
        guard let first = signs.first, signs.count * bytes.count > mostWork else { return }
        let before = String(decoding: bytes[..<first], as: UTF8.self).unicodeScalars
        throw YAMLError(
            file: file, line: before.count { $0 == "\n" } + 1,
            column: before.reversed().prefix { $0 != "\n" }.count + 1,
            problem: .invalid("too many explicit keys ('? ')", remedy: "write keys as 'key: value'"))
    }

    /// Whether a question mark stands where a value may begin, with a blank behind it.
    private static func isSign(at place: Int, in bytes: [UInt8]) -> Bool {
        let next = place + 1 < bytes.count ? bytes[place + 1] : UInt8(ascii: "\n")
        // 0xC2 and 0xE2 begin Unicode's line breaks, which the parser takes for blanks, among much else.
        guard " \t\n\r".utf8.contains(next) || next == 0xC2 || next == 0xE2 else { return false }
        let before = bytes[..<place]
        let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        guard let last = before.lastIndex(where: { !isBlank($0) }) else { return true }
        return "-?:[{,\n\r".utf8.contains(bytes[last]) || endsInUnicodeLineBreak(bytes[...last])
    }

    private static func endsInUnicodeLineBreak(_ bytes: ArraySlice<UInt8>) -> Bool {
        ["\u{85}", "\u{2028}", "\u{2029}"].contains { bytes.reversed().starts(with: $0.utf8.reversed()) }
    }
}
