public import Standards

/// Says what kind of facility a place is, or why it is none, by one of the sources of kinds.
public struct PlaceSorter: Sendable {
    /// Where kinds come from.
    public let source: KindSource
    private let catalogue: FacilityKindCatalogue
    private let classifier: PlaceClassifier?

    /// A sorter by a bundled table, or by the names of the catalogue alone.
    public init(_ source: KindSource, catalogue: FacilityKindCatalogue = .bundled) {
        self.source = source
        self.catalogue = catalogue
        classifier =
            switch source {
            case .column: nil
            case .amap: .amap
            case .osm: .osm
            }
    }

    /// The version of the table, which changes with its rules; nil when kinds come from a column.
    public var tableVersion: String? { classifier?.version }

    /// What a place is.
    ///
    /// A kind that somebody wrote down goes before any table, so that every classification can be undone: any name
    /// of the catalogue, or `none`, `无` or `-` to leave the place out.
    ///
    /// - Parameters:
    ///   - kind: The kind as written; nil or empty when nobody wrote one.
    ///   - codes: Codes of six digits; empty when there are none.
    ///   - tags: Keys and values; empty when there are none.
    ///   - name: The name.
    public func outcome(
        kind: String? = nil, codes: [String] = [], tags: [String: String] = [:], name: String?
    ) -> PlaceOutcome {
        if let kind, !kind.isEmpty { return outcome(written: kind) }
        guard let classifier else { return .leftOut(reason: Self.kindMissing.id, rule: nil) }
        return classifier.outcome(codes: codes, tags: tags, name: name)
    }

    /// What a reason means; its id for both languages when nobody knows it.
    public func reason(id: String) -> PlaceReason {
        classifier?.reason(id: id) ?? Self.own.first { $0.id == id }
            ?? PlaceReason(id: id, text: BilingualText(zh: id, en: id))
    }

    /// What the rule of a written kind is called.
    public static let writtenRule = "column"

    private func outcome(written: String) -> PlaceOutcome {
        if ["none", "无", "-"].contains(written.lowercased()) {
            return .leftOut(reason: Self.byHand.id, rule: Self.writtenRule)
        }
        guard let kind = catalogue.kind(named: written) else {
            return .leftOut(reason: Self.kindUnknown.id, rule: Self.writtenRule)
        }
        return .kind(kind.id, confidence: .high, rule: Self.writtenRule)
    }

    private static let byHand = PlaceReason(
        id: "by_hand", text: BilingualText(zh: "在类型列中指定剔除", en: "left out by hand, in the kind column"))
    private static let kindMissing = PlaceReason(
        id: "kind_missing", text: BilingualText(zh: "没有设施类型", en: "no facility kind"), isDoubtful: true)
    private static let kindUnknown = PlaceReason(
        id: "kind_unknown", text: BilingualText(zh: "未知的设施类型", en: "a kind that is not known"),
        isDoubtful: true)
    private static let own = [byHand, kindMissing, kindUnknown]
}
