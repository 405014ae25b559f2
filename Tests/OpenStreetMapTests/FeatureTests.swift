import Geometry
import PedestrianNetworks
import Testing

@testable import OpenStreetMap

/// Places, homes, barriers and entrances come out with their tags and shapes.
@Suite struct FeatureTests {
    /// A ring of 100 m around a ring of 20 m.
    private func rings() -> MadeExtract {
        var made = MadeExtract()
        for (id, x, y) in [
            (1, 0.0, 0.0), (2, 100, 0), (3, 100, 100), (4, 0, 100),
            (5, 40, 40), (6, 60, 40), (7, 60, 60), (8, 40, 60),
        ] { made.node(Int64(id), x, y) }
        return made
    }

    @Test func multipolygonKeepsItsHole() throws {
        var made = rings()
        made.way(10, [1, 2, 3], [:])
        made.way(11, [3, 4, 1], [:])
        made.way(12, [5, 6, 7, 8, 5], [:])
        made.multipolygon(7, [(10, "outer"), (11, "outer"), (12, "inner")], ["leisure": "park"])
        let park = try #require(try made.read().places.first)
        #expect(park.id.description == "relation/7")
        #expect(park.tags["leisure"] == "park")
        let polygon = try #require(park.shape.polygons.first)
        #expect(polygon.holes.count == 1)
        let square = MadeExtract.degrees.ofLongitude * MadeExtract.degrees.ofLatitude
        #expect(abs(polygon.area * square - 9600) < 10)
    }

    @Test func multipolygonWithAMissingWayIsReported() throws {
        var made = rings()
        made.way(10, [1, 2, 3], [:])
        made.multipolygon(7, [(10, "outer"), (11, "outer")], ["leisure": "park"])
        let extract = try made.read()
        #expect(extract.places.isEmpty)
        #expect(extract.leftOut == ["relation/7 incomplete_multipolygon"])
    }

    @Test func openMultipolygonIsReported() throws {
        var made = rings()
        made.way(10, [1, 2, 3], [:])
        made.multipolygon(7, [(10, "outer")], ["leisure": "park"])
        #expect(try made.read().leftOut == ["relation/7 open_multipolygon"])
    }

    @Test func twoShellsAreOnePlace() throws {
        var made = rings()
        made.node(9, 200, 0)
        made.node(11, 300, 0)
        made.node(12, 300, 100)
        made.way(10, [1, 2, 3, 4, 1], [:])
        made.way(11, [9, 11, 12, 9], [:])
        made.multipolygon(7, [(10, "outer"), (11, "outer")], ["amenity": "university"])
        #expect(try made.read().places.first?.shape.polygons.count == 2)
    }

    @Test func placesOfAllShapes() throws {
        var made = rings()
        made.node(20, 5, 5, ["amenity": "pharmacy", "name": "药店"])
        made.node(21, 6, 6, ["highway": "bus_stop"])
        made.node(22, 7, 7, ["natural": "tree"])
        made.node(23, 8, 8, ["shop": "no"])
        made.way(10, [1, 2, 3, 4, 1], ["leisure": "park"])
        made.way(11, [5, 6, 7], ["leisure": "fitness_station"])
        made.way(12, [5, 6, 9, 7], ["shop": "supermarket"])
        made.way(13, [5, 6, 7, 8, 5], ["building": "apartments"])
        made.way(14, [1, 2, 3, 4, 1], ["landuse": "residential"])
        made.way(15, [5, 6, 7, 8, 5], ["building": "yes"])
        let extract = try made.read()
        #expect(extract.placeIDs == ["node/20", "node/21", "way/10", "way/11"])
        #expect(extract.places[2].shape.polygons.count == 1)
        #expect(extract.places[3].shape.lines.count == 1)
        #expect(extract.buildings.map(\.id.description) == ["way/13"])
        #expect(extract.residentialLand.map(\.id.description) == ["way/14"])
        #expect(extract.leftOut == ["way/12 nodes_missing"])
    }

    @Test func barriersAndWhatRunsBelowGround() throws {
        var made = rings()
        made.way(10, [1, 2], ["barrier": "wall"])
        made.way(11, [2, 3], ["waterway": "canal"])
        made.way(12, [3, 4], ["waterway": "stream", "tunnel": "culvert"])
        made.way(13, [5, 6, 7, 8, 5], ["natural": "water"])
        made.way(14, [4, 1], ["railway": "rail"])
        made.way(15, [4, 2], ["railway": "subway", "tunnel": "yes"])
        made.way(16, [4, 9, 1, 2], ["barrier": "fence"])
        let barriers = try made.read().barriers
        #expect(barriers.map(\.kind) == [.wall, .water, .water, .railway, .wall])
        #expect(barriers[2].line.positions.count == 5)
        #expect(barriers[4].line.positions.count == 2)
    }

    @Test func edgesOfAWaterMultipolygonAreBarriers() throws {
        var made = rings()
        made.way(10, [1, 2, 3, 4, 1], [:])
        made.way(12, [5, 6, 7, 8, 5], [:])
        made.multipolygon(7, [(10, "outer"), (12, "inner")], ["natural": "water"])
        #expect(try made.read().barriers.map(\.kind) == [.water, .water])
    }

    @Test func entrancesSayWhoGetsIn() throws {
        var made = MadeExtract()
        made.node(1, 0, 0, ["entrance": "main"])
        made.node(2, 1, 0, ["entrance": "yes", "access": "private"])
        made.node(3, 2, 0, ["entrance": "no"])
        let entrances = try made.read().entrances
        #expect(entrances.map(\.node) == [1, 2])
        #expect(entrances.map(\.value) == ["main", "yes"])
        #expect(entrances[0].passage == .open)
        #expect(entrances[1].passage != .open)
    }

    @Test func negativeIDsAndRepetitionsAreTaken() throws {
        var made = MadeExtract()
        made.node(-1, 0, 0)
        made.node(-2, 10, 0)
        made.node(-2, 20, 0, ["amenity": "bench"])
        made.way(-3, [-1, -1, -2, -2])
        made.way(-3, [-1, -2])
        let extract = try made.read()
        #expect(extract.ways.map(\.nodes) == [[-1, -2]])
        #expect(abs(extract.network().length.metres - 20) < 0.1)
        #expect(extract.placeIDs == ["node/-2"])
    }
}
