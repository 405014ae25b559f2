import FileFixtures
import Geometry
import PedestrianNetworks
import Standards
import Testing
import VectorFiles

@testable import StudyAreas

@Suite("OpenStreetMap files as layers")
struct MapDataTests {
    /// A street with a private drive into a walled estate, a shop, a park, and a motorway that nobody walks.
    private static let map = """
        <osm version="0.6">
        <node id="1" lat="31.3000" lon="120.6000"/><node id="2" lat="31.3000" lon="120.6050"/>
        <node id="3" lat="31.3000" lon="120.6100"/><node id="4" lat="31.3020" lon="120.6050"/>
        <node id="11" lat="31.3005" lon="120.6040"/><node id="12" lat="31.3005" lon="120.6060"/>
        <node id="13" lat="31.3025" lon="120.6060"/><node id="14" lat="31.3025" lon="120.6040"/>
        <node id="21" lat="31.3002" lon="120.6090"><tag k="shop" v="convenience"/><tag k="name" v="便利店"/></node>
        <node id="22" lat="31.3002" lon="120.6010"><tag k="amenity" v="bench"/></node>
        <node id="31" lat="31.2990" lon="120.6000"/><node id="32" lat="31.2990" lon="120.6020"/>
        <node id="33" lat="31.2995" lon="120.6020"/>
        <way id="100"><nd ref="1"/><nd ref="2"/><nd ref="3"/><tag k="highway" v="residential"/></way>
        <way id="101"><nd ref="2"/><nd ref="4"/><tag k="highway" v="service"/><tag k="access" v="private"/></way>
        <way id="102"><nd ref="1"/><nd ref="4"/><tag k="highway" v="motorway"/></way>
        <way id="200"><nd ref="11"/><nd ref="12"/><nd ref="13"/><nd ref="14"/><nd ref="11"/>
          <tag k="landuse" v="residential"/><tag k="barrier" v="wall"/><tag k="population" v="500"/></way>
        <way id="300"><nd ref="31"/><nd ref="32"/><nd ref="33"/><nd ref="31"/><tag k="leisure" v="park"/></way>
        </osm>
        """

    private func area(_ text: String = map, kinds: KindReading = .catalogue(.bundled)) async throws
        -> StudyArea
    {
        let folder = try TemporaryFolder()
        let input = StudyAreaInput(map: try folder.write("town.osm", text))
        let loader = StudyAreaLoader(kinds: kinds)
        let layers = try ProjectedLayers(try RawLayers(reading: input), reach: 1000)
        return try await loader.join(try loader.build(layers))
    }

    @Test("ways, blocks, facilities and barriers come out of one file")
    func layers() async throws {
        let area = try await area()
        #expect(area.network.length.metres > 950 && area.network.length.metres < 1250)
        let block = try #require(area.blocks.first)
        #expect(block.id == "way/200" && block.population == 500 && block.isGated == true)
        // The drive crosses the wall: that is the gate.
        #expect(block.startKind == .derivedGates && block.starts.count == 1)
        #expect(area.facilities.map(\.id) == ["node/21", "way/300"])
        #expect(area.facilities.map(\.kind).last == "pocket_park")
        #expect((area.facilities.last?.siteArea ?? 0) > 400)
        #expect(!area.barriers.isEmpty)
    }

    @Test("what was taken and what was not is told")
    func findings() async throws {
        let area = try await area()
        let ways = try #require(area.found(.mapWays).first)
        #expect(Array(ways.arguments[1...2]) == ["1", "1"])
        #expect(area.found(.mapLeftOut).map(\.arguments[0]) == ["not_walkable:motorway"])
        #expect(area.found(.waysPrivate).isEmpty == false || area.found(.waysClosed).isEmpty == false)
    }

    @Test("asked for parks, a map gives its open spaces only, and says how much else it has")
    func oneKind() async throws {
        let park = FacilityKind(id: "pocket_park", title: "口袋公园", titleEn: "Pocket park", isOpenSpace: true)
        let area = try await area(kinds: .all(park))
        #expect(area.facilities.map(\.id) == ["way/300"])
        #expect(area.found(.otherKinds).map(\.arguments[0]) == ["1"])
    }

    @Test("a map is known by its name, and a damaged one is an error that names it")
    func damaged() async throws {
        for name in ["a.osm", "a.OSM.PBF", "b.osm.gz", "c.osm.bz2", "d.pbf"] {
            #expect(VectorSource(path: name).isMap)
        }
        #expect(!VectorSource(path: "a.osm.gpkg").isMap)
        let broken = String(Self.map.prefix(900))
        let error = await #expect(throws: VectorFileError.self) { try await area(broken) }
        #expect(error?.path.hasSuffix("town.osm") == true && error?.problem == .damaged)
    }

    @Test("a map that is given twice gives the same twice")
    func twice() async throws {
        let folder = try TemporaryFolder()
        let once = LayerInput(VectorSource(path: try folder.write("town.osm", Self.map)))
        var input = StudyAreaInput(map: once.source.path)
        input.moreNetworks = [once]
        input.facilities = [once, once]
        let raw = try RawLayers(reading: input)
        for role in ["network", "facilities"] {
            let counts = raw.layers(role).map(\.table.features.count)
            #expect(counts.count == 2 && counts[0] == counts[1] && counts[0] > 0)
        }
        #expect(raw.layers("network").map(\.leftOut).allSatisfy { $0.map(\.id) == ["way/102"] })
    }

    @Test("in the plane nothing is held of the shapes in degrees")
    func degrees() throws {
        let folder = try TemporaryFolder()
        let input = StudyAreaInput(map: try folder.write("town.osm", Self.map))
        let projected = try ProjectedLayers(try RawLayers(reading: input), reach: 1000)
        #expect(!projected.layers.isEmpty)
        for layer in projected.layers {
            #expect(layer.shapes.allSatisfy { $0 != nil })
            #expect(layer.table.features.allSatisfy { $0.shape == nil && $0.defect == nil })
        }
    }

    @Test("a layer that a map does not have is refused with those it has")
    func layerNames() async throws {
        let folder = try TemporaryFolder()
        var input = StudyAreaInput(map: try folder.write("town.osm", Self.map))
        input.blocks?.source.layer = "houses"
        let error = #expect(throws: VectorFileError.self) { try RawLayers(reading: input) }
        #expect(error?.problem == .noSuchLayer(available: ["residential_land", "residential_buildings"]))
    }
}
