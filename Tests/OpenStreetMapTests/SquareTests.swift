import Geometry
import PedestrianNetworks
import Testing

@testable import OpenStreetMap

/// Squares are walked across, straight from way to way, and never through their holes or outside.
@Suite struct SquareTests {
    /// A square of 100 m with a way at the middle of its west and east side.
    private func square(_ tags: [String: String] = ["highway": "pedestrian", "area": "yes"]) -> MadeExtract {
        var made = MadeExtract()
        let corners: [(Double, Double)] = [(0, 0), (100, 0), (100, 50), (100, 100), (0, 100), (0, 50)]
        for (place, corner) in corners.enumerated() { made.node(Int64(place + 1), corner.0, corner.1) }
        made.node(7, -50, 50)
        made.node(8, 150, 50)
        made.way(10, [1, 2, 3, 4, 5, 6, 1], tags)
        made.way(11, [7, 6])
        made.way(12, [3, 8])
        return made
    }

    @Test func chordJoinsTheWaysThatMeetTheEdge() throws {
        let extract = try square().read()
        #expect(extract.ways.map(\.course) == [.boundary, .chord, .line, .line])
        #expect(Set(extract.ways[1].nodes) == [3, 6])
        #expect(extract.report.walkedAcross == 1)
        #expect(extract.report.chords == 1)
        #expect(extract.components == 1)
        #expect(abs(extract.network().length.metres - 600) < 0.5)
        #expect(extract.placeIDs == ["way/10"])
    }

    @Test func ringThatIsNoAreaIsWalkedAround() throws {
        let extract = try square(["highway": "pedestrian"]).read()
        #expect(extract.ways.map(\.course) == [.line, .line, .line])
        #expect(extract.report.walkedAcross == 0)
    }

    @Test func chordKeepsOutOfAHole() throws {
        var made = square(["highway": "service", "note": "outer"])
        made.ways.removeFirst()
        made.way(10, [1, 2, 3, 4, 5, 6, 1], ["note": "outer"])
        for (id, x, y) in [(21, 40.0, 40.0), (22, 60, 40), (23, 60, 60), (24, 40, 60)] {
            made.node(Int64(id), x, y)
        }
        made.way(13, [21, 22, 23, 24, 21], ["note": "fountain"])
        made.multipolygon(30, [(10, "outer"), (13, "inner")], ["highway": "pedestrian"])
        let extract = try made.read()
        #expect(extract.report.chords == 0)
        #expect(extract.ways.filter { $0.id.description == "relation/30" }.count == 2)
        #expect(extract.report.walkedAround.isEmpty)
    }

    @Test func chordKeepsWithinABentShape() throws {
        var made = MadeExtract()
        // An L: ways meet it at both far ends, whose straight line lies outside.
        let corners: [(Double, Double)] = [(0, 0), (100, 0), (100, 20), (20, 20), (20, 100), (0, 100)]
        for (place, corner) in corners.enumerated() { made.node(Int64(place + 1), corner.0, corner.1) }
        made.node(7, 150, 20)
        made.node(8, 20, 150)
        made.node(9, -50, -50)
        made.way(10, [1, 2, 3, 4, 5, 6, 1], ["highway": "pedestrian", "area": "yes"])
        made.way(11, [3, 7])
        made.way(12, [5, 8])
        made.way(13, [1, 9])
        let chords = try made.read().ways.filter { $0.course == .chord }
        #expect(Set(chords.map { Set($0.nodes) }) == [[1, 3], [1, 5]])
    }

    @Test func tooManyEntriesAreWalkedAround() throws {
        for (count, chords) in [(SquareCrosser.mostEntries, true), (SquareCrosser.mostEntries + 1, false)] {
            var made = MadeExtract()
            for place in 0..<count {
                let angle = 2 * Double.pi * Double(place) / Double(count)
                let (x, y) = (cosine(angle), cosine(angle - .pi / 2))
                made.node(Int64(place + 1), 100 * x, 100 * y)
                made.node(Int64(place + 1001), 200 * x, 200 * y)
                made.way(Int64(place + 1), [Int64(place + 1), Int64(place + 1001)])
            }
            made.way(
                5000, (1...count).map { Int64($0) } + [1], ["highway": "pedestrian", "area": "yes"])
            let extract = try made.read()
            #expect(extract.report.chords == (chords ? count * (count - 3) / 2 : 0))
            #expect(extract.report.walkedAround.map(\.reason) == (chords ? [] : [.manyEntries(count)]))
        }
    }

    /// Of an angle, by its series around 0: enough for a circle of the test.
    private func cosine(_ angle: Double) -> Double {
        var (term, sum) = (1.0, 1.0)
        for n in 1...20 {
            term *= -angle * angle / Double((2 * n - 1) * 2 * n)
            sum += term
        }
        return sum
    }

    @Test func crossingRingsAreWalkedAround() throws {
        var made = square()
        made.ways[0] = MadeExtract.Way(
            id: 10, nodes: [1, 4, 3, 2, 5, 6, 1], tags: ["highway": "pedestrian", "area": "yes"])
        let extract = try made.read()
        #expect(extract.report.chords == 0)
        #expect(extract.report.walkedAround.map(\.reason) == [.crossingRings])
        #expect(extract.components == 1)
    }

    @Test func squareCutByTheEdgeKeepsItsKnownSides() throws {
        var made = square()
        made.nodes.removeAll { $0.id == 5 }
        let extract = try made.read()
        #expect(extract.report.walkedAround.map(\.reason) == [.nodesMissing])
        #expect(extract.edgeOfData.map(\.node) == [4, 6])
        #expect(extract.components == 1)
    }

    @Test func privateSquareHasPrivateChords() throws {
        var made = square(["highway": "pedestrian", "area": "yes", "access": "private"])
        made.way(13, [7, 8])
        #expect(try made.read().ways.map(\.isPrivate) == [true, true, false, false, false])
    }

    @Test func platformIsWalkedAcross() throws {
        #expect(try square(["railway": "platform"]).read().report.chords == 1)
    }
}
