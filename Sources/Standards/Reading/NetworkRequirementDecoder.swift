internal import StrictYAML

/// Reads what a standard asks of the walking network.
struct NetworkRequirementDecoder {
    let document: String
    let faults: FaultList

    private static let keys = [
        "id", "title", "title_en", "station_radius_m", "min_density_km_per_km2", "min_junction_spacing_m",
        "max_junction_spacing_m", "max_street_block_ha", "max_closed_side_m", "binding", "note", "citation",
    ]

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

    /// The one figure of a row, so that each verdict has one citation.
    private func figure(from row: RowReader) -> NetworkFigure? {
        let before = row.faults.faults.count
        let figures = [
            row.figure("min_density_km_per_km2").map { NetworkFigure.density(minimum: $0) },
            spacing(from: row),
            row.figure("max_street_block_ha").map { .streetBlock(maximumHectares: $0) },
            row.figure("max_closed_side_m").map { .closedSide(maximum: $0) },
        ].compactMap { $0 }
        guard row.faults.faults.count == before else { return nil }
        guard figures.count == 1 else {
            row.refuse(
                nil,
                .invalid(
                    "a row has \(figures.count) figures",
                    remedy: "give it one: a density, a junction spacing, a street block or a closed side"))
            return nil
        }
        return figures[0]
    }

    private func spacing(from row: RowReader) -> NetworkFigure? {
        guard row.row.optional("max_junction_spacing_m") != nil else {
            if row.row.optional("min_junction_spacing_m") != nil {
                row.refuse("min_junction_spacing_m", .missingKey("max_junction_spacing_m"))
            }
            return nil
        }
        let (least, most) = (row.figure("min_junction_spacing_m"), row.figure("max_junction_spacing_m"))
        guard let most else { return nil }
        guard least ?? 0 <= most else {
            row.refuse(
                "max_junction_spacing_m",
                .invalid(
                    "the largest spacing is below the smallest", remedy: "write at least the smallest spacing"
                ))
            return nil
        }
        return .junctionSpacing(minimum: least, maximum: most)
    }
}
