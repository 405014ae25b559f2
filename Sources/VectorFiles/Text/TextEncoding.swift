internal import CGDAL

/// How attribute text is stored when the file itself does not say it reliably.
enum TextEncoding: String {
    case utf8 = "UTF-8"
    /// A superset of GBK and GB 2312, so one decoder serves all three.
    case gb18030 = "GB18030"

    /// The text behind a C string; nil when it is not of this encoding.
    ///
    /// - Parameter width: The bytes a value may have in the file. A value that fills them may end within a
    ///   character, which is then left out.
    func decode(_ text: UnsafePointer<CChar>, width: Int = 0) -> String? {
        switch self {
        case .utf8: String(validatingCString: text) ?? Self.cutUTF8(text, width: width)
        case .gb18030: Self.recoded(text)
        }
    }

    private static func recoded(_ text: UnsafePointer<CChar>) -> String {
        let recoded = CPLRecode(text, Self.gb18030.rawValue, Self.utf8.rawValue)
        defer { VSIFree(recoded) }
        return String(cString: recoded)
    }

    private static func cutUTF8(_ text: UnsafePointer<CChar>, width: Int) -> String? {
        let bytes = UnsafeRawBufferPointer(start: text, count: CPLStrnlen(text, width + 1))
        guard width > 0, bytes.count == width else { return nil }
        // At most three bytes of a cut character remain, of which the first says how many there should be.
        guard let lead = bytes.suffix(3).lastIndex(where: { $0 >= 0xC2 }) else { return nil }
        let needed = bytes[lead] >= 0xF0 ? 4 : bytes[lead] >= 0xE0 ? 3 : 2
        let isTail = bytes[(lead + 1)...].allSatisfy { $0 & 0xC0 == 0x80 }
        guard isTail, bytes.count - lead < needed else { return nil }
        return String(validating: bytes[..<lead], as: UTF8.self)
    }
}
