import FileFixtures
import Foundation
import Geometry
import Testing

@testable import VectorFiles

@Suite("Degenerate rings")
struct MendTests {
    /// What should become of a surface: its holes, parts and mend, or nil when it is malformed.
    struct Case {
        let text: String
        let expected: (parts: Int, holes: Int, mend: GeometryMend?)?
    }

    private static let shell = "(0 0,9 0,9 9,0 9,0 0)"
    private static let sound = "(5 2,6 2,6 3,5 2)"
    private static let line = "(20 0,30 0,20 0)"
    private static let cases = [
        Case(text: "POLYGON (\(shell),\(sound))", expected: (1, 1, nil)),
        // Two positions, three, four on a line, and a way out and back.
        Case(text: "POLYGON (\(shell),(2 2,2 2))", expected: (1, 0, .degenerateHolesDropped(1))),
        Case(text: "POLYGON (\(shell),(2 2,3 3,2 2))", expected: (1, 0, .degenerateHolesDropped(1))),
        Case(text: "POLYGON (\(shell),(2 2,3 3,4 4,2 2))", expected: (1, 0, .degenerateHolesDropped(1))),
        Case(text: "POLYGON (\(shell),(2 2,3 2,3 3,3 2,2 2))", expected: (1, 0, .degenerateHolesDropped(1))),
        Case(
            text: "POLYGON (\(shell),(2 2,2 2),\(sound),(1 1,1 1,1 1,1 1))",
            expected: (1, 1, .degenerateHolesDropped(2))),
        // A figure of eight has no signed area, but an inside.
        Case(text: "POLYGON (\(shell),(1 1,2 2,2 1,1 2,1 1))", expected: (1, 1, nil)),
        Case(text: "POLYGON (\(shell),(5 2,6 2,6 3,5 3))", expected: nil),
        Case(text: "POLYGON (\(line))", expected: nil),
        Case(text: "POLYGON ((20 0,30 0,40 0,20 0))", expected: nil),
        Case(text: "POLYGON (\(line),\(sound))", expected: nil),
        Case(text: "MULTIPOLYGON ((\(line)),((1 1,1 1)))", expected: nil),
        Case(text: "MULTIPOLYGON ((\(shell)),(\(line)))", expected: (1, 0, .degeneratePartsDropped(1))),
        Case(
            text: "MULTIPOLYGON ((\(line)),(\(shell),\(sound)),((1 1,1 1,1 1,1 1)))",
            expected: (1, 1, .degeneratePartsDropped(2))),
        Case(
            text: "MULTIPOLYGON ((\(shell),(2 2,2 2)),((20 0,30 0,30 9,20 0)))",
            expected: (2, 0, .degenerateHolesDropped(1))),
        Case(
            text: "MULTIPOLYGON ((\(shell),(2 2,2 2)),(\(line)))",
            expected: (1, 0, .degeneratePartsDropped(1))),
        Case(
            text: "GEOMETRYCOLLECTION (POLYGON (\(line)),POLYGON (\(shell)))",
            expected: (1, 0, .degeneratePartsDropped(1))),
    ]

    private func check(_ table: FeatureTable) throws {
        try #require(table.features.count == Self.cases.count)
        for (feature, rule) in zip(table.features, Self.cases) {
            guard let expected = rule.expected else {
                guard case .malformed = feature.defect else {
                    Issue.record("\(rule.text): \(feature)")
                    continue
                }
                #expect(feature.mend == nil)
                continue
            }
            #expect(feature.shape?.polygons.count == expected.parts, "\(rule.text)")
            #expect(feature.shape?.polygons.flatMap(\.holes).count == expected.holes, "\(rule.text)")
            #expect(feature.mend == expected.mend, "\(rule.text)")
        }
    }

    @Test(
        "holes and parts that enclose nothing are left out and told, a surface of none is malformed",
        arguments: [("GPKG", "gpkg"), ("FlatGeobuf", "fgb"), ("GeoJSON", "geojson")])
    func formats(driver: String, ending: String) throws {
        let folder = try TemporaryFolder()
        let path = folder.file("t.\(ending)")
        var layer = MadeLayer(driver: driver, fields: [])
        layer.rows = Self.cases.map { ($0.text, []) }
        if driver == "FlatGeobuf" { layer.layerOptions = ["SPATIAL_INDEX=NO"] }
        try layer.write(to: path)
        try check(try FeatureReader.read(VectorSource(path: path)))
    }

    @Test("the same goes for well-known text in a table")
    func wellKnownText() throws {
        let folder = try TemporaryFolder()
        let lines = ["WKT"] + Self.cases.map { "\"\($0.text)\"" }
        let path = try folder.write("t.csv", lines.joined(separator: "\n"))
        try check(try FeatureReader.read(VectorSource(path: path)))
    }

    @Test("flat holes at random places in a sound surface change nothing but the mend")
    func random() throws {
        var random = Seeded(17)
        func number() -> Double { Double.random(in: 110...120, using: &random) }
        var counts: [Int] = []
        var layer = MadeLayer(driver: "GPKG", fields: [])
        for _ in 0..<200 {
            // Out eastwards along a random chain and back: it cannot cross itself, so it encloses nothing.
            let holes = (0..<Int.random(in: 0...3, using: &random)).map { _ -> String in
                let count = Int.random(in: 1...5, using: &random)
                let way = (0..<count).map { _ in number() }.sorted().map { "\($0) \(number() - 90)" }
                return "(" + (way + way.reversed()).joined(separator: ",") + ")"
            }
            counts.append(holes.count)
            let rings = ["(110 20,120 20,120 30,110 30,110 20)", "(112 22,113 22,113 23,112 22)"] + holes
            layer.rows.append(("POLYGON (\(rings.joined(separator: ",")))", []))
        }
        let folder = try TemporaryFolder()
        try layer.write(to: folder.file("t.gpkg"))
        let table = try FeatureReader.read(VectorSource(path: folder.file("t.gpkg")))
        try #require(table.features.count == counts.count)
        for (feature, count) in zip(table.features, counts) {
            #expect(feature.shape?.area == 99.5)
            #expect(feature.mend == (count == 0 ? nil : .degenerateHolesDropped(count)))
        }
    }

    @Test("real blocks that are lines or points alone stay malformed", .enabled(if: sharedData != nil))
    func realData() throws {
        let data = try #require(sharedData)
        let path = data + "/networks/helsinki/blocks.geojson"
        let table = try FeatureReader.read(VectorSource(path: path))
        for number in [11, 122, 133] {
            guard case .malformed = table.features[number - 1].defect else {
                Issue.record("\(table.features[number - 1])")
                continue
            }
        }
        #expect(table.features.allSatisfy { $0.mend == nil })
    }
}
