import Geometry
import Testing

@testable import StudyAreas

@Suite("Shapes that cannot be used")
struct GeometryDefectTests {
    private static let named: MadeFeature.Attributes = ["id": "bad", "population": 77]

    /// Ways a block's shape can be useless in GeoJSON, and the finding each gives.
    static let defects: [(MadeFeature, Finding.Code)] = [
        (MadeFeature(geometry: "null", named), .geometryMissing),
        (.line([(0, 0), (9, 9)], named), .geometryUnsupported),
        (
            MadeFeature(
                geometry: #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,1]},"#
                    + #"{"type":"LineString","coordinates":[[0,0],[5,5]]}]}"#, named),
            .geometryUnsupported
        ),
        (
            MadeFeature(geometry: #"{"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9]]]}"#, named),
            .geometryMalformed
        ),
        (.polygon([(0, 0), (10, 0), (20, 0)], named), .geometryMalformed),
        (.point(1e200, 0, named), .notTransformable),
    ]

    @Test("each is left out under its own name, with the residents concerned", arguments: defects)
    func leftOut(feature: MadeFeature, code: Finding.Code) async throws {
        var town = Town()
        town.blocks = .features([feature, .point(50, 5, ["id": "good", "population": 1])])
        let area = try await town.load()
        let finding = try #require(area.found(code).first)
        #expect(finding.feature == "bad" && finding.layer == "blocks" && finding.population == 77)
        #expect(finding.arguments.first?.hasSuffix("blocks.geojson") == true)
        #expect(code.severity == .error)
        #expect(area.blocks.map(\.id) == ["good"])
        #expect(area.tally("blocks").map { [$0.read, $0.used, $0.excluded] } == [2, 1, 1])
    }

    @Test(
        "coordinates that are missing, no numbers or not finite",
        arguments: [
            ("", Finding.Code.geometryMissing), ("here", .geometryMalformed), ("nan", .geometryNotFinite),
            ("inf", .geometryNotFinite),
        ])
    func cells(x: String, code: Finding.Code) async throws {
        var town = Town()
        town.blocks = .csv("id,population,x,y\nbad,77,\(x),5\ngood,1,50,5\n")
        let area = try await town.load()
        #expect(area.features(code) == ["bad"] && area.found(code).first?.population == 77)
        #expect(area.blocks.map(\.id) == ["good"])
    }

    @Test(
        "shapes without positions and with empty members",
        arguments: ["POINT EMPTY", "POLYGON EMPTY", "MULTIPOLYGON EMPTY", "GEOMETRYCOLLECTION EMPTY"])
    func empty(text: String) async throws {
        var town = Town()
        town.blocks = .csv("id,population,wkt\nbad,77,\(text)\ngood,1,POINT (50 5)\n")
        let area = try await town.load()
        #expect(
            area.features(.geometryEmpty) == ["bad"] && area.found(.geometryEmpty).first?.population == 77)
        #expect(area.blocks.map(\.id) == ["good"])
    }

    @Test("degrees beyond the globe, and places the plane does not reach")
    func degrees() async throws {
        var town = Town()
        town.plane = .named("EPSG:4549")
        town.blocks = .csv(
            "id,population,lng,lat\nfar,1,220,31\npole,2,120,91\nother,3,30,0\ngood,4,120.001,31\n")
        town.facilities = [.csv("id,lng,lat,kind\nf,120.001,31,park\n")]
        town.network = .features([.line([(120, 31), (120.002, 31)])])
        let area = try await town.load()
        #expect(area.features(.outsideTheGlobe) == ["far", "pole"])
        #expect(area.features(.notTransformable) == ["other"])
        #expect(area.blocks.map(\.id) == ["good"])
    }

    @Test("a surface that crosses itself is mended, counted as in use, and said so")
    func repaired() async throws {
        var town = Town()
        town.blocks = .features([
            .polygon([(0, 0), (20, 20), (20, 0), (0, 20)], ["id": "bow", "population": 3])
        ])
        let area = try await town.load()
        #expect(area.features(.geometryRepaired) == ["bow"])
        #expect(area.found(.geometryRepaired).first?.population == 3)
        #expect(area.blocks.first?.landArea == 200)
        #expect(area.tally("blocks")?.excluded == 0)
        let block = try #require(area.blocks.first)
        #expect(try block.shape.covers(block.origin, in: GEOSContext()))
    }

    @Test("in every layer read = used + excluded, with one finding for each feature left out")
    func balance() async throws {
        let nothing = MadeFeature(geometry: "null", ["id": "x", "kind": "park", "block_id": "B"])
        let lone = MadeFeature.point(3, 3, ["id": "y"])
        var town = Town()
        town.blocks = .features([
            .point(50, 5, ["id": "B", "population": 1]), nothing, .line([(0, 0), (1, 1)]),
        ])
        town.facilities = [
            .features([nothing, .point(60, 5, ["id": "f", "kind": "park"]), .point(1, 1, ["kind": "谜"])]),
            .features([
                .point(70, 5, ["id": "g", "kind": "park"]), .line([(0, 0), (1, 1)], ["kind": "park"]),
            ]),
        ]
        town.network = .features([nothing, .line([(0, 0), (100, 0)]), lone])
        town.entrances = .features([
            nothing, .point(50, 3, ["block_id": "B"]), .point(50, 2, ["block_id": "nobody"]),
            .line([(0, 0), (1, 1)]),
        ])
        town.barriers = .features([nothing, .line([(0, 900), (1, 900)]), lone])
        town.units = .features([nothing, .rectangle(0...99, 0...99, ["id": "u"]), lone])
        let area = try await town.load()
        for tally in area.tallies {
            let lost = area.findings.count {
                $0.code.severity == .error && ($0.arguments.first == tally.path || $0.code == .kindUnknown)
                    && $0.layer == tally.layer
            }
            // Entrances and kinds name no file; there is one such layer, or the first of two.
            let nameless = tally.layer == "entrances" ? area.found(.entranceWithoutBlock).count : 0
            let unknown = tally.path.hasSuffix("facilities1.geojson") ? area.found(.kindUnknown).count : 0
            #expect(tally.excluded == lost + nameless - unknown, "\(tally)")
            #expect(tally.read == tally.used + tally.excluded && tally.used > 0)
        }
        func used(_ layer: String) -> Int {
            area.tallies.reduce(0) { $0 + ($1.layer == layer ? $1.used : 0) }
        }
        #expect(used("blocks") == area.blocks.count && used("facilities") == area.facilities.count)
        #expect(used("units") == area.units.count && used("entrances") == 1)
        #expect(used("network") == 1 && used("barriers") == 1 && area.tallies.count == 7)
    }

    @Test(
        "a layer of which nothing can be used is an error that counts its features",
        arguments: ["blocks", "facilities", "network", "entrances", "barriers", "units"])
    func nothingUsable(layer: String) async throws {
        var town = Town()
        let useless = Town.Layer.features([
            MadeFeature(geometry: "null", ["kind": "park", "block_id": "B1"]),
            MadeFeature(geometry: "null", ["kind": "park", "block_id": "B1"]),
        ])
        town.set(layer, to: useless)
        let error = try await #require(throws: StudyAreaError.self) { try await town.load() }
        #expect(error.hasNothingUsable(of: 2) && error.layer == layer)
    }

    @Test(
        "so is a layer of which all is of the wrong family",
        arguments: [
            ("blocks", MadeFeature.line([(0, 0), (9, 0)], ["id": "a"])),
            ("facilities", .line([(0, 0), (9, 0)], ["kind": "park"])), ("network", .point(1, 1)),
            ("entrances", .rectangle(0...9, 0...9, ["block_id": "B1"])), ("barriers", .point(1, 1)),
            ("units", .line([(0, 0), (9, 0)])), ("entrances", .point(1, 1, ["block_id": "nobody"])),
            ("network", .line([(5, 5), (5, 5)])),
        ])
    func wrongFamily(layer: String, feature: MadeFeature) async throws {
        var town = Town()
        town.set(layer, to: .features([feature]))
        let error = try await #require(throws: StudyAreaError.self) { try await town.load() }
        #expect(error.hasNothingUsable(of: 1) && error.layer == layer)
    }

    @Test(
        "a layer without features is an error",
        arguments: ["blocks", "facilities", "network", "entrances", "barriers", "units"])
    func emptyLayer(layer: String) async throws {
        var town = Town()
        town.set(layer, to: .csv("id,kind,block_id,wkt\n"))
        let error = try await #require(throws: StudyAreaError.self) { try await town.load() }
        #expect(error.problem == .emptyLayer && error.layer == layer)
    }

    @Test("a layer that is needed and was not given is an error that names its option")
    func notGiven() throws {
        let error = try #require(throws: StudyAreaError.self) { try RawLayers(reading: StudyAreaInput()) }
        #expect(error.problem == .layerNotGiven(option: "--blocks"))
    }
}
