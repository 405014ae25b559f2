import VectorFiles

/// Reads one layer's attributes by their role, with a finding for every value that cannot be used.
struct AttributeReader {
    let layer: String
    let table: FeatureTable
    /// So few that they are faster looked through than looked up.
    private let columns: [(role: FieldRole, column: Int)]

    init(_ input: LayerInput, _ table: FeatureTable, layer: String, roles: [FieldRole]) throws(StudyAreaError)
    {
        self.layer = layer
        self.table = table
        var columns: [(role: FieldRole, column: Int)] = []
        for role in roles {
            if let column = try input.column(role, in: table, layer: layer) { columns.append((role, column)) }
        }
        self.columns = columns
    }

    func has(_ role: FieldRole) -> Bool { column(role) != nil }

    private func column(_ role: FieldRole) -> Int? {
        for (other, column) in columns where other == role { return column }
        return nil
    }

    /// The text of an attribute without surrounding white space; nil when empty or absent.
    func text(_ role: FieldRole, of feature: Feature) -> String? {
        guard let column = column(role), let text = feature.value(column).text else { return nil }
        let trimmed = text.trimmed
        return trimmed.isEmpty ? nil : trimmed
    }

    /// A number that cannot be negative; nil when absent, and with a finding when it is not one.
    func amount(
        _ role: FieldRole, of feature: Feature, id: String, findings: inout [Finding]
    ) -> Double? {
        guard let column = column(role), case let value = feature.value(column), !value.isBlank else {
            return nil
        }
        func refuse(_ code: Finding.Code) -> Double? {
            let text = value.text?.trimmed ?? ""
            findings.append(
                Finding(code, layer: layer, feature: id, arguments: [table.fields[column], text]))
            return nil
        }
        guard let number = number(value), abs(number) <= Self.mostOfAnything else {
            return refuse(.notANumber)
        }
        return number < 0 ? refuse(.negativeNumber) : number
    }

    /// More people or square metres than this is a slip, and would make sums that no number holds.
    private static let mostOfAnything = 1e12

    private func number(_ value: FieldValue) -> Double? {
        switch value {
        case .null: nil
        case .integer(let integer): Double(integer)
        case .real(let real): real
        // Double also reads hexadecimal, which nobody means here.
        case .text(let text):
            text.utf8.contains { $0 | 0x20 == UInt8(ascii: "x") } ? nil : Double(text.trimmed)
        }
    }

    /// One of a few words; nil when absent, and with a finding when it is none of them.
    func word<Word>(
        _ role: FieldRole, of feature: Feature, id: String, findings: inout [Finding],
        meaning: (String) -> Word?
    ) -> Word? {
        guard let column = column(role), let text = text(role, of: feature) else { return nil }
        if let word = meaning(text) { return word }
        findings.append(
            Finding(.notUnderstood, layer: layer, feature: id, arguments: [table.fields[column], text]))
        return nil
    }
}

extension FieldValue {
    /// Whether there is nothing, or nothing but white space; numbers are not written out to see it.
    fileprivate var isBlank: Bool {
        switch self {
        case .null: true
        case .integer, .real: false
        case .text(let text): text.trimmed.isEmpty
        }
    }
}

extension String {
    /// Without white space at either end, the ideographic space included.
    var trimmed: String {
        if let first = utf8.first, let last = utf8.last, Self.isPlain(first), Self.isPlain(last) {
            return self
        }
        guard let first = firstIndex(where: { !$0.isWhitespace }),
            let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }

    /// Whether a byte is a character of ASCII that leaves a mark: what most texts begin and end with.
    private static func isPlain(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }
}

/// Gives every feature of a role an id of its own, mending what is missing or doubled.
struct IdentityRegister {
    /// The ids, as long as each is greater than the one before. Those of most files ascend and need not be looked up.
    private var ascending: [String] = []
    /// The ids once they do not ascend any more.
    private var taken: Set<String> = []
    private var room = 0

    /// Makes room for so many ids more.
    mutating func makeRoom(for count: Int) {
        room += count
        if taken.isEmpty { ascending.reserveCapacity(room) } else { taken.reserveCapacity(room) }
    }

    /// The id of `feature`: its own; `#12` when it has none; its own with `#12` when another has it already.
    mutating func id(
        of feature: Feature, _ attributes: AttributeReader, findings: inout [Finding]
    ) -> String {
        var place: String { "#\(feature.number)" }
        guard let own = attributes.text(.id, of: feature) else {
            if attributes.has(.id) {
                findings.append(Finding(.idMissing, layer: attributes.layer, feature: place))
            }
            return claim(attributes.has(.id) ? place : "\(feature.number)")
        }
        if take(own) { return own }
        let mended = claim(own + place)
        findings.append(
            Finding(.idDuplicate, layer: attributes.layer, feature: mended, arguments: [own]))
        return mended
    }

    private mutating func claim(_ wanted: String) -> String {
        var id = wanted
        var suffix = 2
        while !take(id) {
            id = "\(wanted)(\(suffix))"
            suffix += 1
        }
        return id
    }

    /// Takes an id unless it is taken.
    private mutating func take(_ id: String) -> Bool {
        guard taken.isEmpty else { return taken.insert(id).inserted }
        if ascends(id) {
            ascending.append(id)
            return true
        }
        taken.reserveCapacity(room)
        taken.formUnion(ascending)
        ascending = []
        return taken.insert(id).inserted
    }

    /// Whether an id is longer than the last, or as long and behind it. Other letters than those of ASCII can be spelt
    /// in several ways that are equal, so ids with such do not count.
    private func ascends(_ id: String) -> Bool {
        guard id.utf8.allSatisfy({ $0 < 0x80 }) else { return false }
        guard let last = ascending.last else { return true }
        return (last.utf8.count, last) < (id.utf8.count, id)
    }
}
