/// The keys and values that the bundled tables speak of, numbered from 1, keys first.
final class TagWords: Sendable {
    /// Numbers stay below this, so that a set of words is eight machine words.
    static let most = 512
    /// Numbers of keys stay below this, so that a set of keys is one machine word.
    static let mostKeys = 64

    /// By number less one.
    let list: [String]
    /// So many numbers from 1 on are keys.
    let keyCount: Int
    /// All words, one behind the other; word *n* lies between the *n*th end and the next.
    private let bytes: [UInt8]
    private let ends: [Int]
    /// Open hashing: numbers by the words' bytes, 0 for a free place.
    private let places: [UInt16]

    init(_ keys: [String], values: [String] = []) {
        keyCount = Set(keys).count
        var seen: Set<String> = []
        list = (keys + values).filter { seen.insert($0).inserted }
        var (bytes, ends) = ([UInt8](), [0])
        for word in list {
            bytes += word.utf8
            ends.append(bytes.count)
        }
        precondition(keyCount < Self.mostKeys, "the tables have too many keys for \(Self.mostKeys) numbers")
        precondition(ends.count <= Self.most, "the tables have too many words for \(Self.most) numbers")
        var places = [UInt16](repeating: 0, count: 4 * Self.most)
        for number in 1..<ends.count {
            var place = Self.home(of: bytes[ends[number - 1]..<ends[number]])
            while places[place] != 0 { place = Self.next(place) }
            places[place] = UInt16(number)
        }
        (self.bytes, self.ends, self.places) = (bytes, ends, places)
    }

    /// The number of a word; 0 for one that no table has.
    func number(of word: some Collection<UInt8>) -> UInt16 {
        var place = Self.home(of: word)
        while places[place] != 0, !isWord(Int(places[place]), word) { place = Self.next(place) }
        return places[place]
    }

    /// The numbers of keys as bits.
    func bits(ofKeys keys: [String]) -> UInt64 {
        keys.reduce(0) { $0 | 1 << UInt64(number(of: $1.utf8)) }
    }

    private func isWord(_ number: Int, _ word: some Collection<UInt8>) -> Bool {
        var place = ends[number - 1]
        guard ends[number] - place == word.count else { return false }
        for byte in word {
            guard bytes[place] == byte else { return false }
            place += 1
        }
        return true
    }

    private static func home(of word: some Collection<UInt8>) -> Int {
        // FNV-1a.
        var hash: UInt32 = 2_166_136_261
        for byte in word { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        return Int(hash) & (4 * most - 1)
    }

    private static func next(_ place: Int) -> Int { (place + 1) & (4 * most - 1) }

    /// The words of all bundled tables.
    static let bundled: TagWords = {
        let (foot, features) = (FootTable.bundled.words, MapFeatures.bundled.words)
        return TagWords(foot.keys + features.keys, values: foot.values + features.values)
    }()
}
