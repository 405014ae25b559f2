import Geometry
import NetworkFixtures
import Testing

@Suite("Segments")
struct SegmentTests {
    private let across = Segment(Position(0, 0), Position(10, 0))

    @Test("Where two segments meet")
    func meetings() {
        func meeting(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> Segment.Meeting {
            across.meeting(Segment(Position(x1, y1), Position(x2, y2)))
        }
        #expect(meeting(4, -1, 4, 1) == .point(fraction: 0.4))
        #expect(meeting(4, 0, 4, 1) == .point(fraction: 0.4))
        #expect(meeting(0, 0, 0, 1) == .point(fraction: 0))
        #expect(meeting(10, 5, 10, 0) == .point(fraction: 1))
        #expect(meeting(4, 1, 4, 2) == .none)
        #expect(meeting(0, 1, 10, 1) == .none)
        #expect(meeting(2, 0, 5, 0) == .stretch(from: 0.2, to: 0.5))
        #expect(meeting(5, 0, 2, 0) == .stretch(from: 0.2, to: 0.5))
        #expect(meeting(-5, 0, 25, 0) == .stretch(from: 0, to: 1))
        #expect(meeting(10, 0, 20, 0) == .point(fraction: 1))
        #expect(meeting(11, 0, 20, 0) == .none)
    }

    @Test("The nearest point, at ends, inside and on a segment without length")
    func nearest() {
        #expect(across.nearest(to: Position(4, 3)).point == Position(4, 0))
        #expect(across.nearest(to: Position(-3, 4)).squaredDistance == 25)
        #expect(across.nearest(to: Position(13, 4)).fraction == 1)
        let dot = Segment(Position(1, 1), Position(1, 1))
        #expect(dot.nearest(to: Position(1, 3)).squaredDistance == 4)
    }

    @Test("Meeting is mutual, and a chain lets nothing slip through")
    func mutual() {
        var random = SeededRandom(seed: 11)
        func position() -> Position {
            Position(
                Double(Int.random(in: 0...6, using: &random)), Double(Int.random(in: 0...6, using: &random)))
        }
        for _ in 0..<5000 {
            let (a, b) = (Segment(position(), position()), Segment(position(), position()))
            #expect(a.meets(b) == b.meets(a), "\(a) \(b)")
        }
    }
}

@Suite("Planar measures")
struct PlanarMeasureTests {
    private func square(_ side: Double, at corner: Position) throws -> LinearRing {
        try LinearRing([
            corner, Position(corner.x + side, corner.y), Position(corner.x + side, corner.y + side),
            Position(corner.x, corner.y + side), corner,
        ])
    }

    @Test("Areas are exact far from the origin, holes taken off, direction without meaning")
    func areas() throws {
        let corner = Position(500_000.25, 3_460_000.5)
        let shell = try square(100, at: corner)
        let hole = try square(20, at: Position(corner.x + 10, corner.y + 10))
        #expect(Polygon(shell: shell, holes: [hole]).area == 9600)
        #expect(Polygon(shell: shell.reversed, holes: [hole.reversed]).area == 9600)
        #expect(shell.signedArea == 10_000)
        #expect(shell.reversed.signedArea == -10_000)
    }

    @Test("The distance to a polygon: inside, in a hole, outside")
    func distances() throws {
        let shape = Shape.polygon(
            Polygon(
                shell: try square(100, at: Position(0, 0)), holes: [try square(20, at: Position(40, 40))]))
        #expect(shape.distance(to: Position(10, 10)) == 0)
        #expect(shape.distance(to: Position(50, 45)) == 5)
        #expect(shape.distance(to: Position(103, 104)) == 5)
        #expect(shape.distance(to: Position(100, 50)) == 0)
    }

    @Test("The length of a line is that of its segments")
    func length() throws {
        #expect(try LineString([Position(0, 0), Position(3, 4), Position(3, 10)]).length == 11)
    }
}

@Suite("Hilbert curve")
struct HilbertCurveTests {
    @Test("Neighbours on the curve are neighbours in the plane, and every cell has its own place")
    func curve() {
        // A box of 65,536 units: positions of whole numbers are cells; 64 × 64 of the first corner.
        let curve = HilbertCurve(over: Box(minX: 0, minY: 0, maxX: 65535, maxY: 65535))
        var cells: [UInt32: Position] = [:]
        for x in 0..<64 {
            for y in 0..<64 {
                let position = Position(Double(x), Double(y))
                cells[curve.place(of: position)] = position
            }
        }
        #expect(cells.count == 4096)
        for place in 0..<4095 as Range<UInt32> {
            guard let a = cells[place], let b = cells[place + 1] else {
                Issue.record("place \(place) is not in the corner")
                continue
            }
            #expect(abs(a.x - b.x) + abs(a.y - b.y) == 1)
        }
    }
}
