internal import StrictYAML

/// Reads a catalogue of kinds from YAML.
public enum FacilityKindDecoder {
    /// The catalogue a text holds.
    ///
    /// - Throws: `StandardError.yaml`, with line and column, for what is not a catalogue and for a name that
    ///   would mean two kinds.
    public static func decode(text: String, file: String) throws(StandardError) -> FacilityKindCatalogue {
        do throws(YAMLError) {
            let root = try YAMLNode(parsing: text, file: file).mapping(keys: ["kinds"])
            var names = NameRegister()
            var kinds: [FacilityKind] = []
            for node in try root.required("kinds").sequence() {
                kinds.append(try kind(from: node, names: &names))
            }
            return FacilityKindCatalogue(kinds: kinds)
        } catch {
            throw .yaml(error)
        }
    }

    private static func kind(from node: YAMLNode, names: inout NameRegister) throws(YAMLError) -> FacilityKind
    {
        let mapping = try node.mapping(keys: ["id", "title", "title_en", "aliases", "open_space"])
        let id = try mapping.required("id").string()
        var aliases: [String] = []
        for key in ["id", "title", "title_en"] { try names.enter(try mapping.required(key), of: id) }
        for alias in try mapping.optional("aliases")?.sequence() ?? [] {
            try names.enter(alias, of: id)
            aliases.append(try alias.string())
        }
        return FacilityKind(
            id: id, title: try mapping.required("title").string(),
            titleEn: try mapping.required("title_en").string(), aliases: aliases,
            isOpenSpace: try mapping.optional("open_space")?.boolean() ?? false)
    }
}

/// The folded names met so far and whose they are.
private struct NameRegister {
    private var owners: [String: FacilityKind.ID] = [:]

    mutating func enter(_ node: YAMLNode, of id: FacilityKind.ID) throws(YAMLError) {
        let name = try node.string()
        guard let folded = NameFolding.folded(name) else {
            throw node.failure(
                .invalid("'\(name.prefix(40))' is no name", remedy: "write 1 to 200 visible characters"))
        }
        if let owner = owners.updateValue(id, forKey: folded), owner != id {
            throw node.failure(
                .invalid("'\(name)' already means '\(owner)'", remedy: "keep the name with one kind"))
        }
    }
}
