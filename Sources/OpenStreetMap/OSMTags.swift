/// The tags of an OSM object: keys with one value each.
public struct OSMTags: Hashable, Sendable {
    /// Keys and values in turn, each ended by a zero, sorted by the bytes of the keys, each key once: one piece of
    /// memory however many tags there are.
    private let bytes: [UInt8]

    /// Tags from pairs in any order; of a key given twice the first value stands.
    ///
    /// OpenStreetMap's texts have no NUL; a text is cut at the first.
    public init(_ tags: some Sequence<(key: String, value: String)>) {
        var pairs: [(key: [UInt8], value: [UInt8])] = []
        for tag in tags {
            let key = tag.key.utf8.prefix { $0 != 0 }
            guard !pairs.contains(where: { $0.key.elementsEqual(key) }) else { continue }
            pairs.append((Array(key), Array(tag.value.utf8.prefix { $0 != 0 })))
        }
        pairs.sort { $0.key.lexicographicallyPrecedes($1.key) }
        bytes = pairs.flatMap { $0.key + [0] + $0.value + [0] }
    }

    /// Tags that are laid out already as `bytes` has them.
    init(packed bytes: some Collection<UInt8>) { self.bytes = Array(bytes) }

    /// The value of a key, or nil; linear in the number of tags, which are few.
    public subscript(key: String) -> String? {
        var found: String?
        forEach { name, value in
            if found == nil, OSMTags.isSame(name, key) { found = String(decoding: value, as: UTF8.self) }
        }
        return found
    }

    /// The values of several keys, in their order; nil for those that are not there.
    public func values(of keys: [String]) -> [String?] {
        var values = [String?](repeating: nil, count: keys.count)
        forEach { name, value in
            guard let place = keys.firstIndex(where: { OSMTags.isSame(name, $0) }) else { return }
            values[place] = String(decoding: value, as: UTF8.self)
        }
        return values
    }

    private static func isSame(_ name: Slice<UnsafeBufferPointer<UInt8>>, _ key: String) -> Bool {
        name.count == key.utf8.count && name.elementsEqual(key.utf8)
    }

    /// Whether there are no tags.
    public var isEmpty: Bool { bytes.isEmpty }

    /// The number of tags.
    public var count: Int { bytes.count { $0 == 0 } / 2 }

    /// The tags sorted by key.
    public var all: [(key: String, value: String)] {
        var all: [(key: String, value: String)] = []
        forEach { all.append((String(decoding: $0, as: UTF8.self), String(decoding: $1, as: UTF8.self))) }
        return all
    }

    /// The tags whose keys are among `keys`.
    public func only(_ keys: [String]) -> OSMTags {
        var kept: [UInt8] = []
        kept.reserveCapacity(bytes.count)
        forEach { key, value in
            guard keys.contains(where: { OSMTags.isSame(key, $0) }) else { return }
            kept += key
            kept.append(0)
            kept += value
            kept.append(0)
        }
        return OSMTags(packed: kept)
    }

    /// Calls `body` with the bytes of each key and its value, sorted by key.
    func forEach(
        _ body: (_ key: Slice<UnsafeBufferPointer<UInt8>>, _ value: Slice<UnsafeBufferPointer<UInt8>>) -> Void
    ) {
        bytes.withUnsafeBufferPointer { bytes in
            var start = 0
            while let key = bytes[start...].firstIndex(of: 0),
                let value = bytes[(key + 1)...].firstIndex(of: 0)
            {
                body(bytes[start..<key], bytes[(key + 1)..<value])
                start = value + 1
            }
        }
    }
}

extension OSMTags: ExpressibleByDictionaryLiteral {
    /// Tags as they are written in code.
    public init(dictionaryLiteral elements: (String, String)...) {
        self.init(elements.map { (key: $0.0, value: $0.1) })
    }
}

extension OSMTags: CustomStringConvertible {
    /// `key=value` pairs sorted by key, set apart by blanks.
    public var description: String { all.map { "\($0.key)=\($0.value)" }.joined(separator: " ") }
}
