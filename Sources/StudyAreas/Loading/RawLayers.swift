import VectorFiles

/// The input's features as they stand in the files: the first step of loading.
public struct RawLayers: Sendable {
    let input: StudyAreaInput
    let layers: [RawLayer]

    /// Reads every layer of `input`.
    ///
    /// - Parameters:
    ///   - needed: The roles a command cannot do without, with the option that gives each.
    ///   - threads: With two or more, files are looked through for damage while they are read.
    /// - Throws: `VectorFileError` when a file cannot be read, `StudyAreaError` when a layer is empty or one
    ///   that is needed was not given.
    public init(
        reading input: StudyAreaInput,
        needed: [(role: String, option: String)] = [
            ("blocks", "--blocks"), ("facilities", "--facilities"), ("network", "--network"),
        ],
        threads: Int = 1
    ) throws {
        let given = Set(input.layers.map(\.role))
        for (role, option) in needed where !given.contains(role) {
            throw StudyAreaError(.layerNotGiven(option: option), layer: role)
        }
        self.input = input
        var checks = FileChecks(threads: threads)
        var maps = MapFiles(profile: input.footProfile, layers: input.layers)
        layers = try input.layers.compactMap { role, layer in
            let raw =
                layer.source.isMap
                ? try maps.layer(role, layer)
                : RawLayer(
                    role: role, input: layer, table: try FeatureReader.read(layer.source, checks: &checks))
            guard !raw.table.features.isEmpty else {
                // Few maps have doors and walls everywhere.
                if layer.source.isMap, ["entrances", "barriers", KeptLayer.entrances].contains(role) {
                    return nil
                }
                throw StudyAreaError(.emptyLayer, layer: role, path: layer.source.path)
            }
            return raw
        }
    }

    func layers(_ role: String) -> [RawLayer] { layers.filter { $0.role == role } }
}

/// One layer as read, and what it is for.
struct RawLayer: Sendable {
    let role: String
    let input: LayerInput
    var table: FeatureTable
    /// What reading has to say beyond the table.
    var findings: [Finding] = []
    /// Objects of a map that are no ways.
    var leftOut: [MapLeftOut] = []

    var path: String { input.source.path }
}
