internal import StrictYAML

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
    ///   below the strict one, circles that are not defined.
    public static func decode(
        text: String, file: String, catalogue: FacilityKindCatalogue = .bundled
    ) throws(StandardError) -> FacilityStandard {
        do throws(YAMLError) {
            return try standard(from: YAMLNode(parsing: text, file: file), catalogue: catalogue)
        } catch {
            throw .yaml(error)
        }
    }

    private static let keys = [
        "id", "version", "title", "title_en", "source", "draft", "circles", "requirements", "network",
        "discrepancies",
    ]

    private static func standard(
        from node: YAMLNode, catalogue: FacilityKindCatalogue
    ) throws(YAMLError) -> FacilityStandard {
        let root = try node.mapping(keys: keys)
        let source = try source(from: root.required("source"))
        let circles = try circles(from: root.required("circles"), document: source.title)
        let requirements = RequirementDecoder(
            catalogue: catalogue, circles: Set(circles.map(\.tier)), document: source.title)
        return FacilityStandard(
            id: try root.required("id").string(), version: try root.required("version").string(),
            title: try root.required("title").string(), titleEn: try root.required("title_en").string(),
            source: source, draft: try root.required("draft").boolean(), circles: circles,
            requirements: try requirements.decode(root.required("requirements")),
            network: try NetworkRequirementDecoder(document: source.title).decode(root.optional("network")),
            discrepancies: try discrepancies(from: root.optional("discrepancies"), document: source.title))
    }

    private static func source(from node: YAMLNode) throws(YAMLError) -> FacilityStandard.Source {
        let mapping = try node.mapping(keys: ["title", "year"])
        return FacilityStandard.Source(
            title: try mapping.required("title").string(), year: try mapping.required("year").integer())
    }

    private static func circles(from node: YAMLNode, document: String) throws(YAMLError) -> [LifeCircle] {
        var ids = UniqueNames(what: "circle")
        var circles: [LifeCircle] = []
        for element in try node.sequence() {
            let mapping = try element.mapping(keys: ["id", "population", "strict_m", "lenient_m", "citation"])
            try ids.enter(mapping.required("id"))
            circles.append(try circle(from: mapping, document: document))
        }
        return circles
    }

    private static func circle(from mapping: YAMLMapping, document: String) throws(YAMLError) -> LifeCircle {
        let strict = try mapping.required("strict_m").positiveNumber()
        let lenientNode = try mapping.required("lenient_m")
        let lenient = try lenientNode.positiveNumber()
        guard strict <= lenient else {
            throw lenientNode.failure(
                .invalid(
                    "the lenient limit is below the strict one", remedy: "write at least the strict limit"))
        }
        return LifeCircle(
            tier: try mapping.required("id").oneOf(LifeCircleTier.self),
            population: try mapping.required("population").positiveInteger(),
            strictMetres: strict, lenientMetres: lenient,
            citation: try mapping.required("citation").citation(document: document))
    }

    private static func discrepancies(
        from node: YAMLNode?, document: String
    ) throws(YAMLError) -> [Discrepancy] {
        var ids = UniqueNames(what: "discrepancy")
        var discrepancies: [Discrepancy] = []
        for element in try node?.sequence() ?? [] {
            let mapping = try element.mapping(keys: ["id", "text", "citation"])
            discrepancies.append(
                Discrepancy(
                    id: try ids.enter(mapping.required("id")),
                    text: try mapping.required("text").bilingualText(),
                    citation: try mapping.required("citation").citation(document: document)))
        }
        return discrepancies
    }
}
