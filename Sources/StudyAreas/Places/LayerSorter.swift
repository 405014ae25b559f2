import Geometry
import Standards
import VectorFiles

/// Sorts the features of one layer, and tells what it made of them.
struct LayerSorter {
    let sorter: PlaceSorter
    private let attributes: AttributeReader
    private let tags: PlaceTags?
    private let readsKind: Bool
    private let path: String

    /// - Throws: `StudyAreaError.noColumn` when the layer has not the column that its source of kinds needs.
    init(_ layer: RawLayer, _ attributes: AttributeReader) throws(StudyAreaError) {
        sorter = PlaceSorter(layer.input.kinds)
        self.attributes = attributes
        path = layer.path
        tags = layer.input.kinds == .osm ? PlaceTags(layer.table) : nil
        // Maps have columns of their own called 类型 or 类别; only one that the user named is a word on the kind.
        readsKind = layer.input.kinds == .column || layer.input.columns[.kind] != nil
        let needed: FieldRole? =
            switch layer.input.kinds {
            case .column: .kind
            case .amap: .code
            case .osm: nil
            }
        if let needed, !attributes.has(needed) {
            throw StudyAreaError(
                .noColumn(column: needed.aliases[0], available: layer.table.fields), layer: layer.role,
                path: layer.path)
        }
    }

    func outcome(of feature: Feature) -> PlaceOutcome {
        sorter.outcome(
            kind: kind(of: feature), codes: codes(of: feature), tags: tags?.tags(of: feature) ?? [:],
            name: attributes.text(.name, of: feature))
    }

    /// A feature as a place, with its shape on WGS 84.
    func place(
        _ id: String, _ feature: Feature, _ shape: Shape?, _ ground: inout GroundArea
    ) -> ClassifiedPlace {
        sorter.place(
            id: id, name: attributes.text(.name, of: feature), kind: kind(of: feature),
            codes: codes(of: feature), tags: tags?.tags(of: feature) ?? [:], shape: shape, source: path,
            ground: &ground)
    }

    private func kind(of feature: Feature) -> String? {
        readsKind ? attributes.text(.kind, of: feature) : nil
    }

    private func codes(of feature: Feature) -> [String] {
        guard sorter.source == .amap else { return [] }
        return attributes.text(.code, of: feature).map(PlaceClassifier.codes) ?? []
    }

    /// The finding on a place that is left out, or taken on a guess; nil for the others.
    func finding(on id: String, _ outcome: PlaceOutcome, _ feature: Feature) -> Finding? {
        switch outcome {
        case .leftOut(let reason, let rule):
            if reason == "kind_unknown" { return unknownKind(id, feature) }
            let meaning = sorter.reason(id: reason)
            return Finding(
                meaning.isDoubtful ? .placeUnclear : .placeLeftOut, layer: attributes.layer, feature: id,
                arguments: [meaning.text.zh, meaning.text.en, rule ?? sorter.source.rawValue])
        case .kind(let kind, .low, let rule):
            return Finding(
                .kindDoubtful, layer: attributes.layer, feature: id, arguments: names(of: kind) + [rule])
        case .kind: return nil
        }
    }

    private func unknownKind(_ id: String, _ feature: Feature) -> Finding {
        let written = attributes.text(.kind, of: feature) ?? ""
        let nearest = FacilityKindCatalogue.bundled.suggestions(for: written).joined(separator: ", ")
        return Finding(.kindUnknown, layer: attributes.layer, feature: id, arguments: [written, nearest])
    }

    /// One finding a rule, saying how many places it took, in the order of the first of each.
    func summary(_ outcomes: [PlaceOutcome]) -> [Finding] {
        var order: [PlaceOutcome] = []
        var counts: [PlaceOutcome: Int] = [:]
        for outcome in outcomes {
            guard case .kind = outcome else { continue }
            if counts[outcome] == nil { order.append(outcome) }
            counts[outcome, default: 0] += 1
        }
        return order.compactMap { outcome in
            guard case .kind(let kind, let confidence, let rule) = outcome else { return nil }
            return Finding(
                .placesTaken, layer: attributes.layer,
                arguments: names(of: kind) + ["\(counts[outcome] ?? 0)", path, rule, confidence.rawValue])
        }
    }

    private func names(of kind: FacilityKind.ID) -> [String] {
        let known = FacilityKindCatalogue.bundled.kind(id: kind)
        return [known?.title ?? kind, known?.titleEn ?? kind]
    }
}
