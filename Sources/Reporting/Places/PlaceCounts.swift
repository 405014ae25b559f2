import Standards
public import StudyAreas
public import VectorFiles

/// An import in numbers, as JSON and as tables for a terminal.
public struct PlaceCounts {
    private struct Kind {
        let kind: FacilityKind
        var confidences: [PlaceConfidence: Int] = [:]
        var count: Int { confidences.values.reduce(0, +) }
    }

    private struct Reason {
        let id: String
        let wording: Wording
        var count = 0
    }

    private let tallies: [PlaceImport.Tally]
    private let kinds: [Kind]
    private let reasons: [Reason]

    /// Counts an import; kinds in the catalogue's order, reasons by how many they concern.
    public init(_ result: PlaceImport) {
        tallies = result.tallies
        var kinds: [FacilityKind.ID: Kind] = [:]
        var reasons: [Reason] = []
        var places: [String: Int] = [:]
        for place in result.places {
            switch place.outcome {
            case .kind(let id, let confidence, _):
                let kind =
                    FacilityKindCatalogue.bundled.kind(id: id) ?? FacilityKind(id: id, title: id, titleEn: id)
                kinds[id, default: Kind(kind: kind)].confidences[confidence, default: 0] += 1
            case .leftOut(let id, _):
                if places[id] == nil {
                    places[id] = reasons.count
                    reasons.append(Reason(id: id, wording: Self.wording(of: id, place)))
                }
                if let place = places[id] { reasons[place].count += 1 }
            }
        }
        self.kinds = FacilityKindCatalogue.bundled.kinds.compactMap { kinds[$0.id] }
        self.reasons = reasons.sorted { ($1.count, $0.id) < ($0.count, $1.id) }
    }

    /// A sentence for all places of a reason; what is odd about each shape stands in the findings.
    private static func wording(of reason: String, _ place: ClassifiedPlace) -> Wording {
        place.explanation.map { Wording($0.en, $0.zh) }
            ?? Wording("no usable geometry: \(reason)", "几何不可用：\(reason)")
    }

    /// The counts as JSON.
    public var json: JSONValue {
        .object([
            ("tool", Product.json),
            (
                "sources",
                .array(
                    tallies.map { tally in
                        .object([
                            ("path", .string(tally.path)), ("read", .integer(tally.read)),
                            ("taken", .integer(tally.taken)),
                            ("left_out", .integer(tally.read - tally.taken)),
                        ])
                    })
            ),
            (
                "kinds",
                .array(
                    kinds.map { kind in
                        .object(
                            [
                                ("kind", .string(kind.kind.id)), ("title", .string(kind.kind.title)),
                                ("count", .integer(kind.count)),
                            ]
                                + PlaceConfidence.allCases.map { confidence in
                                    (confidence.rawValue, .integer(kind.confidences[confidence] ?? 0))
                                })
                    })
            ),
            (
                "left_out",
                .array(
                    reasons.map { reason in
                        .object([
                            ("reason", .string(reason.id)), ("count", .integer(reason.count)),
                            ("text_zh", .string(reason.wording.zh)), ("text_en", .string(reason.wording.en)),
                        ])
                    })
            ),
        ])
    }

    /// Two tables: kinds and how sure they are, and reasons why places were left out.
    public func text(_ language: Language) -> String {
        [kindTable(language), reasonTable(language)].compactMap { $0 }.joined(separator: "\n")
    }

    private func kindTable(_ language: Language) -> String? {
        guard !kinds.isEmpty else { return nil }
        var table = TerminalTable([
            (language.pick(en: "kind", zh: "设施类型"), .left), (language.pick(en: "places", zh: "数量"), .right),
            (language.pick(en: "sure", zh: "可信度高"), .right), (language.pick(en: "likely", zh: "中"), .right),
            (language.pick(en: "guessed", zh: "低"), .right),
        ])
        for kind in kinds {
            table.append(
                [language.pick(en: kind.kind.titleEn, zh: kind.kind.title), "\(kind.count)"]
                    + PlaceConfidence.allCases.map { "\(kind.confidences[$0] ?? 0)" })
        }
        return table.text
    }

    private func reasonTable(_ language: Language) -> String? {
        guard !reasons.isEmpty else { return nil }
        var table = TerminalTable([
            (language.pick(en: "left out because", zh: "未采用的原因"), .left),
            (language.pick(en: "places", zh: "数量"), .right),
        ])
        for reason in reasons { table.append([reason.wording.text(language), "\(reason.count)"]) }
        return table.text
    }
}
