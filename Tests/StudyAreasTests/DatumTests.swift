import Foundation
import Geometry
import PedestrianNetworks
import Projections
import StrictYAML
import Testing
import VectorFiles

@testable import StudyAreas

@Suite("Offset layers")
struct DatumTests {
    /// Streets of Suzhou 300 m apart, with a pharmacy a few metres beside each of them.
    private static let corner = Position(120.7, 31.3)
    private static let step = 0.0031

    private static var streets: [MadeFeature] {
        (0..<6).flatMap { number -> [MadeFeature] in
            let at = Double(number) * step
            return [
                .line([(corner.x + at, corner.y), (corner.x + at, corner.y + 5 * step)]),
                .line([(corner.x, corner.y + at), (corner.x + 5 * step, corner.y + at)]),
            ]
        }
    }

    /// Places about 5 m off the streets, as `datum` has them.
    private static func places(_ datum: OffsetDatum, count: Int = 12) -> [MadeFeature] {
        (0..<count).map { number in
            let (row, column) = (Double(number / 5), Double(number % 5))
            let place = datum.position(
                ofWGS84: Position(corner.x + (column + 0.4) * step, corner.y + row * step + 0.00005))
            return .point(
                place.x, place.y, ["id": .text("F\(number)"), "kind": "pharmacy", "population": 10])
        }
    }

    private func town(_ facilities: [MadeFeature], blocks: [MadeFeature] = places(.wgs84)) -> Town {
        var town = Town()
        town.plane = .automatic
        town.network = .features(Self.streets)
        town.blocks = .features(blocks)
        town.facilities = [.features(facilities)]
        return town
    }

    @Test("a declared datum is undone before anything is projected", arguments: [OffsetDatum.gcj02, .bd09])
    func undone(datum: OffsetDatum) async throws {
        var offset = town(Self.places(datum))
        offset.datums["facilities"] = datum
        let (mended, plain) = (try await offset.load(), try await town(Self.places(.wgs84)).load())
        for (one, other) in zip(mended.facilities, plain.facilities) {
            // GeoJSON's digits are a centimetre.
            #expect(one.shape.box.centre.distance(to: other.shape.box.centre) < 0.02)
        }
        #expect(mended.found(.datumUndone).map(\.layer) == ["facilities"])
        #expect(mended.found(.datumUndone).first?.arguments.last == datum.title)
        #expect(mended.found(.datumSuspected).isEmpty && plain.found(.datumUndone).isEmpty)
    }

    @Test("every layer may be offset, blocks and network too")
    func everyLayer() async throws {
        var offset = town(Self.places(.gcj02), blocks: Self.places(.gcj02))
        offset.datums = ["facilities": .gcj02, "blocks": .gcj02]
        let area = try await offset.load()
        #expect(area.found(.datumUndone).map(\.layer) == ["blocks", "facilities"])
        #expect(area.joins(ofBlock: "F0").first.map { $0.leg < 10 } == true)
    }

    @Test("an undeclared offset is suspected, with its datum", arguments: [OffsetDatum.gcj02, .bd09])
    func suspected(datum: OffsetDatum) async throws {
        let area = try await town(Self.places(datum)).load()
        let finding = try #require(area.found(.datumSuspected).first)
        #expect(area.found(.datumSuspected).count == 1)
        #expect(finding.layer == "facilities" && finding.arguments.last == datum.rawValue)
        #expect(try Int(#require(finding.arguments.dropFirst(3).first)).map { $0 <= 7 } == true)
    }

    /// Blocks between streets 76 m apart: as far from a street when moved as when not, but then across them.
    private static func compounds(_ datum: OffsetDatum) -> (streets: [MadeFeature], blocks: [MadeFeature]) {
        let (step, margin) = (0.0008, 0.0001)
        let streets = (0..<30).flatMap { number -> [MadeFeature] in
            let (x, y) = (corner.x + Double(number) * step, corner.y + Double(number) * step)
            return [
                .line([(x, corner.y), (x, corner.y + 29 * step)]),
                .line([(corner.x, y), (corner.x + 29 * step, y)]),
            ]
        }
        let blocks = (0..<16).map { number -> MadeFeature in
            let x = corner.x + Double(12 + number % 4) * step
            let y = corner.y + Double(12 + number / 4) * step
            let (low, high) = (margin, step - margin)
            let ring = [(low, low), (high, low), (high, high), (low, high)].map { dx, dy in
                let place = datum.position(ofWGS84: Position(x + dx, y + dy))
                return (place.x, place.y)
            }
            return .polygon(ring, ["id": .text("B\(number)"), "population": 10])
        }
        return (streets, blocks)
    }

    @Test("surfaces that lie across ways are suspected where ways are dense")
    func outlines() async throws {
        for datum in [OffsetDatum.gcj02, .wgs84] {
            let (streets, blocks) = Self.compounds(datum)
            var town = town(Self.places(.wgs84), blocks: blocks)
            town.network = .features(streets)
            town.datums["facilities"] = .wgs84
            let area = try await town.load()
            #expect(area.found(.outlinesCrossed).map(\.layer) == (datum == .wgs84 ? [] : ["blocks"]))
            let arguments = area.found(.outlinesCrossed).first?.arguments.dropFirst().map { $0 }
            #expect(arguments == (datum == .wgs84 ? nil : ["GCJ-02", "100", "0", "gcj02"]))
        }
    }

    @Test("whoever has Amap's codes and says no datum is told so")
    func undeclared() async throws {
        var town = town([])
        town.facilities = [.csv("id,typecode,lng,lat\nF,090601,120.7002,31.30001\n")]
        town.kinds = .amap
        #expect(try await town.load().found(.datumUndeclared).map(\.layer) == ["facilities"])
        town.datums["facilities"] = .wgs84
        #expect(try await town.load().found(.datumUndeclared).isEmpty)
    }

    @Test("nothing is suspected of what lies well, of few places, of what was declared, and abroad")
    func unsuspected() async throws {
        #expect(try await town(Self.places(.wgs84)).load().found(.datumSuspected).isEmpty)
        #expect(try await town(Self.places(.gcj02, count: 7)).load().found(.datumSuspected).isEmpty)
        var declared = town(Self.places(.gcj02))
        declared.datums["facilities"] = .wgs84
        #expect(try await declared.load().found(.datumSuspected).isEmpty)
        // Places at random, far from any street: undoing something brings them no nearer.
        let strays = (0..<30).map { number -> MadeFeature in
            let spread = Double(number * 37 % 101) / 101
            return .point(
                Self.corner.x + spread * 0.01, Self.corner.y + 0.019 + Double(number) * 0.0001,
                ["id": .text("S\(number)"), "kind": "pharmacy"])
        }
        #expect(try await town(strays).load().found(.datumSuspected).isEmpty)
    }

    @Test("columns that the user names are longitude and latitude once a datum is said of them")
    func namedColumns() async throws {
        let place = OffsetDatum.gcj02.position(ofWGS84: Position(120.7002, 31.30001))
        var town = town([])
        town.facilities = [.csv("id,kind,E,N\nF,pharmacy,\(place.x),\(place.y)\n")]
        town.coordinates["facilities"] = ("E", "N")
        town.datums["facilities"] = .gcj02
        let area = try await town.load()
        #expect(area.joins(ofFacility: "F").first.map { $0.leg < 2 } == true)
        #expect(area.found(.referenceAssumed).isEmpty)
    }

    @Test("a datum is said of degrees only")
    func planes() async throws {
        var plane = town([.point(500_000, 3_460_000, ["id": "F", "kind": "pharmacy"])])
        plane.set(
            "facilities",
            to: .features(
                [.point(566_000, 3_464_000, ["id": "F", "kind": "pharmacy"])], system: "EPSG:4549"))
        plane.datums["facilities"] = .gcj02
        let error = try await #require(throws: StudyAreaError.self) { try await plane.load() }
        #expect(error.problem == .datumOfPlane(datum: "gcj02") && error.layer == "facilities")
        var local = Town()
        local.datums["facilities"] = .bd09
        let other = try await #require(throws: StudyAreaError.self) { try await local.load() }
        #expect(other.problem == .geographicInLocalGrid)
    }

    @Test("project files say the datum of any layer, and how facilities are classified")
    func projectFile() throws {
        let project = try ProjectFile(
            text: """
                blocks: {source: b.geojson, datum: bd09}
                network: {source: n.geojson, datum: wgs84}
                facilities:
                  - {source: poi.csv, x: lng, y: lat, datum: gcj02, classify: amap, code: 编码}
                  - {source: osm.geojson, classify: osm}
                  - {source: own.geojson, classify: column}
                """, file: "p.yaml")
        #expect(project.input.blocks?.datum == .bd09 && project.input.network?.datum == .wgs84)
        #expect(project.input.facilities.map(\.datum) == [.gcj02, nil, nil])
        #expect(project.input.facilities.map(\.kinds) == [.amap, .osm, .column])
        #expect(project.input.facilities[0].columns == [.code: "编码"])
    }

    @Test(arguments: [
        "blocks: {source: b, datum: GCJ02}", "blocks: {source: b, classify: amap}",
        "facilities: [{source: b, classify: baidu}]", "facilities: [{source: b, datum: mars}]",
    ])
    func otherWordsAreRefused(text: String) {
        #expect(throws: YAMLError.self) { try ProjectFile(text: text, file: "p.yaml") }
    }
}
