internal import CGDAL

/// GDAL made ready once per process, with everything off that would make a result depend on the machine.
enum GDALLibrary {
    /// The formats that may be opened: anything else in a file's clothing is refused.
    static let drivers = [
        "GeoJSON", "GPKG", "ESRI Shapefile", "FlatGeobuf", "LIBKML", "KML", "OpenFileGDB", "DXF",
    ]

    static func prepare() { _ = isReady }

    private static let isReady: Bool = {
        let settings = [
            // No settings from the user's home, no plugins, no side files of statistics.
            ("GDAL_CONFIG_FILE", "/dev/null"),
            ("GDAL_DRIVER_PATH", "disable"),
            ("GDAL_PAM_ENABLED", "NO"),
            // A damaged shapefile stays as it is.
            ("SHAPE_RESTORE_SHX", "NO"),
            ("SHAPE_ENCODING", nil),
            // Open rings are reported, not mended in passing.
            ("OGR_GEOMETRY_ACCEPT_UNCLOSED_RING", "YES"),
            ("OGR_GEOJSON_ARRAY_AS_STRING", nil),
            // Nothing is fetched: whatever asks for an address is sent to a port that cannot exist.
            ("GDAL_HTTP_PROXY", "127.0.0.1:0"),
            ("GDAL_HTTPS_PROXY", "127.0.0.1:0"),
            ("GDAL_HTTP_MAX_RETRY", "0"),
            ("PROJ_NETWORK", "OFF"),
            ("CPL_DEBUG", "OFF"),
            ("CPL_LOG", nil),
            ("LIBKML_USE_DOC.KML", nil),
            // A GeoPackage says when it was written; the same content is to be the same bytes.
            ("OGR_CURRENT_DATE", "2000-01-01T00:00:00.000Z"),
            // Messages come to the thread that reads, so no other one may read ahead.
            ("OGR_GPKG_NUM_THREADS", "1"),
            // Tables without shapes are no layers.
            ("PG_LIST_ALL_TABLES", "NO"),
            // What a drawing inserts several times stands where it is inserted, piece by piece, so that a piece
            // of another kind does not take the others along.
            ("DXF_INLINE_BLOCKS", "TRUE"),
            ("DXF_MERGE_BLOCK_GEOMETRIES", "FALSE"),
            ("DXF_CLOSED_LINE_AS_POLYGON", "FALSE"),
            // A sheet is read like delimited text: names in the first row, and cells as they are written.
            ("OGR_XLSX_HEADERS", "FORCE"),
            ("OGR_XLSX_FIELD_TYPES", "STRING"),
        ]
        for (key, value) in settings { CPLSetConfigOption(key, value) }
        GDALAllRegister()
        return true
    }()
}
