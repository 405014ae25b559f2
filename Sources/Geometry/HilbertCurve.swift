/// Places along the Hilbert curve of order 16: positions close on the curve are close in the plane.
///
/// Used to order network nodes and index leaves so that neighbours share cache lines. The conversion is the
/// bitwise one of Warren, Hacker's Delight (2nd ed.), section 16.
public struct HilbertCurve: Sendable {
    private let minX: Double
    private let minY: Double
    private let scale: Double

    /// A curve that fills the square around `box`.
    public init(over box: Box) {
        let side = max(box.maxX - box.minX, box.maxY - box.minY)
        minX = box.minX
        minY = box.minY
        scale = side > 0 && side.isFinite ? 65535 / side : 0
    }

    /// The place of `position` on the curve, 0…2³²−1; positions outside the box count as on its edge.
    public func place(of position: Position) -> UInt32 {
        var x = cell(position.x - minX)
        var y = cell(position.y - minY)
        var place: UInt32 = 0
        for bit in (0..<UInt32(16)).reversed() {
            let right = x >> bit & 1
            let upper = y >> bit & 1
            place = place << 2 | (3 * right ^ upper)
            // In the lower half the axes change places, and in its right quarter both run backwards. Masks do it, for
            // which half it is cannot be foretold, and a wrong jump costs more than the whole round.
            let lower = upper &- 1
            let backwards = lower & (0 &- right) & 65535
            let unlike = (x ^ y) & lower
            x ^= backwards ^ unlike
            y ^= backwards ^ unlike
        }
        return place
    }

    private func cell(_ offset: Double) -> UInt32 {
        UInt32(min(max(offset * scale, 0), 65535))
    }
}
