/// A JSON value whose objects keep the order of their members.
public enum JSONValue: Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    /// Printed as the shortest decimal that reads back the same; NaN and infinity trap when printed.
    case number(Double)
    /// Printed with a fixed count of decimals, as `FixedDecimal` does.
    case decimal(Double, places: Int)
    case string(String)
    case array([JSONValue])
    case object([(key: String, value: JSONValue)])

    /// The value as JSON text: on one line without spaces, or indented by two spaces when `pretty`.
    public func text(pretty: Bool) -> String {
        var bytes: [UInt8] = []
        if pretty { appendPretty(to: &bytes, depth: 0) } else { append(to: &bytes) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the value as JSON on one line without spaces, in UTF-8.
    public func append(to bytes: inout [UInt8]) {
        switch self {
        case .array(let items):
            bytes.append(UInt8(ascii: "["))
            for (index, item) in items.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                item.append(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members): Self.append(members, to: &bytes)
        default: appendScalar(to: &bytes)
        }
    }

    /// Appends an object's members on one line, braces included.
    static func append(_ members: [(key: String, value: JSONValue)], to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "{"))
        for (index, member) in members.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            JSONText.append(member.key, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            member.value.append(to: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
    }

    private func appendScalar(to bytes: inout [UInt8]) {
        switch self {
        case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
        case .integer(let value): bytes.append(contentsOf: String(value).utf8)
        case .number(let value): JSONText.append(value, to: &bytes)
        case .decimal(let value, let places): FixedDecimal.append(value, places: places, to: &bytes)
        case .string(let value): JSONText.append(value, to: &bytes)
        case .null, .array, .object: bytes.append(contentsOf: "null".utf8)
        }
    }

    private func appendPretty(to bytes: inout [UInt8], depth: Int) {
        switch self {
        case .array(let items) where !items.isEmpty:
            Self.appendLines(items, "[", "]", depth, &bytes) { item, bytes in
                item.appendPretty(to: &bytes, depth: depth + 1)
            }
        case .object(let members) where !members.isEmpty:
            Self.appendLines(members, "{", "}", depth, &bytes) { member, bytes in
                JSONText.append(member.key, to: &bytes)
                bytes.append(contentsOf: ": ".utf8)
                member.value.appendPretty(to: &bytes, depth: depth + 1)
            }
        default: append(to: &bytes)
        }
    }

    private static func appendLines<Item>(
        _ items: [Item], _ opening: String, _ closing: String, _ depth: Int, _ bytes: inout [UInt8],
        _ appendItem: (Item, inout [UInt8]) -> Void
    ) {
        bytes.append(contentsOf: opening.utf8)
        for (index, item) in items.enumerated() {
            bytes.append(contentsOf: (index > 0 ? ",\n" : "\n").utf8)
            bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * (depth + 1)))
            appendItem(item, &bytes)
        }
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
        bytes.append(contentsOf: closing.utf8)
    }
}

// By hand, because a tuple has no conformances.
extension JSONValue: Hashable {
    /// Whether two values are of the same case and print the same; members are compared in order.
    public static func == (a: JSONValue, b: JSONValue) -> Bool {
        switch (a, b) {
        case (.null, .null): true
        case (.bool(let a), .bool(let b)): a == b
        case (.integer(let a), .integer(let b)): a == b
        case (.number(let a), .number(let b)): a == b
        case (.decimal(let a, let aPlaces), .decimal(let b, let bPlaces)): a == b && aPlaces == bPlaces
        case (.string(let a), .string(let b)): a == b
        case (.array(let a), .array(let b)): a == b
        case (.object(let a), .object(let b)): a.elementsEqual(b) { $0.key == $1.key && $0.value == $1.value }
        default: false
        }
    }

    /// Feeds the value to `hasher`.
    public func hash(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0)
        case .bool(let value): hasher.combine(value)
        case .integer(let value): hasher.combine(value)
        case .number(let value), .decimal(let value, _): hasher.combine(value)
        case .string(let value): hasher.combine(value)
        case .array(let items): hasher.combine(items)
        case .object(let members):
            for member in members {
                hasher.combine(member.key)
                hasher.combine(member.value)
            }
        }
    }
}
