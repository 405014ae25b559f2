import Geometry
import Testing

@Suite("Convex hulls")
struct ConvexHullTests {
    private func hull(_ corners: [(Double, Double)]) -> ConvexHull {
        ConvexHull(of: corners.map { Position($0.0, $0.1) })
    }

    @Test("Inner positions and those on a side are no corners")
    func corners() {
        let hull = hull([(0, 0), (2, 1), (4, 0), (4, 4), (2, 4), (0, 4), (1, 1), (0, 0)])
        #expect(hull.corners == [Position(0, 0), Position(4, 0), Position(4, 4), Position(0, 4)])
        #expect(hull.polygon?.area == 16)
    }

    @Test("What lies on one line has no area", arguments: [0, 1, 2, 3])
    func degenerate(count: Int) {
        let hull = ConvexHull(of: (0..<count).map { Position(Double($0), 2 * Double($0)) })
        #expect(hull.polygon == nil && hull.smallestRectangle == nil)
    }

    @Test("The smallest rectangle around a turned one is that one", arguments: [0.0, 0.3, 0.7853, 1.2, 2.9])
    func rectangle(turn: Double) throws {
        // A rotation by rational sine and cosine would do, but any pair on the unit circle does.
        let (c, s) = ((1 - turn * turn) / (1 + turn * turn), 2 * turn / (1 + turn * turn))
        let corners = [(0.0, 0.0), (90, 0), (90, 40), (0, 40), (45, 20)]
        let turned = corners.map { (5e5 + c * $0.0 - s * $0.1, 3e6 + s * $0.0 + c * $0.1) }
        let sides = try #require(hull(turned).smallestRectangle)
        #expect(abs(sides.longer - 90) < 1e-6 && abs(sides.shorter - 40) < 1e-6)
    }
}
