/// The tags of an OSM object: keys with one value each.
public struct OSMTags: Hashable, Sendable {
    /// Sorted by key in the order of their UTF-8 bytes, each key once.
    private let pairs: [Pair]

    private struct Pair: Hashable, Sendable {
        let key: String
        let value: String
    }

    /// Tags from pairs in any order; of a key given twice the first value stands.
    public init(_ tags: some Sequence<(key: String, value: String)>) {
        var pairs: [Pair] = []
        for tag in tags where !pairs.contains(where: { $0.key == tag.key }) {
            pairs.append(Pair(key: tag.key, value: tag.value))
        }
        pairs.sort { $0.key < $1.key }
        self.pairs = pairs
    }

    /// The value of a key, or nil; linear in the number of tags, which are few.
    public subscript(key: String) -> String? { pairs.first { $0.key == key }?.value }

    /// Whether there are no tags.
    public var isEmpty: Bool { pairs.isEmpty }

    /// The number of tags.
    public var count: Int { pairs.count }

    /// The tags sorted by key.
    public var all: [(key: String, value: String)] { pairs.map { ($0.key, $0.value) } }

    /// The tags whose keys are among `keys`.
    public func only(_ keys: [String]) -> OSMTags {
        OSMTags(all.filter { keys.contains($0.key) })
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
    public var description: String { pairs.map { "\($0.key)=\($0.value)" }.joined(separator: " ") }
}
