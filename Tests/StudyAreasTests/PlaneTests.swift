import Geometry
import PedestrianNetworks
import Projections
import Testing

@testable import StudyAreas

@Suite("The plane of a run")
struct PlaneTests {
    /// A street of about 190 m eastwards from a place in degrees, with a block and a park.
    private func town(_ longitude: Double, _ latitude: Double) -> Town {
        var town = Town()
        town.plane = .automatic
        town.blocks = .features([
            .point(longitude + 0.0005, latitude + 0.0001, ["id": "B", "population": 1])
        ])
        town.facilities = [.features([.point(longitude + 0.001, latitude, ["id": "F", "kind": "park"])])]
        town.network = .features([.line([(longitude, latitude), (longitude + 0.002, latitude)])])
        return town
    }

    @Test(
        "in China the three-degree zone, elsewhere UTM",
        arguments: [
            (120.6, 31.3, "EPSG:4549"), (118.6, 31.3, "EPSG:4549"), (118.4, 31.3, "EPSG:4548"),
            (106.5, 29.5, "EPSG:4545"), (87.6, 43.8, "EPSG:4538"), (13.4, 52.5, "EPSG:32633"),
            (-58.4, -34.6, "EPSG:32721"),
        ])
    func automatic(longitude: Double, latitude: Double, code: String) async throws {
        let area = try await town(longitude, latitude).load()
        #expect(area.plane.label == code)
        #expect(area.found(.planeChosen).first?.arguments.first == code)
        let back = try #require(try area.plane.toLongitudeLatitude())
        var position = [area.blocks[0].origin]
        #expect(back.apply(to: &position) == 0)
        #expect(position[0].distance(to: Position(longitude + 0.0005, latitude + 0.0001)) < 1e-8)
    }

    @Test(
        "the zone is that of most blocks: a stray at 0, 0, at the other end of the globe or off it changes nothing",
        arguments: [(0.0, 0.0), (-120, -31), (1000, 1000)])
    func strays(x: Double, y: Double) async throws {
        var town = town(120.6, 31.3)
        town.blocks = .features([
            .point(x, y, ["id": "stray", "population": 9]),
            .point(120.601, 31.3001, ["id": "a", "population": 1]),
            .point(120.6012, 31.3, ["id": "b", "population": 1]),
        ])
        let area = try await town.load()
        #expect(area.plane.label == "EPSG:4549")
        #expect(area.joins(ofBlock: "a").count == 1 && area.joins(ofBlock: "stray").isEmpty)
    }

    @Test("the plane named is used, and layers are moved into it")
    func named() async throws {
        var town = town(120.6, 31.3)
        town.plane = .named("EPSG:4527")
        let area = try await town.load()
        #expect(area.plane.label == "EPSG:4527" && area.found(.planeChosen).isEmpty)
        // Zone 39 is centred on 117° E; its eastings begin with the zone's number.
        #expect(area.blocks[0].origin.x > 39_800_000 && area.blocks[0].origin.x < 39_900_000)
    }

    @Test("layers without a system are taken to be in the one named, which is said; others keep theirs")
    func assumed() async throws {
        var town = Town()
        town.plane = .named("EPSG:4549")
        town.blocks = .csv("id,population,x,y\nB,1,500100,3500010\n")
        town.network = .features([.line([(500_000, 3_500_000), (501_000, 3_500_000)])], system: "EPSG:4549")
        town.facilities = [.csv("id,kind,lng,lat\nF,park,120.001,31.62295\n")]
        let area = try await town.load()
        #expect(area.blocks[0].origin == Position(500_100, 3_500_010))
        #expect(area.facilities[0].straightDistance(from: Position(500_095, 3_500_000)) < 50)
        #expect(area.found(.referenceAssumed).map(\.layer) == ["blocks"])
        #expect(area.found(.referenceAssumed).first?.arguments.last == "EPSG:4549")
    }

    @Test("a geographic system is only what layers without one are in; the plane is still chosen")
    func geographic() async throws {
        var town = town(120.6, 31.3)
        town.plane = .named("EPSG:4490")
        town.blocks = .csv("id,population,x,y\nB,1,120.6005,31.3001\n")
        let area = try await town.load()
        #expect(area.plane.label == "EPSG:4549")
        #expect(area.found(.referenceAssumed).map(\.layer) == ["blocks"])
        #expect(area.joins(ofBlock: "B").count == 1)
    }

    @Test("a plane in feet and a layer that says nothing are errors")
    func unusable() async throws {
        var feet = town(-122.4, 37.8)
        feet.plane = .named("EPSG:2227")
        let error = try await #require(throws: StudyAreaError.self) { try await feet.load() }
        guard case .notAPlane = error.problem else { throw error }
        var silent = town(120.6, 31.3)
        silent.blocks = .csv("id,population,x,y\nB,1,500100,3500010\n")
        let other = try await #require(throws: StudyAreaError.self) { try await silent.load() }
        #expect(other.problem == .noReference && other.layer == "blocks")
        var unknown = town(120.6, 31.3)
        unknown.plane = .named("EPSG:999999")
        await #expect(throws: ProjectionError.self) { try await unknown.load() }
    }

    @Test("a local grid is taken as it is, and results have no place on the globe")
    func local() async throws {
        let area = try await Town().load()
        #expect(area.blocks[0].origin == Position(100, 10))
        #expect(area.plane.reference == nil && area.plane.label == "local")
        #expect(try area.plane.toLongitudeLatitude() == nil)
        #expect(area.found(.planarOutput).count == 1)
    }

    @Test("a layer that says it is in degrees has no place in a local grid")
    func degreesInLocalGrid() async throws {
        var town = Town()
        town.network = .features([.line([(0, 0), (1000, 0)])], system: "EPSG:4490")
        let error = try await #require(throws: StudyAreaError.self) { try await town.load() }
        #expect(error.problem == .geographicInLocalGrid && error.layer == "network")
    }

    @Test("layers kilometres apart are an error that says how far", arguments: ["blocks", "facilities"])
    func layersApart(layer: String) async throws {
        var town = Town()
        town.set(layer, to: .features([.point(500, 10_000, ["id": "a", "kind": "park", "population": 1])]))
        let error = try await #require(throws: StudyAreaError.self) { try await town.load() }
        #expect(error.problem == .layersApart(other: "network", kilometres: 10) && error.layer == layer)
    }

    @Test("a kilometre is not yet apart, nor is what a longer leg can bridge")
    func nearEnough() async throws {
        var town = Town()
        town.blocks = .features([.point(500, 1000, ["id": "a", "population": 1])])
        #expect(try await town.load().features(.blockOffNetwork) == ["a"])
        town.blocks = .features([.point(500, 4000, ["id": "a", "population": 1])])
        town.loader.maxSnap = .init(metres: 5000)
        #expect(try await town.load().joins(ofBlock: "a").first?.leg == 4000)
    }
}
