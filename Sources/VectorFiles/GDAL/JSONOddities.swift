/// What a JSON text says that GDAL reads otherwise without a word, told with the line of the first.
struct JSONOddities {
    /// Sentences, at most one of a kind.
    private(set) var notes: [String] = []

    /// One pass over the bytes; the text need not be sound.
    init(_ bytes: [UInt8]) {
        var cursor = JSONCursor(bytes)
        var open: [[UInt64]] = []
        var (isDoubled, isCut) = (false, false)
        func line(_ index: Int) -> Int { bytes[..<index].count { $0 == UInt8(ascii: "\n") } + 1 }
        while let token = cursor.next() {
            switch token {
            case .opening: open.append([])
            case .closing: _ = open.popLast()
            case .string(let text):
                if !isCut, Self.hasZero(text) {
                    isCut = true
                    notes.append(
                        "a text with a zero character (\\u0000) is cut there, line \(line(cursor.index))")
                }
                guard !isDoubled, !open.isEmpty, cursor.isBeforeColon() else { continue }
                let name = Self.hash(text)
                if open[open.count - 1].contains(name) {
                    isDoubled = true
                    notes.append(
                        "an object has two members \(JSONCursor.plain(text)), line \(line(cursor.index)); the last counts"
                    )
                }
                open[open.count - 1].append(name)
            }
        }
    }

    /// FNV-1a of 64 bits, which is as good as the name: a chance agreement would be one in 10¹⁶.
    private static func hash(_ text: ArraySlice<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        if text.contains(UInt8(ascii: "\\")) {
            JSONCursor.plain(text).utf8.forEach(add)
        } else {
            text.forEach(add)
        }
        return hash
    }

    private static func hasZero(_ text: ArraySlice<UInt8>) -> Bool {
        guard var index = text.firstIndex(of: UInt8(ascii: "\\")) else { return false }
        let zero = Array("u0000".utf8)
        while index < text.endIndex {
            guard text[index] == UInt8(ascii: "\\") else {
                index += 1
                continue
            }
            if text[(index + 1)...].starts(with: zero) { return true }
            index += 2
        }
        return false
    }
}
