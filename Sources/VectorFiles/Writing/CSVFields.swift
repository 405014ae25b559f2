/// Texts as they stand in a CSV file, so that one repeated in many rows is quoted once.
public struct CSVFields: Sendable {
    /// A text with the comma behind it; most fit the first word.
    @usableFromInline struct Text: Sendable {
        @usableFromInline let start: UInt64
        /// Where its further words are.
        @usableFromInline let rest: UInt32
        /// In bytes, with the comma.
        @usableFromInline let length: UInt32

        @usableFromInline init(start: UInt64, rest: UInt32, length: UInt32) {
            (self.start, self.rest, self.length) = (start, rest, length)
        }
    }

    @usableFromInline private(set) var texts: [Text] = []
    @usableFromInline private(set) var words: [UInt64] = []
    /// The most bytes that a text takes, the comma included.
    public private(set) var longest = 0

    /// The bytes that all of them take together, commas included.
    public var room: Int { texts.reduce(0) { $0 + Int($1.length) } }

    /// Prepares texts by the rules of `CSVWriter`; nil is a field without content. 32 GiB of them at most.
    public init(_ texts: [String?]) {
        self.texts.reserveCapacity(texts.count)
        var bytes: [UInt8] = []
        for text in texts {
            bytes.removeAll(keepingCapacity: true)
            if let text { CSVText.append(text, isOnlyField: false, to: &bytes) }
            bytes.append(UInt8(ascii: ","))
            longest = max(longest, bytes.count)
            append(bytes)
        }
    }

    /// The fields at `places`, one after the other, whose texts may lie far apart: what waits for memory waits together.
    /// Nil is a field without content.
    @inlinable public func selecting(_ places: some Sequence<Int?>) -> CSVFields {
        let empty = Text(start: UInt64(UInt8(ascii: ",")).littleEndian, rest: 0, length: 1)
        return with(places.map { $0.map { texts[$0] } ?? empty })
    }

    @usableFromInline func with(_ texts: [Text]) -> CSVFields {
        var chosen = self
        chosen.texts = texts
        return chosen
    }

    private mutating func append(_ bytes: [UInt8]) {
        texts.append(
            Text(
                start: Self.word(bytes, from: 0), rest: UInt32(words.count),
                length: UInt32(bytes.count)))
        for start in stride(from: 8, to: bytes.count, by: 8) { words.append(Self.word(bytes, from: start)) }
    }

    private static func word(_ bytes: [UInt8], from start: Int) -> UInt64 {
        var word: UInt64 = 0
        for place in start..<min(start + 8, bytes.count) {
            word |= UInt64(bytes[place]) << UInt64(8 * (place - start))
        }
        return word.littleEndian
    }
}
