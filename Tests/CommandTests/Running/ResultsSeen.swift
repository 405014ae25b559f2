import Foundation

/// What Python sees of a folder of results: databases by SQLite, workbooks as archives of XML.
struct ResultsSeen: Decodable {
    struct Style: Decodable {
        let layer, name, renderer: String
        let isDefault: Bool
        /// Of the style as SLD.
        let rules: Int
        let categories: [String]
    }
    struct Sheet: Decodable {
        let titles: [String]
        let rows: Int
        let frozen, filtered: Bool
        let formulas: Int
        let texts: [String]
    }
    let layers: [String: [[String]]]
    let rows: [String: Int]
    let styles: [Style]
    let sheets: [String: Sheet]
    let access: [String: Sheet]
    /// By layer of the package: what its attributes say in words, each once.
    let texts: [String: [String]]
    let integrity: String

    static func of(_ folder: String) throws -> ResultsSeen {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", reading, folder]
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return try JSONDecoder().decode(ResultsSeen.self, from: data)
    }

    private static let reading = #"""
        import json, os, sqlite3, sys, xml.etree.ElementTree as tree, zipfile
        folder = sys.argv[1]
        data = sqlite3.connect(folder + "/results.gpkg")
        ask = lambda query, *values: data.execute(query, values).fetchall()
        names = [n for n, in ask("SELECT table_name FROM gpkg_contents WHERE data_type = 'features'")]
        layers, rows, texts = {}, {}, {}
        for name in names:
            known = {c: [a, d] for c, a, d in ask("SELECT column_name, name, description FROM gpkg_data_columns WHERE table_name = ?", name)}
            columns = [row[1] for row in ask(f'PRAGMA table_info("{name}")') if row[1] not in ("fid", "geom")]
            layers[name] = [[c] + known.get(c, []) for c in columns]
            texts[name] = sorted({v for line in ask("SELECT %s FROM \"%s\"" % (", ".join('"%s"' % c for c in columns), name)) for v in line if isinstance(v, str)}) if columns else []
            rows[name] = ask(f'SELECT count(*) FROM "{name}"')[0][0]
        styles = []
        for layer, name, qml, sld, default in ask("SELECT f_table_name, styleName, styleQML, styleSLD, useAsDefault FROM layer_styles"):
            root = tree.fromstring(qml)
            renderer = root.find("renderer-v2")
            styles.append({"layer": layer, "name": name, "renderer": renderer.get("type"), "isDefault": bool(default),
                           "rules": sum(1 for _ in tree.fromstring(sld.encode()).iter("{http://www.opengis.net/se}Rule")),
                           "categories": [c.get("value") for c in renderer.iter("category")]})
        space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
        text = lambda cell: "".join(t.text or "" for t in cell.iter(space + "t"))
        def read(path):
            book, sheets = zipfile.ZipFile(path), {}
            for place, sheet in enumerate(tree.fromstring(book.read("xl/workbook.xml")).iter(space + "sheet")):
                root = tree.fromstring(book.read(f"xl/worksheets/sheet{place + 1}.xml"))
                lines = list(root.iter(space + "row"))
                sheets[sheet.get("name")] = {
                    "titles": [text(cell) for cell in lines[0]], "rows": len(lines) - 1,
                    "frozen": any(p.get("state") == "frozen" for p in root.iter(space + "pane")),
                    "filtered": root.find(space + "autoFilter") is not None,
                    "formulas": sum(1 for _ in root.iter(space + "f")),
                    "texts": sorted({text(cell) for line in lines[1:] for cell in line if cell.get("t") == "inlineStr"})}
            return sheets
        sheets = read(folder + "/results.xlsx")
        access = read(folder + "/access.xlsx") if os.path.exists(folder + "/access.xlsx") else {}
        print(json.dumps({"layers": layers, "rows": rows, "styles": styles, "sheets": sheets, "access": access, "texts": texts,
                          "integrity": ask("PRAGMA integrity_check")[0][0]}))
        """#
}
