internal import CGDAL

/// Reads a table of a PostGIS database, inside the scope of GDAL's messages.
///
/// The session is read-only on the server's side. Rows come in the order of the primary key, or of their own text
/// where there is none, because a table has no order of its own.
struct DatabaseReader {
    private let source: VectorSource
    private let messages: GDALMessages
    private let dataset: GDALDataset

    /// - Throws: `badAddress`; `unreachable` when the server does not answer or refuses.
    init(_ source: VectorSource, messages: GDALMessages) throws(VectorFileError) {
        self.source = source
        self.messages = messages
        let asked = [source.xField, source.yField].compactMap { $0 }
        guard asked.isEmpty else {
            throw VectorFileError(
                problem: .noCoordinates(columns: []), path: source.path,
                detail: "a database has shapes; leave out \(asked.joined(separator: ", "))")
        }
        guard let address = source.address, address.strangeWord == nil else {
            throw VectorFileError(
                problem: .badAddress, path: source.path,
                detail: source.address?.strangeWord.map { "\($0) is not known" } ?? "not made of key=value")
        }
        dataset = try GDALDataset(address, path: source.path, messages: messages)
    }

    /// The tables and views with shapes.
    var names: [String] { dataset.layers.map(\.name) }

    /// Everything in the table.
    ///
    /// - Throws: `noSuchLayer` and its like, `notReadable` when the server refuses or breaks off, `damaged` when
    ///   the shapes are in several coordinate systems.
    func table() throws(VectorFileError) -> FeatureTable {
        let layer = try layer()
        let origin = Origin(layer)
        try checkOneReference(origin)
        let rows = try rows("SELECT * FROM \(origin.table) AS t \(order(origin))")
        guard let fields = FieldReader(rows.layer, encoding: .utf8, repairs: messages) else {
            throw failure("the names of columns cannot be read", layer.name)
        }
        let features = rows.features(fields, shapes: origin.column, messages)
        try checkMessages(layer.name)
        return FeatureTable(
            source: source, driver: "PostgreSQL", layer: layer.name, fields: fields.names, features: features,
            reference: layer.declaredReference ?? rows.layer.declaredReference ?? .none, notes: messages.notes
        )
    }

    /// Gives `body` every row of the table as the server writes it, in the order of `table`.
    func forEachRow(_ body: (String) -> Void) throws(VectorFileError) {
        let layer = try layer()
        let origin = Origin(layer)
        try rows("SELECT t::text FROM \(origin.table) AS t \(order(origin))").forEachText(body)
        try checkMessages(layer.name)
    }

    /// A schema in front of a table that needs none may be said or left out.
    private func layer() throws(VectorFileError) -> GDALLayer {
        var wanted = source.layer
        let names = names
        if let asked = wanted, !names.contains(asked) {
            let schema = dataset.firstText("SELECT current_schema()") ?? "public"
            let table = asked.hasPrefix(schema + ".") ? String(asked.dropFirst(schema.count + 1)) : asked
            if names.contains(table) { wanted = table }
        }
        return try LayerChoice(path: source.path, wanted: wanted).layer(in: dataset)
    }

    private func checkOneReference(_ origin: Origin) throws(VectorFileError) {
        guard let column = origin.column.map(Origin.quoted) else { return }
        let list = dataset.firstText(
            "SELECT string_agg(DISTINCT ST_SRID(\(column)::geometry)::text, ', ') FROM \(origin.table)")
        try checkMessages(origin.table)
        guard let list, list.contains(",") else { return }
        throw VectorFileError(
            problem: .damaged, path: source.path, place: "layer \(origin.table)",
            detail: "shapes in several coordinate systems (SRID \(list))")
    }

    private func order(_ origin: Origin) throws(VectorFileError) -> String {
        let name = origin.table.replacing("'", with: "''")
        let key = dataset.firstText(
            """
            SELECT string_agg('t.' || quote_ident(a.attname), ', ' \
            ORDER BY array_position(i.indkey::int2[], a.attnum)) FROM pg_index i JOIN pg_attribute a \
            ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey) \
            WHERE i.indisprimary AND i.indrelid = to_regclass('\(name)')
            """)
        try checkMessages(origin.table)
        guard let key, !key.isEmpty else { return "ORDER BY t::text COLLATE \"C\"" }
        return "ORDER BY \(key)"
    }

    private func rows(_ query: String) throws(VectorFileError) -> DatabaseRows {
        if let rows = DatabaseRows(query, dataset) { return rows }
        throw failure(messages.failureText(otherwise: "the server gave no rows"), nil)
    }

    private func checkMessages(_ layer: String) throws(VectorFileError) {
        guard !messages.failures.isEmpty else { return }
        throw failure(messages.failureText(otherwise: ""), layer)
    }

    private func failure(_ detail: String, _ layer: String?) -> VectorFileError {
        VectorFileError(
            problem: .notReadable, path: source.path, place: layer.map { "layer \($0)" },
            detail: detail.oneLine)
    }

    /// The table behind a layer, whose name is `table`, `schema.table` or either with `(column)` behind it.
    private struct Origin {
        /// In quotation marks, as SQL takes it.
        let table: String
        /// The column with the shapes.
        let column: String?

        init(_ layer: GDALLayer) {
            let name = OGR_L_GetGeometryColumn(layer.handle).map { String(cString: $0) } ?? ""
            column = name.isEmpty ? nil : name
            let ending = "(\(name))"
            let plain = layer.name.hasSuffix(ending) ? String(layer.name.dropLast(ending.count)) : layer.name
            table = plain.split(separator: ".", maxSplits: 1).map { Origin.quoted(String($0)) }
                .joined(separator: ".")
        }

        static func quoted(_ name: String) -> String { "\"" + name.replacing("\"", with: "\"\"") + "\"" }
    }
}

extension String {
    /// The text with line ends as spaces, for a message that is one line.
    var oneLine: String {
        split(whereSeparator: \.isNewline).map { String($0).trimmed }.joined(separator: " ")
    }
}
