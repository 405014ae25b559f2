/// Reads vector files of the formats planners exchange.
///
/// GeoJSON, GeoPackage, ESRI Shapefile, FlatGeobuf, KML, DXF and file geodatabases are read through GDAL, delimited
/// text (`.csv`, `.tsv`, `.txt`) by a reader of our own, and sheets of workbooks (`.xlsx`) as such text would be. Shapes are planar: Z and M are dropped with a note,
/// curves become chains. A file is opened for reading only and nothing is made beside it; a GeoPackage whose
/// `-wal` holds changes is read from a temporary copy. A source that begins with `PG:` is a table of a PostGIS
/// database, read in a session that cannot write.
public enum FeatureReader {
    /// Everything in one layer.
    ///
    /// Nothing is left out silently: a feature without a usable shape comes with its defect, one without all
    /// of its rings with its mend, and a file that breaks off is an error.
    /// - Throws: `VectorFileError` when the file is missing, not a file, not readable, of no known format,
    ///   damaged, or when the layer or the coordinate columns cannot be found.
    public static func read(_ source: VectorSource) throws(VectorFileError) -> FeatureTable {
        var checks = FileChecks()
        return try read(source, checks: &checks)
    }

    /// Everything in one layer of a run's inputs, whose files are looked through for damage once.
    ///
    /// - Parameter checks: What the run has found sound so far.
    /// - Throws: `VectorFileError` as reading a single layer does.
    public static func read(
        _ source: VectorSource, checks: inout FileChecks
    ) throws(VectorFileError) -> FeatureTable {
        try read(source, checks: &checks, readsColumns: true)
    }

    /// Those features of a layer that `filter` keeps; of the others only the number is known, and no memory taken.
    ///
    /// - Throws: `VectorFileError` as reading the whole layer does.
    public static func read(
        _ source: VectorSource, keeping filter: RowFilter
    ) throws(VectorFileError) -> FeatureTable {
        let file = try InputFile(source.path)
        let messages = GDALMessages()
        return try messages.collecting { () throws(VectorFileError) -> FeatureTable in
            var checks = FileChecks()
            return try LayerReader(
                file, source: source, messages: messages, checks: &checks, readsColumns: false, filter: filter
            ).table(&checks)
        }
    }

    /// - Parameter readsColumns: Whether batches of columns are tried before rows, which give the same.
    static func read(
        _ source: VectorSource, checks: inout FileChecks, readsColumns: Bool
    ) throws(VectorFileError) -> FeatureTable {
        if source.isDatabase {
            return try database(source) { database throws(VectorFileError) in try database.table() }
        }
        let file = try InputFile(source.path)
        if DelimitedFile.isDelimited(file) {
            return try DelimitedFile(file).table(source)
        }
        let messages = GDALMessages()
        return try messages.collecting { () throws(VectorFileError) -> FeatureTable in
            if WorkbookFile.isWorkbook(file) {
                return try WorkbookFile(file, messages: messages).table(source)
            }
            if DrawingFile.isDrawing(file) { return try drawing(file, source, messages) }
            return try LayerReader(
                file, source: source, messages: messages, checks: &checks, readsColumns: readsColumns
            ).table(&checks)
        }
    }

    /// The names of all layers, in file order, those without shapes included.
    ///
    /// - Throws: `VectorFileError` as `read` does.
    public static func layerNames(_ path: String) throws(VectorFileError) -> [String] {
        let source = VectorSource(path: path)
        if source.isDatabase {
            return try database(source) { database throws(VectorFileError) in database.names }
        }
        let file = try InputFile(path)
        if DelimitedFile.isDelimited(file) { return [file.stem] }
        let messages = GDALMessages()
        return try messages.collecting { () throws(VectorFileError) -> [String] in
            if WorkbookFile.isWorkbook(file) {
                return try WorkbookFile(file, messages: messages).sheets().map(\.name)
            }
            if DrawingFile.isDrawing(file) { return try drawnLayers(file, messages) }
            return try GDALDataset(file, messages: messages).layers.map(\.name)
        }
    }

    /// Gives `body` every row of a table of a database as the server writes it, always in the same order.
    ///
    /// - Throws: `VectorFileError` as `read` does.
    public static func forEachRow(
        of source: VectorSource, _ body: (String) -> Void
    ) throws(VectorFileError) {
        try database(source) { database throws(VectorFileError) in try database.forEachRow(body) }
    }

    private static func database<Result>(
        _ source: VectorSource, _ body: (DatabaseReader) throws(VectorFileError) -> Result
    ) throws(VectorFileError) -> Result {
        let messages = GDALMessages()
        return try messages.collecting { () throws(VectorFileError) -> Result in
            try body(try DatabaseReader(source, messages: messages))
        }
    }

    private static func drawing(
        _ file: InputFile, _ source: VectorSource, _ messages: GDALMessages
    ) throws(VectorFileError) -> FeatureTable {
        let drawing = try DrawingFile(file)
        return try drawing.table(try entities(of: drawing, file, source, messages), source, messages)
    }

    private static func drawnLayers(
        _ file: InputFile, _ messages: GDALMessages
    ) throws(VectorFileError) -> [String] {
        let source = VectorSource(path: file.path)
        return DrawingLayers(try entities(of: try DrawingFile(file), file, source, messages)).names
    }

    /// Everything in a drawing, whatever layer it is drawn on.
    private static func entities(
        of drawing: DrawingFile, _ file: InputFile, _ source: VectorSource, _ messages: GDALMessages
    ) throws(VectorFileError) -> FeatureTable {
        var whole = source
        whole.layer = nil
        var checks = FileChecks()
        return try drawing.opening { () throws(VectorFileError) -> FeatureTable in
            try LayerReader(file, source: whole, messages: messages, checks: &checks).table()
        }
    }
}
