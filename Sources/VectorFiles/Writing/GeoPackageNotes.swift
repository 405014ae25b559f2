/// What a GeoPackage says about its layers beyond their features: names of columns for people, and styles.
struct GeoPackageNotes {
    private let layers: [LayerContent]

    init(_ layers: [LayerContent]) { self.layers = layers }

    /// The SQL that writes them; nothing where no layer has any.
    var statements: [String] { aliases + styles }

    private var aliases: [String] {
        let rows = layers.flatMap { layer in
            let names = ColumnNames(layer.fields.map(\.name)).unique
            // An alias may stand in a table once.
            let aliases = ColumnNames(layer.fields.map { $0.alias ?? $0.name }).unique
            return layer.fields.indices.filter { layer.fields[$0].alias != nil }.map { place in
                Self.values([
                    layer.name, names[place], aliases[place], aliases[place], layer.fields[place].note, nil,
                    nil,
                ])
            }
        }
        guard !rows.isEmpty else { return [] }
        return [
            """
            CREATE TABLE gpkg_data_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, \
            title TEXT, description TEXT, mime_type TEXT, constraint_name TEXT, \
            CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name), \
            CONSTRAINT gdc_tn UNIQUE (table_name, name))
            """,
            // The table of constraints is part of the extension, with or without rows.
            """
            CREATE TABLE gpkg_data_column_constraints (constraint_name TEXT NOT NULL, \
            constraint_type TEXT NOT NULL, value TEXT, min NUMERIC, min_is_inclusive BOOLEAN, max NUMERIC, \
            max_is_inclusive BOOLEAN, description TEXT, \
            CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value))
            """,
        ]
            + ["gpkg_data_columns", "gpkg_data_column_constraints"].map { table in
                "INSERT INTO gpkg_extensions VALUES ('\(table)', NULL, 'gpkg_schema', "
                    + "'http://www.geopackage.org/spec121/#extension_schema', 'read-write')"
            } + rows.map { "INSERT INTO gpkg_data_columns VALUES \($0)" }
    }

    private var styles: [String] {
        guard layers.contains(where: { !$0.styles.isEmpty }) else { return [] }
        return [
            """
            CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, \
            f_table_catalog TEXT(256), f_table_schema TEXT(256), f_table_name TEXT(256), \
            f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT, \
            useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30), update_time DATETIME)
            """,
            """
            INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change) \
            VALUES ('layer_styles', 'attributes', 'layer_styles', '', '\(Self.time)')
            """,
        ] + layers.flatMap(inserts)
    }

    /// As `OGR_CURRENT_DATE` is set: the same content is to be the same bytes.
    private static let time = "2000-01-01T00:00:00.000Z"

    private func inserts(of layer: LayerContent) -> [String] {
        let geometry = ColumnNames(layer.fields.map(\.name)).geometry
        return layer.styles.enumerated().map { place, style in
            let texts = [
                "", "", layer.name, geometry, style.name, style.qml, style.sld, place == 0 ? "1" : "0",
                layer.title,
                "", nil, Self.time,
            ]
            return """
                INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, \
                styleName, styleQML, styleSLD, useAsDefault, description, owner, ui, update_time) \
                VALUES \(Self.values(texts))
                """
        }
    }

    private static func values(_ texts: [String?]) -> String {
        "(" + texts.map { $0.map(quoted) ?? "NULL" }.joined(separator: ", ") + ")"
    }

    /// A text as SQL takes it; a zero would end the statement.
    private static func quoted(_ text: String) -> String {
        "'" + text.replacing("\u{0}", with: "").replacing("'", with: "''") + "'"
    }
}
