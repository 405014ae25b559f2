public import StrictYAML

/// Reads a standard from YAML, strictly: what is not understood is an error, never left out.
public enum StandardDecoder {
    /// The standard a text holds, its requirements' kinds looked up in `catalogue`.
    ///
    /// - Parameters:
    ///   - text: A table as in `Tables/suzhou-2021.yaml`.
    ///   - file: The name that errors give.
    ///   - catalogue: The kinds that requirements may name.
    /// - Throws: `StandardError.yaml` with line and column: unknown, missing or doubled keys, wrong types,
    ///   doubled ids or circles, kinds not in the catalogue, limits that are not positive, a lenient limit
    ///   below the strict one, circles and requirements that are named and not defined.
    public static func decode(
        text: String, file: String, catalogue: FacilityKindCatalogue = .bundled
    ) throws(StandardError) -> FacilityStandard {
        let (standard, faults) = read(text: text, file: file, catalogue: catalogue)
        return try TableText.sound(standard, faults)
    }

    /// The standard a text holds, if it is sound, and every fault that `decode` would refuse it for, in the
    /// order they were met.
    public static func read(
        text: String, file: String, catalogue: FacilityKindCatalogue = .bundled
    ) -> (standard: FacilityStandard?, faults: [YAMLError]) {
        let (standard, faults) = TableText(text: text, file: file, keys: keys).read {
            StandardReader(root: $0, faults: $0.faults, catalogue: catalogue).standard()
        }
        return (standard, faults)
    }

    private static let keys = [
        "circles", "requirements", "network", "bundles", "units", "guidance", "neighbouring_provision",
        "discrepancies",
    ]
}

/// Reads the sections of a standard.
private struct StandardReader {
    let root: RowReader
    let faults: FaultList
    let catalogue: FacilityKindCatalogue

    func standard() -> FacilityStandard? {
        let head = DocumentHead(root)
        let document = head?.source.title ?? ""
        let circles = circles(document: document)
        let rows = RequirementDecoder(
            catalogue: catalogue, circles: circles.map { Set($0.map(\.tier)) }, document: document,
            faults: faults)
        let requirements = root.required("requirements") { $0 }.map { rows.decode($0) } ?? []
        let network = NetworkRequirementDecoder(document: document, faults: faults)
            .decode(root.row.optional("network"))
        let further = FurtherSections(root: root, document: document, catalogue: catalogue)
        let bundles = further.bundles()
        let (units, guidance) = (further.units(), further.guidance())
        let neighbours = further.neighbouringProvision()
        let discrepancies = root.discrepancies(document: document)
        guard faults.faults.isEmpty, let head, let circles else { return nil }
        return FacilityStandard(
            id: head.id, version: head.version, title: head.title, titleEn: head.titleEn,
            source: head.source, draft: head.draft,
            circles: circles, requirements: requirements, network: network, bundles: bundles, units: units,
            guidance: guidance, neighbouringProvision: neighbours, discrepancies: discrepancies)
    }

    /// The circles, or `nil` when one of them could not be read.
    private func circles(document: String) -> [LifeCircle]? {
        let keys = ["id", "population", "population_max", "strict_m", "lenient_m", "citation"]
        let before = faults.faults.count
        let node = root.required("circles") { $0 }
        let circles = faults.rows(of: node, what: "circle", keys: keys) { row -> LifeCircle? in
            let tier = row.required("id") { node throws(YAMLError) in try node.oneOf(LifeCircleTier.self) }
            let (fewest, most) = (row.count("population"), row.count("population_max"))
            if let most, most < fewest ?? .max {
                row.refuse(
                    "population_max",
                    .invalid("the greatest population is below the least", remedy: "correct one of them"))
            }
            let limits = WalkLimits(row, strict: "strict_m", lenient: "lenient_m")
            let citation = row.citation(document: document)
            guard let tier, let limits, let citation else { return nil }
            return LifeCircle(
                tier: tier, population: fewest, populationMaximum: most,
                strictMetres: limits.strictMetres, lenientMetres: limits.lenientMetres, citation: citation)
        }
        return faults.faults.count == before ? circles : nil
    }
}

extension RowReader {
    /// The document a table is taken from.
    func source() -> FacilityStandard.Source? {
        guard let node = required("source", { $0 }),
            let source = faults.mapping(node, keys: ["title", "year"])
        else { return nil }
        let title = source.text("title")
        let year = source.required("year") { node throws(YAMLError) in try node.integer() }
        guard let title, let year else { return nil }
        return FacilityStandard.Source(title: title, year: year)
    }

    /// Where the document contradicts itself.
    func discrepancies(document: String) -> [Discrepancy] {
        let keys = ["id", "text", "citation"]
        let node = row.optional("discrepancies")
        return faults.rows(of: node, what: "discrepancy", keys: keys) { row -> Discrepancy? in
            let id = row.text("id")
            let text = row.required("text") { node throws(YAMLError) in try node.bilingualText() }
            let citation = row.citation(document: document)
            guard let id, let text, let citation else { return nil }
            return Discrepancy(id: id, text: text, citation: citation)
        }
    }
}
