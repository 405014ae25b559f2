import NetworkFixtures
import Testing

@testable import Geometry

@Suite("Order along a curve") struct CurveOrderTests {
    @Test("it is that of the places on the curve, equal ones as they come", arguments: [0, 1, 2, 5000])
    func order(count: Int) {
        var random = SeededRandom(seed: UInt64(count))
        let positions = (0..<count).map { _ in
            // Few enough places that many fall together.
            Position(
                Double(Int.random(in: 0..<40, using: &random)), Double(Int.random(in: 0..<40, using: &random))
            )
        }
        let curve = HilbertCurve(over: Box(Position(0, 0), Position(40, 40)))
        let keys = positions.map { curve.place(of: $0) }
        let expected = positions.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
        #expect(curve.order(of: positions).map { Int($0) } == expected)
    }
}
