internal import CGDAL

/// The owner of the rows that a query gave.
final class DatabaseRows {
    /// The rows as a layer.
    let layer: GDALLayer
    private let dataset: GDALDataset

    /// Nil when the server refuses the query.
    init?(_ query: String, _ dataset: GDALDataset) {
        guard let handle = GDALDatasetExecuteSQL(dataset.handle, query, nil, nil) else { return nil }
        self.dataset = dataset
        layer = GDALLayer(handle: handle, dataset: dataset)
    }

    deinit { GDALDatasetReleaseResultSet(dataset.handle, layer.handle) }

    /// All rows, with the shapes of the column called `shapes`.
    func features(_ fields: FieldReader, shapes: String?, _ messages: GDALMessages) -> [Feature] {
        var features: [Feature] = []
        var geometry = GeometryReader()
        let definition = OGR_L_GetLayerDefn(layer.handle)
        let place = shapes.map { OGR_FD_GetGeomFieldIndex(definition, $0) } ?? -1
        OGR_L_ResetReading(layer.handle)
        while let row = OGR_L_GetNextFeature(layer.handle) {
            defer { OGR_F_Destroy(row) }
            let number = features.count + 1
            let values = fields.values(row, number: number) ?? []
            do {
                let read = try geometry.shape(OGR_F_GetGeomFieldRef(row, place))
                features.append(Feature(number: number, shape: read.shape, mend: read.mend, values: values))
            } catch {
                features.append(Feature(number: number, defect: error, values: values))
            }
        }
        if geometry.droppedHeights { messages.note("heights and measures (Z, M) were left out") }
        return features
    }

    /// The first column of every row as text.
    func forEachText(_ body: (String) -> Void) {
        OGR_L_ResetReading(layer.handle)
        while let row = OGR_L_GetNextFeature(layer.handle) {
            defer { OGR_F_Destroy(row) }
            body(OGR_F_GetFieldAsString(row, 0).map { String(cString: $0) } ?? "")
        }
    }
}
