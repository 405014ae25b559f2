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
        let asked = [source.xField, source.yField].compactMap { $0 }
        guard asked.isEmpty else {
            throw VectorFileError(
                problem: .noCoordinates(columns: []), path: file.path,
                detail:
                    "only delimited text has coordinate columns; leave out \(asked.joined(separator: ", "))")
        }
        try ShapefileParts(file)?.check()
        let dataset = try GDALDataset(file, messages: messages)
        try dataset.checkIntegrity(file, messages)
        let opened = try LayerChoice(path: file.path, wanted: source.layer).layer(in: dataset)
        convertedEncoding = ShapefileParts.encodingToTrust(of: opened)
        guard opened.dataset.driver == "ESRI Shapefile", convertedEncoding == nil else {
            layer = opened
            return
        }
        let raw = try GDALDataset(file, messages: messages, options: ["ENCODING="])
        layer = try LayerChoice(path: file.path, wanted: source.layer).layer(in: raw)
    }

    /// Reads everything, as UTF-8; a table of a shapefile as GB18030 when it is that and not UTF-8.
    ///
    /// Text that is neither is taken as UTF-8 with U+FFFD in that value and a note. All formats but the
    /// shapefile are UTF-8 by definition.
    func table() throws(VectorFileError) -> FeatureTable {
        try ReferenceCheck(layer: layer, file: file, messages: messages).check()
        if let table = try table(.utf8) { return table }
        let mayBeChinese = layer.dataset.driver == "ESRI Shapefile" && convertedEncoding == nil
        if mayBeChinese, let table = try table(.gb18030) { return table }
        if let table = try table(.utf8, repairs: messages) { return table }
        throw damage("the text of an attribute cannot be read")
    }

    private func table(
        _ encoding: TextEncoding, repairs: GDALMessages? = nil
    ) throws(VectorFileError) -> FeatureTable? {
        guard let fields = FieldReader(layer, encoding: encoding, repairs: repairs) else { return nil }
        guard let features = features(fields) else { return nil }
        try checkComplete(features.count)
        return FeatureTable(
            source: source, driver: layer.dataset.driver, layer: layer.name, fields: fields.names,
            features: features, reference: reference,
            textEncoding: convertedEncoding ?? encoding.rawValue, notes: messages.notes)
    }

    private func features(_ fields: FieldReader) -> [Feature]? {
        var features: [Feature] = []
        var geometry = GeometryReader()
        OGR_L_ResetReading(layer.handle)
        while let next = OGR_L_GetNextFeature(layer.handle) {
            defer { OGR_F_Destroy(next) }
            let number = features.count + 1
            guard let values = fields.values(next, number: number) else { return nil }
            features.append(feature(number, next, values, &geometry))
        }
        if geometry.droppedHeights { messages.note("heights and measures (Z, M) were left out") }
        return features
    }

    private func feature(
        _ number: Int, _ handle: OGRFeatureH, _ values: [FieldValue], _ geometry: inout GeometryReader
    ) -> Feature {
        do {
            let read = try geometry.shape(OGR_F_GetGeometryRef(handle))
            return Feature(number: number, shape: read.shape, mend: read.mend, values: values)
        } catch {
            return Feature(number: number, defect: error, values: values)
        }
    }

    private func checkComplete(_ count: Int) throws(VectorFileError) {
        guard messages.failures.isEmpty else {
            throw damage(messages.failureText(otherwise: ""), after: count)
        }
        guard let stated = layer.statedCount, stated != count else { return }
        if let reason = try harmlessDifference(stated: stated, read: count) {
            messages.note(reason)
        } else {
            throw damage("the file states \(stated) features", after: count)
        }
    }

    /// Why a sound file may state another number than it has; nil when there is no such reason.
    private func harmlessDifference(stated: Int, read: Int) throws(VectorFileError) -> String? {
        if layer.dataset.driver == "GPKG" {
            // The pages have been checked; the count is a convenience that not every program keeps.
            return "the file states \(stated) features and has \(read)"
        }
        let deleted = try ShapefileParts(file)?.deletedRowCount() ?? 0
        guard deleted > 0, read + deleted == stated else { return nil }
        return "\(deleted) rows are marked as deleted and were left out"
    }

    private func damage(_ detail: String, after count: Int? = nil) -> VectorFileError {
        let place = count.map { "layer \(layer.name), after feature \($0)" } ?? "layer \(layer.name)"
        return VectorFileError(problem: .damaged, path: file.path, place: place, detail: detail)
    }

    private var reference: LayerReference {
        guard layer.dataset.driver == "GeoJSON" else { return layer.declaredReference ?? .none }
        // GDAL gives GeoJSON without a system the same answer as GeoJSON that names WGS 84.
        switch layer.dataset.memberReference {
        case .absent: return .impliedLongitudeLatitude
        case .null: return .none
        case .declared, .link: return layer.declaredReference ?? .none
        }
    }
}
