import Geometry

/// The ways to facilities as one forest: ways that run together towards a facility share their positions.
struct RouteForest {
    private var bytes = PackedBytes()
    private var steps: [(x: Int, y: Int)] = []
    private var children: [Key: Int32] = [:]
    /// By block: the position where its way ends; -1 for none.
    private(set) var leaves: [Int32] = []

    private struct Key: Hashable {
        let parent: Int32
        let x, y: Int
    }

    /// - Parameter ways: By block, from the facility on.
    init(_ ways: [[Position]?], on grid: DisplayGrid) {
        for way in ways {
            var parent: Int32 = -1
            for position in way ?? [] { parent = child(of: parent, at: grid.step(position)) }
            leaves.append(parent)
        }
    }

    private mutating func child(of parent: Int32, at step: (x: Int, y: Int)) -> Int32 {
        if parent >= 0, steps[Int(parent)] == step { return parent }
        let key = Key(parent: parent, x: step.x, y: step.y)
        if let known = children[key] { return known }
        let number = Int32(steps.count)
        let before = parent >= 0 ? steps[Int(parent)] : (0, 0)
        // 0 for a root, else how many positions ago the parent was.
        bytes.append(count: parent < 0 ? 0 : Int(number - parent))
        bytes.append(signed: step.x - before.0)
        bytes.append(signed: step.y - before.1)
        steps.append(step)
        children[key] = number
        return number
    }

    /// The positions as text: for each the distance to its parent and the difference from it.
    var base64: String { bytes.base64 }
}
