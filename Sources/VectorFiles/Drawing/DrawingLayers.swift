/// The layers that people draw on, which GDAL gives as an attribute of one layer with everything in it.
struct DrawingLayers {
    /// The name by which all layers together are asked for: the section of a drawing they stand in.
    static let all = "entities"

    private let table: FeatureTable
    private let layerField: Int?
    private let paperField: Int?

    init(_ table: FeatureTable) {
        self.table = table
        layerField = table.fieldIndex("Layer")
        paperField = table.fieldIndex("PaperSpace")
    }

    /// The names of the layers with anything drawn on the ground, in the order of the file.
    var names: [String] {
        var seen: Set<String> = []
        return table.features.filter { !isOnPaper($0) }.map(layer).filter { seen.insert($0).inserted }
    }

    /// The features of one layer, or of all.
    func features(of name: String?) -> [Feature] {
        table.features.filter { name == nil || layer($0) == name }.map { feature in
            guard isOnPaper(feature) else { return feature }
            return Feature(
                number: feature.number, defect: .unsupported(type: "PaperSpace"), values: feature.values)
        }
    }

    private func layer(_ feature: Feature) -> String {
        layerField.flatMap { feature.value($0).text } ?? ""
    }

    private func isOnPaper(_ feature: Feature) -> Bool {
        paperField.map { feature.value($0) == .integer(1) } ?? false
    }
}
