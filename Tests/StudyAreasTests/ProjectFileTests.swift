import FileFixtures
import Standards
import StrictYAML
import Testing
import VectorFiles

@testable import StudyAreas

@Suite("Project files")
struct ProjectFileTests {
    private func read(_ text: String) throws -> ProjectFile {
        try ProjectFile(text: text, file: "/plans/示例/project.yaml")
    }

    @Test("every key is understood")
    func everything() throws {
        let project = try read(
            """
            name: 示例片区
            standard: suzhou-2021
            crs: EPSG:4549
            blocks:     {source: blocks.gpkg, layer: blocks, id: id, name: title, population: population, households: households, age: community_age, gated: gated, site_area: land}
            entrances:  {source: entrances.geojson, id: eid, of: block_id}
            facilities:
              - {source: facilities.geojson, kind: kind, floor_area: floor_area, site_area: site_area, classes: 班数}
              - {source: poi.csv, x: lng, y: lat, id: poi_id, name: n}
            network:    {source: network.gpkg, layer: ways}
            barriers:   {source: water.geojson}
            units:      {source: communities.geojson, id: id, name: name}
            surveyed: all
            output: results
            """)
        let input = project.input
        #expect(input.name == "示例片区" && project.standard == "suzhou-2021")
        #expect(input.plane == .named("EPSG:4549") && input.surveyed == .all)
        #expect(project.output == "/plans/示例/results")
        #expect(input.blocks?.source == VectorSource(path: "/plans/示例/blocks.gpkg", layer: "blocks"))
        #expect(
            input.blocks?.columns == [
                .id: "id", .name: "title", .population: "population", .households: "households",
                .age: "community_age", .gated: "gated", .siteArea: "land",
            ])
        #expect(input.entrances?.columns == [.id: "eid", .of: "block_id"])
        #expect(input.facilities.count == 2)
        #expect(
            input.facilities.first?.columns == [
                .kind: "kind", .floorArea: "floor_area", .siteArea: "site_area", .classes: "班数",
            ])
        let csv = VectorSource(path: "/plans/示例/poi.csv", xField: "lng", yField: "lat")
        #expect(input.facilities.last?.source == csv)
        #expect(input.facilities.last?.columns == [.id: "poi_id", .name: "n"])
        #expect(input.network?.source.layer == "ways" && input.network?.columns.isEmpty == true)
        #expect(input.barriers?.source.path == "/plans/示例/water.geojson")
        #expect(input.units?.columns == [.id: "id", .name: "name"])
    }

    @Test("what is left out has its default")
    func defaults() throws {
        let project = try read("name: x")
        #expect(project.standard == nil && project.output == nil && project.input.plane == .automatic)
        #expect(project.input.surveyed == .asFound && project.input.layers.isEmpty)
        #expect(try read("crs: local").input.plane == .local)
    }

    @Test("paths from the root stand as they are, others are beside the file, the standard's too")
    func paths() throws {
        let absolute = try read("blocks: {source: /data/b.gpkg}\noutput: /tmp/out\nstandard: /s/own.yaml")
        #expect(absolute.input.blocks?.source.path == "/data/b.gpkg")
        #expect(absolute.output == "/tmp/out" && absolute.standard == "/s/own.yaml")
        #expect(
            try read("network: {source: 'PG:dbname=city'}").input.network?.source.path == "PG:dbname=city")
        #expect(try read("standard: own.yaml").standard == "/plans/示例/own.yaml")
        #expect(try read("standard: rules/own").standard == "/plans/示例/rules/own")
        let text = "blocks: {source: b.gpkg}\noutput: out"
        let here = try ProjectFile(text: text, file: "project.yaml")
        #expect(here.input.blocks?.source.path == "b.gpkg" && here.output == "out")
        let below = try ProjectFile(text: text, file: "plans/project.yaml")
        #expect(below.input.blocks?.source.path == "plans/b.gpkg" && below.output == "plans/out")
    }

    @Test(
        "unknown keys are refused where they stand",
        arguments: [
            ("name: x\nblock: {source: a}", "block", 2, 1),
            ("blocks: {source: a, popluation: p}", "popluation", 1, 21),
            ("blocks:\n  source: a\n  floor_area: f", "floor_area", 3, 3),
            ("facilities:\n  - source: a\n    kind: k\n    population: p", "population", 4, 5),
            ("network: {source: a, id: i}", "id", 1, 22), ("units: {source: a, of: b}", "of", 1, 20),
        ])
    func unknownKeys(text: String, key: String, line: Int, column: Int) throws {
        let error = try #require(throws: YAMLError.self) { try read(text) }
        guard case .unknownKey(key, _) = error.problem else { throw error }
        #expect(error.line == line && error.column == column && error.file.hasSuffix("project.yaml"))
    }

    @Test("a layer needs its source")
    func noSource() throws {
        let error = try #require(throws: YAMLError.self) { try read("name: x\nblocks: {id: i}") }
        #expect(error.problem == .missingKey("source") && error.line == 2)
    }

    @Test("surveyed kinds may be listed by any name of theirs")
    func surveyed() throws {
        let input = try read("surveyed: [幼儿园, 社区卫生服务站, pocket_park, 文化站]").input
        #expect(
            input.surveyed
                == .kinds(["kindergarten", "health_station", "pocket_park", "cultural_activity_station"]))
        #expect(input.surveyed.includes("pocket_park") && !input.surveyed.includes("primary_school"))
        #expect(Surveyed.all.includes("anything") && !Surveyed.asFound.includes("park"))
    }

    @Test("a surveyed kind nobody knows is refused where it stands, with names that are near")
    func unknownSurveyed() throws {
        let error = try #require(throws: YAMLError.self) { try read("surveyed:\n  - 幼儿园\n  - 幼儿圆") }
        guard case .notAllowed("幼儿圆", let near) = error.problem else { throw error }
        #expect(near.contains("幼儿园") && error.line == 3)
        let word = try #require(throws: YAMLError.self) { try read("surveyed: some") }
        #expect(word.problem == .notAllowed("some", allowed: ["all"]))
    }

    @Test("paths are relative to the file's folder, wherever the program was started")
    func onDisk() async throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "b.geojson", MadeFeature.collection([.point(5, 5, ["id": "B", "population": 1])]))
        try folder.write("f.geojson", MadeFeature.collection([.point(9, 5, ["id": "F", "type": "公园"])]))
        try folder.write("n.geojson", MadeFeature.collection([.line([(0, 0), (50, 0)])]))
        let path = try folder.write(
            "project.yaml",
            """
            crs: local
            blocks: {source: b.geojson}
            facilities: [{source: f.geojson, kind: type}]
            network: {source: ./n.geojson}
            """)
        let raw = try RawLayers(reading: ProjectFile(contentsOf: path).input)
        let loader = StudyAreaLoader(kinds: .catalogue(.bundled))
        let area = try await loader.join(try loader.build(try ProjectedLayers(raw, reach: 200)))
        #expect(area.blocks.map(\.id) == ["B"] && area.facilities.map(\.kind) == ["pocket_park"])
    }

    @Test("a project file that is not there is said to be missing")
    func missing() throws {
        let error = try #require(throws: VectorFileError.self) {
            try ProjectFile(contentsOf: "/nowhere/project.yaml")
        }
        #expect(error.problem == .missing && error.path == "/nowhere/project.yaml")
    }
}
