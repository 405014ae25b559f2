/// A table that tells facility kinds from the codes or tags and the names of map data.
///
/// Rules are tried in their order and the first that holds decides; a place that none speaks of is left out, with a
/// reason. Unknown is a legal outcome: a school whose level neither code nor name tells is no school of a level.
public struct PlaceClassifier: Identifiable, Sendable {
    /// The name a user chooses it by: `amap`, `osm`.
    public let id: String
    /// The version of the table, which changes whenever a rule does.
    public let version: String
    /// What it classifies.
    public let title: BilingualText
    /// Where its codes or tags are defined.
    public let source: String
    /// Why it leaves places out.
    public let reasons: [PlaceReason]
    let rules: [PlaceRule]
    /// The keys of tags that rules look at.
    public let keys: Set<String>

    init(
        id: String, version: String, title: BilingualText, source: String, reasons: [PlaceReason],
        rules: [PlaceRule]
    ) {
        self.id = id
        self.version = version
        self.title = title
        self.source = source
        self.reasons = reasons
        self.rules = rules
        keys = Set(rules.flatMap { ($0.tags + $0.without).flatMap { $0.map(\.key) } })
    }

    /// What a place is.
    ///
    /// - Parameters:
    ///   - codes: The codes of the record, each of six digits; see `codes(in:)`.
    ///   - tags: Keys and values; a value that is a list (`clinic;doctors`) counts with each of its members.
    ///   - name: The name; of one longer than 200 characters the beginning counts.
    public func outcome(codes: [String], tags: [String: String], name: String?) -> PlaceOutcome {
        let members = tags.mapValues(Self.members)
        let part = name.flatMap(NamePart.init)
        for rule in rules where rule.holds(codes: codes, tags: members, name: part) { return rule.outcome }
        let isBare = codes.isEmpty && tags.isEmpty
        return .leftOut(reason: isBare ? PlaceReason.noCode : PlaceReason.noRule, rule: nil)
    }

    /// What a reason means; nil for the id of none of `reasons`.
    public func reason(id: String) -> PlaceReason? { reasons.first { $0.id == id } }

    /// The codes in one field, as in `120302|190301`.
    ///
    /// Anything but a digit separates codes. Spreadsheets take the zero from the front of `090601`; it is put back.
    /// What has not five or six digits is no code.
    public static func codes(in field: String) -> [String] {
        let parts = field.utf8.split { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return parts.compactMap { part in
            switch part.count {
            case 6: String(part)
            case 5: "0" + (String(part) ?? "")
            default: nil
            }
        }
    }

    private static func members(of value: String) -> [String] {
        value.split(separator: ";").map { member in
            let text = member.drop { $0 == " " }
            return String(text.reversed().drop { $0 == " " }.reversed())
        }
    }

    /// Amap's type codes and names.
    public static let amap = bundled(PackageResources.amap_types_yaml, file: "amap-types.yaml")
    /// OpenStreetMap's tags and names.
    public static let osm = bundled(PackageResources.osm_places_yaml, file: "osm-places.yaml")

    private static func bundled(_ bytes: [UInt8], file: String) -> PlaceClassifier {
        do {
            return try PlaceClassifierDecoder.decode(text: String(decoding: bytes, as: UTF8.self), file: file)
        } catch {
            preconditionFailure("the bundled table is broken: \(error)")
        }
    }
}
