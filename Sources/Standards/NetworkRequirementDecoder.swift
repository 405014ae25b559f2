internal import StrictYAML

/// Reads what a standard asks of the walking network.
struct NetworkRequirementDecoder {
    let document: String

    private static let keys = [
        "id", "title", "title_en", "station_radius_m", "min_density_km_per_km2", "min_junction_spacing_m",
        "max_junction_spacing_m", "max_street_block_ha", "max_closed_side_m", "binding", "note", "citation",
    ]

    func decode(_ node: YAMLNode?) throws(YAMLError) -> [NetworkRequirement] {
        var ids = UniqueNames(what: "network requirement")
        var requirements: [NetworkRequirement] = []
        for element in try node?.sequence() ?? [] {
            let row = try element.mapping(keys: Self.keys)
            try ids.enter(row.required("id"))
            requirements.append(try requirement(from: row))
        }
        return requirements
    }

    private func requirement(from row: YAMLMapping) throws(YAMLError) -> NetworkRequirement {
        let radius = try row.optional("station_radius_m")?.positiveNumber()
        return NetworkRequirement(
            id: try row.required("id").string(), title: try row.required("title").string(),
            titleEn: try row.required("title_en").string(),
            scope: radius.map { .stationBand(metres: $0) } ?? .general, figure: try figure(from: row),
            binding: try row.optional("binding")?.oneOf(IndicatorBinding.self),
            note: try row.optional("note")?.bilingualText(),
            citation: try row.required("citation").citation(document: document))
    }

    /// The one figure of a row, so that each verdict has one citation.
    private func figure(from row: YAMLMapping) throws(YAMLError) -> NetworkFigure {
        var figures: [NetworkFigure] = []
        if let density = try row.optional("min_density_km_per_km2")?.positiveNumber() {
            figures.append(.density(minimum: density))
        }
        if let spacing = try spacing(from: row) { figures.append(spacing) }
        if let area = try row.optional("max_street_block_ha")?.positiveNumber() {
            figures.append(.streetBlock(maximumHectares: area))
        }
        if let side = try row.optional("max_closed_side_m")?.positiveNumber() {
            figures.append(.closedSide(maximum: side))
        }
        guard figures.count == 1 else {
            throw row.node.failure(
                .invalid(
                    "a row has \(figures.count) figures",
                    remedy: "give it one: a density, a junction spacing, a street block or a closed side"))
        }
        return figures[0]
    }

    private func spacing(from row: YAMLMapping) throws(YAMLError) -> NetworkFigure? {
        let minimum = row.optional("min_junction_spacing_m")
        guard let maximum = row.optional("max_junction_spacing_m") else {
            if let minimum { throw minimum.failure(.missingKey("max_junction_spacing_m")) }
            return nil
        }
        let (least, most) = (try minimum?.positiveNumber(), try maximum.positiveNumber())
        guard least ?? 0 <= most else {
            throw maximum.failure(
                .invalid(
                    "the largest spacing is below the smallest", remedy: "write at least the smallest spacing"
                ))
        }
        return .junctionSpacing(minimum: least, maximum: most)
    }
}
