import CGDAL
import FileFixtures
import Foundation
import Testing

@testable import VectorFiles

/// Columns and rows of the same layer are the same table.
@Suite("Reading as columns") struct ColumnReaderTests {
    static let formats = [("GPKG", "gpkg"), ("FlatGeobuf", "fgb")]

    @Test("random layers read the same either way", arguments: formats)
    func randomLayers(driver: String, ending: String) throws {
        let folder = try TemporaryFolder()
        for seed in 0..<120 as Range<UInt64> {
            var made = RandomLayer(seed: seed, driver: driver)
            let path = folder.file("\(seed).\(ending)")
            try made.layer().write(to: path)
            try expectSame(path, "seed \(seed)")
        }
    }

    @Test("oddities of a GeoPackage read the same either way")
    func oddities() throws {
        let statements = [
            "UPDATE places SET name = CAST(x'410042' AS TEXT) WHERE fid = 2",
            "UPDATE places SET name = CAST(x'41ff42' AS TEXT) WHERE fid = 2",
            "UPDATE places SET name = 7 WHERE fid = 3", "UPDATE places SET count = 'many' WHERE fid = 3",
            "UPDATE places SET count = 5000000000 WHERE fid = 3",
            "UPDATE places SET size = 'x' WHERE fid = 1",
            "UPDATE places SET count = 2.75 WHERE fid = 1", "UPDATE places SET name = x'4142' WHERE fid = 1",
            "UPDATE places SET geom = NULL WHERE fid = 4", "UPDATE places SET geom = x'00' WHERE fid = 4",
            "UPDATE places SET geom = x'47500001e6100000' WHERE fid = 4",
            "UPDATE places SET geom = substr(geom, 1, length(geom) - 3) WHERE fid = 4",
            "UPDATE places SET geom = 'no shape' WHERE fid = 5", "UPDATE places SET fid = 900 WHERE fid = 2",
            "DELETE FROM places WHERE fid IN (1, 7, 20)", "DELETE FROM places",
        ]
        let folder = try TemporaryFolder()
        for (place, statement) in statements.enumerated() {
            let path = folder.file("\(place).gpkg")
            try MadeLayer.points("GPKG").write(to: path)
            // The index would refuse blobs that are no shape.
            for trigger in [
                "insert", "update1", "update2", "update3", "update4", "delete", "update6", "update7",
            ] {
                try MadeLayer.change(path, "DROP TRIGGER IF EXISTS rtree_places_geom_\(trigger)")
            }
            try MadeLayer.change(path, statement)
            try expectSame(path, statement)
        }
    }

    @Test("damage reads the same either way", arguments: formats)
    func damage(driver: String, ending: String) throws {
        let folder = try TemporaryFolder()
        try MadeLayer.points(driver, count: 60).write(to: folder.file("good.\(ending)"))
        let bytes = try folder.bytes("good.\(ending)")
        var random = Seeded(29)
        for round in 0..<150 {
            var flipped = bytes
            flipped[Int.random(in: 0..<bytes.count, using: &random)] ^=
                UInt8(1) << UInt8.random(in: 0...7, using: &random)
            let path = try folder.write("\(round).\(ending)", flipped)
            try expectSame(path, "round \(round)")
        }
    }

    @Test("what is ordinary is read as columns, and what is not as rows")
    func choice() throws {
        let folder = try TemporaryFolder()
        for (driver, ending) in Self.formats {
            let path = folder.file("plain.\(ending)")
            try MadeLayer.points(driver).write(to: path)
            #expect(try columns(of: path)?.count == 20, "\(driver)")
        }
        let path = folder.file("odd.gpkg")
        try MadeLayer.points("GPKG").write(to: path)
        try MadeLayer.change(path, "UPDATE places SET geom = NULL WHERE fid = 4")
        #expect(try columns(of: path) == nil)
        var dated = MadeLayer.points("GPKG")
        dated.fields[0] = ("day", OFTDate)
        dated.rows = dated.rows.map { ($0.wkt, [.text("2024-05-01")] + $0.values.dropFirst()) }
        let other = folder.file("dated.gpkg")
        try dated.write(to: other)
        #expect(try columns(of: other) == nil)
    }

    @Test("a file that changed is looked through again")
    func changedFile() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("t.gpkg")
        try MadeLayer.points("GPKG", count: 2000).write(to: path)
        var checks = FileChecks()
        let source = VectorSource(path: path)
        _ = try FeatureReader.read(source, checks: &checks)
        let bytes = try folder.bytes("t.gpkg")
        try folder.write("t.gpkg", Array(bytes.prefix(bytes.count - 4096)))
        #expect(throws: VectorFileError.self) { try FeatureReader.read(source, checks: &checks) }
    }

    @Test("a table checked while it was read is known to be sound, and a damaged one is not")
    func checkedMeanwhile() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("t.gpkg")
        try MadeLayer.points("GPKG", count: 2000).write(to: path)
        var checks = FileChecks(threads: 2)
        let table = try FeatureReader.read(VectorSource(path: path), checks: &checks)
        #expect(table.features.count == 2000)
        #expect(checks.knows(path, table: table.layer))
        #expect(!checks.knows(path, table: "another"))
        var bytes = try folder.bytes("t.gpkg")
        // The head of a page in the middle of the table.
        for place in 40 * 4096..<40 * 4096 + 12 { bytes[place] = 0xFF }
        try folder.write("t.gpkg", bytes)
        #expect(throws: VectorFileError.self) {
            try FeatureReader.read(VectorSource(path: path), checks: &checks)
        }
        #expect(!checks.knows(path, table: table.layer))
        // Of a damaged file nothing else is told.
        let missing = VectorSource(path: path, layer: "nowhere")
        let error = #expect(throws: VectorFileError.self) {
            try FeatureReader.read(missing, checks: &checks)
        }
        #expect(error?.problem == .damaged)
    }

    private func columns(of path: String) throws -> Features? {
        let messages = GDALMessages()
        return try messages.collecting { () throws(VectorFileError) -> Features? in
            let dataset = try GDALDataset(try InputFile(path), messages: messages)
            let fields = FieldReader(dataset.layers[0], encoding: .utf8)?.names ?? []
            return ColumnReader(layer: dataset.layers[0], fields: fields).columns().map {
                Features($0.columns)
            }
        }
    }

    private func outcome(
        _ path: String, asColumns: Bool, threads: Int = 1
    ) -> Result<FeatureTable, VectorFileError> {
        var checks = FileChecks(threads: threads)
        let source = VectorSource(path: path)
        do {
            return .success(try FeatureReader.read(source, checks: &checks, readsColumns: asColumns))
        } catch { return .failure(error) }
    }

    private func expectSame(_ path: String, _ what: String) throws {
        let rows = outcome(path, asColumns: false)
        try expectSame(outcome(path, asColumns: true), rows, what)
        try expectSame(outcome(path, asColumns: true, threads: 2), rows, "\(what), checked meanwhile")
        try expectSame(outcome(path, asColumns: false, threads: 2), rows, "\(what), rows checked meanwhile")
    }

    private func expectSame(
        _ one: Result<FeatureTable, VectorFileError>, _ other: Result<FeatureTable, VectorFileError>,
        _ what: String
    ) throws {
        switch (one, other) {
        case (.failure(let a), .failure(let b)): #expect(a == b, "\(what)")
        case (.success(let a), .success(let b)):
            #expect(a.features.map(Same.init) == b.features.map(Same.init), "\(what)")
            #expect(a.fields == b.fields && a.notes == b.notes && a.reference == b.reference, "\(what)")
        default: Issue.record("one reading failed: \(what)")
        }
    }

    /// A feature by all that it has; numbers by their bits, since NaN is like nothing.
    private struct Same: Equatable {
        let words: [String]

        init(_ feature: Feature) {
            words =
                [
                    "\(feature.number) \(String(describing: feature.defect)) \(String(describing: feature.mend))"
                ]
                + [String(describing: feature.shape)]
                + feature.values.map {
                    if case .real(let number) = $0 { "r\(number.bitPattern)" } else { "\($0)" }
                }
        }
    }
}

/// A layer with every kind of shape and attribute that files have.
private struct RandomLayer {
    private var random: Seeded
    private let driver: String

    init(seed: UInt64, driver: String) {
        random = Seeded(seed)
        self.driver = driver
    }

    mutating func layer() -> MadeLayer {
        let suffix = ["", " Z", " M", " ZM"].randomElement(using: &random) ?? ""
        let mayBeOdd = Bool.random(using: &random)
        var layer = MadeLayer(driver: driver, type: wkbUnknown)
        if driver == "FlatGeobuf" { layer.layerOptions = ["SPATIAL_INDEX=NO"] }
        layer.fields = [
            ("name", OFTString), ("count", OFTInteger), ("long", OFTInteger64), ("size", OFTReal),
            ("名称", OFTString),
        ]
        layer.rows = (0..<Int.random(in: 0...40, using: &random)).map { _ in
            (mayBeOdd && chance(20) ? nil : shape(suffix, mayBeOdd), values())
        }
        return layer
    }

    private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }

    private mutating func values() -> [FieldValue] {
        let texts = ["", "a", "居住区七号楼的一个很长的名字", "🏫 école", "'\"\\", "x\ny", "a\u{301}"]
        let all: [FieldValue] = [
            .text(texts.randomElement(using: &random) ?? ""),
            .integer(Int64(Int32.random(in: .min ... .max, using: &random))),
            .integer(Int64.random(in: .min ... .max, using: &random)),
            .real(Double.random(in: -1e9...1e9, using: &random)),
            .text(texts.randomElement(using: &random) ?? ""),
        ]
        return all.map { chance(6) ? .null : $0 }
    }

    private mutating func shape(_ suffix: String, _ mayBeOdd: Bool) -> String {
        let kinds = ["POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON"]
        let odd = ["GEOMETRYCOLLECTION", "CIRCULARSTRING", "EMPTY", "FLAT", "OPEN"]
        let kind = (mayBeOdd && chance(4) ? odd : kinds).randomElement(using: &random) ?? "POINT"
        let numbers = 2 + suffix.count(where: { $0 != " " })
        func at(_ x: Double, _ y: Double) -> String {
            ([x, y] + Array([7.5, 9].prefix(numbers - 2))).map { "\($0)" }.joined(separator: " ")
        }
        let (x, y) = (Double.random(in: 0...100, using: &random), Double.random(in: 0...100, using: &random))
        let line = "(\(at(x, y)),\(at(x + 1, y + 2)),\(at(x + 3, y)))"
        let ring = "(\(at(x, y)),\(at(x + 4, y)),\(at(x + 4, y + 4)),\(at(x, y + 4)),\(at(x, y)))"
        let hole = "(\(at(x + 1, y + 1)),\(at(x + 2, y + 1)),\(at(x + 2, y + 2)),\(at(x + 1, y + 1)))"
        let body =
            switch kind {
            case "POINT": "(\(at(x, y)))"
            case "LINESTRING", "CIRCULARSTRING": line
            case "POLYGON": chance(2) ? "(\(ring))" : "(\(ring),\(hole))"
            case "MULTIPOINT": "((\(at(x, y))),(\(at(y, x))))"
            case "MULTILINESTRING": "(\(line),\(line))"
            case "MULTIPOLYGON": "((\(ring),\(hole)),(\(ring)))"
            default: "(POINT\(suffix) (\(at(x, y))))"
            }
        switch kind {
        case "EMPTY": return "\(kinds.randomElement(using: &random) ?? "POINT")\(suffix) EMPTY"
        case "FLAT": return "POLYGON\(suffix) ((\(at(x, y)),\(at(x + 1, y)),\(at(x + 2, y)),\(at(x, y))))"
        case "OPEN": return "LINESTRING\(suffix) (\(at(x, y)))"
        default: return "\(kind)\(suffix) \(body)"
        }
    }
}
