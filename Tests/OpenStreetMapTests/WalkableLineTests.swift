import Geometry
import PedestrianNetworks
import Testing

@testable import OpenStreetMap

/// Ways join where they share nodes and nowhere else, and end where nobody gets through.
@Suite struct WalkableLineTests {
    /// A street from west to east, a footpath from south to north through its middle.
    private func cross(_ middle: [String: String] = [:]) -> MadeExtract {
        var made = MadeExtract()
        made.node(1, 0, 0)
        made.node(2, 100, 0, middle)
        made.node(3, 200, 0)
        made.node(4, 100, -100)
        made.node(5, 100, 100)
        made.way(10, [1, 2, 3], ["highway": "residential", "name": "东街"])
        made.way(11, [4, 2, 5])
        return made
    }

    @Test func sharedNodeJoins() throws {
        let extract = try cross().read()
        #expect(extract.components == 1)
        #expect(extract.ways.map(\.id.description) == ["way/10", "way/11"])
        #expect(extract.ways[0].nodes == [1, 2, 3])
        #expect(extract.ways[0].tags == ["highway": "residential", "name": "东街"])
        #expect(abs(extract.network().length.metres - 400) < 0.5)
        #expect(extract.report.walkableObjects == 2)
    }

    @Test func orderInTheFileChangesNothing() throws {
        let made = cross()
        let lines = made.xml.split(separator: "\n")
        let turned = lines[...1] + lines[2..<(lines.count - 1)].reversed() + lines.suffix(1)
        let other = try MadeFile(Array(turned.joined(separator: "\n").utf8)).read()
        #expect(other == (try made.read()))
    }

    @Test func bridgeAboveAStreetStaysApart() throws {
        var made = MadeExtract()
        made.node(1, 0, 0)
        made.node(2, 100, 0)
        made.node(3, 200, 0)
        made.node(4, 100, -100)
        made.node(5, 100, 0)
        made.node(6, 100, 100)
        made.way(10, [1, 2, 3], ["highway": "primary"])
        made.way(11, [4, 5, 6], ["highway": "footway", "bridge": "yes", "layer": "1"])
        let extract = try made.read()
        #expect(extract.components == 2)
        let move = try #require(extract.report.movedNodes.first)
        #expect(extract.report.movedNodes.count == 1)
        #expect((move.node, move.apartFrom) == (5, 2))
        #expect((0.025...0.04).contains(DegreeLengths.metres(move.from, move.to)))
        #expect(extract.ways[1].positions[1] == move.to)
        #expect(extract.ways[1].tags["layer"] == "1")
    }

    @Test func manyNodesOnOnePlaceAllStayApart() throws {
        var made = MadeExtract()
        for way in Int64(0)..<40 {
            made.node(100 + way, 0, 0)
            made.node(200 + way, 50, Double(way))
            made.way(way + 1, [100 + way, 200 + way])
        }
        let extract = try made.read()
        #expect(extract.components == 40)
        #expect(extract.report.movedNodes.count == 39)
    }

    @Test func neighboursOnOneWayMayLieClose() throws {
        var made = MadeExtract()
        made.node(1, 0, 0)
        made.node(2, 0.01, 0)
        made.node(3, 50, 0)
        made.way(10, [1, 2, 3])
        let extract = try made.read()
        #expect(extract.report.movedNodes.isEmpty)
        #expect(extract.components == 1)
    }

    @Test(arguments: [["barrier": "wall"], ["barrier": "gate", "locked": "yes"], ["access": "no"]])
    func nobodyGetsThroughAClosedNode(_ tags: [String: String]) throws {
        let extract = try cross(tags).read()
        #expect(extract.components == 4)
        #expect(extract.ways.map(\.piece) == [0, 1, 0, 1])
        #expect(extract.report.cuts.map(\.id.description) == ["way/10", "way/11"])
        #expect(extract.report.cuts.allSatisfy { $0.node == 2 })
        #expect(abs(extract.network().length.metres - (400 - 4 * 0.03)) < 0.5)
    }

    @Test func cutAtAnAcuteAngleStaysCut() throws {
        var made = MadeExtract()
        made.node(1, 0, 0, ["barrier": "wall"])
        for way in Int64(0)..<12 {
            made.node(10 + way, 100, Double(way))
            made.way(100 + way, [1, 10 + way])
        }
        #expect(try made.read().components == 12)
    }

    @Test func gateForAllIsNoObstacle() throws {
        let extract = try cross(["barrier": "gate"]).read()
        #expect(extract.components == 1)
        #expect(extract.gates.map(\.value) == ["gate"])
        #expect(extract.gates.map(\.passage) == [.open])
    }

    /// A street of 300 m, a gate 10 m off it, and a path behind the gate.
    private func compound(pathLength: Double = 100) -> MadeExtract {
        var made = MadeExtract()
        made.node(1, 0, 0)
        made.node(2, 300, 0)
        made.node(3, 310, 0, ["barrier": "gate", "access": "residents"])
        made.node(4, 320, 0)
        made.node(5, 320 + pathLength, 0)
        made.way(10, [1, 2, 3], ["highway": "residential"])
        made.way(11, [3, 4, 5], ["highway": "service"])
        return made
    }

    @Test func privateGateClosesWhatIsBehindIt() throws {
        let extract = try compound().read()
        #expect(extract.ways.map(\.nodes) == [[1, 2], [2, 3], [3, 4], [4, 5]])
        #expect(extract.ways.map(\.isPrivate) == [false, true, true, true])
        #expect(extract.report.enclosed.map(\.description) == ["way/11"])
        #expect(extract.components == 1)
    }

    @Test func secondWayInKeepsWhatIsBehindAGateOpen() throws {
        var made = compound()
        made.way(12, [5, 1], ["highway": "footway"])
        let extract = try made.read()
        #expect(extract.ways.map(\.isPrivate) == [false, true, true, false, false])
        #expect(extract.report.enclosed.isEmpty)
        #expect(extract.network(privateToo: false).components.count == 1)
    }

    @Test func whatGoesOnBeyondTheExtractIsNoCompound() throws {
        var made = compound()
        made.way(12, [5, 99], ["highway": "footway"])
        #expect(try made.read().report.enclosed.isEmpty)
    }

    @Test func townBehindAGateIsNoCompound() throws {
        var made = compound(pathLength: 21_000)
        for node in Int64(20)..<30 { made.node(node, -3000 * Double(node - 19), 0) }
        made.way(13, [1] + (20..<30).map { Int64($0) }, ["highway": "residential"])
        let extract = try made.read()
        #expect(extract.report.enclosed.isEmpty)
        #expect(extract.network(privateToo: false).components.count == 2)
    }

    @Test func privateWaysAreKeptAndMarked() throws {
        var made = cross()
        made.node(6, 300, 0)
        made.way(12, [3, 6], ["highway": "service", "access": "private"])
        let extract = try made.read()
        #expect(extract.ways.last?.isPrivate == true)
        #expect(extract.report.privateObjects == 1)
        #expect(extract.components == 1)
    }

    @Test func missingNodesPartAWayAndMarkTheEdge() throws {
        var made = MadeExtract()
        for node in [1, 2, 4, 5, 7] { made.node(Int64(node), Double(node) * 10, 0) }
        made.way(10, [1, 2, 3, 4, 5, 6, 7, 8])
        made.way(11, [8, 9])
        made.way(12, [5])
        let extract = try made.read()
        #expect(extract.ways.map(\.nodes) == [[1, 2], [4, 5]])
        #expect(extract.edgeOfData.map(\.node) == [2, 4, 5, 7])
        #expect(extract.leftOut == ["way/11 nodes_missing", "way/12 too_few_nodes"])
    }

    @Test func whatIsNotWalkableIsReported() throws {
        var made = cross()
        made.way(20, [1, 5], ["highway": "motorway"])
        made.way(21, [3, 5], ["route": "ferry"])
        let extract = try made.read()
        #expect(extract.leftOut == ["way/20 not_walkable:motorway", "way/21 not_walkable:ferry"])
        #expect(extract.report.leftOutCounts == ["not_walkable:motorway": 1, "not_walkable:ferry": 1])
    }

    @Test func levelIsKept() throws {
        var made = cross()
        made.way(12, [3, 5], ["highway": "corridor", "level": "-1"])
        #expect(try made.read().ways.last?.level == "-1")
    }
}
