import Testing

@testable import Geometry

@Suite("Outlines of sampled regions")
struct SampledGridTests {
    private let grid = SampledGrid(over: Box(minX: -10, minY: -10, maxX: 10, maxY: 10), spacing: 0.5)

    private func polygons(_ ask: (Position) -> Bool) -> [Polygon] {
        grid.polygons((0..<grid.count).map { ask(grid.position(of: $0)) }, ask: ask)
    }

    @Test("a half plane has its edge where the answer changes, and ends outside the box")
    func halfPlane() throws {
        let half = try #require(polygons { $0.x < 1.234 }.first)
        #expect(abs((half.shell.positions.map(\.x).max() ?? 0) - 1.234) <= SampledGrid.precision)
        #expect((half.shell.positions.map(\.x).min() ?? 0) < -10 && half.shell.signedArea > 0)
    }

    @Test("a disc has the area of a disc, and a ring its hole")
    func discs() {
        func square(_ position: Position) -> Double { position.x * position.x + position.y * position.y }
        let disc = polygons { square($0) < 36 }
        #expect(disc.count == 1 && abs(disc[0].area - 36 * .pi) < 0.3)
        let ring = polygons { (9..<36).contains(square($0)) }
        #expect(ring.count == 1 && ring[0].holes.count == 1 && abs(ring[0].area - 27 * .pi) < 0.5)
        #expect(ring[0].holes[0].signedArea < 0)
    }

    @Test("an island in a hole is a surface of its own")
    func island() {
        func distance(_ position: Position) -> Double {
            (position.x * position.x + position.y * position.y).squareRoot()
        }
        let found = polygons { distance($0) < 2 || (4..<8).contains(distance($0)) }
        #expect(found.map(\.holes.count).sorted() == [0, 1])
        #expect(abs(found.reduce(0) { $0 + $1.area } - 52 * .pi) < 1)
    }

    @Test("what touches at a corner is joined where the middle says so", arguments: [true, false])
    func saddle(isJoined: Bool) {
        let corner = grid.position(of: 10 * grid.columns + 10)
        func ask(_ position: Position) -> Bool {
            let (x, y) = (position.x - corner.x, position.y - corner.y)
            if abs(x - 0.25) < 0.1, abs(y - 0.25) < 0.1 { return isJoined }
            return max(abs(x), abs(y)) < 0.2 || max(abs(x - 0.5), abs(y - 0.5)) < 0.2
        }
        #expect(polygons(ask).count == (isJoined ? 1 : 2))
    }

    @Test("everywhere, and nowhere")
    func uniform() throws {
        #expect(polygons { _ in false }.isEmpty)
        let all = polygons { _ in true }
        #expect(all.count == 1)
        let box = Shape.polygon(all[0]).box
        #expect(box.minX < -10 && box.minY < -10 && box.maxX > 10 && box.maxY > 10)
    }
}
