internal import CGDAL

/// Reads one layer through GDAL, inside the scope of its messages.
struct LayerReader {
    private let file: InputFile
    private let source: VectorSource
    private let messages: GDALMessages
    private let layer: GDALLayer
    /// The encoding GDAL itself decodes from; nil when the bytes come as they are in the file.
    private let convertedEncoding: String?
    /// Whether batches of columns are tried before rows.
    private let readsColumns: Bool
    /// Which rows are held; nil for all.
    private let filter: RowFilter?
    /// The check of its pages that goes on while it is read, and what the file was when it began.
    private let check: (pages: PageCheck, state: FileChecks.State?)?

    init(
        _ file: InputFile, source: VectorSource, messages: GDALMessages, checks: inout FileChecks,
        readsColumns: Bool = true, filter: RowFilter? = nil
    ) throws(VectorFileError) {
        self.filter = filter
        self.readsColumns = readsColumns
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
        let opened = try Self.layer(of: dataset, file, source, messages)
        let name = opened.name
        if checks.runsBeside, dataset.driver == "GPKG", !dataset.isCopy,
            !checks.knows(file.absolutePath, table: name)
        {
            let state = FileChecks.state(of: file.absolutePath, table: name)
            check = (PageCheck(file, table: name), state)
            (layer, convertedEncoding) = (opened, nil)
            return
        }
        check = nil
        // Changes that wait beside a file do not show in it.
        var once = dataset.isCopy ? FileChecks() : checks
        try once.once(file.absolutePath, table: name) { () throws(VectorFileError) in
            try dataset.checkIntegrity(file, table: name, messages)
        }
        if !dataset.isCopy { checks = once }
        convertedEncoding = ShapefileParts.encodingToTrust(of: opened)
        guard opened.dataset.driver == "ESRI Shapefile", convertedEncoding == nil else {
            layer = opened
            return
        }
        let raw = try GDALDataset(file, messages: messages, options: ["ENCODING="])
        layer = try LayerChoice(path: file.path, wanted: source.layer).layer(in: raw)
    }

    /// The layer that is wanted; that there is none is told of sound files alone.
    private static func layer(
        of dataset: GDALDataset, _ file: InputFile, _ source: VectorSource, _ messages: GDALMessages
    ) throws(VectorFileError) -> GDALLayer {
        do { return try LayerChoice(path: file.path, wanted: source.layer).layer(in: dataset) } catch {
            try dataset.checkIntegrity(file, messages)
            throw error
        }
    }

    /// Reads everything once it is known to be sound, which `checks` then knows as well.
    func table(_ checks: inout FileChecks) throws(VectorFileError) -> FeatureTable {
        guard let check else { return try table() }
        let read = Result { () throws(VectorFileError) in try table() }
        try check.pages.finish(layer.dataset, messages)
        checks.insert(check.state)
        return try read.get()
    }

    /// Reads everything, as UTF-8; a table of a shapefile as GB18030 when it is that and not UTF-8.
    ///
    /// Text that is neither is taken as UTF-8 with U+FFFD in that value and a note. All formats but the
    /// shapefile are UTF-8 by definition.
    func table() throws(VectorFileError) -> FeatureTable {
        let defect = try ReferenceCheck(layer: layer, file: file, messages: messages).defect()
        let reference = defect ?? reference
        if let table = try table(.utf8, reference) { return table }
        let mayBeChinese = layer.dataset.driver == "ESRI Shapefile" && convertedEncoding == nil
        if mayBeChinese, let table = try table(.gb18030, reference) { return table }
        if let table = try table(.utf8, reference, repairs: messages) { return table }
        throw damage("the text of an attribute cannot be read")
    }

    private func table(
        _ encoding: TextEncoding, _ reference: LayerReference, repairs: GDALMessages? = nil
    ) throws(VectorFileError) -> FeatureTable? {
        guard let fields = FieldReader(layer, encoding: encoding, repairs: repairs) else { return nil }
        guard let (features, total, failed) = features(fields) else { return nil }
        try checkComplete(total, failed: failed)
        for note in CutTexts(layer: layer).notes(messages) { messages.note(note) }
        return FeatureTable(
            source: source, driver: layer.dataset.driver, layer: layer.name, fields: fields.names,
            features: features, reference: reference,
            textEncoding: convertedEncoding ?? encoding.rawValue, notes: messages.notes,
            total: total)
    }

    /// What is held, how many there were, and the number of the first feature that GDAL complained of.
    private func features(_ fields: FieldReader) -> (features: Features, total: Int, failed: Int?)? {
        if readsColumns, fields.encoding == .utf8, let read = columns(fields.names) {
            return (Features(read), read.count, nil)
        }
        var features: [Feature] = []
        var total = 0
        var failed: Int?
        var geometry = GeometryReader()
        OGR_L_ResetReading(layer.handle)
        while let next = OGR_L_GetNextFeature(layer.handle) {
            defer { OGR_F_Destroy(next) }
            total += 1
            guard let values = fields.values(next, number: total) else { return nil }
            if filter?.keeps(values, of: fields.names) ?? true {
                features.append(geometry.feature(total, OGR_F_GetGeometryRef(next), values))
            }
            if failed == nil, !messages.failures.isEmpty { failed = total }
            if let check, check.pages.hasFoundDamage { break }
        }
        if geometry.droppedHeights { messages.note(Self.droppedHeights) }
        return (Features(features), total, failed)
    }

    private static let droppedHeights = "heights and measures (Z, M) were left out"

    /// The table by way of columns; nil when there was anything to say about it.
    private func columns(_ fields: [String]) -> FeatureColumns? {
        let read = messages.quietly {
            ColumnReader(layer: layer, fields: fields, check: check?.pages).columns()
        }
        if read?.droppedHeights == true { messages.note(Self.droppedHeights) }
        return read?.columns
    }

    private func checkComplete(_ count: Int, failed: Int?) throws(VectorFileError) {
        if let failed { throw damage(messages.failureText(otherwise: ""), "feature \(failed)") }
        guard messages.failures.isEmpty else {
            throw damage(messages.failureText(otherwise: ""), "after feature \(count)")
        }
        guard let stated = layer.statedCount, stated != count else { return }
        if let reason = try harmlessDifference(stated: stated, read: count) {
            messages.note(reason)
        } else {
            throw damage("the file states \(stated) features", "after feature \(count)")
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

    private func damage(_ detail: String, _ part: String? = nil) -> VectorFileError {
        let place = part.map { "layer \(layer.name), \($0)" } ?? "layer \(layer.name)"
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
