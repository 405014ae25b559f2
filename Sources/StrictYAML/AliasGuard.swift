/// Keeps texts whose aliases multiply away from the parser.
///
/// The parser expands an alias wherever it stands, and hashes mapping keys with all they hold: thirty anchors,
/// each a list of two aliases of the one before, then one alias as a key, would take it centuries. So a text
/// in which some `*name` follows an `&name` is first read with those asterisks replaced by tildes: aliases
/// turn into plain text of the same length, whereas anchors stay and are refused at their place. What merely
/// looks like an anchor (in quotes or in a comment) passes.
enum AliasGuard {
    /// - Throws: `anchor`, or what else is wrong with the text when it looks as if it had aliases.
    static func check(_ text: String, with composer: DocumentComposer) throws(YAMLError) {
        var bytes = Array(text.utf8)
        let asterisks = aliasLike(bytes)
        guard !asterisks.isEmpty else { return }
        for place in asterisks { bytes[place] = UInt8(ascii: "~") }
        _ = try composer.compose(String(decoding: bytes, as: UTF8.self))
    }

    /// The places of the asterisks that begin a name given by an ampersand somewhere before.
    private static func aliasLike(_ bytes: [UInt8]) -> [Int] {
        var anchors: Set<ArraySlice<UInt8>> = []
        var places: [Int] = []
        for place in bytes.indices {
            if bytes[place] == UInt8(ascii: "&") {
                anchors.insert(name(in: bytes, after: place))
            } else if bytes[place] == UInt8(ascii: "*"), anchors.contains(name(in: bytes, after: place)) {
                places.append(place)
            }
        }
        return places
    }

    /// The letters, digits, hyphens and underscores that follow a place: what a name of an anchor is made of.
    private static func name(in bytes: [UInt8], after place: Int) -> ArraySlice<UInt8> {
        bytes[(place + 1)...].prefix { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
    }
}
