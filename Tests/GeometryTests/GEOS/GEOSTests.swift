import Testing

@testable import Geometry

@Suite("GEOS operations")
struct GEOSTests {
    private let context = GEOSContext()

    private func ring(_ corners: (Double, Double)...) throws -> LinearRing {
        try LinearRing((corners + [corners[0]]).map { Position($0.0, $0.1) })
    }

    private func square(_ x: Double, _ y: Double, _ side: Double) throws -> LinearRing {
        try ring((x, y), (x + side, y), (x + side, y + side), (x, y + side))
    }

    @Test("centroids are those of surface, length and count")
    func centroids() throws {
        let holed = Polygon(shell: try square(0, 0, 4), holes: [try square(2, 2, 2)])
        // 16 at (2,2) without 4 at (3,3).
        let expected = (16 * 2.0 - 4 * 3.0) / 12
        let centroid = try Shape.polygon(holed).centroid(in: context)
        #expect(centroid.distance(to: Position(expected, expected)) < 1e-12)
        let line = try LineString([Position(0, 0), Position(4, 0), Position(4, 2)])
        #expect(
            try Shape.lineString(line).centroid(in: context).distance(to: Position(16 / 6.0, 2 / 6.0)) < 1e-12
        )
        #expect(
            try Shape.multiPoint([Position(0, 0), Position(2, 4)]).centroid(in: context) == Position(1, 2))
        #expect(try Shape.point(Position(7, 8)).centroid(in: context) == Position(7, 8))
    }

    @Test("a point on a surface lies in it, however bent or holed")
    func pointOnSurface() throws {
        let bent = Polygon(shell: try ring((0, 0), (9, 0), (9, 9), (8, 9), (8, 1), (0, 1)))
        let holed = Polygon(shell: try square(20, 20, 10), holes: [try square(21, 21, 8)])
        for shape in [Shape.polygon(bent), .polygon(holed), .multiPolygon([bent, holed])] {
            let position = try shape.pointOnSurface(in: context)
            #expect(try shape.covers(position, in: context))
        }
        #expect(try !Shape.polygon(holed).covers(Shape.polygon(holed).centroid(in: context), in: context))
    }

    @Test("covering includes the border and agrees with the prepared shape and with counting crossings")
    func covers() throws {
        let polygon = Polygon(
            shell: try ring((0, 0), (10, 1), (8, 9), (5, 3), (1, 8)), holes: [try square(4, 1.5, 1)])
        let shape = Shape.polygon(polygon)
        let prepared = try PreparedShape(shape, in: context)
        var state: UInt64 = 42
        func random() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 11) / Double(1 << 53) * 12 - 1
        }
        for _ in 0..<2000 {
            let position = Position(random(), random())
            let expected = polygon.rings.map { crossings($0, position) }.reduce(0, +) % 2 == 1
            #expect(try shape.covers(position, in: context) == expected)
            #expect(try prepared.covers(position) == expected)
        }
        for corner in polygon.rings.flatMap(\.positions) { #expect(try prepared.covers(corner)) }
        #expect(try prepared.covers(Position(4.5, 1.5)))
        #expect(try !prepared.covers(Position(4.5, 2)))
        #expect(try !prepared.covers(Position(.nan, 0)))
        #expect(try !shape.covers(Position(0, .infinity), in: context))
    }

    /// A line is covered when all of it is, its ends on the border or not.
    @Test func coveringOfLines() throws {
        let polygon = Polygon(shell: try square(0, 0, 10), holes: [try square(4, 4, 2)])
        let prepared = try PreparedShape(.polygon(polygon), in: context)
        func covers(_ a: Position, _ b: Position) throws -> Bool { try prepared.covers(LineString([a, b])) }
        #expect(try covers(Position(0, 0), Position(10, 0)))
        #expect(try covers(Position(0, 3), Position(10, 3)))
        #expect(try covers(Position(0, 4), Position(10, 4)))
        #expect(try !covers(Position(0, 5), Position(10, 5)))
        #expect(try !covers(Position(0, 3), Position(10.5, 3)))
    }

    /// How often a ray to the east crosses the ring.
    private func crossings(_ ring: LinearRing, _ p: Position) -> Int {
        zip(ring.positions, ring.positions.dropFirst()).count { a, b in
            (a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x
        }
    }

    @Test("distances are between the nearest points")
    func distances() throws {
        let polygon = Shape.polygon(Polygon(shell: try square(0, 0, 2)))
        #expect(try polygon.distance(to: .point(Position(5, 6)), in: context) == 5)
        #expect(try polygon.distance(to: .point(Position(1, 1)), in: context) == 0)
        let line = Shape.lineString(try LineString([Position(3, -9), Position(3, 9)]))
        #expect(try line.distance(to: polygon, in: context) == 1)
    }

    @Test("validity names the fault and its place")
    func validity() throws {
        #expect(try Shape.polygon(Polygon(shell: square(0, 0, 1))).validity(in: context) == .valid)
        let bow = Shape.polygon(Polygon(shell: try ring((0, 0), (2, 2), (2, 0), (0, 2))))
        #expect(try bow.validity(in: context) == .invalid(reason: "Self-intersection", at: Position(1, 1)))
        let outside = Polygon(shell: try square(0, 0, 1), holes: [try square(5, 5, 1)])
        guard case .invalid(let reason, _) = try Shape.polygon(outside).validity(in: context) else {
            Issue.record("a hole outside its shell is valid")
            return
        }
        #expect(reason == "Hole lies outside shell")
    }

    @Test("repairing keeps the surface, and gives nothing when there is none")
    func repaired() throws {
        let bow = Shape.polygon(Polygon(shell: try ring((0, 0), (2, 2), (2, 0), (0, 2))))
        let repaired = try #require(try bow.repaired(in: context))
        #expect(repaired.polygons.count == 2)
        #expect(try repaired.validity(in: context) == .valid)
        let flat = Shape.polygon(Polygon(shell: try ring((0, 0), (1, 1), (2, 2))))
        #expect(try flat.repaired(in: context) == nil)
        #expect(try Shape.point(Position(1, 1)).repaired(in: context) == nil)
        // A spike without area goes, the surface stays.
        let spiked = Shape.polygon(Polygon(shell: try ring((0, 0), (4, 0), (4, 4), (9, 4), (4, 4), (0, 4))))
        let trimmed = try #require(try spiked.repaired(in: context))
        #expect(trimmed.box == Box(minX: 0, minY: 0, maxX: 4, maxY: 4))
        let holed = Shape.polygon(Polygon(shell: try square(0, 0, 4), holes: [try square(1, 1, 1)]))
        #expect(try holed.repaired(in: context)?.polygons.first?.holes.count == 1)
    }

    @Test("every failure carries the function and the message, and the context lives on")
    func failures() throws {
        let error = #expect(throws: GeometryError.self) {
            try context.pointer("GEOSGeom_createEmptyCollection_r") { _ in nil }
        }
        #expect(
            error
                == GeometryError(
                    operation: "GEOSGeom_createEmptyCollection_r", message: "GEOS gave no reason"))
        let far = Shape.multiPoint([Position(1.7e308, 0), Position(1.7e308, 0)])
        #expect(throws: GeometryError.self) { try far.centroid(in: context) }
        #expect(try Shape.point(Position(1, 1)).covers(Position(1, 1), in: context))
    }
}
