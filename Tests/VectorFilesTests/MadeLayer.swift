import CGDAL

@testable import VectorFiles

/// A layer to be written with GDAL itself, so that reading is tested on files not of our making.
struct MadeLayer {
    var driver: String
    var name = "places"
    var epsg: CInt? = 4490
    var type: OGRwkbGeometryType = wkbUnknown
    var fields: [(String, OGRFieldType)] = [("name", OFTString), ("count", OFTInteger), ("size", OFTReal)]
    var rows: [(wkt: String?, values: [FieldValue])] = []
    var layerOptions: [String] = []

    struct Failed: Error {
        let step: String
    }

    /// Twenty points in a row with all kinds of attributes, one null among them.
    static func points(_ driver: String, count: Int = 20) -> MadeLayer {
        var layer = MadeLayer(driver: driver, type: wkbPoint)
        if driver == "ESRI Shapefile" { layer.layerOptions = ["ENCODING=UTF-8"] }
        // An index would change the order.
        if driver == "FlatGeobuf" { layer.layerOptions = ["SPATIAL_INDEX=NO"] }
        layer.rows = (0..<count).map { index in
            let size: FieldValue = index == 3 ? .null : .real(Double(index) * 0.5)
            return (
                "POINT (\(120 + Double(index) / 64) 31.25)",
                [.text("居住区\(index)"), .integer(Int64(index)), size]
            )
        }
        return layer
    }

    /// Makes the file, with `others` as further layers.
    func write(to path: String, others: [MadeLayer] = []) throws {
        GDALLibrary.prepare()
        guard let driver = GDALGetDriverByName(driver),
            let dataset = GDALCreate(driver, path, 0, 0, 0, GDT_Unknown, nil)
        else { throw Failed(step: "create \(path)") }
        defer { GDALClose(dataset) }
        for layer in [self] + others { try layer.write(into: dataset) }
    }

    /// Changes a GeoPackage by a statement.
    static func change(_ path: String, _ statement: String) throws {
        GDALLibrary.prepare()
        guard let dataset = GDALOpenEx(path, UInt32(GDAL_OF_VECTOR | GDAL_OF_UPDATE), nil, nil, nil) else {
            throw Failed(step: "open \(path)")
        }
        defer { GDALClose(dataset) }
        GDALDatasetExecuteSQL(dataset, statement, nil, nil).map { GDALDatasetReleaseResultSet(dataset, $0) }
    }

    private func write(into dataset: GDALDatasetH) throws {
        let system = epsg.map { code in
            let system = OSRNewSpatialReference(nil)
            OSRImportFromEPSG(system, code)
            OSRSetAxisMappingStrategy(system, OAMS_TRADITIONAL_GIS_ORDER)
            return system
        }
        defer { if let system { OSRRelease(system) } }
        var options: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
        for option in layerOptions { options = CSLAddString(options, option) }
        defer { CSLDestroy(options) }
        let made = GDALDatasetCreateLayer(dataset, name, system ?? nil, type, options)
        guard let layer = made else { throw Failed(step: "layer \(name)") }
        for (name, kind) in fields {
            let field = OGR_Fld_Create(name, kind)
            OGR_L_CreateField(layer, field, 1)
            OGR_Fld_Destroy(field)
        }
        OGR_L_StartTransaction(layer)
        for row in rows { try write(row, into: layer) }
        OGR_L_CommitTransaction(layer)
    }

    private func write(_ row: (wkt: String?, values: [FieldValue]), into layer: OGRLayerH) throws {
        let feature = OGR_F_Create(OGR_L_GetLayerDefn(layer))
        defer { OGR_F_Destroy(feature) }
        for (index, value) in row.values.enumerated() {
            switch value {
            case .null: OGR_F_SetFieldNull(feature, CInt(index))
            case .integer(let number): OGR_F_SetFieldInteger64(feature, CInt(index), number)
            case .real(let number): OGR_F_SetFieldDouble(feature, CInt(index), number)
            case .text(let text): OGR_F_SetFieldString(feature, CInt(index), text)
            }
        }
        if let wkt = row.wkt { OGR_F_SetGeometryDirectly(feature, try Self.geometry(wkt)) }
        guard OGR_L_CreateFeature(layer, feature) == OGRERR_NONE else { throw Failed(step: "feature") }
    }

    private static func geometry(_ wkt: String) throws -> OGRGeometryH? {
        var geometry: OGRGeometryH?
        try wkt.withCString { start in
            var rest: UnsafeMutablePointer<CChar>? = UnsafeMutablePointer(mutating: start)
            guard OGR_G_CreateFromWkt(&rest, nil, &geometry) == OGRERR_NONE else { throw Failed(step: wkt) }
        }
        return geometry
    }
}
