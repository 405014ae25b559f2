internal import CGDAL

/// Texts of a GeoPackage that have a NUL character in them, which ends a text for GDAL.
struct CutTexts {
    let layer: GDALLayer

    /// More rows than this are not named one by one.
    private static let most = 20

    /// A sentence for each row that has such a text.
    ///
    /// Where the layer cannot be asked, as with some views, there are none.
    func notes(_ messages: GDALMessages) -> [String] {
        let columns = textColumns
        let key = OGR_L_GetFIDColumn(layer.handle).map { String(cString: $0) } ?? ""
        guard layer.dataset.driver == "GPKG", !columns.isEmpty, !key.isEmpty else { return [] }
        let tests = columns.map { "instr(CAST(\(Self.quoted($0)) AS BLOB), x'00') > 0" }
        // As text, since GDAL takes a key that stands alone for the row's number and gives no column.
        let names = zip(tests, columns).map { "WHEN \($0) THEN '\($1.replacing("'", with: "''"))'" }
        let rows = layer.dataset.rows(
            "SELECT \(Self.quoted(key)) || '' AS row_key, CASE \(names.joined(separator: " ")) END AS column_name "
                + "FROM \(Self.quoted(layer.name)) WHERE \(tests.joined(separator: " OR ")) "
                + "ORDER BY \(Self.quoted(key)) LIMIT \(Self.most + 1)")
        _ = messages.takeFailures()
        let sentences = rows.prefix(Self.most).map { row in
            "row \(row[0]), \(row[1]): the text has a NUL character and is read up to there"
        }
        return sentences + (rows.count > Self.most ? ["more rows have texts with a NUL character"] : [])
    }

    private var textColumns: [String] {
        let definition = OGR_L_GetLayerDefn(layer.handle)
        return (0..<OGR_FD_GetFieldCount(definition)).compactMap { place in
            let field = OGR_FD_GetFieldDefn(definition, place)
            guard OGR_Fld_GetType(field) == OFTString else { return nil }
            return OGR_Fld_GetNameRef(field).map { String(cString: $0) }
        }
    }

    private static func quoted(_ name: String) -> String {
        "\"" + name.replacing("\"", with: "\"\"") + "\""
    }
}
