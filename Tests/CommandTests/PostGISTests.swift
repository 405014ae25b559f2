import FileFixtures
import Foundation
import Testing

/// The tiny sample in a database gives the bytes it gives from files.
@Suite struct PostGISTests {
    /// Columns of the sample's layers, with their types in SQL.
    private static let columns: [(table: String, layer: String, columns: [(String, String)])] = [
        (
            "plan.blocks", "blocks",
            [
                ("id", "text"), ("name", "text"), ("population", "int"), ("households", "bigint"),
                ("community_age", "text"), ("gated", "boolean"),
            ]
        ),
        (
            "plan.facilities", "facilities",
            [
                ("id", "text"), ("name", "text"), ("kind", "text"), ("floor_area", "float8"),
                ("site_area", "numeric"),
            ]
        ),
        ("ways", "ways", [("id", "text"), ("name", "text")]),
    ]

    private func load(_ server: PostGISServer) throws {
        try server.run("CREATE SCHEMA plan")
        for (table, layer, columns) in Self.columns {
            let text = try String(contentsOfFile: "\(Samples.tiny)/\(layer).geojson", encoding: .utf8)
            let values = columns.map { "(f->'properties'->>'\($0.0)')::\($0.1) AS \($0.0)" }
            // Rows lie the wrong way round: the key puts them right.
            try server.run(
                """
                CREATE TABLE \(table) AS SELECT n AS gid, \(values.joined(separator: ", ")),
                ST_SetSRID(ST_GeomFromGeoJSON(f->'geometry'), 4549)::geometry(Geometry, 4549) AS geom
                FROM jsonb_array_elements('\(text.replacing("'", with: "''"))'::jsonb->'features')
                WITH ORDINALITY AS list(f, n) ORDER BY n DESC;
                ALTER TABLE \(table) ADD PRIMARY KEY (gid);
                """)
        }
        try server.run(
            "CREATE TABLE mixed AS SELECT ST_SetSRID(ST_MakePoint(1, 2), 4490 + n) AS geom FROM generate_series(0, 1) n"
        )
    }

    private func layers(_ address: String, blocks: String = "plan.blocks") -> [String] {
        [
            "--blocks", address, "--blocks-layer", blocks, "--facilities", address, "--facilities-layer",
            "plan.facilities", "--network", address, "--network-layer", "public.ways",
        ]
    }

    @Test(
        .enabled(
            if: PostGISServer.isInstalled,
            "no PostgreSQL with PostGIS here: Scripts/install-test-database installs them"))
    func aDatabase() throws {
        let server = try PostGISServer()
        try load(server)
        let folder = try TemporaryFolder()
        let address = "PG:\(server.words) password=hidden-word"
        try compareNearest(address, folder)
        try compareAnalyze(address, folder)
        try checkErrors(address, server, folder)
    }

    private func compareNearest(_ address: String, _ folder: TemporaryFolder) throws {
        func run(_ layers: [String], _ name: String) throws -> Data {
            let outcome = try LifeCircleProcess.run(["nearest", "-o", folder.file(name)] + layers)
            #expect(outcome.status == 0, "\(outcome.errors)")
            return try folder.data(name)
        }
        let table = try run(layers(address), "table.csv")
        #expect(try table == run(Samples.tinyLayers, "file.csv"))
        let manifest = try folder.text("table.manifest.json")
        #expect(manifest.contains("password=***") && manifest.contains("\"rows\": 4"))
        #expect(try run(layers(address), "again.csv") == table)
        #expect(try folder.text("again.manifest.json") == manifest)
        for (name, content) in try folder.contents() {
            #expect(!String(decoding: content, as: UTF8.self).contains("hidden-word"), "\(name)")
        }
    }

    private func compareAnalyze(_ address: String, _ folder: TemporaryFolder) throws {
        for (layers, name) in [(layers(address), "table"), (Samples.tinyLayers, "file")] {
            let outcome = try LifeCircleProcess.run(["analyze", "-o", folder.file(name)] + layers)
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        for name in ["access.csv", "coverage.csv", "gaps.geojson", "blocks.geojson", "facilities.geojson"] {
            #expect(try folder.data("table/\(name)") == folder.data("file/\(name)"), "\(name)")
        }
    }

    private func checkErrors(_ address: String, _ server: PostGISServer, _ folder: TemporaryFolder) throws {
        func expect(_ status: Int32, _ words: String, _ layers: [String]) throws {
            let outcome = try LifeCircleProcess.run(["nearest", "-o", folder.file("no.csv")] + layers)
            #expect(outcome.status == status && outcome.errors.contains(words), "\(outcome.errors)")
            #expect(!outcome.errors.contains("hidden-word"), "\(outcome.errors)")
        }
        try expect(65, "plan.blocks, plan.facilities", layers(address, blocks: "plan.houses"))
        try expect(65, "several coordinate systems", layers(address, blocks: "mixed"))
        let nobody = address.replacing("user=postgres", with: "user=nobody_known")
        try expect(66, "cannot be reached", layers(nobody))
        try expect(66, "cannot be reached", layers(address.replacing("host=/tmp", with: "host=/nowhere")))
        try server.run("CREATE ROLE guest LOGIN; GRANT USAGE ON SCHEMA plan TO guest")
        let guest = address.replacing("user=postgres", with: "user=guest")
        try expect(66, "permission denied", layers(guest))
    }

    @Test(arguments: [
        ("PG:postgresql://u:hidden-word@host/db", "not the address"),
        ("PG:host='x password=hidden-word", "not the address"),
        ("PG:host=/nowhere options=-cx=y password=hidden-word", "options is not known"),
        ("pg:host=/nowhere", "no such file"), ("./PG:host=/nowhere", "no such file"),
    ])
    func badAddresses(address: String, words: String) throws {
        let folder = try TemporaryFolder()
        let outcome = try LifeCircleProcess.run(
            ["nearest", "-o", folder.file("no.csv")] + layers(address))
        #expect([65, 66].contains(outcome.status))
        #expect(outcome.errors.contains(words), "\(outcome.errors)")
        #expect(address.hasPrefix("pg") || !outcome.errors.contains("hidden-word"), "\(outcome.errors)")
    }
}
