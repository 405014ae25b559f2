import FileFixtures
import Foundation
import Testing

/// `nearest` on the sample district.
@Suite struct NearestTests {
    private static let run = Result { () throws -> Data in
        let folder = try TemporaryFolder()
        let outcome = try LifeCircleProcess.run(
            ["nearest", "-o", folder.file("n.csv"), "--counts", "300,500,1000"]
                + Samples.layers(in: Samples.canalDistrict))
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try folder.data("n.csv")
    }
    private let table: CSVTable

    init() throws { table = try CSVTable(Self.run.get()) }

    @Test func columnsAreExactlyThosePromised() throws {
        #expect(
            table.columns == [
                "block_id", "kind", "population", "reachable", "distance_m", "facility_id", "leg_block_m",
                "along_m", "leg_facility_m", "within_300", "within_500", "within_1000",
                "edge_m", "uncertain", "counts_uncertain",
            ])
        let folder = try TemporaryFolder()
        _ = try LifeCircleProcess.run(["nearest", "-o", folder.file("n.csv")] + Samples.tinyLayers)
        #expect(
            try CSVTable(folder.data("n.csv")).columns
                == Array(table.columns.prefix(9)) + ["edge_m", "uncertain"])
    }

    @Test func rowsNearTheEdgeAreMarked() throws {
        var marks: [String: Int] = [:]
        for row in table.rows {
            let edge = row["edge_m"].flatMap { Double($0) } ?? .infinity
            let distance = row["distance_m"].flatMap { Double($0) } ?? .infinity
            #expect((row["uncertain"] == "edge") == (edge < distance), "\(row)")
            let limits = ["300", "500", "1000"].filter { edge <= (Double($0) ?? 0) }
            #expect(row["counts_uncertain"] == limits.joined(separator: ";"))
            marks[row["uncertain"] ?? "", default: 0] += 1
        }
        #expect((marks["edge"] ?? 0) > 100 && (marks[""] ?? 0) > 100)
    }

    @Test func aBoundaryTakesTheDoubtAway() throws {
        let folder = try TemporaryFolder()
        let boundary = try folder.write(
            "all.geojson",
            """
            {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":\
            [[[119,30],[122,30],[122,33],[119,33],[119,30]]]}}
            """)
        func run(_ options: [String]) throws -> (String, String) {
            let outcome = try LifeCircleProcess.run(
                ["nearest", "-o", folder.file("n.csv"), "--lang", "en"] + Samples.tinyLayers + options)
            #expect(outcome.status == 0, "\(outcome.errors)")
            let findings = String(decoding: try folder.data("n.findings.csv"), as: UTF8.self)
            return (outcome.errors, findings)
        }
        let (said, found) = try run([])
        #expect(said.contains("Edge of the data: ") && found.contains("near_data_edge"))
        let (quiet, none) = try run(["--boundary", boundary])
        #expect(!quiet.contains("Edge of the data") && !none.contains("near_data_edge"))
    }

    @Test func aRowForEveryBlockAndKindInInputOrder() throws {
        struct Layer: Decodable {
            struct Feature: Decodable { let properties: Properties }
            struct Properties: Decodable { let id: String; let kind: String? }
            let features: [Feature]
        }
        func layer(_ name: String) throws -> [Layer.Properties] {
            let url = URL(fileURLWithPath: "\(Samples.canalDistrict)/\(name).geojson")
            return try JSONDecoder().decode(Layer.self, from: Data(contentsOf: url)).features.map(
                \.properties)
        }
        let blocks = try layer("blocks").map(\.id)
        let kinds = try layer("facilities").compactMap(\.kind).reduce(into: [String]()) { kinds, kind in
            if !kinds.contains(kind) { kinds.append(kind) }
        }
        let wanted = blocks.flatMap { block in kinds.map { [block, $0] } }
        #expect(table.rows.map { [$0["block_id"] ?? "", $0["kind"] ?? ""] } == wanted)
    }

    @Test func legsAddUp() throws {
        var reached = 0
        for row in table.rows {
            let parts = ["leg_block_m", "along_m", "leg_facility_m"].map { row[$0] ?? "" }
            guard row["reachable"] == "true" else {
                #expect(row["reachable"] == "false")
                #expect(parts + [row["distance_m"] ?? "", row["facility_id"] ?? ""] == ["", "", "", "", ""])
                continue
            }
            reached += 1
            // Whole millimetres, so that nothing is lost in adding.
            let millimetres = parts.compactMap { Int($0.replacingOccurrences(of: ".", with: "")) }
            let whole = Int((row["distance_m"] ?? "").replacingOccurrences(of: ".", with: ""))
            #expect(millimetres.count == 3 && millimetres.allSatisfy { $0 >= 0 })
            #expect(millimetres.reduce(0, +) == whole, "\(row)")
        }
        #expect(reached > table.rows.count / 2 && reached < table.rows.count)
    }

    @Test func countsAreNested() throws {
        for row in table.rows {
            let counts = try ["within_300", "within_500", "within_1000"].map {
                try #require(row[$0].flatMap { Int($0) })
            }
            #expect(counts == counts.sorted())
            let distance = row["distance_m"].flatMap { Double($0) } ?? .infinity
            for (limit, count) in zip([300.0, 500, 1000], counts) {
                #expect((count > 0) == (distance <= limit))
            }
        }
    }

    @Test func limitsCutWalksOff() throws {
        let folder = try TemporaryFolder()
        _ = try LifeCircleProcess.run(
            ["nearest", "-o", folder.file("n.csv"), "--limit", "500"]
                + Samples.layers(in: Samples.canalDistrict))
        let limited = try CSVTable(folder.data("n.csv")).rows
        for (whole, cut) in zip(table.rows, limited) {
            let isWithin = whole["distance_m"].flatMap { Double($0) }.map { $0 <= 500 } ?? false
            #expect(cut["reachable"] == "\(isWithin)")
            if isWithin { #expect(cut["distance_m"] == whole["distance_m"]) }
        }
        #expect(limited.count == table.rows.count)
    }

    /// `analyze` and `nearest` walk the same ways: on a sample without barriers, entrances and sizes.
    @Test func pointAccessNeedsNoBoundary() throws {
        let folder = try TemporaryFolder()
        let outcome = try LifeCircleProcess.run(
            ["nearest", "-o", folder.file("p.csv"), "--facility-access", "point", "--max-snap", "none"]
                + Samples.layers(in: Samples.canalDistrict))
        #expect(outcome.status == 0)
        let rows = try CSVTable(folder.data("p.csv")).rows
        #expect(rows.count == table.rows.count)
        let parks = zip(table.rows, rows).filter { $0.0["kind"] == "口袋公园" && $0.0["reachable"] == "true" }
        #expect(!parks.isEmpty)
        // An open space entered at its edge is nearer than its middle, or as near.
        let nearer = parks.count { edge, middle in
            (edge["distance_m"].flatMap { Double($0) } ?? 0)
                < (middle["distance_m"].flatMap { Double($0) } ?? 0)
        }
        #expect(nearer > parks.count / 2)
    }
}
