internal import StrictYAML

/// The faults met while a table is read, so that a person can be told of all of them at once.
///
/// Readers go on after a fault as far as what they have makes sense; whoever wants a sound table or nothing
/// throws the first.
final class FaultList {
    private(set) var faults: [YAMLError] = []

    /// Notes a fault, unless the very same is noted already.
    func add(_ fault: YAMLError) {
        if !faults.contains(fault) { faults.append(fault) }
    }

    /// What `read` gives, or `nil` and a fault more.
    @discardableResult
    func take<Value>(_ read: () throws(YAMLError) -> Value) -> Value? {
        do {
            return try read()
        } catch {
            add(error)
            return nil
        }
    }

    /// A mapping that may have the given keys; every other key is a fault and otherwise ignored.
    func mapping(_ node: YAMLNode, keys: [String]) -> RowReader? {
        guard let entries = take({ () throws(YAMLError) in try node.entries() }) else { return nil }
        let strangers = entries.filter { !keys.contains($0.key) }
        for entry in strangers {
            add(
                YAMLError(
                    file: node.file, line: entry.line, column: entry.column, path: node.path,
                    problem: .unknownKey(entry.key, known: keys)))
        }
        let row = take { () throws(YAMLError) in try node.mapping(keys: keys + strangers.map(\.key)) }
        return row.map { RowReader(row: $0, faults: self) }
    }

    /// The rows of a list, each with an id of its own; what is no row is left out and noted.
    func rows<Row>(
        of node: YAMLNode?, what: String, keys: [String], _ read: (RowReader) -> Row?
    ) -> [Row] {
        var ids = UniqueNames(what: what)
        return mappings(of: node, keys: keys).compactMap { row in
            if let id = row.row.optional("id") {
                take { () throws(YAMLError) in try ids.enter(id) }
            }
            return read(row)
        }
    }

    /// The mappings of a list; nothing where there is no list.
    func mappings(of node: YAMLNode?, keys: [String]) -> [RowReader] {
        guard let node, let elements = take({ () throws(YAMLError) in try node.sequence() }) else {
            return []
        }
        return elements.compactMap { mapping($0, keys: keys) }
    }
}

/// One mapping of a table, whose values are read one by one, every fault noted.
struct RowReader {
    let row: YAMLMapping
    let faults: FaultList

    /// The mapping itself, for its place.
    var node: YAMLNode { row.node }

    /// The value of a key that has to be there, or `nil` and a fault.
    func required<Value>(_ key: String, _ read: (YAMLNode) throws(YAMLError) -> Value) -> Value? {
        faults.take { () throws(YAMLError) in try read(row.required(key)) }
    }

    /// The value of a key that may be there; `nil` when it is not, or is not what it should be.
    func optional<Value>(_ key: String, _ read: (YAMLNode) throws(YAMLError) -> Value) -> Value? {
        guard let node = row.optional(key) else { return nil }
        return faults.take { () throws(YAMLError) in try read(node) }
    }

    /// The text of a key that has to be there.
    func text(_ key: String) -> String? {
        required(key) { node throws(YAMLError) in try node.string() }
    }

    /// The positive number of a key that may be there.
    func figure(_ key: String) -> Double? {
        optional(key) { node throws(YAMLError) in try node.positiveNumber() }
    }

    /// The positive whole number of a key that may be there.
    func count(_ key: String) -> Int? {
        optional(key) { node throws(YAMLError) in try node.positiveInteger() }
    }

    /// One of an enumeration's cases, of a key that may be there.
    func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, _ type: Choice.Type) -> Choice?
    where Choice.RawValue == String {
        optional(key) { node throws(YAMLError) in try node.oneOf(type) }
    }

    /// The text in both languages of a key that may be there.
    func bilingual(_ key: String) -> BilingualText? {
        optional(key) { node throws(YAMLError) in try node.bilingualText() }
    }

    /// The citation of a key that has to be there.
    func citation(_ key: String = "citation", document: String) -> Citation? {
        required(key) { node throws(YAMLError) in try node.citation(document: document) }
    }

    /// The citations in the list of a key that may be there.
    func citations(_ key: String, document: String) -> [Citation] {
        let nodes = optional(key) { node throws(YAMLError) in try node.sequence() } ?? []
        return nodes.compactMap { node in
            faults.take { () throws(YAMLError) in try node.citation(document: document) }
        }
    }

    /// The ages in the list of a key that may be there; not empty, none twice.
    func ages(_ key: String = "ages") -> Set<CommunityAge>? {
        optional(key) { node throws(YAMLError) in try node.choices(CommunityAge.self) }
    }

    /// The mapping of a key that may be there.
    func mapping(_ key: String, keys: [String]) -> RowReader? {
        row.optional(key).flatMap { faults.mapping($0, keys: keys) }
    }

    /// Notes that the value of `key`, or the mapping itself, is not as it should be.
    func refuse(_ key: String? = nil, _ problem: YAMLError.Problem) {
        let node = key.flatMap { row.optional($0) } ?? node
        faults.add(node.failure(problem))
    }

    /// A range with the keys `min` and `max`, both positive numbers, of which one may be missing.
    func range() -> FigureRange? {
        let (least, most) = (figure("min"), figure("max"))
        if row.optional("min") == nil && row.optional("max") == nil {
            refuse(nil, .invalid("the range has neither 'min' nor 'max'", remedy: "write one of them"))
            return nil
        }
        guard least ?? 0 <= most ?? .infinity else {
            refuse("max", .invalid("'max' is below 'min'", remedy: "write at least 'min'"))
            return nil
        }
        return least == nil && most == nil ? nil : FigureRange(minimum: least, maximum: most)
    }

    /// A range of people with the keys `min` and `max`, whole numbers.
    func people() -> ServicePopulation? {
        let before = faults.faults.count
        let (least, most) = (count("min"), count("max"))
        guard faults.faults.count == before, range() != nil else { return nil }
        return ServicePopulation(minimum: least, maximum: most)
    }
}
