/// Places along the Hilbert curve of order 16: positions close on the curve are close in the plane.
///
/// Used to order network nodes and index leaves so that neighbours share cache lines. The curve is that of Warren,
/// Hacker's Delight (2nd ed.), section 16, walked down four levels at a time by a table.
public struct HilbertCurve: Sendable {
    private let minX: Double
    private let minY: Double
    private let scale: Double
    private let turns = HilbertCurve.turns

    /// A curve that fills the square around `box`.
    public init(over box: Box) {
        let side = max(box.maxX - box.minX, box.maxY - box.minY)
        minX = box.minX
        minY = box.minY
        scale = side > 0 && side.isFinite ? 65535 / side : 0
    }

    /// The place of `position` on the curve, 0…2³²−1; positions outside the box count as on its edge.
    public func place(of position: Position) -> UInt32 {
        let x = cell(position.x - minX)
        let y = cell(position.y - minY)
        var place: UInt32 = 0
        var state = 0
        for level in 0..<UInt32(4) {
            let shift = 12 - 4 * level
            let turn = turns[state << 8 | Int(x >> shift & 15) << 4 | Int(y >> shift & 15)]
            place = place << 8 | UInt32(turn >> 2)
            state = Int(turn & 3)
        }
        return place
    }

    private func cell(_ offset: Double) -> UInt32 {
        UInt32(min(max(offset * scale, 0), 65535))
    }

    /// By state of the curve and four bits of each axis: eight bits of the place, above the state in which the curve
    /// goes on. A state says whether axes run backwards, and whether they have changed places.
    private static let turns: [UInt16] = (0..<4 * 256).map { entry in
        var (isBackward, isTurned) = (entry >> 9, entry >> 8 & 1)
        var place = 0
        for bit in (0..<4).reversed() {
            let (x, y) = (entry >> (4 + bit) & 1 ^ isBackward, entry >> bit & 1 ^ isBackward)
            let (right, upper) = isTurned == 0 ? (x, y) : (y, x)
            place = place << 2 | (3 * right ^ upper)
            // In the lower half the axes change places, and in its right quarter both run backwards.
            guard upper == 0 else { continue }
            isBackward ^= right
            isTurned ^= 1
        }
        return UInt16(place << 2 | isBackward << 1 | isTurned)
    }
}
