internal import StrictYAML

/// Reads what a standard asks of the walking network.
struct NetworkRequirementDecoder {
    let document: String
    let faults: FaultList

    private static let figureKeys = NetworkRuleForm.all.flatMap(\.keys).reduce(into: [String]()) {
        keys, key in
        if !keys.contains(key) { keys.append(key) }
    }

    private static let keys =
        ["id", "title", "title_en", "station_radius_m"] + figureKeys + ["binding", "note", "citation"]

    func decode(_ node: YAMLNode?) -> [NetworkRequirement] {
        faults.rows(of: node, what: "network requirement", keys: Self.keys) { requirement(from: $0) }
    }

    private func requirement(from row: RowReader) -> NetworkRequirement? {
        let radius = row.figure("station_radius_m")
        let id = row.text("id")
        let (title, titleEn) = (row.text("title"), row.text("title_en"))
        let figure = figure(from: row)
        let binding = row.choice("binding", IndicatorBinding.self)
        let note = row.bilingual("note")
        let citation = row.citation(document: document)
        guard let id, let title, let titleEn, let figure, let citation else { return nil }
        return NetworkRequirement(
            id: id, title: title, titleEn: titleEn,
            scope: radius.map { .stationBand(metres: $0) } ?? .general, figure: figure, binding: binding,
            note: note, citation: citation)
    }

    /// The one figure of a row, so that each verdict has one citation: the rule whose keys the row has.
    private func figure(from row: RowReader) -> NetworkFigure? {
        let before = row.faults.faults.count
        let given = Self.figureKeys.filter { row.row.optional($0) != nil }
        let values = given.reduce(into: [:]) { values, key in values[key] = row.figure(key) }
        guard row.faults.faults.count == before else { return nil }
        guard let form = NetworkRuleForm.all.first(where: { Set($0.keys) == Set(given) }) else {
            refuse(row, given)
            return nil
        }
        let (least, most) = (form.least.flatMap { values[$0] }, form.most.flatMap { values[$0] })
        if let least, let most, most < least {
            row.refuse(
                form.most,
                .invalid(
                    "the largest figure is below the smallest", remedy: "write at least the smallest one"))
            return nil
        }
        return NetworkFigure(form.id, minimum: least, maximum: most)
    }

    /// Says what is wrong with keys that are those of no rule: one more is needed, or there are too many or none.
    private func refuse(_ row: RowReader, _ given: [String]) {
        let larger = NetworkRuleForm.all.first { !given.isEmpty && Set($0.keys).isSuperset(of: given) }
        if let missing = larger?.keys.first(where: { !given.contains($0) }) {
            return row.refuse(given.first, .missingKey(missing))
        }
        row.refuse(
            nil,
            .invalid(
                "a row has \(given.count) figures",
                remedy: "give it those of one rule: \(Self.figureKeys.joined(separator: ", "))"))
    }
}
