internal import CGDAL

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

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
        case .gb18030: Self.recoded(text, width: width)
        }
    }

    /// GDAL leaves out what it cannot convert and warns once per process, so the characters are counted.
    private static func recoded(_ text: UnsafePointer<CChar>, width: Int) -> String? {
        let bytes = UnsafeRawBufferPointer(start: text, count: strlen(text))
        guard let (count, length) = measureGB18030(bytes) else { return nil }
        guard length == bytes.count || bytes.count == width else { return nil }
        let whole = bytes.prefix(length).map { CChar(bitPattern: $0) } + [0]
        let decoded = converted(whole)
        return decoded.unicodeScalars.count == count ? decoded : nil
    }

    /// How many characters the bytes are, and how many bytes the whole ones take; nil when one is malformed.
    private static func measureGB18030(_ bytes: UnsafeRawBufferPointer) -> (count: Int, length: Int)? {
        var count = 0
        var index = 0
        while index < bytes.count {
            guard let size = sizeGB18030(bytes[index...].prefix(4)) else { return nil }
            guard index + size <= bytes.count else { break }
            index += size
            count += 1
        }
        return (count, index)
    }

    /// The bytes that the first character takes, or should take when the text ends within it.
    private static func sizeGB18030(_ bytes: Slice<UnsafeRawBufferPointer>) -> Int? {
        let kinds = Array(bytes)
        guard let lead = kinds.first else { return nil }
        guard lead >= 0x80 else { return 1 }
        guard (0x81...0xFE).contains(lead) else { return nil }
        guard kinds.count > 1 else { return 2 }
        let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
        if isDigit(kinds[1]) {
            let isSound =
                (kinds.count < 3 || (0x81...0xFE).contains(kinds[2]))
                && (kinds.count < 4 || isDigit(kinds[3]))
            return isSound ? 4 : nil
        }
        return kinds[1] >= 0x40 && kinds[1] <= 0xFE && kinds[1] != 0x7F ? 2 : nil
    }

    private static func converted(_ text: UnsafePointer<CChar>) -> String {
        let converted = CPLRecode(text, Self.gb18030.rawValue, Self.utf8.rawValue)
        defer { VSIFree(converted) }
        return String(cString: converted)
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
