internal import CGDAL

/// Reads one layer through GDAL, inside the scope of its messages.
struct LayerReader {
    private let file: InputFile
    private let source: VectorSource
    private let messages: GDALMessages
    private let layer: GDALLayer
    /// The encoding GDAL itself decodes from; nil when the bytes come as they are in the file.
    private let convertedEncoding: String?

    init(_ file: InputFile, source: VectorSource, messages: GDALMessages) throws(VectorFileError) {
        self.file = file
        self.source = source
        self.messages = messages
        try ShapefileParts(file)?.check()
        let dataset = try GDALDataset(file, messages: messages)
        try dataset.checkIntegrity(file, messages)
        let opened = try LayerChoice(file: file, wanted: source.layer).layer(in: dataset)
        convertedEncoding = ShapefileParts.encodingToTrust(of: opened)
        guard opened.dataset.driver == "ESRI Shapefile", convertedEncoding == nil else {
            layer = opened
            return
        }
        let raw = try GDALDataset(file, messages: messages, options: ["ENCODING="])
        layer = try LayerChoice(file: file, wanted: source.layer).layer(in: raw)
    }

    /// Reads everything, as UTF-8 if all of it is, else as GB18030.
    func table() throws(VectorFileError) -> FeatureTable {
        if let table = try table(.utf8) { return table }
        if let table = try table(.gb18030) { return table }
        throw damage("the text of an attribute is neither UTF-8 nor GB18030")
    }

    private func table(_ encoding: TextEncoding) throws(VectorFileError) -> FeatureTable? {
        guard let fields = FieldReader(layer, encoding: encoding) else { return nil }
        guard let features = try features(fields) else { return nil }
        try checkComplete(features.count)
        return FeatureTable(
            source: source, driver: layer.dataset.driver, layer: layer.name, fields: fields.names,
            features: features, reference: try reference(),
            textEncoding: convertedEncoding ?? encoding.rawValue, notes: messages.notes)
    }

    private func features(_ fields: FieldReader) throws(VectorFileError) -> [Feature]? {
        var features: [Feature] = []
        var geometry = GeometryReader()
        OGR_L_ResetReading(layer.handle)
        while let next = OGR_L_GetNextFeature(layer.handle) {
            defer { OGR_F_Destroy(next) }
            guard let values = fields.values(next) else { return nil }
            features.append(feature(features.count + 1, next, values, &geometry))
        }
        if geometry.droppedHeights { messages.note("heights and measures (Z, M) were left out") }
        return features
    }

    private func feature(
        _ number: Int, _ handle: OGRFeatureH, _ values: [FieldValue], _ geometry: inout GeometryReader
    ) -> Feature {
        do {
            let shape = try geometry.shape(OGR_F_GetGeometryRef(handle))
            return Feature(number: number, shape: shape, values: values)
        } catch {
            return Feature(number: number, defect: error, values: values)
        }
    }

    private func checkComplete(_ count: Int) throws(VectorFileError) {
        guard messages.failures.isEmpty else {
            throw damage(messages.failureText(otherwise: ""), after: count)
        }
        if let stated = layer.statedCount, stated != count {
            throw damage("the file states \(stated) features", after: count)
        }
    }

    private func damage(_ detail: String, after count: Int? = nil) -> VectorFileError {
        let place = count.map { "layer \(layer.name), after feature \($0)" } ?? "layer \(layer.name)"
        return VectorFileError(problem: .damaged, path: file.path, place: place, detail: detail)
    }

    private func reference() throws(VectorFileError) -> LayerReference {
        guard layer.dataset.driver == "GeoJSON" else { return layer.declaredReference ?? .none }
        // GDAL gives GeoJSON without a system the same answer as GeoJSON that names WGS 84.
        switch GeoJSONReference.scan(try file.contents()) {
        case .absent: return .impliedLongitudeLatitude
        case .null: return .none
        case .declared: return layer.declaredReference ?? .none
        }
    }
}
