internal import CGDAL
internal import Geometry

/// A dataset of GDAL that is made, filled with layers and closed, inside the scope of its messages.
struct WrittenDataset {
    let driver: String
    let path: String
    let failure: () -> VectorFileError
    let messages: GDALMessages

    /// Makes the dataset at the path, lets `body` fill it, and closes it.
    ///
    /// - Throws: `failure` when GDAL cannot make or close it, and what `body` throws.
    func fill(_ body: (GDALDatasetH) throws(VectorFileError) -> Void) throws(VectorFileError) {
        guard let driver = GDALGetDriverByName(driver),
            let dataset = GDALCreate(driver, path, 0, 0, 0, GDT_Unknown, nil)
        else { throw failure() }
        do throws(VectorFileError) {
            try body(dataset)
        } catch {
            GDALClose(dataset)
            throw error
        }
        GDALClose(dataset)
        // What goes wrong while closing is told as a message alone.
        guard messages.failures.isEmpty else { throw failure() }
    }

    /// Adds `layer` with columns of these definitions, and every feature with its values as `value` sets them.
    func add(
        _ layer: LayerContent, to dataset: GDALDatasetH, options: [String],
        columns: [OGRFieldDefnH?], text: (String) -> String = { $0 }
    ) throws(VectorFileError) {
        defer { for column in columns { OGR_Fld_Destroy(column) } }
        let type = GeometryMaker.commonType(of: layer.shapes)
        let reference = try OutputReference.make(layer.reference, else: failure)
        defer { OSRDestroySpatialReference(reference) }
        let made = StringList(options).withPointer { options in
            GDALDatasetCreateLayer(
                dataset, layer.name, reference, type,
                UnsafeMutableRawPointer(mutating: UnsafeRawPointer(options))?
                    .assumingMemoryBound(to: UnsafeMutablePointer<CChar>?.self))
        }
        guard let made else { throw failure() }
        for column in columns {
            guard OGR_L_CreateField(made, column, 0) == OGRERR_NONE else { throw failure() }
        }
        for place in 0..<layer.count {
            try add(layer.shape(place), layer.values(place), type, to: made, text: text)
        }
    }

    private func add(
        _ shape: Shape, _ values: [FieldValue], _ type: OGRwkbGeometryType, to layer: OGRLayerH,
        text: (String) -> String
    ) throws(VectorFileError) {
        let feature = OGR_F_Create(OGR_L_GetLayerDefn(layer))
        defer { OGR_F_Destroy(feature) }
        for (place, value) in values.enumerated() {
            switch value {
            case .null: OGR_F_SetFieldNull(feature, CInt(place))
            case .integer(let number): OGR_F_SetFieldInteger64(feature, CInt(place), number)
            case .real(let number): OGR_F_SetFieldDouble(feature, CInt(place), number)
            case .text(let words): OGR_F_SetFieldString(feature, CInt(place), text(words))
            }
        }
        OGR_F_SetGeometryDirectly(feature, GeometryMaker.geometry(shape, as: type))
        guard OGR_L_CreateFeature(layer, feature) == OGRERR_NONE else { throw failure() }
    }
}
