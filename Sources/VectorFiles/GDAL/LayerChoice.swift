/// Which layer of a dataset to read.
struct LayerChoice {
    /// The file, for messages.
    let path: String
    let wanted: String?

    /// The layer of the wanted name, or the only one with shapes, or the only one.
    ///
    /// Tables without shapes do not count beside one with: programs keep styles and notes in them.
    func layer(in dataset: GDALDataset) throws(VectorFileError) -> GDALLayer {
        let layers = dataset.layers
        if let wanted { return try named(wanted, in: layers) }
        let spatial = layers.filter(\.isSpatial)
        let candidates = spatial.isEmpty ? layers : spatial
        guard let first = candidates.first else {
            // GDAL opens even four bytes of FlatGeobuf, a format that always has its one layer.
            let isBroken = dataset.driver == "FlatGeobuf"
            throw VectorFileError(
                problem: isBroken ? .damaged : .noLayer, path: path, detail: "the file has no layer")
        }
        guard candidates.count == 1 else {
            let names = candidates.map(\.name)
            throw VectorFileError(
                problem: .severalLayers(available: names), path: path,
                detail: "name one of: \(names.joined(separator: ", "))")
        }
        return first
    }

    private func named(_ name: String, in layers: [GDALLayer]) throws(VectorFileError) -> GDALLayer {
        if let layer = layers.first(where: { $0.name == name }) { return layer }
        let names = layers.map(\.name)
        throw VectorFileError(
            problem: .noSuchLayer(available: names), path: path, place: "layer \(name)",
            detail: "the file has: \(names.joined(separator: ", "))")
    }
}
