import Foundation
import Geometry

/// Walks along ways from node to node, always taking the first way to the right of where one came from.
struct RimWalk {
    let position: (Int32) -> Position
    /// The nodes one piece away.
    let neighbours: (Int32) -> [Int32]
    /// More steps than this are none of a closed walk: rounding must not make it endless.
    let mostSteps: Int

    /// The nodes passed from `start`, a westernmost one, until the first step comes again, and whether it did.
    func cycle(from start: Int32) -> (nodes: [Int32], isClosed: Bool) {
        guard let first = next(at: start, back: .pi) else { return ([], false) }
        var (from, to) = (start, first)
        var cycle: [Int32] = []
        repeat {
            cycle.append(from)
            guard let onward = next(at: to, back: angle(to, from)) else { return (cycle, false) }
            (from, to) = (to, onward)
        } while (from, to) != (start, first) && cycle.count <= mostSteps
        return (cycle, (from, to) == (start, first))
    }

    /// The neighbour of `node` met first when one turns counter-clockwise from the direction `back`.
    private func next(at node: Int32, back: Double) -> Int32? {
        neighbours(node).map { other -> (turn: Double, node: Int32) in
            let turn = angle(node, other) - back
            return (turn > 0 ? turn : turn + 2 * .pi, other)
        }.min { $0 < $1 }?.node
    }

    private func angle(_ from: Int32, _ to: Int32) -> Double {
        let (a, b) = (position(from), position(to))
        return atan2(b.y - a.y, b.x - a.x)
    }
}
