import VectorFiles

/// Reads OpenStreetMap's tags out of a table: a tag a column, or many in `other_tags`.
struct PlaceTags {
    private let fields: [String]
    private let other: Int?

    init(_ table: FeatureTable) {
        fields = table.fields
        other = table.fieldIndex("other_tags")
    }

    /// The tags that have a value; columns go before `other_tags`.
    func tags(of feature: Feature) -> [String: String] {
        var tags = other.flatMap { feature.value($0).text }.map(Self.pairs) ?? [:]
        for (index, field) in fields.enumerated() where index != other {
            guard let value = feature.value(index).text, !value.isEmpty else { continue }
            tags[field] = value
        }
        return tags
    }

    /// The pairs of a text such as `"amenity"=>"school","isced:level"=>"1"`, as GDAL and PostgreSQL write them.
    ///
    /// A backslash takes the next character as it is. What is not of this form ends the reading.
    static func pairs(_ text: String) -> [String: String] {
        var rest = Substring(text)
        var pairs: [String: String] = [:]
        while let key = quoted(&rest) {
            rest = rest.drop { $0 == " " }
            guard rest.hasPrefix("=>") else { break }
            rest = rest.dropFirst(2).drop { $0 == " " }
            guard let value = quoted(&rest) else { break }
            pairs[key] = value
            rest = rest.drop { $0 == " " || $0 == "," }
        }
        return pairs
    }

    private static func quoted(_ rest: inout Substring) -> String? {
        guard rest.first == "\"" else { return nil }
        var text = ""
        var isEscaped = false
        for index in rest.indices.dropFirst() {
            let character = rest[index]
            if !isEscaped, character == "\"" {
                rest = rest[rest.index(after: index)...]
                return text
            }
            isEscaped = !isEscaped && character == "\\"
            if !isEscaped { text.append(character) }
        }
        return nil
    }
}
